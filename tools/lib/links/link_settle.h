/* link_settle.h - places that the names of the save alone did not find: by the addresses of
 * pages, by how they are written, by redirects; and what is nearest to those that are nowhere.
 */
#ifndef LINKS_LINK_SETTLE_H
#define LINKS_LINK_SETTLE_H

#include "link_judge.h"

/* Find out who saved the pages, where that is not told, and let each place know the page that
 * is there. */
void link_settle(struct link_judge *j);

struct settled {
	enum {
		SETTLED_NOWHERE,
		SETTLED_CASE,
		SETTLED_REDIRECT,
		SETTLED_LOST,   /* redirected to what is not there */
		SETTLED_CIRCLE, /* redirected without end */
	} how;
	struct str path; /* there, or where redirects end; of a place that is nowhere, the
	                  * nearest that is; or absent */
	int hops;        /* redirects on the way there */
};

/* The anchor of a page that a fragment may mean, or an absent slice. */
struct str link_settle_fragment(struct link_judge *j, uint32_t page, struct str fragment);

/* What there is instead of a place that is not. */
struct settled link_settle_near(struct link_judge *j, uint32_t dest);

#endif
