/* seen.h - which hashes were seen before: a set that lives and dies with an arena. */
#ifndef BASE_SEEN_H
#define BASE_SEEN_H

#include <stdint.h>

#include "arena.h"

/* Zero-initialise. */
struct seen {
	uint64_t *slots; /* open addressing, 0 where free */
	size_t n, n_slots;
};

/* Add a hash; true for one that is new. Two things of one hash are taken for the same: use
 * hashes of 64 bits with a seed. */
bool seen_add(struct arena *a, struct seen *s, uint64_t hash);

/* Make room for n hashes at once. */
void seen_expect(struct arena *a, struct seen *s, size_t n);

/* True for a hash that was added. */
bool seen_has(const struct seen *s, uint64_t hash);

#endif
