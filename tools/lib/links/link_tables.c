/* link_tables.c - references, places outside the site and depths as CSV. */
#include <stdio.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "../base/output.h"
#include "../stream/table.h"
#include "link_report.h"

/* Tables are made of pages: a row begins with one, of which only the path is set. */
struct link_row {
	struct page page;
	struct str target, fragment, rule, text;
	struct position at;
};

struct external_row {
	struct page page;
	struct str url;
	struct position at;
	uint32_t pages;
};

struct depth_row {
	struct page page;
	struct str url, clicks;
	uint32_t in, out;
};

static const struct field link_columns[] = {
	FIELD("at", FIELD_POSITION, link_row, at),
	FIELD("target", FIELD_URL, link_row, target),
	FIELD("fragment", FIELD_TEXT, link_row, fragment),
	FIELD("rule", FIELD_TEXT, link_row, rule),
	FIELD("text", FIELD_TEXT, link_row, text),
	{ .name = { 0 } },
};

static const struct field external_columns[] = {
	FIELD("at", FIELD_POSITION, external_row, at),
	FIELD("url", FIELD_URL, external_row, url),
	FIELD("pages", FIELD_NUMBER, external_row, pages),
	{ .name = { 0 } },
};

static const struct field depth_columns[] = {
	FIELD("url", FIELD_URL, depth_row, url),
	FIELD("clicks", FIELD_TEXT, depth_row, clicks),
	FIELD("in", FIELD_NUMBER, depth_row, in),
	FIELD("out", FIELD_NUMBER, depth_row, out),
	{ .name = { 0 } },
};

static const struct table link_tables[] = {
	[LINK_TABLE_LINKS] = { "links", 0, link_columns, table_page_row },
	[LINK_TABLE_EXTERNALS] = { "externals", 0, external_columns, table_page_row },
	[LINK_TABLE_DEPTH] = { "depth", 0, depth_columns, table_page_row },
};

static void
put(const struct table_form *form, const struct page *row, struct buffer *out)
{
	table_rows(form, row, out);
	output(out);
}

static struct str
path_of(const struct link_graph *g, uint32_t page)
{
	return link_graph_text(g, g->pages[page].dest);
}

/* The verdict on each group, or NULL. */
static const struct link_verdict **
verdicts_by_group(const struct link_judge *j)
{
	const struct link_verdict **by = x_calloc(j->graph->n_groups + 1, sizeof(*by));

	for (size_t i = 0; i < j->n_verdicts; i++)
		by[j->verdicts[i].group] = &j->verdicts[i];
	return by;
}

static void
put_links(const struct link_judge *j, const struct table_form *form, struct buffer *out)
{
	const struct link_graph *g = j->graph;
	const struct link_verdict **verdicts = verdicts_by_group(j);

	for (uint32_t i = 0; i < g->n_groups; i++) {
		const struct link_group *group = &g->groups[i];
		struct link_row row = { .target = link_graph_text(g, group->dest) };
		struct link_place place = group->first;
		uint32_t next = group->more;

		if (group->fragment != LINK_NONE)
			row.fragment = strings_text(&g->strings, group->fragment);
		if (verdicts[i]) {
			row.rule = str_of(link_rule_id(verdicts[i]->rule));
			row.text = verdicts[i]->text;
		}
		for (;;) {
			row.page.path = path_of(g, place.page);
			row.at = place.at;
			put(form, &row.page, out);
			if (next == LINK_NONE)
				break;
			place = g->more[next].place;
			next = g->more[next].next;
		}
	}
	free(verdicts);
}

/* Places outside, in the order of their first mention; their fragments do not count. */
static void
put_externals(const struct link_judge *j, const struct table_form *form, struct buffer *out)
{
	const struct link_graph *g = j->graph;
	uint32_t *row_of = x_calloc(g->n_dests + 1, sizeof(*row_of)); /* plus one */
	struct external_row *rows = NULL;
	size_t n = 0, cap = 0;

	for (uint32_t i = 0; i < g->n_groups; i++) {
		const struct link_group *group = &g->groups[i];

		if (group->rule != LINK_RULES || !link_is_external(j, group->dest))
			continue;
		if (!row_of[group->dest]) {
			rows = x_grow(rows, &cap, n + 1, sizeof(*rows));
			rows[n++] =
			    (struct external_row){ .url = link_graph_text(g, group->dest),
				    .at = group->first.at,
				    .page.path = path_of(g, group->first.page) };
			row_of[group->dest] = (uint32_t)n;
		}
		rows[row_of[group->dest] - 1].pages += group->pages;
	}
	for (size_t i = 0; i < n; i++)
		put(form, &rows[i].page, out);
	free(rows);
	free(row_of);
}

static void
put_depths(const struct link_judge *j, const struct link_depth *depth,
    const struct table_form *form, struct buffer *out)
{
	const struct link_graph *g = j->graph;

	for (uint32_t i = 0; i < g->n_pages; i++) {
		const struct page_depth *page = &depth->pages[i];
		struct depth_row row = { .in = page->in, .out = page->out };
		char clicks[16];

		if (!g->pages[i].is_page)
			continue;
		row.page.path = path_of(g, i);
		if (g->pages[i].url != LINK_NONE)
			row.url = strings_text(&g->strings, g->pages[i].url);
		if (page->clicks != DEPTH_NONE) {
			int n = snprintf(clicks, sizeof(clicks), "%u", page->clicks);

			row.clicks = (struct str){ clicks, (size_t)n };
		}
		put(form, &row.page, out);
	}
}

void
link_report_table(
    const struct link_judge *j, const struct link_depth *depth, enum link_table table)
{
	struct table_form form = table_form(&link_tables[table]);
	struct buffer out = { 0 };

	table_header(&form, &out);
	switch (table) {
	case LINK_TABLE_NONE: break;
	case LINK_TABLE_LINKS: put_links(j, &form, &out); break;
	case LINK_TABLE_EXTERNALS: put_externals(j, &form, &out); break;
	case LINK_TABLE_DEPTH: put_depths(j, depth, &form, &out); break;
	}
	output_last(&out);
}
