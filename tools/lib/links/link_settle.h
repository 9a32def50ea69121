/* link_settle.h - places that the names of the save alone did not find: by the addresses of
 * pages and by how they are written. */
#ifndef LINKS_LINK_SETTLE_H
#define LINKS_LINK_SETTLE_H

#include "link_judge.h"

/* Find out who saved the pages, where that is not told, and let each place know the page that
 * is there. */
void link_settle(struct link_judge *j);

#endif
