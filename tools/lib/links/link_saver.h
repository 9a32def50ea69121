/* link_saver.h - who saved the pages. */
#ifndef LINKS_LINK_SAVER_H
#define LINKS_LINK_SAVER_H

#include "link_judge.h"

/* Find that out by the pages of the graph, where it is not told. */
void link_saver_find(struct link_judge *j);

/* "plain", "mirror" …; the saver of a name, or -1. */
const char *link_saver_name(enum link_saver saver);
int link_saver_of(struct str name);

#endif
