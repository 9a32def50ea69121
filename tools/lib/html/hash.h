/* hash.h - where a name stands in a generated table; tables.py places names by the same rule.
 */
#ifndef HTML_HASH_H
#define HTML_HASH_H

#include <endian.h>
#include <stdint.h>

#include "../base/str.h"

/* 8 and 4 bytes, the first in the lowest byte. */
static inline uint64_t
load_8(const char *p)
{
	uint64_t bytes;

	memcpy(&bytes, p, sizeof(bytes));
	return le64toh(bytes);
}

static inline uint64_t
load_4(const char *p)
{
	uint32_t bytes;

	memcpy(&bytes, p, sizeof(bytes));
	return le32toh(bytes);
}

/* The first 8 bytes of s, or all; of a short one by overlapping loads within it. */
static inline uint64_t
word_of(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;

	if (s.n >= 8)
		return load_8(s.p);
	if (s.n >= 4)
		return load_4(s.p) | load_4(s.p + s.n - 4) << 8 * (s.n - 4);
	if (s.n == 0)
		return 0;
	return p[0] | (uint64_t)p[s.n / 2] << 8 * (s.n / 2) |
	       (uint64_t)p[s.n - 1] << 8 * (s.n - 1);
}

/* The same of an s in a text that goes on to `end`: mostly one load, whatever its length. */
static inline uint64_t
word_within(struct str s, const char *end)
{
	if (end - s.p < 8)
		return word_of(s);
	return load_8(s.p) & (s.n < 8 ? (UINT64_C(1) << 8 * s.n) - 1 : UINT64_MAX);
}

/* The last 8 bytes of a longer s; 0 of a shorter one. */
static inline uint64_t
last_word_of(struct str s)
{
	return s.n > 8 ? load_8(s.p + s.n - 8) : 0;
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

/* The slot of a name of n bytes by the words above. */
static inline uint32_t
hash_slot(uint64_t first, uint64_t last, size_t n, uint64_t multiplier, unsigned bits)
{
	return (uint32_t)(((first ^ last * 31 ^ n) * multiplier) >> (64 - bits));
}

#endif
