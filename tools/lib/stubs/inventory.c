/* inventory.c - all pages as a table for auditors. */
#include "inventory.h"

#include <stddef.h>

#include "../stream/table.h"

/* The page comes first: table_rows() takes the path from it, and hands it back. */
struct row {
	struct page page;
	struct str verdict, evidence, menu, modified;
	uint32_t words, confidence, inlinks;
};

static const struct field columns[] = {
	FIELD("url", FIELD_URL, row, page.url),
	FIELD("title", FIELD_TEXT, row, page.title),
	FIELD("language", FIELD_TEXT, row, page.lang),
	FIELD("words", FIELD_NUMBER, row, words),
	FIELD("verdict", FIELD_TEXT, row, verdict),
	FIELD("confidence", FIELD_NUMBER, row, confidence),
	FIELD("evidence", FIELD_TEXT, row, evidence),
	FIELD("inlinks", FIELD_NUMBER, row, inlinks),
	FIELD("menu-path", FIELD_TEXT, row, menu),
	FIELD("last-modified", FIELD_TEXT, row, modified),
	{ .name = { 0 } },
};

static const struct table table = { "inventory", WANT_ALL, columns, table_page_row };

void
inventory_header(struct buffer *out)
{
	struct table_form form = table_form(&table);

	table_header(&form, out);
}

void
inventory_row(const struct stub_report *report, struct str evidence, struct buffer *out)
{
	const struct dossier *d = &report->page;
	struct table_form form = table_form(&table);
	struct row row = {
		.page = { .path = d->path, .url = d->url, .title = d->title, .lang = d->lang },
		.evidence = evidence,
		.menu = d->menu,
		.modified = d->modified,
		.words = d->words,
		.confidence = (uint32_t)(report->confidence * 100),
		.inlinks = report->inlinks,
	};

	if (report->verdict != STUB_NONE)
		row.verdict = str_of(stub_verdict_name(report->verdict));
	table_rows(&form, &row.page, out);
}
