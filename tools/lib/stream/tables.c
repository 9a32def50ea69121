/* tables.c - what there is to know of pages, as tables. Rows of different tables are about the
 * same thing where path and id, nav or item are equal. */
#include <stddef.h>

#include "item_walk.h"
#include "table.h"

/* An item with where it stands. */
struct nav_row {
	struct str nav, id, parent, label;
	enum nav_kind kind;
	uint32_t depth, position; /* both from 1 */
	struct link link;
};

static const struct field nav_columns[] = {
	FIELD("nav", FIELD_TEXT, nav_row, nav),
	FIELD_OF_KIND("kind", nav_kind_names, nav_row, kind),
	FIELD("id", FIELD_TEXT, nav_row, id),
	FIELD("parent", FIELD_TEXT, nav_row, parent),
	FIELD("depth", FIELD_NUMBER, nav_row, depth),
	FIELD("position", FIELD_NUMBER, nav_row, position),
	FIELD("label", FIELD_TEXT, nav_row, label),
	FIELD("href", FIELD_URL, nav_row, link.href),
	FIELD("target", FIELD_URL, nav_row, link.target),
	FIELD("at", FIELD_POSITION, nav_row, link.at),
	{ .name = { 0 } },
};

/* A reference of any kind; item is the id of the item that holds it, which the table nav has.
 */
struct link_row {
	struct str from, attribute, rel, item;
	struct link link;
};

static const struct field link_columns[] = {
	FIELD("from", FIELD_TEXT, link_row, from),
	FIELD("attribute", FIELD_TEXT, link_row, attribute),
	FIELD("rel", FIELD_TEXT, link_row, rel),
	FIELD("href", FIELD_URL, link_row, link.href),
	FIELD("target", FIELD_URL, link_row, link.target),
	FIELD_OF_KIND("state", ref_state_names, link_row, link.state),
	FIELD("at", FIELD_POSITION, link_row, link.at),
	FIELD("item", FIELD_TEXT, link_row, item),
	{ .name = { 0 } },
};

static const struct field part_columns[] = {
	FIELD("id", FIELD_TEXT, region, id),
	FIELD_OF_KIND("role", part_role_names, region, part.role),
	FIELD("at", FIELD_POSITION, region, part.at),
	FIELD("text", FIELD_TEXT, region, part.text),
	{ .name = { 0 } },
};

static void
item_row(struct table_writer *w, const struct item_walk *walk)
{
	struct nav_row row = {
		.nav = walk->region->id,
		.id = item_walk_id(walk),
		.parent = item_walk_parent(walk),
		.label = walk->item->label,
		.kind = walk->region->nav.kind,
		.depth = walk->depth,
		.position = walk->position,
		.link = walk->item->link,
	};

	table_row(w, &row);
}

static void
nav_rows(struct table_writer *w, const struct page *page)
{
	struct item_walk walk = { .item = NULL };

	for (item_walk_start(&walk, page->regions); walk.item; item_walk_next(&walk))
		item_row(w, &walk);
	buffer_free(&walk.id);
}

void
table_item_rows(const struct table_form *f, const struct region *regions,
    struct str (*path)(const struct item *i), struct buffer *out)
{
	struct table_writer w = { .form = f, .out = out };
	struct item_walk walk = { .item = NULL };

	for (item_walk_start(&walk, regions); walk.item; item_walk_next(&walk)) {
		w.path = path(walk.item);
		item_row(&w, &walk);
	}
	buffer_free(&walk.id);
	buffer_free(&w.cell);
}

static void
link_rows(struct table_writer *w, const struct page *page)
{
	struct item_walk walk = { .item = NULL };
	struct link_row row = { .item = { 0 } };

	for (const struct ref *r = page->refs; r; r = r->next) {
		row.from = r->element;
		row.attribute = r->attribute;
		row.rel = r->rel;
		row.link = r->link;
		table_row(w, &row);
	}
	row = (struct link_row){ .from = STR("item"), .attribute = STR("href") };
	for (item_walk_start(&walk, page->regions); walk.item; item_walk_next(&walk)) {
		row.item = item_walk_id(&walk);
		row.link = walk.item->link;
		if (row.link.href.p)
			table_row(w, &row);
	}
	buffer_free(&walk.id);
}

static void
meta_rows(struct table_writer *w, const struct page *page)
{
	for (const struct meta *m = page->metas; m; m = m->next)
		table_row(w, m);
}

static void
alternate_rows(struct table_writer *w, const struct page *page)
{
	for (const struct alternate *a = page->alternates; a; a = a->next)
		table_row(w, a);
}

static void
part_rows(struct table_writer *w, const struct page *page)
{
	for (const struct region *r = page->regions; r; r = r->next)
		if (r->kind == REGION_PART)
			table_row(w, r);
}

const struct table tables[] = {
	{ "pages", WANT_REGIONS, page_fields + 1, table_page_row },
	{ "nav", WANT_REGIONS, nav_columns, nav_rows },
	{ "links", WANT_ALL, link_columns, link_rows },
	{ "metas", 0, meta_fields, meta_rows },
	{ "alternates", WANT_REFS, alternate_fields, alternate_rows },
	{ "parts", WANT_REGIONS, part_columns, part_rows },
	{ .name = NULL },
};
