/* sitestubs.c - find the pages of a saved web site that exist but say nothing: placeholders,
 * error messages, filler, copies. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/date.h"
#include "lib/base/diagnostics.h"
#include "lib/base/memory.h"
#include "lib/base/output.h"
#include "lib/page/stub.h"
#include "lib/site/findings.h"
#include "lib/stubs/explanation.h"
#include "lib/stubs/inventory.h"
#include "lib/stubs/stubs.h"

enum {
	OPTION_TABLE = 1,
	OPTION_EXPLAIN,
	OPTION_CONFIDENCE,
	OPTION_SIMILARITY,
	OPTION_PHRASES,
	OPTION_ONLY_PHRASES,
	OPTION_ERROR_PAGES,
	OPTION_NOW,
	OPTION_EXCEPT,
};

static const struct option_row rows[] = {
	{ 'f', "format", "FORMAT", "print findings as text, csv, xml or json",
	    FINDINGS_FORMAT },
	{ 't', "table", "NAME", "print a table instead: inventory", OPTION_TABLE },
	{ 'e', "explain", "PATH", "print all evidence for and against this page",
	    OPTION_EXPLAIN },
	{ 'c', "min-confidence", "N", "report from N percent of confidence on (50)",
	    OPTION_CONFIDENCE },
	{ 's', "similarity", "N", "bodies that share N percent are copies (90)",
	    OPTION_SIMILARITY },
	{ 'p', "phrases", "FILE", "look for the phrases of this file too", OPTION_PHRASES },
	{ 'P', "only-phrases", "FILE", "look for the phrases of this file instead of ours",
	    OPTION_ONLY_PHRASES },
	{ 'm', "missing", "REGEX", "pages whose path or URL matches are error pages",
	    OPTION_ERROR_PAGES },
	{ 'n', "now", "DATE", "dates after this YYYY-MM-DD lie in the future", OPTION_NOW },
	FINDINGS_BASELINE_ROWS,
	FINDINGS_FAIL_ON_ROW,
	{ 0, "except", "RULE", "leave this rule out; may be repeated", OPTION_EXCEPT },
	{ 0, NULL, NULL, NULL, 0 },
};

static const struct options options = {
	.usage = "[OPTION...] [PATH...]",
	.purpose = "Find placeholder, thin and duplicate pages, and errors served as pages.",
	.rows = rows,
	.shared_rows = input_options,
};

/* One run. */
struct run {
	struct findings findings;
	const struct stub_view *view;
	const char *explain; /* path of the only page to speak of, or NULL */
	bool except[STUB_VERDICTS], explained;
	const char **phrase_files;
	size_t n_phrase_files;
	bool own_phrases;
	struct stubs_options options;
	struct stubs *stubs;
	struct buffer out, text;
	uint64_t n_found[STUB_VERDICTS];
};

/* What is printed of all pages. */
struct stub_view {
	const char *name;
	void (*begin)(struct run *r);
	void (*page)(struct run *r, const struct stub_report *report);
	void (*end)(struct run *r);
};

static void
begin_findings(struct run *r)
{
	findings_begin(&r->findings);
}

static void
write_finding(struct run *r, const struct stub_report *report)
{
	const struct dossier *page = &report->page;
	const struct evidence *strongest = evidence_strongest(&page->evidence, report->verdict);
	char rule[32];
	struct finding f = { .level = report->minor ? LEVEL_NOTE : LEVEL_WARNING,
		.rule = rule,
		.file = page->file,
		.at = strongest->at };

	if (page->line_number)
		f.at = (struct position){ page->line_number, 0 };
	if (!str_eq(page->path, page->file))
		f.page = page->path;
	snprintf(rule, sizeof(rule), "stub.%s", stub_verdict_name(report->verdict));
	if (findings_know(&r->findings, rule, page->path, STR("")))
		return;
	r->n_found[report->verdict]++;
	r->text.n = 0;
	explanation_line(report, &r->text);
	buffer_printf(&r->text, " (%u %% sure)", explanation_percent(report->confidence));
	f.text = buffer_str(&r->text);
	findings_print(&r->findings, &f);
}

static void
say_page(struct run *r, const struct stub_report *report)
{
	if (report->verdict == STUB_NONE || r->except[report->verdict])
		return;
	write_finding(r, report);
}

static void
end_findings(struct run *r)
{
	findings_end(&r->findings);
}

static void
begin_inventory(struct run *r)
{
	inventory_header(&r->out);
	output(&r->out);
}

static void
list_page(struct run *r, const struct stub_report *report)
{
	r->text.n = 0;
	if (report->verdict != STUB_NONE)
		explanation_line(report, &r->text);
	inventory_row(report,
	    report->verdict == STUB_NONE ? (struct str){ 0 } : buffer_str(&r->text), &r->out);
	output(&r->out);
}

static void
explain_page(struct run *r, const struct stub_report *report)
{
	if (!str_eq(report->page.path, str_of(r->explain)))
		return;
	r->explained = true;
	explanation_lines(report, r->options.least, &r->out);
	output(&r->out);
}

static void
end_explanation(struct run *r)
{
	if (!r->explained)
		trouble(NULL, "--explain: no page '%s' was read", r->explain);
}

static void
begin_nothing(struct run *r)
{
	(void)r;
}

static const struct stub_view findings = { "findings", begin_findings, say_page, end_findings };
static const struct stub_view explanation = { "explanation", begin_nothing, explain_page,
	end_explanation };
