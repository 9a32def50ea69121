/* assets.h - the files that pages use, and those that none does. */
#ifndef TABLES_ASSETS_H
#define TABLES_ASSETS_H

#include "../base/strings.h"
#include "../site/scraper.h"
#include "../stream/table.h"

/* The references of one page, or style sheet, to what is no page. In an arena of its own. */
struct asset_uses;

/* Gather them: to files of the save, to what is missing there, and to what a browser would load
 * from elsewhere. Safe from any thread. */
struct asset_uses *asset_uses_new(const struct page *page);
void asset_uses_free(struct asset_uses *u);

struct asset {
	enum ref_state state;
	bool listed, sheet_read;
	bool is_url;            /* it has no place in the save */
	uint32_t pages, sheets; /* that use it */
	uint32_t first, last;   /* of them: strings in users, or STRING_NONE */
	struct buffer alts;     /* different ones, " | " between */
};

/* All of a site. Zero-initialise, then assets_init(). */
struct assets {
	struct strings keys; /* paths and URLs */
	struct asset *rows;  /* by number in keys */
	size_t cap;
	struct strings users; /* paths */
	struct strings alts;  /* each with its asset before it */
};

void assets_init(struct assets *as);
void assets_free(struct assets *as);

/* The asset of a path or URL, added where it is new; until the next is. */
struct asset *assets_at(struct assets *as, struct str key);

/* Count the uses of a page, in the order of pages. */
void assets_add(struct assets *as, const struct asset_uses *u, bool is_sheet);

/* The table of them, whose rows are of no page. */
extern const struct table asset_table;

/* When all pages are known, of which some were left out where partial says so: read the style
 * sheets that pages use, and print a row for each file of the save that is no page, by path,
 * with what its content tells, then one for each that is not there. With partial, what nothing
 * refers to is not said. jobs threads work. */
void assets_print(struct assets *as, const struct scraper *scraper, bool partial, int jobs,
    const struct table_form *form);

#endif
