/* hint_tables.h - what hints are found by; for hints.c and for tables made when the program is
 * built. */
#ifndef BASE_HINT_TABLES_H
#define BASE_HINT_TABLES_H

#include "hints.h"
#include "literals.h"

/* A literal with folded letters: where it is among the bytes, and the hashes of its rarest
 * three bytes in a row and of its last. */
struct hint_text {
	uint32_t at;
	uint32_t n : 31, at_border : 1; /* as a literal's */
	uint16_t rarest, last;
};

/* Literals of which each match holds one; n is 0 where any text will do. */
struct hint_span {
	uint32_t first, n;
};

enum { HINT_LISTS = 4 }; /* of an alternative, the best it has */

struct hint_alternative {
	struct hint_span lists[HINT_LISTS]; /* in the order of a match */
	uint16_t pattern;
	bool alone; /* there is one list only */
};

/* Hints that are ready. */
struct hints {
	const char *bytes; /* of all literals */
	const struct hint_text *texts;
	const struct hint_alternative *alternatives;
	uint32_t n_bytes, n_texts, n_alternatives;
	uint32_t numbers;         /* of patterns are below this */
	bool ascii;               /* all literals are */
	struct literals literals; /* of the best lists, which vote for alternatives */
	const struct hinted *always;
};

#endif
