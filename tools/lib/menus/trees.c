/* trees.c - the menus of a stream of pages, each different tree once. */
#include "trees.h"

#include <search.h>
#include <stdlib.h>

#include "../base/hash.h"
#include "../base/memory.h"

void
trees_init(struct trees *t)
{
	*t = (struct trees){ .sites = NULL };
	strings_init(&t->strings);
}

uint32_t
trees_string(struct trees *t, struct str s)
{
	return s.p ? strings_add(&t->strings, s, strings_hash(&t->strings, s)) + 1 : 0;
}

uint32_t
trees_find(const struct trees *t, struct str s)
{
	/* STRING_NONE is one below 0. */
	return s.p ? strings_find(&t->strings, s, strings_hash(&t->strings, s)) + 1 : 0;
}

struct str
trees_text(const struct trees *t, uint32_t string)
{
	return string ? strings_text(&t->strings, string - 1) : (struct str){ 0 };
}

/* The object of the index that compares equal to sought, or NULL. */
static void *
find(const void *sought, void *const *index, int (*compare)(const void *, const void *))
{
	void *const *found = tfind(sought, index, compare);

	return found ? *found : NULL;
}

static void
keep(void *object, void **index, int (*compare)(const void *, const void *))
{
	if (!tsearch(object, index, compare))
		memory_exhausted();
}

