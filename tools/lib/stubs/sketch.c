/* sketch.c - MinHash sketches and their bands. */
#include "sketch.h"

#include <math.h>

#include "../base/bits.h"

enum { PLACE_BITS = 7 };

_Static_assert(SKETCH == 1 << PLACE_BITS, "a shingle's highest bits are its place");

/* Where a place without a shingle takes its number from: the first of an order of its own that
 * has one. */
static unsigned
donor_of(unsigned place, const uint64_t full[static SKETCH / 64])
{
	uint64_t at = place;

	for (;;) {
		unsigned donor;

		at = (at + 1) * 0xD1342543DE82EF95u; /* Steele and Vigna, 2021 */
		donor = (unsigned)(at >> (64 - PLACE_BITS));
		if (has_bit(full, donor))
			return donor;
		at += place;
	}
}

void
sketch_make(const struct shingles *s, uint32_t sketch[static SKETCH])
{
	uint64_t full[SKETCH / 64] = { 0 };

	for (unsigned k = 0; k < SKETCH; k++)
		sketch[k] = UINT32_MAX;
	for (const uint32_t *at = s->at, *end = at + s->n; at < end; at++) {
		uint32_t x = *at, *least = &sketch[x >> (32 - PLACE_BITS)];

		*least = x < *least ? x : *least;
	}
	for (unsigned k = 0; k < SKETCH; k++)
		full[k / 64] |= (uint64_t)(sketch[k] != UINT32_MAX) << k % 64;
	for (unsigned w = 0; w < SKETCH / 64 && (full[0] | full[1]); w++)
		for (uint64_t left = ~full[w]; left; left &= left - 1) {
			unsigned k = 64 * w + (unsigned)__builtin_ctzll(left);

			sketch[k] = sketch[donor_of(k, full)];
		}
}

void
sketch_tags(const uint32_t sketch[static SKETCH], uint8_t tags[static SKETCH])
{
	for (unsigned k = 0; k < SKETCH; k++)
		tags[k] = (uint8_t)sketch[k];
}

unsigned
tags_shared(const uint8_t a[static SKETCH], const uint8_t b[static SKETCH])
{
	unsigned shared = 0;

	for (unsigned k = 0; k < SKETCH; k++)
		shared += a[k] == b[k];
	return shared;
}

unsigned
tags_shared_least(double threshold)
{
	double mean = SKETCH * threshold, deviation = sqrt(mean * (1 - threshold));

	return mean > 6 * deviation ? (unsigned)(mean - 6 * deviation) : 0;
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
