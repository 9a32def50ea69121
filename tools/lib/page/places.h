/* places.h - where on its page each region stands, for what is learned of its site. */
#ifndef PAGE_PLACES_H
#define PAGE_PLACES_H

#include "known.h"
#include "regions.h"

struct region_place {
	struct known_region region;
	struct region_place *next;
};

/* The menus, and the furniture that markup names or the site repeats, beside the body, in
 * document order; none on a page without a body. Regions have been told and built. */
struct region_place *places_of(struct arena *a, const struct blocks *b, const struct regions *r,
    const struct profile *profile);

#endif
