/* sketch.h - 128 numbers that stand for a set of shingles (MinHash: Broder, "On the resemblance
 * and containment of documents", 1997; by one permutation: Li, Owen and Zhang, 2012, and
 * Shrivastava, "Optimal densification for fast and accurate minwise hashing", 2017), and bands
 * of them, of which two sets share one the more probably the more alike they are
 * (locality-sensitive hashing). */
#ifndef STUBS_SKETCH_H
#define STUBS_SKETCH_H

#include "shingles.h"

enum { SKETCH = 128 };

/* Each number is the least shingle of those that begin with its seven bits; where there is
 * none, that of another place. */
void sketch_make(const struct shingles *s, uint32_t sketch[static SKETCH]);

/* n bands of `rows` numbers each. */
struct bands {
	unsigned n, rows;
};

/* The widest bands, which bring up the fewest pairs in vain, of which two sets that are as
 * alike as the threshold share one with a probability of at least 0.9995. */
struct bands bands_for(double threshold);

/* The hashes of the bands of a sketch. */
void bands_make(const struct bands *b, const uint32_t sketch[static SKETCH], uint32_t *hashes);

#endif
