/* trees.h - the menus of a stream of pages, each different tree once.
 *
 * Memory grows with the number of different trees (36 bytes an item, and each string once) and
 * of different sets of them on a page, not with that of pages. */
#ifndef MENUS_TREES_H
#define MENUS_TREES_H

#include "../base/strings.h"
#include "page_trees.h"

/* Strings are numbers, 0: absent; trees_text() has them. */
struct tree_item {
	uint32_t above, label, key; /* what tells trees apart; see struct page_tree_item */
	uint32_t href, target, text;
	struct position at;
	uint8_t state, label_from;
	bool current;
};

/* The page that something was seen on first. */
struct sighting {
	uint32_t file, path;
};

struct tree {
	struct tree_site *site;
	enum nav_kind kind;
	enum label_from label_from;
	uint32_t label;  /* its heading */
	uint32_t copy;   /* how many equal ones come before it on its page */
	uint32_t n;      /* items, in document order */
	bool has_links;  /* some lead somewhere */
	uint32_t pages;  /* that carry it */
	uint32_t number; /* trees come in this order in the stream */
	uint32_t copies; /* of it on the page read last, and which page that was */
	uint64_t last_page;
	uint64_t fingerprint; /* of kind, label and items */
	struct tree_item *items;
	struct sighting first;
	struct position at;

	/* Once menus_find() has placed it: of each item, and under which its first level is. */
	struct node **nodes, *top;
	struct menu *menu;
	struct variant *variant;
	struct tree *next_of_variant;
	struct tree *next; /* of the site */
};

/* Trees that stand on one page together, in its order. */
struct tree_set {
	struct tree_site *site;
	uint32_t n, pages, number; /* number: in the order of the stream */
	struct tree **trees;
	struct sighting first;
	struct tree_set *next; /* of the site */
};

/* Pages of one host and one language. */
struct tree_site {
	uint32_t host, lang, pages;
	struct tree *trees, **next_tree;
	struct tree_set *sets, **next_set;
	struct tree_site *next;
};

struct trees {
	struct strings strings;
	struct arena arena;
	struct tree_site *sites, **next_site;      /* in the order of the stream */
	void *site_index, *tree_index, *set_index; /* tsearch(3) */
	uint32_t n, n_sets;                        /* trees, and sets of them */
	uint64_t pages;
};

void trees_init(struct trees *t);

/* The number of a string, from 1, 0 for an absent one: added where it is not there yet, or 0.
 */
uint32_t trees_string(struct trees *t, struct str s);
uint32_t trees_find(const struct trees *t, struct str s);

/* The string of a number, until the next is added; absent for 0. */
struct str trees_text(const struct trees *t, uint32_t string);

/* Add a page, in the order of the stream. Returns the site that it belongs to. */
struct tree_site *trees_add(struct trees *t, const struct page_trees *page);

/* After the last page: where all pages whose URL is known are of one host, those whose URL is
 * not are taken to be of it too, as a page for errors that names no canonical URL is. */
void trees_adopt(struct trees *t);
void trees_free(struct trees *t);

#endif
