/* navform.c - navigation trees as XML and CSV. */
#include "navform.h"

#include <stddef.h>

#include "field.h"
#include "navfields.h"
#include "table.h"
#include "xml.h"

#define NAV_START                                                                              \
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<navigation "                             \
	"xmlns=\"urn:siteglean:nav:1\">\n"

const struct field nav_page_fields[] = {
	FIELD("path", FIELD_URL, page, path),
	FIELD("url", FIELD_URL, page, url),
	FIELD("lang", FIELD_TEXT, page, lang),
	{ .name = { 0 } },
};

const struct field nav_site_fields[] = {
	FIELD("host", FIELD_TEXT, nav_group, host),
	FIELD("lang", FIELD_TEXT, nav_group, lang),
	FIELD("pages", FIELD_COUNT, nav_group, pages),
	{ .name = { 0 } },
};

const struct field nav_menu_fields[] = {
	FIELD("id", FIELD_TEXT, site_nav, region.id),
	FIELD_OF_KIND("kind", nav_kind_names, site_nav, region.nav.kind),
	FIELD("label", FIELD_TEXT, site_nav, region.nav.label),
	FIELD_OF_KIND("label-from", label_from_names, site_nav, region.nav.label_from),
	FIELD("pages", FIELD_COUNT, site_nav, pages),
	FIELD("items", FIELD_NUMBER, site_nav, items),
	{ .name = { 0 } },
};

const struct field nav_variant_fields[] = {
	FIELD_OF_KIND("kind", nav_kind_names, nav_variant, kind),
	FIELD("label", FIELD_TEXT, nav_variant, label),
	FIELD_OF_KIND("label-from", label_from_names, nav_variant, label_from),
	FIELD("below", FIELD_TEXT, nav_variant, below),
	FIELD("pages", FIELD_NUMBER, nav_variant, pages),
	FIELD("items", FIELD_NUMBER, nav_variant, items),
	FIELD("path", FIELD_URL, nav_variant, path),
	FIELD("at", FIELD_POSITION, nav_variant, at),
	{ .name = { 0 } },
};

const struct field nav_site_item_fields[] = {
	FIELD("path", FIELD_URL, site_item, path),
	FIELD("pages", FIELD_COUNT, site_item, pages),
	{ .name = { 0 } },
};

const struct region *
nav_region(const struct region *r)
{
	while (r && (r->kind != REGION_NAV || !r->nav.first))
		r = r->next;
	return r;
}

static void
indent(struct buffer *out, int depth)
{
	for (int i = 0; i < depth; i++)
		buffer_add(out, STR("  "));
}

/* All of an item but its end tag, on a line of its own, so that two outputs can be compared. */
static void
open_item(struct buffer *out, const struct item *i, int depth, bool of_page)
{
	indent(out, depth);
	buffer_add(out, STR("<item"));
	fields_write(out, item_fields, i);
	if (!of_page)
		fields_write(out, nav_site_item_fields, i);
	if (!i->first && !i->text.p)
		buffer_char(out, '/');
	buffer_char(out, '>');
	if (i->text.p) {
		buffer_add(out, STR("<text>"));
		xml_text(out, i->text);
		buffer_add(out, STR("</text>"));
	}
	if (i->text.p && !i->first)
		buffer_add(out, STR("</item>"));
	buffer_char(out, '\n');
}

static void
write_items(struct buffer *out, const struct item *i, bool of_page)
{
	int depth = 3;

	while (i) {
		open_item(out, i, depth, of_page);
		if (i->first) {
			i = i->first;
			depth++;
			continue;
		}
		for (; !i->next && i->parent; i = i->parent) {
			indent(out, --depth);
			buffer_add(out, STR("</item>\n"));
		}
		i = i->next;
	}
}

static void
write_nav(struct buffer *out, const struct region *r, bool of_page)
{
	const struct site_nav *menu = (const struct site_nav *)r;

	buffer_add(out, STR("    <nav"));
	fields_write(out, of_page ? nav_fields : nav_menu_fields, r);
	buffer_add(out, STR(">\n"));
	for (const struct nav_variant *v = of_page ? NULL : menu->variants; v; v = v->next) {
		buffer_add(out, STR("      <variant"));
		fields_write(out, nav_variant_fields, v);
		buffer_add(out, STR("/>\n"));
	}
	write_items(out, r->nav.first, of_page);
	buffer_add(out, STR("    </nav>\n"));
}

static void
begin_xml(struct buffer *out)
{
	buffer_add(out, STR(NAV_START));
}

static void
end_xml(struct buffer *out)
{
	buffer_add(out, STR("</navigation>\n"));
}

static void
write_xml(struct buffer *out, const struct nav_group *g)
{
	struct str name = g->page ? STR("page") : STR("site");

	buffer_add(out, STR("  <"));
	buffer_add(out, name);
	if (g->page)
		fields_write(out, nav_page_fields, g->page);
	else
		fields_write(out, nav_site_fields, g);
	buffer_add(out, STR(">\n"));
	for (const struct region *r = nav_region(g->regions); r; r = nav_region(r->next))
		write_nav(out, r, g->page);
	buffer_add(out, STR("  </"));
	buffer_add(out, name);
	buffer_add(out, STR(">\n"));
}

static void
begin_csv(struct buffer *out)
{
	struct table_form form = table_form(table_of(STR("nav")));

	table_header(&form, out);
}

static struct str
path_of(const struct item *i)
{
	return ((const struct site_item *)i)->path;
}

static void
write_csv(struct buffer *out, const struct nav_group *g)
{
	struct table_form form = table_form(table_of(STR("nav")));

	if (g->page)
		table_rows(&form, g->page, out);
	else
		table_item_rows(&form, g->regions, path_of, out);
}

static const struct nav_form forms[] = {
	{ "xml", begin_xml, write_xml, end_xml },
	{ "csv", begin_csv, write_csv, NULL },
	{ "tree", NULL, nav_write_tree, NULL },
	{ "json", NULL, nav_write_json, NULL },
};

const struct nav_form *
nav_form(const char *name)
{
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (strcmp(name, forms[i].name) == 0)
			return &forms[i];
	return NULL;
}
