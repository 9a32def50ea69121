/* menus.c - the menus of a site: trees of its pages that are one, put together. */
#include "menus.h"

#include <stdio.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "menu_match.h"
#include "variants.h"

struct merge {
	struct menus *menus;
	const struct trees *trees;
	struct matcher matcher;
	struct menu **next;
	uint32_t n_known; /* nodes of the menu before the tree at hand */
};

static struct str
text(const struct merge *g, uint32_t string)
{
	return trees_text(g->trees, string);
}

static struct menu *
new_menu(struct merge *g)
{
	struct menu *menu = arena_zalloc(&g->menus->arena, sizeof(*menu));

	menu->nav.region.kind = REGION_NAV;
	menu->top.menu = menu;
	menu->number = UINT32_MAX;
	menu->n_nodes = 1;
	*g->next = menu;
	g->next = (struct menu **)&menu->nav.region.next;
	return menu;
}

/* Take from an item what a node has not: where it leads, and the words beside its label. */
static void
fill(struct merge *g, struct node *node, const struct tree *t, const struct tree_item *item)
{
	struct item *i = &node->seen.item;

	if (!i->text.p)
		i->text = text(g, item->text);
	if (node->seen.path.p && (node->key || !item->key))
		return;
	node->key = item->key;
	node->seen.path = text(g, t->first.path);
	i->link.href = text(g, item->href);
	i->link.target = text(g, item->target);
	i->link.state = item->state;
	i->link.at = item->at;
}

/* Put a node below another, behind one of its children (NULL: before all). */
static void
insert(struct node *node, struct node *up, struct node *behind)
{
	struct item *i = &node->seen.item, *above = &up->seen.item;
	struct item **place = behind ? &behind->seen.item.next : &above->first;

	i->next = *place;
	*place = i;
	if (!i->next)
		above->last = i;
	i->parent = up->up ? above : NULL;
	node->up = up;
	node->depth = up->depth + 1;
	up->children++;
}

/* The child behind which an item goes that is new and the first of its level: one before the
 * next of the level that is known, or the last. */
static struct node *
find_place(const struct tree *t, uint32_t i, const struct node *up)
{
	const struct item *first = up->seen.item.first, *known = NULL;
	uint32_t above = t->items[i].above;

	for (i++; i < t->n && t->items[i].above >= above && !known; i++)
		if (t->items[i].above == above && t->nodes[i])
			known = &t->nodes[i]->seen.item;
	if (!known)
		return node_of(up->seen.item.last);
	if (first == known)
		return NULL;
	while (first->next != known)
		first = first->next;
	return node_of((struct item *)first);
}

static struct node *
new_node(struct merge *g, const struct tree *t, const struct tree_item *item, struct menu *menu)
{
	struct node *node = arena_zalloc(&g->menus->arena, sizeof(*node));

	node->menu = menu;
	node->number = menu->n_nodes++;
	node->label = item->label;
	node->key = item->key;
	node->seen.item.label = text(g, item->label);
	node->seen.item.label_from = item->label_from;
	fill(g, node, t, item);
	return node;
}

/* Add an item that is not in the menu yet, behind the one before it on its level. One deeper
 * than pages may have them goes beside the one above it. */
static struct node *
add_item(struct merge *g, struct tree *t, uint32_t i, struct node *up, struct node *before)
{
	struct node *node = new_node(g, t, &t->items[i], up->menu);

	if (up->depth >= ITEM_DEPTH)
		insert(node, up->up, up);
	else
		insert(node, up, before ? before : find_place(t, i, up));
	return node;
}

/* Add what the tree has more than the menu. */
static void
add_items(struct merge *g, struct tree *t, struct node *top)
{
	struct node **last =
	    x_calloc(t->n + 1, sizeof(*last)); /* child by number of the above */

	for (uint32_t i = 0; i < t->n; i++) {
		const struct tree_item *item = &t->items[i];
		struct node *node = t->nodes[i];
		bool had_key = node && node->key;

		if (!node)
			node = t->nodes[i] = add_item(g, t, i,
			    item->above ? t->nodes[item->above - 1] : top, last[item->above]);
		else
			fill(g, node, t, item);
		if (node->number < g->n_known && node->key && !had_key)
			matcher_add_key(&g->matcher, node);
		last[item->above] = node;
	}
	free(last);
}

/* The nodes that came with a tree can be found from now on. */
static void
index_nodes(struct merge *g, const struct tree *t)
{
	for (uint32_t i = 0; i < t->n; i++)
		if (t->nodes[i]->number >= g->n_known)
			matcher_add(&g->matcher, t->nodes[i]);
}

