/* link_near.h - what there is instead of a place or an anchor that is not. */
#ifndef LINKS_LINK_NEAR_H
#define LINKS_LINK_NEAR_H

#include "link_judge.h"

struct link_near {
	enum {
		NEAR_NOTHING,
		NEAR_CASE,
		NEAR_REDIRECT,
		NEAR_LOST,   /* redirected to what is not there */
		NEAR_CIRCLE, /* redirected without end */
	} how;
	struct str path; /* there, or where redirects end; of NEAR_NOTHING the path that differs
	                  * by a slip of the pen; or absent */
	int hops;        /* redirects on the way there */
};

/* Of a place: what looks like it, where the site's redirects lead, or what is nearest. */
struct link_near link_near_place(struct link_judge *j, uint32_t dest);

/* The anchor of a page that a fragment may mean, or an absent slice. */
struct str link_near_anchor(struct link_judge *j, uint32_t page, struct str fragment);

#endif
