/* literals.h - many literals looked for at once. */
#ifndef BASE_LITERALS_H
#define BASE_LITERALS_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* What is looked for, of a byte at least, and the number it votes for; several may vote for
 * one. */
struct literal {
	struct str text;
	uint32_t number;
};

struct literals;

enum { LITERALS_SPARE = 8 }; /* bytes that may be read behind a text */

/* The list, of one literal at least, is borrowed. */
struct literals *literals_new(const struct literal *list, size_t n);
void literals_free(struct literals *l);

/* Find which are in a text, behind which LITERALS_SPARE bytes may be read: a bit for each
 * number, in so many words. False: none is, and the words are not written. Safe from any
 * thread. */
bool literals_find(
    const struct literals *l, const char *p, const char *end, uint64_t *votes, size_t words);

#endif