static void
add_tree(struct merge *g, struct tree *t)
{
	struct node *top;

	t->nodes = arena_zalloc(&g->menus->arena, t->n * sizeof(*t->nodes));
	top = matcher_find(&g->matcher, t);
	if (!top) {
		memset(t->nodes, 0, t->n * sizeof(*t->nodes));
		top = &new_menu(g)->top;
	}
	t->menu = top->menu;
	t->top = top;
	t->menu->is_menu |= t->kind != NAV_RELATED;
	if (t->number < t->menu->number)
		t->menu->number = t->number;
	g->n_known = t->menu->n_nodes;
	add_items(g, t, top);
	index_nodes(g, t);
}

/* Trees that show most on all pages together come first: they say how a menu is ordered.
 * Related links come last: they may be a copy of a menu, and make one only where they stay. */
static int
by_weight(const void *a, const void *b)
{
	const struct tree *x = *(struct tree *const *)a, *y = *(struct tree *const *)b;
	uint64_t wx = (uint64_t)x->n * x->pages, wy = (uint64_t)y->n * y->pages;

	if ((x->kind == NAV_RELATED) != (y->kind == NAV_RELATED))
		return x->kind == NAV_RELATED ? 1 : -1;
	return wx != wy ? (wx < wy) - (wx > wy)
	                : (x->number > y->number) - (x->number < y->number);
}

static struct tree **
sorted_trees(const struct tree_site *site, size_t *n)
{
	struct tree **list = NULL;
	size_t cap = 0;

	*n = 0;
	for (struct tree *t = site->trees; t; t = t->next) {
		list = x_grow(list, &cap, *n + 1, sizeof(*list));
		list[(*n)++] = t;
	}
	if (*n)
		qsort(list, *n, sizeof(*list), by_weight);
	return list;
}

/* Are related links a menu after all: the same ones on several pages, but for some that go by
 * the page? A page by itself tells little of a bar that nothing names. */
static bool
is_steady(const struct menu *menu)
{
	enum { LEAST_PAGES = 5, LEAST_ITEMS = 4 };
	uint64_t pages = menu->nav.pages, shown = 0;
	uint32_t steady = 0;

	if (pages < LEAST_PAGES)
		return false;
	for (struct item *i = menu->top.seen.item.first; i; i = item_next(i)) {
		uint32_t seen = node_of(i)->seen.pages;

		shown += seen;
		steady += seen * 2ull > pages;
	}
	return steady >= LEAST_ITEMS && steady * 2 * pages >= shown;
}

/* A menu is what pages share; a site of one page has those that it says are menus. */
static bool
is_shared(const struct menu *menu, const struct tree_site *site)
{
	return menu->nav.pages > 1 ||
	       (site->pages == 1 && menu->nav.region.nav.kind != NAV_CONTENTS);
}

static int
by_pages(const void *a, const void *b)
{
	const struct menu *x = *(struct menu *const *)a, *y = *(struct menu *const *)b;
	uint32_t px = x->nav.pages, py = y->nav.pages;

	if (px != py)
		return (px < py) - (px > py);
	return (x->number > y->number) - (x->number < y->number);
}

/* Choose the menus that are the site's, put them in order and name them. */
static void
list_menus(struct menus *m, const struct tree_site *site, uint32_t *number)
{
	struct menu **list = NULL;
	size_t n = 0, cap = 0;
	struct region **next = (struct region **)&m->first;

	for (struct menu *menu = m->first; menu; menu = menu_next(menu)) {
		if (!menu->is_menu && is_steady(menu)) {
			menu->is_menu = true;
			menu->nav.region.nav.kind = NAV_MENU;
		}
		if (!menu->is_menu || !is_shared(menu, site)) {
			m->left_out += menu->is_menu;
			continue;
		}
		list = x_grow(list, &cap, n + 1, sizeof(*list));
		list[n++] = menu;
	}
	if (n)
		qsort(list, n, sizeof(*list), by_pages);
	for (size_t i = 0; i < n; i++) {
		struct region *r = &list[i]->nav.region;
		char id[16];

		snprintf(id, sizeof(id), "m%u", ++*number);
		r->id = arena_str(&m->arena, str_of(id));
		r->nav.first = list[i]->top.seen.item.first;
		*next = r;
		next = &r->next;
	}
	*next = NULL;
	free(list);
}

void
menus_find(struct menus *m, const struct trees *trees, struct tree_site *site, uint32_t *number)
{
	struct merge g = { .menus = m, .trees = trees, .next = &m->first };
	size_t n;
	struct tree **list = sorted_trees(site, &n);

	m->first = NULL;
	m->left_out = 0;
	matcher_init(&g.matcher, trees);
	for (size_t i = 0; i < n; i++)
		add_tree(&g, list[i]);
	matcher_free(&g.matcher);
	free(list);
	variants_find(m, trees, site);
	list_menus(m, site, number);
	variants_name(m);
}

void
menus_free(struct menus *m)
{
	arena_free(&m->arena);
	*m = (struct menus){ 0 };
}
