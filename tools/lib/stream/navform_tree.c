/* navform_tree.c - navigation trees drawn for a terminal. */
#include "../page/kind_names.h"
#include "navform.h"
#include "xml.h"

/* A label on one line: control characters go, and what XML would replace is replaced. */
static void
add_label(struct buffer *out, struct str label)
{
	struct buffer plain = { 0 };

	xml_plain(&plain, label, false);
	for (size_t i = 0; i < plain.n; i++)
		buffer_char(out, (unsigned char)plain.data[i] < 0x20 ? ' ' : plain.data[i]);
	buffer_free(&plain);
}

/* The lines of all levels above, then that of the item itself. */
static void
add_lines(struct buffer *out, const struct item *i)
{
	const struct item *line[ITEM_DEPTH];
	int n = 0;

	for (const struct item *up = i->parent; up && n < ITEM_DEPTH; up = up->parent)
		line[n++] = up;
	while (n--)
		buffer_add(out, line[n]->next ? STR("│   ") : STR("    "));
	buffer_add(out, i->next ? STR("├── ") : STR("└── "));
}

static void
add_pages(struct buffer *out, uint32_t pages)
{
	buffer_printf(out, "%u %s", pages, pages == 1 ? "page" : "pages");
}

static void
add_item(struct buffer *out, const struct item *i, const struct site_nav *menu)
{
	const struct site_item *of_site = (const struct site_item *)i;

	add_lines(out, i);
	if (i->label.n) {
		add_label(out, i->label);
	} else {
		buffer_char(out, '<');
		add_label(out, i->link.href);
		buffer_char(out, '>');
	}
	if (menu && of_site->pages < menu->pages) {
		buffer_add(out, STR("  ("));
		add_pages(out, of_site->pages);
		buffer_char(out, ')');
	}
	buffer_char(out, '\n');
}

/* What a tree is: its heading or kind, and on how many pages. */
static void
add_heading(struct buffer *out, const struct region *r, const struct nav_group *g)
{
	const struct site_nav *menu = (const struct site_nav *)r;
	const char *kind = kind_name(&nav_kind_names, r->nav.kind);

	buffer_printf(out, "%.*s ", (int)r->id.n, r->id.p);
	if (r->nav.label.p) {
		add_label(out, r->nav.label);
		buffer_printf(out, " (%s", kind);
	} else {
		buffer_printf(out, "(%s", kind);
	}
	if (!g->page) {
		buffer_printf(out, ", %u of ", menu->pages);
		add_pages(out, g->pages);
	}
	buffer_add(out, STR(")\n"));
}

static void
add_variants(struct buffer *out, const struct nav_variant *v, uint32_t items)
{
	if (!v->next)
		return;
	for (; v; v = v->next) {
		buffer_printf(out, "   %s", kind_name(&nav_kind_names, v->kind));
		if (v->label.p) {
			buffer_add(out, STR(" '"));
			add_label(out, v->label);
			buffer_char(out, '\'');
		}
		if (v->below.p)
			buffer_printf(out, " below %.*s", (int)v->below.n, v->below.p);
		buffer_printf(out, ": %u of %u items, ", v->items, items);
		add_pages(out, v->pages);
		buffer_char(out, '\n');
	}
}

static void
add_nav(struct buffer *out, const struct region *r, const struct nav_group *g)
{
	const struct site_nav *menu = g->page ? NULL : (const struct site_nav *)r;

	buffer_char(out, '\n');
	add_heading(out, r, g);
	if (menu)
		add_variants(out, menu->variants, menu->items);
	for (const struct item *i = r->nav.first; i; i = item_next(i))
		add_item(out, i, menu);
}

void
nav_write_tree(struct buffer *out, const struct nav_group *g)
{
	struct buffer name = { 0 };

	if (g->page) {
		xml_plain(&name, g->page->path, true);
		add_label(out, buffer_str(&name));
	} else {
		add_label(out, g->host.p ? g->host : STR("site"));
	}
	if (g->page ? g->page->lang.p : g->lang.p)
		buffer_printf(out, " [%.*s]", (int)(g->page ? g->page->lang.n : g->lang.n),
		    g->page ? g->page->lang.p : g->lang.p);
	if (!g->page) {
		buffer_char(out, ' ');
		add_pages(out, g->pages);
	}
	buffer_char(out, '\n');
	for (const struct region *r = nav_region(g->regions); r; r = nav_region(r->next))
		add_nav(out, r, g);
	buffer_char(out, '\n');
	buffer_free(&name);
}
