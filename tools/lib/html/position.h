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

/* Finds positions of offsets in any order; cheapest when they rise. As far as it was asked, it
 * notes where lines begin and how many bytes in each 64 begin no code point, so that no answer
 * costs more than a search among lines and a look at as many bytes twice. Start with { .text =
 * document text, .arena = where notes go }. */
struct position_finder {
	struct str text;
	struct arena *arena;
	uint32_t *lines; /* the offset of each line's first byte */
	uint32_t n_lines, cap_lines;
	uint32_t *following; /* before each 64th byte, bytes of code points but their first */
	uint32_t cap_following;
	uint32_t known; /* bytes that have been looked at */
	uint32_t line;  /* of the last answer, from 0 */
};

struct position position_of(struct position_finder *f, uint32_t offset);

/* "LINE:COLUMN", as page lines write it: in room given for it, or in the arena. */
enum { POSITION_ROOM = 24 };
struct str position_print(struct position at, char room[static POSITION_ROOM]);
struct str position_text(struct arena *a, struct position at);

#endif
