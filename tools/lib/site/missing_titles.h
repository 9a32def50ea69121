/* missing_titles.h - titles of pages that say there is no such page. */
#ifndef SITE_MISSING_TITLES_H
#define SITE_MISSING_TITLES_H

#include "../base/pattern.h"

/* Read schemas/missing.rules into one pattern for titles. Dies with a message naming the file
 * when that cannot be done. */
struct pattern *missing_titles_new(void);

#endif
