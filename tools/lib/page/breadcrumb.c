/* breadcrumb.c - trails that a page declares as data. */
#include "breadcrumb.h"

#include "json_ld.h"

enum { DEEPEST = 8, LONGEST = 32 }; /* of the data's nesting, and of a trail */

struct trail {
	struct str labels[LONGEST], hrefs[LONGEST];
	size_t n;
};

/* A ListItem: its name and URL may stand in it or in its item. */
static void
read_step(struct arena *a, const json_t *step, struct trail *trail)
{
	const json_t *item = json_object_get(step, "item");
	struct str label = json_ld_str(a, json_object_get(step, "name"));
	struct str href = json_ld_str(a, item);

	if (!label.p)
		label = json_ld_str(a, json_object_get(item, "name"));
	if (!href.p)
		href = json_ld_str(a, json_object_get(item, "@id"));
	if (!label.p || trail->n == LONGEST)
		return;
	trail->labels[trail->n] = label;
	trail->hrefs[trail->n++] = href;
}

/* Does the tree show the trail, perhaps without the site's home at its start or the page itself
 * at its end? Where a tree is known for one, the page may be there although the data lacks it.
 */
static bool
shows(const struct nav *nav, const struct trail *trail)
{
	size_t step = 0, shown = 0;

	for (const struct item *i = nav->first; i; i = item_next(i)) {
		if (!i->label.n) /* an icon */
			continue;
		if (step == trail->n)
			return nav->kind == NAV_BREADCRUMB && shown > 1 && !item_next(i);
		if (!shown && trail->n > 2 && !str_eq_nocase(i->label, trail->labels[0]))
			step = 1;
		if (!str_eq_nocase(i->label, trail->labels[step]))
			return false;
		step++;
		shown++;
	}
	return shown >= (step > shown ? 2 : 1) &&
	       step + 1 >= trail->n; /* 2: home is not shown */
}

static void
append_trail(struct arena *a, const struct trail *trail, struct page *page)
{
	struct region *r = arena_zalloc(a, sizeof(*r)), **end = &page->regions;

	r->kind = REGION_NAV;
	r->nav.kind = NAV_BREADCRUMB;
	for (size_t i = 0; i < trail->n; i++) {
		struct item *item = arena_zalloc(a, sizeof(*item));

		item->label = trail->labels[i];
		item->label_from = LABEL_JSON_LD;
		item->link.href = trail->hrefs[i];
		*(r->nav.last ? &r->nav.last->next : &r->nav.first) = item;
		r->nav.last = item;
	}
	while (*end)
		end = &(*end)->next;
	*end = r;
}

static void
place_trail(struct arena *a, const json_t *list, struct page *page)
{
	struct trail trail = { .n = 0 };
	const json_t *steps = json_object_get(list, "itemListElement"), *step;
	size_t i;

	json_array_foreach(steps, i, step) read_step(a, step, &trail);
	if (!trail.n)
		return;
	for (struct region *r = page->regions; r; r = r->next) {
		if (r->kind == REGION_NAV && shows(&r->nav, &trail)) {
			r->nav.kind = NAV_BREADCRUMB;
			return;
		}
	}
	append_trail(a, &trail, page);
}

/* Look for lists in data nested to a bounded depth: arrays, @graph, breadcrumb of a WebPage. */
static void
search(struct arena *a, json_t *data, int depth, struct page *page)
{
	const char *key;
	json_t *value;
	size_t i;

	if (depth == DEEPEST)
		return;
	if (json_is_object(data) && json_ld_is(data, "BreadcrumbList")) {
		place_trail(a, data, page);
		return;
	}
	json_array_foreach(data, i, value) search(a, value, depth + 1, page);
	json_object_foreach(data, key, value) if (json_is_object(value) || json_is_array(value))
	    search(a, value, depth + 1, page);
}

void
breadcrumb_add(struct arena *a, const struct blocks *b, struct page *page)
{
	const struct block *at = NULL;
	json_t *data;

	while ((data = json_ld_next(b, &at))) {
		search(a, data, 0, page);
		json_decref(data);
	}
}
