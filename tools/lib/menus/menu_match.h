/* menu_match.h - where a tree fits among the menus found so far. */
#ifndef MENUS_MENU_MATCH_H
#define MENUS_MENU_MATCH_H

#include "menus.h"

struct node_list {
	struct node *first, *last;
};

/* What of the menus is where, by the numbers of strings. */
struct matcher {
	size_t n_strings;
	struct node_list *keyed, *labelled;
	uint64_t *key_round; /* the match whose tree has the key */
	uint64_t round;
};

void matcher_init(struct matcher *m, const struct trees *trees);
void matcher_free(struct matcher *m);

/* Let a node be found by its label and key; or by its key, which it has got since. */
void matcher_add(struct matcher *m, struct node *node);
void matcher_add_key(struct matcher *m, struct node *node);

/* Find the branch of a menu that the tree shows. Returns the node under which its first level
 * stands, or NULL; t->nodes then has the node of each item, NULL for those that are new. */
struct node *matcher_find(struct matcher *m, struct tree *t);

#endif
