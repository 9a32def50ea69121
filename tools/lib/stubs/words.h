/* words.h - the words of a text, as bodies are compared by: runs of letters, marks and digits,
 * letter case aside; in scripts that do not part words each character is one. Of what is longer
 * than WORDS_LONGEST bytes the pieces are words. */
#ifndef STUBS_WORDS_H
#define STUBS_WORDS_H

#include <endian.h>
#include <stdbool.h>

#include "../base/hash.h"

enum { WORDS_SPARE = 80, WORDS_LONGEST = 63 };

/* Start with .p, .end and .limit: a text, and the end of what may be read. Where that is less
 * than WORDS_SPARE bytes behind the text, its last ones are copied. */
struct word_reader {
	const char *p, *end, *limit;
	char last[WORDS_SPARE], small[WORDS_SPARE]; /* copies; small: without letter case */
};

/* Words that stand within 63 bytes. Of the masks each byte has a bit. */
struct words {
	const char *at;        /* in the text */
	const char *bytes;     /* the same, or a copy */
	uint64_t starts, ends; /* of words; ends: behind them */
	uint64_t set;          /* in each eight bytes of a word, so that case is gone */
};

/* Read on, until there are words; false: there are none left. */
bool next_words(struct word_reader *r, struct words *w);

/* What is kept of eight bytes, the first the lowest: of words of n bytes [8 + n] of the first
 * eight, [n] of those behind them. */
extern const uint64_t word_masks[25];

/* Eight bytes, with what is set in each. */
static inline uint64_t
word_bytes(const char *p, uint64_t set)
{
	uint64_t bytes;

	memcpy(&bytes, p, 8);
	return le64toh(bytes) | set;
}

/* The hash of a text with one more word; 0: of none. */
static inline uint64_t
add_word(uint64_t hash, uint64_t word)
{
	return hash * 0xD1342543DE82EF95u + word; /* Steele and Vigna, 2021 */
}

/* The hash of a word of more than sixteen bytes. */
uint64_t hash_long_word(const char *p, unsigned n, uint64_t set);

/* The hash of the first of the words, which are one fewer then. */
static inline uint64_t
take_word(struct words *w)
{
	unsigned from = (unsigned)__builtin_ctzll(w->starts);
	unsigned n = (unsigned)__builtin_ctzll(w->ends) - from;
	const char *p = w->bytes + from;

	w->starts &= w->starts - 1;
	w->ends &= w->ends - 1;
	if (n > 16)
		return hash_long_word(p, n, w->set);
	return hash_mix(0, add_word(word_bytes(p, w->set) & word_masks[8 + n],
			       word_bytes(p + 8, w->set) & word_masks[n]));
}

/* A hash of a text's words, by which passages and titles are compared. 0: it has none. */
uint64_t words_hash(struct str text);

#endif
