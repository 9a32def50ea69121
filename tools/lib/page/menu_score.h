/* menu_score.h - does a tree of links look like a menu of the site?
 *
 * A logistic model: schemas/menu.weights holds what each trait of a tree weighs, in the order
 * of this table. tests/oracle/menus.py fits them to pages whose menus people have marked. */
#ifndef PAGE_MENU_SCORE_H
#define PAGE_MENU_SCORE_H

#include "blocks.h"
#include "page.h"
#include "regions.h"
#include "rules.h"
#include "traits.h"

struct traits {
	double of[TRAITS];
	bool declared;  /* by a landmark, not in the page's footer */
	bool hierarchy; /* items below items, most labels short, early on the page */
};

/* The traits of a tree whose root is `root`. */
struct traits menu_traits(const struct blocks *b, const struct regions *r,
    const struct html_node *root, const struct nav *nav, const struct rules *rules);

/* Positive: a menu, the more the surer. */
double menu_score(const struct traits *t, const struct rules *rules);

/* Is a tree of this score a menu, on a page where `best` is the best of all? Menus that nothing
 * declares score not much worse than the best. */
bool is_menu(const struct traits *t, double score, double best);

#endif
