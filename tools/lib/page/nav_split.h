/* nav_split.h - trails, pagers and switchers that stand in one bar with other links. */
#ifndef PAGE_NAV_SPLIT_H
#define PAGE_NAV_SPLIT_H

#include "page.h"
#include "rules.h"

enum nav_part { BAR_TRAIL, BAR_PAGES, BAR_LANGUAGES, BAR_PARTS };

/* Move out of a tree the steps of a trail, each parted from the next by a sign such as "»", the
 * links to the page before and after, and languages side by side. Any part may be left without
 * items, and so may nav. */
void nav_split(const struct rules *rules, struct nav *nav, struct nav parts[static BAR_PARTS]);

#endif
