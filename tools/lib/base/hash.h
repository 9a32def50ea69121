/* hash.h - hashes of bytes for tables in memory, seeded against made-up collisions. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>
#include <sys/random.h>

#include "str.h"

/* A seed no input can foresee, drawn once a thread. Nothing that is printed may depend on it.
 */
static inline uint64_t
hash_seed(void)
{
	static _Thread_local uint64_t seed;

	if (!seed && getrandom(&seed, sizeof(seed), 0) < 0)
		seed = (uint64_t)(uintptr_t)&seed;
	return seed;
}

static inline uint64_t
hash_mix(uint64_t h, uint64_t word)
{
	h = (h ^ word) * 0x9E3779B97F4A7C15u;
	return h ^ h >> 29;
}

/* Continue the hash h with a string; strings that follow each other cannot blur. */
static inline uint64_t
hash_str(uint64_t h, struct str s)
{
	const char *p = s.p, *end = p + s.n;
	uint64_t word = 0;

	h = hash_mix(h, s.n);
	if (s.n < 8) {
		while (p < end)
			word = word << 8 | (unsigned char)*p++;
		return hash_mix(h, word);
	}
	for (; end - p > 8; p += 8) {
		memcpy(&word, p, 8);
		h = hash_mix(h, word);
	}
	memcpy(&word, end - 8, 8); /* bytes met before may be among these */
	return hash_mix(h, word);
}

/* The slot, of so many, at which to look for a hash first. It is told by the upper half: the
 * last bytes of a string do not reach the lowest bits of hash_str(). */
static inline size_t
hash_first_slot(uint64_t hash, size_t n_slots)
{
	return (size_t)((hash >> 32) * n_slots >> 32);
}

#endif
