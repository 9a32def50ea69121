/* explanation.c - what speaks for the verdict on a page, and for those that it did not get. */
#include "explanation.h"

unsigned
explanation_percent(double share)
{
	return (unsigned)(share * 100);
}

void
explanation_line(const struct stub_report *report, struct buffer *out)
{
	const struct evidence_list *list = &report->page.evidence;
	const struct evidence *strongest = evidence_strongest(list, report->verdict);

	buffer_add(out, strongest->text);
	for (const struct evidence *e = list->first; e; e = e->next)
		if (e->verdict == report->verdict && e != strongest)
			buffer_printf(out, "; %.*s", (int)e->text.n, e->text.p);
}

/* What speaks for one verdict, if anything does. */
static void
add_verdict(const struct stub_report *report, enum stub_verdict verdict, struct buffer *out)
{
	const struct evidence_list *list = &report->page.evidence;

	if (!evidence_strongest(list, verdict))
		return;
	buffer_printf(out, "%s %u %%%s\n", stub_verdict_name(verdict),
	    explanation_percent(evidence_confidence(list, verdict)),
	    verdict == report->verdict ? ", the verdict" : "");
	for (const struct evidence *e = list->first; e; e = e->next) {
		if (e->verdict != verdict)
			continue;
		buffer_printf(out, "  %3u %% ", explanation_percent(e->weight));
		if (e->at.line)
			buffer_printf(out, "%u:%u: ", e->at.line, e->at.column);
		buffer_printf(out, "%.*s\n", (int)e->text.n, e->text.p);
	}
}

void
explanation_lines(const struct stub_report *report, double least, struct buffer *out)
{
	const struct dossier *page = &report->page;
	struct str lang = page->lang.n ? page->lang : STR("unknown");

	buffer_printf(out, "%.*s: %u word%s, language %.*s, %u page%s to it\n",
	    (int)page->path.n, page->path.p, page->words, page->words == 1 ? "" : "s",
	    (int)lang.n, lang.p, report->inlinks, report->inlinks == 1 ? " links" : "s link");
	for (int v = STUB_NONE + 1; v < STUB_VERDICTS; v++)
		add_verdict(report, (enum stub_verdict)v, out);
	if (report->verdict == STUB_NONE)
		buffer_printf(out, "no verdict from %u %% on\n", explanation_percent(least));
}
