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

/* The lowest byte of each number, by which most sets that are less alike than a threshold are
 * told from others (b-bit minwise hashing: Li and König, "Theory and applications of b-bit
 * minwise hashing", 2011). */
void sketch_tags(const uint32_t sketch[static SKETCH], uint8_t tags[static SKETCH]);

/* How many of them two sets share; and how many those at least that are as alike as the
 * threshold, but for one pair in a hundred thousand. */
unsigned tags_shared(const uint8_t a[static SKETCH], const uint8_t b[static SKETCH]);
unsigned tags_shared_least(double threshold);

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
