/* body_table.c - bodies as a table. */
#include "body_table.h"

#include <stddef.h>

#include "../page/plain_text.h"

struct body_row {
	struct str url, title, lang, text;
};

static const struct field columns[] = {
	FIELD("url", FIELD_URL, body_row, url),
	FIELD("title", FIELD_TEXT, body_row, title),
	FIELD("lang", FIELD_TEXT, body_row, lang),
	FIELD("text", FIELD_TEXT, body_row, text),
	{ .name = { 0 } },
};

static void
body_rows(struct table_writer *w, const struct page *page)
{
	const struct html_node *body = page_main(page);
	struct buffer text = { 0 };

	if (body)
		plain_text(&text, body);
	table_row(
	    w, &(struct body_row){ page->url, page->title, page->lang, buffer_str(&text) });
	buffer_free(&text);
}

const struct table body_table = { "bodies", WANT_REGIONS, columns, body_rows };
