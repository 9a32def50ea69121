/* merge.h - the edits of a table put into the pages that it was made of.
 *
 * A row belongs to the page of its path, and in the table nav to the item of its id. Each value
 * that differs from what the table would have there is an edit; everything else of a page stays
 * as it is. A page with a conflict stays so altogether. */
#ifndef TABLES_MERGE_H
#define TABLES_MERGE_H

#include "../base/strings.h"
#include "../page/page.h"
#include "../stream/sheet.h"

/* What can be in conflict; each is an error. */
enum merge_rule {
	MERGE_ROW,       /* more or fewer values than columns */
	MERGE_VALUE,     /* a value that cannot stand in its column */
	MERGE_PAGE,      /* no page of that path */
	MERGE_DUPLICATE, /* a path, or an id of a page, twice */
	MERGE_ID,        /* no item of that id */
	MERGE_NAV,       /* a tree that is not there, or of two kinds, or not the parent's */
	MERGE_PARENT,    /* a parent that is not there, or gone, or too deep */
	MERGE_CYCLE,     /* an item below itself */
	MERGE_RULES
};

/* The rows of one path. */
struct merge_path {
	struct sheet_row *first, *last;
	bool seen; /* a page has it; the caller's to set */
};

struct merge {
	const struct sheet *sheet; /* of the table pages or nav */
	bool delete;               /* what has no row goes */
	bool alone;                /* there are no pages: every item is new */
	struct strings names;      /* paths */
	struct merge_path *paths;  /* by number in names */
	size_t cap;
};

/* What became of one page. */
struct merged {
	struct arena arena; /* of all of it */
	struct page page;   /* where there is no finding; may point into the one merged */
	bool deleted;
	struct merge_path *path; /* NULL: no row has it */
	struct sheet_finding *findings, **next;
};

/* Sort the rows by path. The sheet is borrowed. alone: of a site's menus, whose trees are
 * called m1, m2 …, all rows are of one path, which is empty. */
void merge_start(struct merge *m, const struct sheet *sheet, bool delete, bool alone);
void merge_free(struct merge *m);

/* Merge one page. Safe from any thread. */
struct merged *merge_page(const struct merge *m, const struct page *page);

/* Make what the rows of a path say without any page: the page itself, or its trees, whose
 * regions and items are then those of a site (navform.h) too. */
struct merged *merge_new_page(const struct merge *m, struct merge_path *path);
void merged_free(struct merged *merged);

#endif
