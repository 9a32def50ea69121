/* page_trees.h - the menus of one page, as they are compared with those of other pages. */
#ifndef MENUS_PAGE_TREES_H
#define MENUS_PAGE_TREES_H

#include "../base/arena.h"
#include "../page/page.h"

struct page_tree_item {
	struct str label, href, target, text; /* as in struct item */
	struct str key; /* what it leads to wherever it is written: a path of the save with the
	                 * fragment, else an absolute URL; absent where it leads nowhere, or
	                 * with an empty href to the page itself */
	enum ref_state state;
	enum label_from label_from;
	uint32_t above; /* number of the item above, counted from 1; 0: it is at the top */
	struct position at;
	bool current;
};

struct page_tree {
	const struct nav *nav;
	uint32_t n;
	struct page_tree_item *items; /* in document order */
	struct page_tree *next;
};

/* A step of a breadcrumb that the page's menus contradict. */
struct page_detour {
	struct str above, label, key; /* the step before, and the step */
	struct str menu_above;        /* what the menu has above it; absent: it is at the top */
	struct position at;
	struct page_detour *next;
};

struct page_trees {
	struct arena arena;
	struct str file, path, host, lang; /* host absent: the page has no URL */
	struct page_tree *trees;
	struct page_detour *detours;
};

/* Take what makes up menus from a page: navigation of kind menu, footer and social, contents
 * that lead away from the page, and related links, which may be a menu's copy. All is copied:
 * the page may go. */
struct page_trees *page_trees_new(const struct page *page, struct str file);
void page_trees_free(struct page_trees *p);

/* True for an address that leads nowhere: "#" or a script. An empty one is the page itself. */
bool href_is_dead(struct str href);

#endif
