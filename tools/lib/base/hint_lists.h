/* hint_lists.h - what literals every match of a pattern must hold, for hints.c alone. */
#ifndef BASE_HINT_LISTS_H
#define BASE_HINT_LISTS_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"
#include "hint_tables.h"

/* With folded letters. at_border: no letter or digit of ASCII stands before it in a match, or
 * before the match. */
struct hint_literal {
	struct str text;
	bool at_border;
};

/* Literals of which each match holds one; n is 0 where any text will do. */
struct hint_list {
	struct hint_literal *at;
	uint32_t n;
	uint32_t place; /* rises in the order in which a match holds them */
	size_t least;   /* bytes of the shortest */
};

/* A pattern that is read. Start with { .arena, .p, .end, .at_border }. */
struct hint_reader {
	struct arena *arena;
	const char *p, *end;
	bool at_border;     /* no letter or digit of ASCII stands before what is read next */
	bool run_at_border; /* the same of the run */
	struct buffer run;  /* literals one after the other */
	uint32_t places;    /* of lists so far */
};

/* Read the next alternative: its lists, the better ones first. False: what it is cannot be
 * told, nor where it ends. */
bool hint_lists_next(struct hint_reader *r, struct hint_list best[static HINT_LISTS]);

#endif
