/* variants.c - where menus stand on the pages of a site, and on how many. */
#include "variants.h"

#include <stdlib.h>

#include "../base/memory.h"

enum { LAST_ORDINAL = 16 };

struct tally {
	struct menus *menus;
	const struct trees *trees;
	uint64_t set; /* the one at hand, from 1 */
};

static struct variant *
new_variant(struct tally *c, const struct tree *t, uint32_t ordinal)
{
	struct variant *v = arena_zalloc(&c->menus->arena, sizeof(*v));

	v->ordinal = ordinal;
	v->next_tree = &v->trees;
	v->shown.kind = t->kind;
	v->shown.label = trees_text(c->trees, t->label);
	v->shown.label_from = t->label_from;
	v->shown.path = trees_text(c->trees, t->first.path);
	v->shown.at = t->at;
	return v;
}

/* The variant of the tree's menu and kind, made when there is none. */
static struct variant *
find_variant(struct tally *c, const struct tree *t, uint32_t ordinal)
{
	struct nav_variant **v = &t->menu->nav.variants;

	for (; *v; v = &(*v)->next)
		if ((*v)->kind == t->kind && ((struct variant *)*v)->ordinal == ordinal)
			return (struct variant *)*v;
	*v = &new_variant(c, t, ordinal)->shown;
	return (struct variant *)*v;
}

static void
give_variant(struct tally *c, struct tree *t)
{
	uint32_t *ordinal = &t->menu->ordinals[t->kind];

	if (!t->variant) {
		t->variant = find_variant(c, t, *ordinal);
		*t->variant->next_tree = t;
		t->variant->next_tree = &t->next_of_variant;
	}
	*ordinal += *ordinal < LAST_ORDINAL;
}

static void
count_set(struct tally *c, const struct tree_set *set)
{
	c->set++;
	for (uint32_t i = 0; i < set->n; i++) {
		struct tree *t = set->trees[i];

		if (t->menu->last_set != c->set) {
			t->menu->last_set = c->set;
			t->menu->nav.pages += set->pages;
			memset(t->menu->ordinals, 0, sizeof(t->menu->ordinals));
		}
		give_variant(c, t);
		if (t->variant->last_set != c->set) {
			t->variant->last_set = c->set;
			t->variant->shown.pages += set->pages;
		}
		for (uint32_t k = 0; k < t->n; k++) {
			if (t->nodes[k]->last_set == c->set)
				continue;
			t->nodes[k]->last_set = c->set;
			t->nodes[k]->seen.pages += set->pages;
		}
	}
}

/* Count the items that the trees of a variant show together. */
static void
count_items(struct tally *c, struct variant *v)
{
	c->set++;
	for (const struct tree *t = v->trees; t; t = t->next_of_variant) {
		for (uint32_t i = 0; i < t->n; i++) {
			v->shown.items += t->nodes[i]->last_set != c->set;
			t->nodes[i]->last_set = c->set;
		}
	}
}

/* How much a place of a menu says of what it is: its items, and twice those of one that is no
 * copy elsewhere on the page; related links say nothing. */
static uint64_t
weight(const struct nav_variant *v)
{
	return v->kind == NAV_RELATED ? 0 : (uint64_t)v->items << (v->kind == NAV_MENU);
}

/* A menu is called as where it shows most. */
static void
describe(struct tally *c, struct menu *menu)
{
	const struct nav_variant *most = menu->nav.variants;
	struct nav *nav = &menu->nav.region.nav;

	menu->nav.items = menu->n_nodes - 1;
	for (struct nav_variant *v = menu->nav.variants; v; v = v->next) {
		count_items(c, (struct variant *)v);
		if (weight(v) > weight(most))
			most = v;
	}
	nav->kind = most->kind;
	nav->label = most->label;
	nav->label_from = most->label_from;
}

/* What most pages have comes first, so that ordinals are theirs. */
static int
by_pages(const void *a, const void *b)
{
	const struct tree_set *x = *(struct tree_set *const *)a,
			      *y = *(struct tree_set *const *)b;

	if (x->pages != y->pages)
		return (x->pages < y->pages) - (x->pages > y->pages);
	return (x->number > y->number) - (x->number < y->number);
}

void
variants_find(struct menus *m, const struct trees *trees, struct tree_site *site)
{
	struct tally c = { .menus = m, .trees = trees };
	struct tree_set **list = NULL;
	size_t n = 0, cap = 0;

	for (struct tree_set *set = site->sets; set; set = set->next) {
		list = x_grow(list, &cap, n + 1, sizeof(struct tree_set *));
		list[n++] = set;
	}
	if (n)
		qsort(list, n, sizeof(*list), by_pages);
	for (size_t i = 0; i < n; i++)
		count_set(&c, list[i]);
	free(list);
	for (struct menu *menu = m->first; menu; menu = menu_next(menu))
		describe(&c, menu);
}

/* The id of a node below its menu's, such as "m1.3.2". */
static struct str
node_id(struct menus *m, const struct node *node)
{
	uint32_t place[ITEM_DEPTH + 1];
	struct buffer id = { 0 };
	struct str s;
	int n = 0;

	for (; node->up; node = node->up, n++) {
		const struct item *i = node->up->seen.item.first;

		for (place[n] = 1; i != &node->seen.item; i = i->next)
			place[n]++;
	}
	buffer_add(&id, node->menu->nav.region.id);
	while (n--)
		buffer_printf(&id, ".%u", place[n]);
	s = arena_str(&m->arena, buffer_str(&id));
	buffer_free(&id);
	return s;
}

void
variants_name(struct menus *m)
{
	for (struct menu *menu = m->first; menu; menu = menu_next(menu)) {
		for (struct nav_variant *v = menu->nav.variants; v; v = v->next) {
			const struct tree *t = ((struct variant *)v)->trees;
			const struct node *top = t->top;

			while (t && t->top == top)
				t = t->next_of_variant;
			if (!t && top->up)
				v->below = node_id(m, top);
		}
	}
}
