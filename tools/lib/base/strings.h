/* strings.h - different strings by number: memory for each text once, four bytes for a mention.
 *
 * A string costs its bytes and about 15 more. */
#ifndef BASE_STRINGS_H
#define BASE_STRINGS_H

#include <stdint.h>

#include "buffer.h"

/* Zero-initialise before first use. At most 4 GiB of text. */
struct strings {
	struct buffer text;
	uint32_t *ends;  /* of string i + 1 in text */
	uint32_t *slots; /* open addressing: a string's number, 0 where free */
	size_t n, ends_cap, n_slots;
	uint64_t seed; /* against made-up collisions; nothing printed depends on it */
};

/* The number of a string, from 1 in the order of first mention; 0 for an absent one. */
uint32_t strings_add(struct strings *s, struct str text);

/* The same without adding: 0 where it is not there. */
uint32_t strings_find(const struct strings *s, struct str text);

/* The string of a number, borrowed until the next strings_add(); absent for 0. */
static inline struct str
strings_get(const struct strings *s, uint32_t number)
{
	uint32_t from = number > 1 ? s->ends[number - 2] : 0;

	if (!number)
		return (struct str){ 0 };
	return (struct str){ s->text.data + from, s->ends[number - 1] - from };
}

void strings_free(struct strings *s);

#endif
