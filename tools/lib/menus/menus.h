/* menus.h - the menus of a site: trees of its pages that are one, put together.
 *
 * Trees are one menu where what they show of the same branches is mostly the same: a copy at
 * the foot of the page, a shorter one for telephones, a list of the current section, or a menu
 * of which each page opens another branch. */
#ifndef MENUS_MENUS_H
#define MENUS_MENUS_H

#include "../stream/navform.h"
#include "trees.h"

enum { NODE_ISSUES = 4 }; /* of label, link, language and repetition */

/* An item of a menu, or (without a label) the top above its items. */
struct node {
	struct site_item seen; /* first, so that an item of a menu is a node */
	struct node *up;       /* the node above, NULL: this is the top */
	struct menu *menu;
	uint32_t key, label; /* strings, as in struct tree_item */
	uint32_t number;     /* in its menu; the top is 0 */
	uint32_t depth, children;
	struct node *next_keyed, *next_labelled; /* of the same key, of the same label */
	uint64_t round, last_set;                /* the match that took it last; counted */
	uint64_t vote_round;
	uint32_t votes, voter;
	bool is_checked; /* by nav_items.c, which found these */
	struct nav_issue *issues[NODE_ISSUES];
};

/* A place that a menu has on pages: trees of one kind that are the same one of their kind
 * there. */
struct variant {
	struct nav_variant shown; /* first, so that those of a menu are variants */
	uint32_t ordinal;         /* among those of the menu and kind on a page, up to 16 */
	struct tree *trees, **next_tree;
	uint64_t last_set; /* counted */
};

struct menu {
	struct site_nav nav; /* first; linked by region.next */
	struct node top;
	uint32_t number;            /* of its tree that comes first in the stream */
	uint32_t n_nodes;           /* with the top */
	bool is_menu;               /* more than related links that go by the page */
	bool is_judged, is_foreign; /* nav_items.c: in a language other than its pages' */
	uint64_t last_set;
	uint32_t ordinals[NAV_SKIP + 1]; /* on the set of trees at hand */
};

/* Zero-initialise. */
struct menus {
	struct arena arena;
	struct menu *first; /* by the pages that carry them, most first; of one site */
	uint32_t left_out;  /* trees that stand on one page of many and make no menu */
};

/* Put the menus of a site together and number them on from *number. Each of its trees then has
 * a menu, a variant and nodes. Everything lives until menus_free(). */
void menus_find(
    struct menus *m, const struct trees *trees, struct tree_site *site, uint32_t *number);
void menus_free(struct menus *m);

static inline struct node *
node_of(struct item *i)
{
	return (struct node *)i;
}

static inline struct menu *
menu_next(const struct menu *menu)
{
	return (struct menu *)menu->nav.region.next;
}

#endif
