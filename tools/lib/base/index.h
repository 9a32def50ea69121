/* index.h - numbers found by hash, for what is too much to keep in memory: of a million, each
 * takes some 10 bytes. */
#ifndef BASE_INDEX_H
#define BASE_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct index_shelf;

/* Zero-initialise. */
struct index {
	struct index_shelf *shelves; /* NULL: nothing was added */
};

/* Add a number, which must not be 0, under a hash. */
void index_add(struct index *x, uint64_t hash, uint32_t number);

/* The next number under a hash, 0: no more. *at is 0 for the first. 42 bits of the hash are
 * looked at: whether a number is the right one has to be seen by what it stands for. */
uint32_t index_next(const struct index *x, uint64_t hash, size_t *at);

void index_free(struct index *x);

#endif
