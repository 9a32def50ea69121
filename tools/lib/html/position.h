/* position.h - where a byte of a page stands, as an editor counts. */
#ifndef HTML_POSITION_H
#define HTML_POSITION_H

#include <stdint.h>

#include "../base/arena.h"
#include "../base/str.h"

/* Both from 1. A line ends with LF, CR LF or CR; a column is a code point of its line. */
struct position {
	uint32_t line, column;
};

/* Finds positions of offsets in any order; cheapest when they rise, as it goes on from the last
 * answer. It leaves a mark at each answer and in each kilobyte it passes, and goes on from the
 * nearest when it comes by again. Start with { .text = document text, .arena = where marks go
 * }. */
struct position_finder {
	struct str text;
	struct arena *arena;
	struct position_mark {
		uint32_t offset;    /* a byte, or the end of the text */
		uint32_t line;      /* of it, from 0 */
		uint32_t start;     /* the offset of that line's first byte */
		uint32_t following; /* bytes since then that begin no code point */
	} at, *marks;
	uint32_t n_marks, cap_marks;
	uint32_t next; /* the first mark behind where it stands */
};

struct position position_of(struct position_finder *f, uint32_t offset);

/* "LINE:COLUMN", as page lines write it: in room given for it, or in the arena. */
enum { POSITION_ROOM = 24 };
struct str position_print(struct position at, char room[static POSITION_ROOM]);
struct str position_text(struct arena *a, struct position at);

#endif
