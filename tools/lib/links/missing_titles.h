/* missing_titles.h - titles of pages that say there is no such page. */
#ifndef LINKS_MISSING_TITLES_H
#define LINKS_MISSING_TITLES_H

#include "../base/pattern.h"
#include "../page/page.h"

enum {
	MISSING_SURE,
	MISSING_DOUBTFUL, /* such as "404", which may be what a page is about */
	MISSING_TITLES,
};

struct missing_title_tables;

struct missing_titles {
	const struct missing_title_tables *tables;
	struct pattern *patterns[MISSING_TITLES];
};

/* Read schemas/missing.rules. Dies with a message naming the file when that cannot be done, and
 * of a bad rule when a title may match it. */
void missing_titles_init(struct missing_titles *t);
void missing_titles_free(struct missing_titles *t);

/* True when the page's title says that it does not exist. A doubtful title does not where the
 * page introduces itself, by a description or an address of its own. Safe from any thread. */
bool is_missing_title(const struct missing_titles *t, const struct page *page);

#endif
