/* variants.h - where menus stand on the pages of a site, and on how many. */
#ifndef MENUS_VARIANTS_H
#define MENUS_VARIANTS_H

#include "menus.h"

/* Give each tree of the site, placed in its menu, a variant of that; count the pages of menus,
 * variants and items. */
void variants_find(struct menus *m, const struct trees *trees, struct tree_site *site);

/* Name the nodes below which variants stand, now that all menus have their ids. */
void variants_name(struct menus *m);

#endif
