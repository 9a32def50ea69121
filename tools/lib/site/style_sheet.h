/* style_sheet.h - a style sheet of a save as a page that has nothing but references. */
#ifndef SITE_STYLE_SHEET_H
#define SITE_STYLE_SHEET_H

#include "scraper.h"

/* True for ".css", and for that behind which a saver keeps a query. */
bool is_style_sheet(struct str path);

/* Read the file of that number among the names of the save: what url(), @import and their like
 * refer to, resolved. It and *file, the path to open, live in the room until its next use.
 * Returns -1 after a line of trouble. */
int style_sheet_read(const struct scraper *s, struct scraper_room *room, uint32_t number,
    struct str *file, struct page *page);

#endif
