/* nav_split.h - trails and pagers that stand in one bar with other links. */
#ifndef PAGE_NAV_SPLIT_H
#define PAGE_NAV_SPLIT_H

#include "page.h"
#include "rules.h"

/* Move out of a flat tree the steps of a trail, each parted from the next by a sign such as
 * "»", and the links to the page before and after. Either may be left without items, and so
 * may nav. */
void nav_split(
    const struct rules *rules, struct nav *nav, struct nav *trail, struct nav *pages);

#endif
