/* strings.h - different strings, each kept once and known by a number.
 *
 * A string costs its bytes, 8 more, and 5 to 11 of hash slots. Numbers rise from 0 in the order
 * in which strings are first seen. */
#ifndef BASE_STRINGS_H
#define BASE_STRINGS_H

#include <stdint.h>

#include "buffer.h"

enum { STRING_NONE = UINT32_MAX };

struct strings {
	struct buffer text;
	uint64_t *rows; /* the offset in text, 40 bits, and the length, 24 bits */
	size_t n, cap;
	uint32_t *slots; /* open addressing: number + 1, 0 where free */
	size_t n_slots;  /* a power of two */
	uint64_t seed;   /* against made-up collisions; nothing printed depends on it */
};

void strings_init(struct strings *s);
void strings_free(struct strings *s);

/* The hash of a string that the two calls below want; the same from any thread. */
uint64_t strings_hash(const struct strings *s, struct str text);

/* The number of a string, added where it is not there yet. Longer ones than 16 MiB are cut. */
uint32_t strings_add(struct strings *s, struct str text, uint64_t hash);

/* The number of a string, or STRING_NONE. */
uint32_t strings_find(const struct strings *s, struct str text, uint64_t hash);

/* The string of a number, until the next is added. */
struct str strings_text(const struct strings *s, uint32_t number);

#endif
