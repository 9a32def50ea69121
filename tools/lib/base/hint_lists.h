/* hint_lists.h - what literals every match of a pattern must hold, for hints.c alone. */
#ifndef BASE_HINT_LISTS_H
#define BASE_HINT_LISTS_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"

/* Literals with folded letters, of which each match holds one; n is 0 where any text will do.
 */
struct hint_list {
	struct str *at;
	uint32_t n;
	size_t least; /* bytes of the shortest */
};

/* A pattern that is read. Start with { .arena, .p, .end }. */
struct hint_reader {
	struct arena *arena;
	const char *p, *end;
	struct buffer run; /* literals one after the other */
};

/* Read the next alternative: two lists, the better one first. False: what it is cannot be told,
 * nor where it ends. */
bool hint_lists_next(struct hint_reader *r, struct hint_list best[2]);

/* Append a text with its letters folded, so that letters that are the same but for their case
 * are the same. */
void hint_fold(struct buffer *out, struct str text);

#endif
