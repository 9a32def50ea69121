/* reason_table.c - why the blocks of a page are in its body or not, as lines and as a table. */
#include "reason_table.h"

#include <stddef.h>

#include "../page/reasons.h"

static const struct field columns[] = {
	FIELD("at", FIELD_POSITION, block_reason, at),
	FIELD("element", FIELD_TEXT, block_reason, element),
	FIELD("kept", FIELD_FLAG, block_reason, kept),
	FIELD_OF_KIND("by", decider_names, block_reason, by),
	FIELD("why", FIELD_TEXT, block_reason, why),
	FIELD("chance", FIELD_TEXT, block_reason, chance),
	FIELD("needed", FIELD_TEXT, block_reason, needed),
	FIELD("region", FIELD_TEXT, block_reason, region),
	FIELD("words", FIELD_NUMBER, block_reason, words),
	FIELD("text", FIELD_TEXT, block_reason, text),
	{ .name = { 0 } },
};

static void
reason_rows(struct table_writer *w, const struct page *page)
{
	for (const struct block_reason *r = page->reasons; r; r = r->next)
		table_row(w, r);
}

const struct table reason_table = { "reasons", WANT_REGIONS | WANT_REASONS, columns,
	reason_rows };

static void
add_line(const struct page *page, const struct block_reason *r, struct buffer *out)
{
	buffer_printf(out, "%.*s:%u:%u: %s by %s", (int)page->path.n, page->path.p, r->at.line,
	    r->at.column, r->kept ? "kept" : "dropped", kind_name(&decider_names, r->by));
	if (r->chance.n)
		buffer_printf(out, ", %.*s of %.*s", (int)r->chance.n, r->chance.p,
		    (int)r->needed.n, r->needed.p);
	if (r->why.n)
		buffer_printf(out, " (%.*s)", (int)r->why.n, r->why.p);
	buffer_printf(out, ": %.*s, %u word%s: '%.*s'\n", (int)r->element.n, r->element.p,
	    r->words, r->words == 1 ? "" : "s", (int)r->text.n, r->text.p);
}

void
reason_lines(const struct page *page, struct buffer *out)
{
	for (const struct block_reason *r = page->reasons; r; r = r->next)
		add_line(page, r, out);
}
