/* navform_json.c - navigation trees as JSON: an object a line for each page or site. */
#include <stdlib.h>

#include "../base/memory.h"
#include "json.h"
#include "navfields.h"
#include "navform.h"

static json_t *
value_of(const struct field *f, struct str value)
{
	if (f->type == FIELD_NUMBER || f->type == FIELD_COUNT)
		return json_integer(strtoll(value.p, NULL, 10));
	if (f->type == FIELD_FLAG)
		return json_true();
	return json_plain(value, f->type == FIELD_URL);
}

/* Members of the names that the fields have. A number ends where its scratch does: the byte
 * behind that is a NUL for strtoll(). */
static void
set_fields(json_t *object, const struct field *fields, const void *of)
{
	char scratch[FIELD_SCRATCH + 1] = { 0 };

	for (const struct field *f = fields; f->name.p; f++) {
		struct str value = field_value(f, of, scratch);

		if (value.p)
			json_add(object, f->name.p, value_of(f, value));
	}
}

/* Append a new object to the array of that name, made when there is none. */
static json_t *
add_to(json_t *object, const char *name)
{
	json_t *list = json_object_get(object, name), *added = json_need(json_object());

	if (!list) {
		list = json_need(json_array());
		json_add(object, name, list);
	}
	if (json_array_append_new(list, added))
		memory_exhausted();
	return added;
}

static json_t *
add_item(json_t *above, const struct item *i, bool of_page)
{
	json_t *object = add_to(above, "item");

	set_fields(object, item_fields, i);
	if (!of_page)
		set_fields(object, nav_site_item_fields, i);
	if (i->text.p)
		json_add(object, "text", json_plain(i->text, false));
	return object;
}

static void
add_items(json_t *nav, const struct item *i, bool of_page)
{
	json_t *open[ITEM_DEPTH + 1] = { nav };
	int depth = 0;

	while (i) {
		json_t *object = add_item(open[depth], i, of_page);

		if (i->first && depth < ITEM_DEPTH) {
			open[++depth] = object;
			i = i->first;
			continue;
		}
		for (; !i->next && i->parent; i = i->parent)
			depth--;
		i = i->next;
	}
}

static void
add_nav(json_t *group, const struct region *r, bool of_page)
{
	const struct site_nav *menu = (const struct site_nav *)r;
	json_t *nav = add_to(group, "nav");

	set_fields(nav, of_page ? nav_fields : nav_menu_fields, r);
	for (const struct nav_variant *v = of_page ? NULL : menu->variants; v; v = v->next)
		set_fields(add_to(nav, "variant"), nav_variant_fields, v);
	add_items(nav, r->nav.first, of_page);
}

void
nav_write_json(struct buffer *out, const struct nav_group *g)
{
	json_t *group = json_need(json_object());

	if (g->page)
		set_fields(group, nav_page_fields, g->page);
	else
		set_fields(group, nav_site_fields, g);
	for (const struct region *r = nav_region(g->regions); r; r = nav_region(r->next))
		add_nav(group, r, g->page);
	json_line(out, group);
}
