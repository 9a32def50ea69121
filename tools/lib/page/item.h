/* item.h - navigation trees. */
#ifndef PAGE_ITEM_H
#define PAGE_ITEM_H

#include "link.h"

/* Items nest at most so deep; the deeper ones of a page are flattened. */
enum { ITEM_DEPTH = 200 };

struct item {
	struct str label; /* folded; empty where an item shows nothing */
	enum label_from label_from;
	struct str text; /* words in the item that are no label; absent: none */
	struct link link;
	bool current;
	struct item *parent, *first, *last, *next;
};

struct nav {
	enum nav_kind kind;
	struct str label; /* its visible heading, or an aria-label; absent: none */
	enum label_from label_from;
	struct str text; /* words in it that belong to no item; absent: none */
	struct position at;
	struct item *first, *last;
};

/* The item after i in document order within its nav, NULL at the end; its depth from 1. */
struct item *item_next(const struct item *i);
int item_depth(const struct item *i);

#endif
