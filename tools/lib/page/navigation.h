/* navigation.h - a region of links as a tree of items. */
#ifndef PAGE_NAVIGATION_H
#define PAGE_NAVIGATION_H

#include "../html/position.h"
#include "blocks.h"
#include "page.h"
#include "regions.h"

/* Build the tree of region number `region` of r, whose root is a nav's. Every character of the
 * region's own text ends in the nav's label or text or in an item's. */
void navigation_build(struct arena *a, const struct blocks *b, const struct regions *r,
    uint32_t region, const struct rules *rules, struct position_finder *where, struct nav *nav);

/* nav_kind.c: what kind of navigation a tree is that was built of root; declared is what markup
 * says, or -1. */
enum nav_kind nav_kind_of_tree(
    const struct nav *nav, int declared, const struct block *root, const struct rules *rules);

#endif
