/* trail.h - does a page's breadcrumb agree with its menus. */
#ifndef MENUS_TRAIL_H
#define MENUS_TRAIL_H

#include "page_trees.h"

/* Add to p->detours each step of a breadcrumb (its first 32) that p->trees put elsewhere: both
 * the step and the one before it stand in a menu, but in none is one above the other. The first
 * step is let off where it is the home page, which menus have beside the rest. */
void trail_check(struct page_trees *p, const struct page_tree *trail);

#endif
