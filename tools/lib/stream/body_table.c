/* body_table.c - bodies as a table. */
#include "body_table.h"

#include <stddef.h>

#include "../page/plain_text.h"

enum { KINDS = FACT_SITE + 1 };

struct body_row {
	struct str url, facts[KINDS], from[KINDS], text;
};

#define FACT(name, kind)                                                                       \
	FIELD(name, FIELD_TEXT, body_row, facts[kind]),                                        \
	    FIELD(name "-from", FIELD_TEXT, body_row, from[kind])

static const struct field columns[] = {
	FIELD("url", FIELD_URL, body_row, url),
	FACT("title", FACT_TITLE),
	FACT("author", FACT_AUTHOR),
	FACT("published", FACT_PUBLISHED),
	FACT("modified", FACT_MODIFIED),
	FACT("language", FACT_LANGUAGE),
	FACT("description", FACT_DESCRIPTION),
	FACT("section", FACT_SECTION),
	FACT("tag", FACT_TAG),
	FACT("licence", FACT_LICENCE),
	FACT("site", FACT_SITE),
	FIELD("text", FIELD_TEXT, body_row, text),
	{ .name = { 0 } },
};

/* Put the facts of each kind into one value, "; " between them, and say what told them. */
static void
join_facts(const struct page *page, struct buffer joined[static KINDS], struct body_row *row)
{
	for (const struct fact *f = page->facts; f; f = f->next) {
		struct buffer *value = &joined[f->kind];

		if (value->n)
			buffer_add(value, STR("; "));
		buffer_add(value, f->value);
		row->facts[f->kind] = buffer_str(value);
		row->from[f->kind] = str_of(kind_name(&fact_from_names, f->from));
	}
}

static void
body_rows(struct table_writer *w, const struct page *page)
{
	const struct html_node *body = page_main(page);
	struct buffer text = { 0 }, joined[KINDS] = { { 0 } };
	struct body_row row = { .url = page->url };

	join_facts(page, joined, &row);
	if (body)
		plain_text(&text, body);
	row.text = buffer_str(&text);
	table_row(w, &row);
	buffer_free(&text);
	for (int kind = 0; kind < KINDS; kind++)
		buffer_free(&joined[kind]);
}

const struct table body_table = { "bodies", WANT_REGIONS | WANT_FACTS, columns, body_rows };
