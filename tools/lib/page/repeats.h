/* repeats.h - how often each address stands in the trees of a page. */
#ifndef PAGE_REPEATS_H
#define PAGE_REPEATS_H

#include "../base/arena.h"
#include "page.h"

struct repeat {
	uint64_t hash;          /* of the address */
	uint32_t count;         /* links with it, 0: an empty slot */
	const struct nav *last; /* the tree where it was met last, for whoever counts there */
};

struct repeats {
	struct repeat *slots;
	size_t mask;
	uint64_t seed;
};

/* Of all trees among the regions, in the arena. */
struct repeats repeats_of(struct arena *a, const struct region *regions);

/* That of an address as written, which must be in one of them. */
struct repeat *repeat_of(const struct repeats *r, struct str href);

#endif
