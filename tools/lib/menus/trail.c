/* trail.c - does a page's breadcrumb agree with its menus. */
#include "trail.h"

enum { STEPS = 32, PLACES = 16 };

/* A step and where the menu at hand has it: numbers of items, from 1. */
struct step {
	const struct page_tree_item *item;
	struct str key;
	uint32_t places[PLACES], n;
};

/* Find the steps in a tree. */
static void
place_steps(struct step *steps, size_t n, const struct page_tree *t)
{
	for (size_t s = 0; s < n; s++)
		steps[s].n = 0;
	for (uint32_t i = 0; i < t->n; i++)
		for (size_t s = 0; s < n && t->items[i].key.p; s++)
			if (steps[s].n < PLACES && str_eq(steps[s].key, t->items[i].key))
				steps[s].places[steps[s].n++] = i + 1;
}

static bool
is_above(const struct page_tree *t, uint32_t high, uint32_t low)
{
	while (low > high)
		low = t->items[low - 1].above;
	return low == high;
}

/* True when the menu has the upper step above the lower one somewhere. */
static bool
agrees(const struct page_tree *t, const struct step *upper, const struct step *lower)
{
	for (uint32_t i = 0; i < upper->n; i++)
		for (uint32_t k = 0; k < lower->n; k++)
			if (is_above(t, upper->places[i], lower->places[k]))
				return true;
	return false;
}

static void
add_detour(struct page_trees *p, const struct step *upper, const struct step *lower,
    const struct page_tree *t)
{
	struct page_detour *d = arena_zalloc(&p->arena, sizeof(*d)), **end = &p->detours;
	uint32_t above = t->items[lower->places[0] - 1].above;

	d->above = upper->item->label;
	d->label = lower->item->label;
	d->key = lower->key;
	if (above)
		d->menu_above = t->items[above - 1].label;
	d->at = lower->item->at;
	while (*end)
		end = &(*end)->next;
	*end = d;
}

/* The steps that lead somewhere; the last one that does not is the page itself. */
static size_t
read_steps(const struct page_trees *p, const struct page_tree *trail, struct step *steps)
{
	size_t n = 0;

	for (uint32_t i = 0; i < trail->n && n < STEPS; i++) {
		const struct page_tree_item *item = &trail->items[i];

		if (!item->key.p && i + 1 < trail->n)
			continue;
		steps[n].item = item;
		steps[n++].key = item->key.p ? item->key : p->path;
	}
	return n;
}

void
trail_check(struct page_trees *p, const struct page_tree *trail)
{
	struct step steps[STEPS];
	size_t n = read_steps(p, trail, steps);
	const struct page_tree *witness[STEPS] = { NULL };
	bool fine[STEPS] = { false };

	for (const struct page_tree *t = p->trees; t; t = t->next) {
		if (t->nav->kind == NAV_RELATED)
			continue;
		place_steps(steps, n, t);
		for (size_t s = 1; s < n; s++) {
			if (agrees(t, &steps[s - 1], &steps[s]))
				fine[s] = true;
			else if (steps[s - 1].n && steps[s].n && s > 1 && !witness[s])
				witness[s] = t;
		}
	}
	for (size_t s = 2; s < n; s++) {
		if (fine[s] || !witness[s] || str_eq(steps[s - 1].key, steps[s].key))
			continue;
		place_steps(steps, n, witness[s]);
		add_detour(p, &steps[s - 1], &steps[s], witness[s]);
	}
}
