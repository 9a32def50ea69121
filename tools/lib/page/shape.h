/* shape.h - what a run of text looks like: its words, marks and sentences. */
#ifndef PAGE_SHAPE_H
#define PAGE_SHAPE_H

#include <stdint.h>

#include "../base/str.h"
#include "lexicon.h"

/* Counted over the texts of one unit. Characters leave white space out. */
struct shape {
	uint32_t characters;
	uint32_t words;    /* runs of letters and digits */
	uint32_t dense;    /* letters of scripts that write without spaces */
	uint32_t capitals; /* words that begin with an ASCII capital */
	uint32_t digits;   /* ASCII digits */
	uint32_t marks;    /* commas, colons, semicolons of any script */
	uint32_t stops;    /* full stops, question and exclamation marks that end something */
	uint32_t symbols;  /* what is no letter, digit, mark, stop, quote or bracket */
	uint32_t money;    /* currency signs */
	uint32_t last;     /* the last character, white space aside */
	uint32_t known;    /* words that the lexicon has */
	float weight;      /* the sum of their weights */
	uint64_t hash;     /* of the words, in order */
};

/* Add what stands in one text node. A word does not run on from one node to the next. The
 * lexicon may be NULL. */
void shape_add(struct shape *s, const struct lexicon *lexicon, struct str text);

/* Of all words, as the lexicon has whole phrases. */
static inline uint64_t
phrase_hash(const struct shape *s)
{
	return s->hash ^ UINT64_C(0x5A5A5A5A5A5A5A5A);
}

/* Words, two letters of a script without spaces counted as one. */
static inline uint32_t
shape_words(const struct shape *s)
{
	return s->words + s->dense / 2;
}

#endif
