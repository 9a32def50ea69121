/* sketch.c - MinHash sketches and their bands. */
#include "sketch.h"

/* The least that each of 128 hash functions makes of any shingle. A function is a product with
 * an odd number and a sum, modulo 2 to the 32nd, of what is a hash already: a permutation. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
__attribute__((target_clones("avx2", "default")))
#endif
void
sketch_make(const struct shingles *s, uint32_t sketch[static SKETCH])
{
	uint32_t factor[SKETCH], offset[SKETCH];
	uint64_t seed = 1;

	for (unsigned k = 0; k < SKETCH; k++) {
		seed = hash_mix(seed, k);
		factor[k] = (uint32_t)(seed >> 16) | 1;
		offset[k] = (uint32_t)(seed >> 24);
		sketch[k] = UINT32_MAX;
	}
	for (uint32_t i = 0; i < s->n; i++) {
		uint32_t x = s->at[i];

		for (unsigned k = 0; k < SKETCH; k++) {
			uint32_t y = x * factor[k] + offset[k];

			sketch[k] = y < sketch[k] ? y : sketch[k];
		}
	}
}

static double
power(double x, unsigned n)
{
	double product = 1;

	while (n--)
		product *= x;
	return product;
}

struct bands
bands_for(double threshold)
{
	struct bands best = { SKETCH, 1 };

	for (unsigned rows = 2; rows <= SKETCH / 4; rows++) {
		unsigned n = SKETCH / rows;

		if (power(1 - power(threshold, rows), n) <= 0.0005)
			best = (struct bands){ n, rows };
	}
	return best;
}

void
bands_make(const struct bands *b, const uint32_t sketch[static SKETCH], uint32_t *hashes)
{
	for (unsigned i = 0; i < b->n; i++) {
		uint64_t hash = i;

		for (unsigned row = 0; row < b->rows; row++)
			hash = hash_mix(hash, sketch[i * b->rows + row]);
		hashes[i] = (uint32_t)(hash >> 32);
	}
}
