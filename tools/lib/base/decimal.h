/* decimal.h - numbers as text, the same in every locale. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stdint.h>

#include "str.h"

/* Write a number in decimal so that it ends at end, and return where it starts: at most 20
 * bytes before. */
char *decimal_write(char *end, uint64_t value);

/* The same at the end of the room. */
enum { DECIMAL_ROOM = 20 };
static inline struct str
decimal_text(char room[static DECIMAL_ROOM], uint64_t value)
{
	char *start = decimal_write(room + DECIMAL_ROOM, value);

	return (struct str){ start, (size_t)(room + DECIMAL_ROOM - start) };
}

/* Take a whole number off the front of *s, all of its digits. False where there is none, or it
 * is above `most`. */
static inline bool
decimal_take(struct str *s, uint64_t most, uint64_t *value)
{
	enum { FIT = 19 }; /* digits, whatever they are */
	const char *p = s->p, *end = p + s->n;
	uint64_t number = 0;

	for (; p < end && is_digit(*p); p++) {
		unsigned digit = (unsigned)(*p - '0');

		if (p - s->p >= FIT && number > (UINT64_MAX - digit) / 10)
			return false;
		number = number * 10 + digit;
	}
	if (p == s->p || number > most)
		return false;
	*value = number;
	*s = (struct str){ p, (size_t)(end - p) };
	return true;
}

/* Read a number as data files have it: -12.5, 1e-05, of at most 15 digits. False for anything
 * else. */
bool decimal_read(struct str text, float *value);

#endif