static const struct stub_view inventory = { "inventory", begin_inventory, list_page,
	begin_nothing };

static void
each_report(void *context, const struct stub_report *report)
{
	struct run *r = context;

	if (!ferror(stdout))
		r->view->page(r, report);
}

static void
each_page(void *context, struct input_page *in)
{
	struct run *r = context;

	in->result = stubs_read(r->stubs, in);
}

static void
done_page(void *context, struct input_page *in)
{
	struct run *r = context;

	stubs_add(r->stubs, in->result);
}

/* A rule, with or without "stub.". */
static enum stub_verdict
read_rule(const char *arg)
{
	const char *name = strncmp(arg, "stub.", 5) == 0 ? arg + 5 : arg;

	for (int v = STUB_NONE + 1; v < STUB_VERDICTS; v++)
		if (strcmp(name, stub_verdict_name((enum stub_verdict)v)) == 0)
			return (enum stub_verdict)v;
	die("--except knows no rule '%s'; see sitestubs(1)", arg);
}

/* A percentage above least as a share. */
static double
read_percent(const char *name, const char *arg, long least)
{
	long n = option_number(name, arg, least);

	if (n > 100)
		die("--%s is at most 100", name);
	return (double)n / 100;
}

static struct str
read_date(const char *arg)
{
	struct str date = str_of(arg);
	struct arena arena = { 0 };

	if (date.n != 10 || !str_eq(date_find(&arena, date), date))
		die("--now wants a date such as 2026-01-31, not '%s'", arg);
	arena_free(&arena);
	return date;
}

static const struct pattern *
read_pattern(const char *name, const char *arg)
{
	struct buffer why = { 0 };
	struct pattern *pattern = pattern_new(str_of(arg), 0, &why);

	if (!pattern)
		die("--%s: %.*s", name, (int)why.n, why.data);
	return pattern;
}

static void
add_phrase_file(struct run *r, const char *file)
{
	r->phrase_files =
	    x_realloc(r->phrase_files, (r->n_phrase_files + 1) * sizeof(*r->phrase_files));
	r->phrase_files[r->n_phrase_files++] = file;
}

static void
read_option(struct run *r, int id, const char *arg)
{
	switch (id) {
	case OPTION_TABLE:
		if (strcmp(arg, "inventory") != 0)
			die("--table wants inventory, not '%s'; see --help", arg);
		r->view = &inventory;
		r->options.links = true;
		break;
	case OPTION_EXPLAIN:
		r->view = r->view == &inventory ? r->view : &explanation;
		r->explain = arg;
		r->options.links = true;
		break;
	case OPTION_CONFIDENCE:
		r->options.least = read_percent("min-confidence", arg, 0);
		break;
	case OPTION_SIMILARITY:
		r->options.threshold = read_percent("similarity", arg, 30);
		break;
	case OPTION_ONLY_PHRASES:
		r->own_phrases = false;
		add_phrase_file(r, arg);
		break;
	case OPTION_PHRASES: add_phrase_file(r, arg); break;
	case OPTION_ERROR_PAGES: r->options.error_pages = read_pattern("missing", arg); break;
	case OPTION_NOW: r->options.now = read_date(arg); break;
	case OPTION_EXCEPT: r->except[read_rule(arg)] = true; break;
	}
}

static void
say_counts(const struct run *r)
{
	struct buffer counts = { 0 };

	for (int v = STUB_NONE + 1; v < STUB_VERDICTS; v++)
		buffer_printf(&counts, "%s%s %" PRIu64, counts.n ? ", " : "",
		    stub_verdict_name((enum stub_verdict)v), r->n_found[v]);
	remark(NULL, "%s", counts.data);
	findings_remark(&r->findings);
	buffer_free(&counts);
}

static void
run_free(struct run *r)
{
	findings_free(&r->findings);
	stubs_free(r->stubs);
	phrases_free((struct phrases *)r->options.phrases);
	pattern_free((struct pattern *)r->options.error_pages);
	free(r->phrase_files);
	buffer_free(&r->out);
	buffer_free(&r->text);
}

int
main(int argc, char **argv)
{
	struct run r = { .view = &findings,
		.own_phrases = true,
		.options = { .least = STUB_LEAST / 100.0, .threshold = 0.9 } };
	struct input *input = input_new();
	const char *arg;
	int id, first;

	program_start(argv[0]);
	findings_init(&r.findings);
	while ((id = options_next(&options, argc, argv, &arg, &first)) != 0) {
		if (!input_option(input, id, arg) && !findings_option(&r.findings, id, arg))
			read_option(&r, id, arg);
	}
	if (r.explain && r.view != &explanation)
		die("--explain and --table are two things to print; see --help");
	findings_ready(&r.findings, r.view != &findings, input_selects(input));
	r.options.phrases = phrases_new(r.own_phrases, r.phrase_files, r.n_phrase_files);
	r.stubs = stubs_new(&r.options);
	r.view->begin(&r);
	input_run(input, argv + first,
	    &(struct filter){ .wants = stubs_wants(r.stubs),
		.context = &r,
		.each = each_page,
		.done = done_page });
	stubs_report(r.stubs, each_report, &r);
	r.view->end(&r);
	if (r.view == &findings && !input_is_quiet(input))
		say_counts(&r);
	run_free(&r);
	input_free(input);
	return program_end();
}