static int
order(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

static int
compare_sites(const void *a, const void *b)
{
	const struct tree_site *x = a, *y = b;

	return x->host != y->host ? order(x->host, y->host) : order(x->lang, y->lang);
}

static int
compare_items(const struct tree_item *x, const struct tree_item *y)
{
	if (x->above != y->above)
		return order(x->above, y->above);
	return x->label != y->label ? order(x->label, y->label) : order(x->key, y->key);
}

static int
compare_trees(const void *a, const void *b)
{
	const struct tree *x = a, *y = b;
	int by;

	if ((by = order(x->fingerprint, y->fingerprint)) ||
	    (by = order((uintptr_t)x->site, (uintptr_t)y->site)) ||
	    (by = order(x->kind, y->kind)) || (by = order(x->label, y->label)) ||
	    (by = order(x->copy, y->copy)) || (by = order(x->n, y->n)))
		return by;
	for (uint32_t i = 0; i < x->n; i++)
		if ((by = compare_items(&x->items[i], &y->items[i])))
			return by;
	return 0;
}

static int
compare_sets(const void *a, const void *b)
{
	const struct tree_set *x = a, *y = b;

	if (x->site != y->site)
		return order((uintptr_t)x->site, (uintptr_t)y->site);
	if (x->n != y->n)
		return order(x->n, y->n);
	for (uint32_t i = 0; i < x->n; i++)
		if (x->trees[i] != y->trees[i])
			return order(x->trees[i]->number, y->trees[i]->number);
	return 0;
}

static struct tree_site *
find_site(struct trees *t, const struct page_trees *page)
{
	struct tree_site sought = {
		.host = trees_string(t, page->host),
		.lang = trees_string(t, page->lang),
	};
	struct tree_site *site = find(&sought, &t->site_index, compare_sites);

	if (site)
		return site;
	site = arena_alloc(&t->arena, sizeof(*site));
	*site = sought;
	site->next_tree = &site->trees;
	site->next_set = &site->sets;
	*(t->sites ? t->next_site : &t->sites) = site;
	t->next_site = &site->next;
	keep(site, &t->site_index, compare_sites);
	return site;
}

/* What tells the tree of a page from others, the items in scratch memory. */
static struct tree
sketch(struct trees *t, const struct page_tree *from, struct tree_site *site)
{
	struct tree tree = {
		.site = site,
		.kind = from->nav->kind,
		.label_from = from->nav->label_from,
		.label = trees_string(t, from->nav->label),
		.n = from->n,
		.at = from->nav->at,
		.items = x_calloc(from->n + 1, sizeof(*tree.items)),
	};
	uint64_t h = hash_mix((uint64_t)tree.kind, tree.label);

	for (uint32_t i = 0; i < tree.n; i++) {
		struct tree_item *item = &tree.items[i];

		item->above = from->items[i].above;
		item->label = trees_string(t, from->items[i].label);
		item->key = trees_string(t, from->items[i].key);
		h = hash_mix(h, (uint64_t)item->above << 32 | item->label);
		h = hash_mix(h, item->key);
	}
	tree.fingerprint = h;
	return tree;
}

static struct sighting
sight(struct trees *t, const struct page_trees *page)
{
	return (struct sighting){ trees_string(t, page->file), trees_string(t, page->path) };
}

/* Keep a tree that was not seen before. */
static struct tree *
new_tree(struct trees *t, const struct tree *sketched, const struct page_tree *from,
    const struct page_trees *page)
{
	struct tree *tree = arena_alloc(&t->arena, sizeof(*tree));

	*tree = *sketched;
	tree->number = t->n++;
	tree->first = sight(t, page);
	tree->items = arena_alloc(&t->arena, tree->n * sizeof(*tree->items));
	for (uint32_t i = 0; i < tree->n; i++) {
		const struct page_tree_item *item = &from->items[i];

		tree->items[i] = sketched->items[i];
		tree->items[i].href = trees_string(t, item->href);
		tree->items[i].target = trees_string(t, item->target);
		tree->items[i].text = trees_string(t, item->text);
		tree->items[i].at = item->at;
		tree->items[i].state = (uint8_t)item->state;
		tree->items[i].label_from = (uint8_t)item->label_from;
		tree->items[i].current = item->current;
		tree->has_links |= item->key.p != NULL;
	}
	*tree->site->next_tree = tree;
	tree->site->next_tree = &tree->next;
	keep(tree, &t->tree_index, compare_trees);
	return tree;
}

/* The tree, seen once more. */
static struct tree *
add_tree(struct trees *t, const struct page_tree *from, const struct page_trees *page,
    struct tree_site *site)
{
	struct tree tree = sketch(t, from, site), *known;

	known = find(&tree, &t->tree_index, compare_trees);
	if (known && known->last_page == t->pages) {
		tree.copy = ++known->copies;
		known = find(&tree, &t->tree_index, compare_trees);
	}
	if (!known)
		known = new_tree(t, &tree, from, page);
	free(tree.items);
	known->last_page = t->pages;
	known->copies = 0;
	known->pages++;
	return known;
}

static void
add_set(struct trees *t, const struct tree_set *sketched, const struct page_trees *page)
{
	struct tree_set *set = find(sketched, &t->set_index, compare_sets);

	if (!set) {
		set = arena_alloc(&t->arena, sizeof(*set));
		*set = *sketched;
		set->number = t->n_sets++;
		set->first = sight(t, page);
		set->trees = arena_alloc(&t->arena, set->n * sizeof(*set->trees));
		for (uint32_t i = 0; i < set->n; i++)
			set->trees[i] = sketched->trees[i];
		*set->site->next_set = set;
		set->site->next_set = &set->next;
		keep(set, &t->set_index, compare_sets);
	}
	set->pages++;
}

struct tree_site *
trees_add(struct trees *t, const struct page_trees *page)
{
	struct tree_set set = { .site = find_site(t, page) };
	size_t cap = 0;

	t->pages++;
	for (const struct page_tree *tree = page->trees; tree; tree = tree->next) {
		set.trees = x_grow(set.trees, &cap, set.n + 1, sizeof(*set.trees));
		set.trees[set.n++] = add_tree(t, tree, page, set.site);
	}
	set.site->pages++;
	add_set(t, &set, page);
	free(set.trees);
	return set.site;
}

/* The one host of all pages whose URL is known, or 0. */
static uint32_t
only_host(const struct trees *t)
{
	uint32_t host = 0;

	for (const struct tree_site *site = t->sites; site; site = site->next) {
		if (host && site->host && site->host != host)
			return 0;
		if (site->host)
			host = site->host;
	}
	return host;
}

static void
join_sites(struct tree_site *to, struct tree_site *from)
{
	for (struct tree *tree = from->trees; tree; tree = tree->next)
		tree->site = to;
	for (struct tree_set *set = from->sets; set; set = set->next)
		set->site = to;
	if (from->trees) {
		*to->next_tree = from->trees;
		to->next_tree = from->next_tree;
	}
	if (from->sets) {
		*to->next_set = from->sets;
		to->next_set = from->next_set;
	}
	to->pages += from->pages;
}

void
trees_adopt(struct trees *t)
{
	uint32_t host = only_host(t);

	for (struct tree_site **at = &t->sites; host && *at;) {
		struct tree_site *site = *at, *same = t->sites;

		while (same && (same->host != host || same->lang != site->lang))
			same = same->next;
		if (site->host || !same) {
			site->host = host;
			at = &site->next;
			continue;
		}
		join_sites(same, site);
		*at = site->next;
	}
}

static void
nothing(void *object_in_arena)
{
	(void)object_in_arena;
}

void
trees_free(struct trees *t)
{
	tdestroy(t->site_index, nothing);
	tdestroy(t->tree_index, nothing);
	tdestroy(t->set_index, nothing);
	arena_free(&t->arena);
	strings_free(&t->strings);
	*t = (struct trees){ 0 };
}
