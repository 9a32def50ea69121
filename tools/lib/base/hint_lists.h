/* hint_lists.h - what literals every match of a pattern must hold, for hints.c alone. */
#ifndef BASE_HINT_LISTS_H
#define BASE_HINT_LISTS_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"
#include "hints.h"

/* Literals with folded letters, of which each match holds one; n is 0 where any text will do.
 */
struct hint_list {
	struct str *at;
	uint32_t n;
	uint32_t place; /* rises in the order in which a match holds them */
	size_t least;   /* bytes of the shortest */
};

/* A pattern that is read. Start with { .arena, .p, .end }. */
struct hint_reader {
	struct arena *arena;
	const char *p, *end;
	struct buffer run; /* literals one after the other */
	uint32_t places;   /* of lists so far */
};

/* Read the next alternative: its lists, the better ones first. False: what it is cannot be
 * told, nor where it ends. */
bool hint_lists_next(struct hint_reader *r, struct hint_list best[static HINT_LISTS]);

enum { HINT_FOLD_MOST = 4 }; /* bytes that one may become when letters are folded */

/* Write a text with its letters folded, so that letters that are the same but for their case
 * are the same; returns its bytes. */
size_t hint_fold(char *to, struct str text);

/* Write it with those of ASCII alone folded, in as many bytes; false where it has others. */
bool hint_fold_ascii(char *restrict to, struct str text);

/* True where characters beyond ASCII fold to letters of it: the long s, and the sign of Kelvin.
 */
bool hint_has_ascii_forms(struct str text);

#endif
