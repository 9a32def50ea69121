/* menu_score.h - does a tree of links look like a menu of the site?
 *
 * A logistic model: schemas/menu.weights holds what each trait of a tree weighs.
 * tests/oracle/menus.py fits them to pages whose menus people have marked. */
#ifndef PAGE_MENU_SCORE_H
#define PAGE_MENU_SCORE_H

#include "blocks.h"
#include "page.h"
#include "repeats.h"
#include "rules.h"
#include "traits.h"

struct traits {
	double of[TRAITS];
	bool hierarchy; /* items below items, most labels short, early on the page */
	bool header;    /* two links and more in the header of the page */
};

/* A tree that may be a menu. */
struct menu_tree {
	struct nav *nav;
	const struct html_node *root;
	double score;
	bool sure; /* a menu whatever the others score */
	struct menu_tree *next;
};

/* The traits of a tree whose root is `root`; trees of a page one after the other. */
struct traits menu_traits(const struct blocks *b, const struct html_node *root,
    const struct nav *nav, const struct rules *rules, const struct repeats *repeats);

/* Positive: a menu, the more the surer: log odds. */
double menu_score(const struct traits *t, const struct rules *rules);

/* Tell menus from other lists of links: set the kind of each of the trees, which are among the
 * regions of their page. */
void tell_menus(struct arena *a, const struct blocks *b, const struct rules *rules,
    const struct region *regions, struct menu_tree *trees);

#endif
