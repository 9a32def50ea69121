/* body_table.c - bodies as a table. */
#include "body_table.h"

#include <stddef.h>

#include "../page/body.h"
#include "../page/plain_text.h"
#include "markdown.h"
#include "xhtml.h"

enum { KINDS = FACT_KINDS };

struct body_row {
	struct str url, facts[KINDS], from[KINDS], text, markdown, xhtml;
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
	FIELD("body-from", FIELD_TEXT, body_row, from[FACT_BODY]),
	FIELD("text", FIELD_TEXT, body_row, text),
	FIELD("markdown", FIELD_TEXT, body_row, markdown),
	FIELD("xhtml", FIELD_TEXT, body_row, xhtml),
	{ .name = { 0 } },
};

/* Put the facts of each kind into one value, "; " between them, and say what told them. */
static void
join_facts(const struct page *page, struct buffer joined[static KINDS], struct body_row *row)
{
	for (const struct fact *f = page->facts; f; f = f->next) {
		struct buffer *value = &joined[f->kind];

		row->from[f->kind] = str_of(kind_name(&fact_from_names, f->from));
		if (f->kind == FACT_BODY) /* its text has columns of its own */
			continue;
		if (value->n)
			buffer_add(value, STR("; "));
		buffer_add(value, f->value);
		row->facts[f->kind] = buffer_str(value);
	}
}

/* The body in one of its forms, where that is shown: empty when the page has none. */
static struct str
form_of(const struct table_writer *w, struct html_node *body, struct str column,
    void (*write)(struct buffer *, const struct html_node *), struct buffer *out)
{
	if (!table_shows(w, column))
		return (struct str){ 0 };
	if (body)
		write(out, body);
	return buffer_str(out);
}

static void
body_rows(struct table_writer *w, const struct page *page)
{
	struct html_node *body = page_main(page);
	struct buffer joined[KINDS] = { { 0 } }, forms[3] = { { 0 } };
	struct body_row row = { .url = page->url };

	join_facts(page, joined, &row);
	if (body)
		body_strip(body);
	row.text = form_of(w, body, STR("text"), plain_text, &forms[0]);
	row.markdown = form_of(w, body, STR("markdown"), markdown_write, &forms[1]);
	row.xhtml = form_of(w, body, STR("xhtml"), xhtml_body, &forms[2]);
	table_row(w, &row);
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		buffer_free(&forms[i]);
	for (int kind = 0; kind < KINDS; kind++)
		buffer_free(&joined[kind]);
}

const struct table body_table = { "bodies", WANT_REGIONS | WANT_FACTS, columns, body_rows };

struct table_form
body_table_form(void)
{
	struct table_form form = table_form(&body_table);

	form.n -= 2; /* markdown and xhtml, on demand */
	return form;
}
