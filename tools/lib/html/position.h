/* position.h - where a byte of a page stands, as an editor counts. */
#ifndef HTML_POSITION_H
#define HTML_POSITION_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/arena.h"
#include "../base/str.h"

/* Both from 1. A line ends with LF, CR LF or CR; a column is a code point of its line. */
struct position {
	uint32_t line, column;
};

/* Finds positions of offsets in any order; in lines beyond ASCII cheapest where the next is
 * near the last. It counts lines as far as it was asked. Start with { .text = document text,
 * .arena = where these are noted }. */
struct position_finder {
	struct str text;
	struct arena *arena;
	uint32_t *before;    /* by blocks of the text: the lines that end before */
	uint32_t known;      /* blocks counted, */
	uint32_t whole;      /* of so many whole ones */
	bool has_returns;    /* the text has a CR */
	uint32_t plain_from; /* from there on all that was counted is ASCII */
	/* Of the last answer: */
	uint32_t line, start, offset; /* from 0; where it starts; what was asked for */
	uint32_t
	    following; /* bytes of that line, before the offset, that begin no code point */
};

struct position position_of(struct position_finder *f, uint32_t offset);

/* "LINE:COLUMN", as page lines write it: in room given for it, or in the arena. */
enum { POSITION_ROOM = 24 };
struct str position_print(struct position at, char room[static POSITION_ROOM]);
struct str position_text(struct arena *a, struct position at);

/* What "LINE:COLUMN" says, both from 1; line 0 where it says no such thing. */
struct position position_read(struct str s);

#endif
