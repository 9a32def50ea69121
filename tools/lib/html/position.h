/* position.h - where a byte of a page stands, as an editor counts. */
#ifndef HTML_POSITION_H
#define HTML_POSITION_H

#include <stdint.h>

#include "../base/str.h"

/* Both from 1. A line ends with LF, CR LF or CR; a column is a code point of its line. */
struct position {
	uint32_t line, column;
};

/* Finds positions of rising offsets in one pass over the text; falling back costs a restart.
 * Start with { .text = document text }. */
struct position_finder {
	struct str text;
	uint32_t offset; /* the position below belongs to this offset */
	struct position at;
};

struct position position_of(struct position_finder *f, uint32_t offset);

#endif
