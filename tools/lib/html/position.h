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

/* Finds positions of offsets in any order; cheapest when they rise. It notes the position of
 * every 4,096th byte as it first gets there, so that no order of questions costs more than that
 * each. Start with { .text = document text, .arena = where notes go }. */
struct position_finder {
	struct str text;
	struct arena *arena;
	struct position *notes;
	uint32_t n_notes, cap_notes;
	uint32_t offset; /* the last answer */
	struct position at;
};

struct position position_of(struct position_finder *f, uint32_t offset);

/* "LINE:COLUMN", as page lines write it: in room given for it, or in the arena. */
enum { POSITION_ROOM = 24 };
struct str position_print(struct position at, char room[static POSITION_ROOM]);
struct str position_text(struct arena *a, struct position at);

#endif
