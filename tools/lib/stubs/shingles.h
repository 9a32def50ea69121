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

/* A set of shingles, of which it is quickly known whether it has one. Start with zeros. */
struct shingle_set {
	uint32_t *slots; /* 0: empty, so that shingle 0 is taken for 1 */
	size_t cap;
	unsigned bits; /* of the number of a slot */
	uint32_t n;
};

/* Make a set of n shingles, and leave each once; returns how many are left. */
uint32_t shingle_set_make(struct shingle_set *set, uint32_t *at, uint32_t n);

/* How alike a set and another are, which has each once; from 0 to 1. Below `least` it may be
 * any number below that. */
double shingle_set_similarity(
    const struct shingle_set *set, const uint32_t *others, uint32_t n, double least);

void shingle_set_free(struct shingle_set *set);

#endif
