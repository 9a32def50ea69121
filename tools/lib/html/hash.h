/* hash.h - where a name stands in a generated table; tables.py places names by the same rule.
 */
#ifndef HTML_HASH_H
#define HTML_HASH_H

#include <stdint.h>

#include "../base/str.h"

static inline uint64_t
word_load(const char *p, unsigned n)
{
	uint64_t word = 0;

	for (unsigned i = 0; i < n; i++)
		word |= (uint64_t)(unsigned char)p[i] << 8 * i;
	return word;
}

/* The first 8 bytes of s, or all, the first in the lowest byte. Overlapping loads spare a loop
 * and never read beyond s; fixed lengths become single loads. */
static inline uint64_t
word_of(struct str s)
{
	if (s.n >= 8)
		return word_load(s.p, 8);
	if (s.n >= 4)
		return word_load(s.p, 4) | word_load(s.p + s.n - 4, 4) << 8 * (s.n - 4);
	if (s.n == 0)
		return 0;
	return word_load(s.p, 1) | word_load(s.p + s.n / 2, 1) << 8 * (s.n / 2) |
	       word_load(s.p + s.n - 1, 1) << 8 * (s.n - 1);
}

/* ASCII capitals of a word in lower case, the other bytes as they are. */
static inline uint64_t
word_lower(uint64_t word)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t low = word & 0x7F * ones;
	uint64_t from_a = low + (0x80 - 'A') * ones;
	uint64_t past_z = low + (0x7F - 'Z') * ones;

	return word | (((from_a & ~past_z & ~word) & 0x80 * ones) >> 2);
}

/* The slot of a name whose first word is `first` and whose last 8 bytes, of a name longer than
 * that, are `last` (else 0). */
static inline uint32_t
hash_slot(uint64_t first, uint64_t last, size_t n, uint64_t multiplier, unsigned bits)
{
	return (uint32_t)(((first ^ last * 31 ^ n) * multiplier) >> (64 - bits));
}

#endif
