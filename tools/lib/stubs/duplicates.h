/* duplicates.h - which of many bodies are the same, or nearly.
 *
 * Two bodies are duplicates where their similarity (shingles.h) reaches a threshold and their
 * languages agree; who is a duplicate of any member of a cluster belongs to it. Pairs are
 * brought up by bands of sketches and then verified, so that no member is there by chance.
 *
 * A body costs 32 bytes, 4 for each band (25 at a threshold of 0.8, 16 at 0.9), and in a
 * temporary file 4 for each of its shingles and, where these are many, 128. */
#ifndef STUBS_DUPLICATES_H
#define STUBS_DUPLICATES_H

#include "sketch.h"

struct duplicates;

/* threshold: above 0, at most 1. */
struct duplicates *duplicates_new(double threshold);
void duplicates_free(struct duplicates *d);

/* How many hashes of bands a body has, at most SKETCH. */
unsigned duplicates_bands(const struct duplicates *d);

/* Keep the shingles of a body that is to be added, and make the hashes of its bands; returns
 * where they are kept. Safe from any thread. */
uint64_t duplicates_keep(struct duplicates *d, const struct shingles *s, uint32_t *bands);

/* Add a body, whose shingles are kept and no longer looked at, and return its number, from 0
 * on. Bodies of fewer words than least are no duplicates of any. Languages agree where they are
 * equal, one is the other with more subtags, or one is absent. */
uint32_t duplicates_add(struct duplicates *d, const struct shingles *s, uint64_t kept,
    const uint32_t *bands, struct str language);

/* Make the clusters; once, when all are added. */
void duplicates_find(struct duplicates *d);

/* The first member of a body's cluster, which stands for it; the body itself where it is alone
 * or the first. */
uint32_t duplicates_first(const struct duplicates *d, uint32_t body);

/* The member that a body was verified to be most like, and how alike they are; the body itself
 * where it is alone. */
uint32_t duplicates_partner(const struct duplicates *d, uint32_t body, double *similarity);

#endif
