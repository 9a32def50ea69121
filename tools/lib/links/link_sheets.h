/* link_sheets.h - the references of style sheets that the pages of a save use. */
#ifndef LINKS_LINK_SHEETS_H
#define LINKS_LINK_SHEETS_H

#include "../site/scraper.h"
#include "link_graph.h"

/* Read each style sheet of the save that something refers to, and those that they import, into
 * the graph. Returns how many were read; *n_unread is how many others there are. */
uint64_t link_sheets_read(struct link_graph *g, const struct link_wants *wants,
    const struct scraper *scraper, uint64_t limit, uint64_t *n_unread);

#endif
