/* nav_pages.c - pages that go without a menu, stand in none, or contradict theirs. */
#include <search.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "nav_check.h"

/* A step of breadcrumbs that menus contradict, and on how many pages. */
struct nav_detour {
	const struct tree_site *site;
	uint32_t above, label, key, menu_above; /* strings */
	uint32_t pages;
	struct sighting first;
	struct position at;
	struct nav_detour *next;
};

static int
compare(const void *a, const void *b)
{
	const struct nav_detour *x = a, *y = b;

	if (x->site != y->site)
		return ((uintptr_t)x->site > (uintptr_t)y->site) ? 1 : -1;
	if (x->key != y->key)
		return x->key > y->key ? 1 : -1;
	if (x->above != y->above)
		return x->above > y->above ? 1 : -1;
	return (x->menu_above > y->menu_above) - (x->menu_above < y->menu_above);
}

static void
note_detour(struct nav_check *c, const struct page_trees *page, const struct tree_site *site,
    const struct page_detour *from)
{
	struct nav_detour sought = { .site = site,
		.above = trees_string(c->trees, from->above),
		.label = trees_string(c->trees, from->label),
		.key = trees_string(c->trees, from->key),
		.menu_above = trees_string(c->trees, from->menu_above) };
	struct nav_detour *const *found = tfind(&sought, &c->detour_index, compare), *new;

	if (found) {
		(*found)->pages++;
		return;
	}
	new = arena_alloc(&c->arena, sizeof(*new));
	*new = sought;
	new->pages = 1;
	new->at = from->at;
	new->first = (struct sighting){ trees_string(c->trees, page->file),
		trees_string(c->trees, page->path) };
	if (!tsearch(new, &c->detour_index, compare))
		memory_exhausted();
	*(c->detours ? c->next_detour : &c->detours) = new;
	c->next_detour = &new->next;
}

static bool
is_target(const struct nav_check *c, struct str path)
{
	uint32_t string = trees_find(c->trees, path);

	return string && string < c->targets_cap && c->is_target[string];
}

static void
note_target(struct nav_check *c, struct str target)
{
	uint32_t string = trees_find(c->trees, target);
	size_t before = c->targets_cap;

	if (!string)
		return;
	c->is_target = x_grow(c->is_target, &c->targets_cap, string + 1, 1);
	memset(c->is_target + before, 0, c->targets_cap - before);
	c->is_target[string] = 1;
}

static void
add_ended(struct buffer *out, struct str s)
{
	buffer_add(out, s);
	buffer_char(out, '\0');
}

void
nav_check_page(struct nav_check *c, const struct page_trees *page, const struct tree_site *site)
{
	for (const struct page_detour *d = page->detours; d; d = d->next)
		note_detour(c, page, site, d);
	for (const struct page_tree *t = page->trees; t; t = t->next)
		for (uint32_t i = 0; i < t->n && t->nav->kind != NAV_RELATED; i++)
			note_target(c, t->items[i].target);
	if (is_target(c, page->path))
		return;
	add_ended(&c->waiting, page->file);
	add_ended(&c->waiting, page->path);
}

/* The first page of the site that does not have a menu. */
static const struct tree_set *
first_without(const struct tree_site *site, const struct menu *menu)
{
	for (const struct tree_set *set = site->sets; set; set = set->next) {
		uint32_t i = 0;

		while (i < set->n && set->trees[i]->menu != menu)
			i++;
		if (i == set->n)
			return set;
	}
	return NULL;
}

void
nav_check_lacking(struct nav_check *c, const struct tree_site *site, const struct menus *menus)
{
	for (const struct menu *menu = menus->first; menu; menu = menu_next(menu)) {
		const struct nav *nav = &menu->nav.region.nav;
		uint32_t lacking = site->pages - menu->nav.pages;
		const struct tree_set *set;

		if (!lacking || lacking >= menu->nav.pages ||
		    !(set = first_without(site, menu)))
			continue;
		nav_say_page(c, NAV_NO_MENU, set->first, (struct position){ 0 },
		    "menu '%.*s' is missing on %u of %u pages",
		    NAV_QUOTE(nav->label.p ? nav->label : menu->nav.region.id), lacking,
		    site->pages);
	}
}

/* The next of the strings that add_ended() put one behind another. */
static struct str
take_ended(const char **p)
{
	struct str s = str_of(*p);

	*p += s.n + 1;
	return s;
}

void
nav_check_pages(struct nav_check *c)
{
	const char *p = c->waiting.data, *end = p + c->waiting.n;

	for (const struct nav_detour *d = c->detours; d; d = d->next)
		nav_say_page(c, NAV_DETOUR, d->first, d->at,
		    "breadcrumb has '%.*s' below '%.*s', the menu %s%.*s%s, on %u %s",
		    NAV_TEXT(c, d->label), NAV_TEXT(c, d->above),
		    d->menu_above ? "below '" : "at the top", NAV_TEXT(c, d->menu_above),
		    d->menu_above ? "'" : "", d->pages, d->pages == 1 ? "page" : "pages");
	while (c->targets_cap && p < end) { /* in captures as text nothing leads anywhere */
		struct str file = take_ended(&p), path = take_ended(&p);
		struct sighting page;

		if (is_target(c, path))
			continue;
		page.file = trees_string(c->trees, file);
		page.path = trees_string(c->trees, path);
		nav_say_page(c, NAV_PAGE, page, (struct position){ 0 },
		    "no menu of the site leads to this page");
	}
}

static void
nothing(void *detour_in_arena)
{
	(void)detour_in_arena;
}

void
nav_check_free(struct nav_check *c)
{
	tdestroy(c->detour_index, nothing);
	buffer_free(&c->waiting);
	free(c->is_target);
	arena_free(&c->arena);
}
