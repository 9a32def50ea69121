/* fingerprint.h - 64 bits that stand for a text: equal texts have equal ones, and of a million
 * different texts no two are likely (1 in 40 million) to share one. Not for secrets. */
#ifndef BASE_FINGERPRINT_H
#define BASE_FINGERPRINT_H

#include <stdint.h>

#include "str.h"

/* Stir a word into a fingerprint (start with any seed). */
static inline uint64_t
fingerprint_mix(uint64_t h, uint64_t word)
{
	h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
	h = (h ^ h >> 32) * UINT64_C(0xD6E8FEB86659FD93);
	return h ^ h >> 29;
}

/* The fingerprint of bytes; the same on any machine of either byte order is not promised. */
static inline uint64_t
fingerprint(struct str s, uint64_t seed)
{
	uint64_t h = fingerprint_mix(seed, s.n), word;

	for (; s.n >= 8; s.p += 8, s.n -= 8) {
		memcpy(&word, s.p, 8);
		h = fingerprint_mix(h, word);
	}
	word = 0;
	if (s.n)
		memcpy(&word, s.p, s.n);
	return fingerprint_mix(h, word);
}

#endif
