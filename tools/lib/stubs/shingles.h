/* shingles.h - a body as the set of its runs of three words, which tells how alike two are.
 *
 * A shingle is the hash of three words (words.h) in a row (of all there are, where there are
 * fewer), 32 bits: of two bodies of a thousand words each, one pair of different shingles in
 * four thousand pairs of bodies has the same. The similarity of two bodies is Jaccard's:
 * shingles they share, of those that either has. */
#ifndef STUBS_SHINGLES_H
#define STUBS_SHINGLES_H

#include "../base/hash.h"
#include "../page/prose.h"

struct shingles {
	uint32_t *at; /* in the order of words */
	uint32_t n;
	uint32_t words;
	uint64_t hash;      /* of all words in order */
	uint64_t *passages; /* words_hash() of each passage */
};

/* In the arena. */
void shingles_read(struct arena *a, const struct prose *prose, struct shingles *s);

/* Sort n shingles, and leave each once; returns how many are left. room is for n more. */
uint32_t shingles_make_set(uint32_t *at, uint32_t *room, uint32_t n);

/* Of two sets, from 0 to 1. Below `least` it may be any number below that. */
double shingles_similarity(
    const uint32_t *a, uint32_t n_a, const uint32_t *b, uint32_t n_b, double least);

#endif
