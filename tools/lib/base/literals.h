/* literals.h - many literals looked for at once. */
#ifndef BASE_LITERALS_H
#define BASE_LITERALS_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* What is looked for, of a byte at least: where it is among the bytes, and the number that it
 * votes for; several may vote for one. */
struct literal {
	uint32_t at;
	uint32_t n : 31, at_border : 1; /* at_border: only where no letter or digit of ASCII
	                                 * stands before it */
	uint32_t number;
};

/* One of a literal's keys. */
struct literal_key {
	uint64_t head;    /* the literal's first eight bytes, or all */
	uint32_t literal; /* its place in the list */
	uint16_t at;      /* where in it the key begins */
	uint8_t n;        /* its bytes; of what is longer 9 */
	bool at_border;   /* as the literal's */
};

/* Keys in the order of their buckets. */
struct literal_index {
	const uint32_t *first; /* of each bucket, and behind the last; NULL: there are none */
	const struct literal_key *keys;
};

enum { LITERAL_BUCKETS = 1 << 12, LITERAL_COARSE = 1 << 13 };

/* Literals and how to find them, for literals.c and for tables made when the program is built.
 */
struct literals {
	const char *bytes;
	const struct literal *list;
	uint32_t n;
	unsigned key, bits;                 /* bytes of a key, bits of its hash */
	unsigned step;                      /* from one place that is looked at to the next */
	bool any_lone;                      /* any byte alone is a literal */
	const uint64_t *begins;             /* a bit for each hash that a key has */
	const uint8_t *coarse;              /* 1 for the highest bits of each, where keys are
	                                     * long and looked for far apart; or NULL */
	const uint8_t *lone;                /* 1 for bytes that alone are a literal */
	struct literal_index index, shorts; /* shorts: of literals that are no key */
};

enum { LITERALS_SPARE = 8 }; /* bytes that may be read behind a text */

/* True where a letter or digit of ASCII stands before `from` in its text. */
static inline bool
literal_is_within_word(const char *text, const char *from)
{
	return from > text && (is_alpha(from[-1]) || is_digit(from[-1]));
}

/* Ready to look for a list of n literals, which is borrowed as the bytes are. */
struct literals literals_of(const char *bytes, const struct literal *list, uint32_t n);
void literals_free(struct literals *l);

/* Find which are in a text, behind which LITERALS_SPARE bytes may be read: a bit for each
 * number, in so many words. False: none is, and the words are not written. Safe from any
 * thread. */
bool literals_find(
    const struct literals *l, const char *p, const char *end, uint64_t *votes, size_t words);

/* Where in a text the rarest so many bytes in a row begin. */
uint32_t literals_rarest(struct str text, size_t width);

#endif
