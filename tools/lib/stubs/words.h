/* words.h - the words of a text, as bodies are compared by: runs of letters, marks and digits,
 * letter case aside; in scripts that do not part words each character is one. Of what is longer
 * than WORDS_LONGEST bytes the pieces are words. */
#ifndef STUBS_WORDS_H
#define STUBS_WORDS_H

#include "../base/hash.h"

/* Words that are read at once, at most; and bytes that may be read behind a text, where what
 * would be behind it is not copied first. */
enum { WORDS_AT_ONCE = 32, WORDS_SPARE = 80, WORDS_LONGEST = 63 };

/* Start with { text, its end, the end of what may be read }. */
struct word_reader {
	const char *p, *end, *limit;
};

/* A word: its hash, and where it begins. */
struct read_word {
	uint64_t hash;
	const char *at;
};

/* The next words; returns how many, 0 at the end. */
unsigned next_words(struct word_reader *r, struct read_word words[static WORDS_AT_ONCE]);

/* The hash of a text with one more word; 0: of none. */
static inline uint64_t
add_word(uint64_t hash, uint64_t word)
{
	return hash * 0xD1342543DE82EF95u + word; /* Steele and Vigna, 2021 */
}

/* A hash of a text's words, by which passages and titles are compared. 0: it has none. */
uint64_t words_hash(struct str text);

#endif
