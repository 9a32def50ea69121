/* link_candidates.h - where in the save a place may lie that nothing was found at. */
#ifndef LINKS_LINK_CANDIDATES_H
#define LINKS_LINK_CANDIDATES_H

#include "link_judge.h"

/* Note how a page's URL and path begin before they go on alike: where else URLs lie then. */
void link_add_mapping(struct link_judge *j, struct str url, struct str path);

/* The paths at which one place may lie, one after the other. */
struct link_candidates {
	struct link_judge *judge;
	uint8_t kind;    /* enum dest_kind */
	struct str text; /* of the place, as a URL would have it */
	size_t n;        /* tried */
};

struct link_candidates link_candidates_of(struct link_judge *j, uint32_t dest);

/* The next one, in the judge's arena; absent after the last. The first of a URL is the URL,
 * which may be a page's. */
struct str link_candidates_next(struct link_candidates *c);

#endif
