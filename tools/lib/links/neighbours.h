/* neighbours.h - strings one slip of the pen away: a letter too many or too few, another one,
 * or two the other way round. Digits are no slips: page-2 does not mean page-1. */
#ifndef LINKS_NEIGHBOURS_H
#define LINKS_NEIGHBOURS_H

#include <stdbool.h>

#include "../base/buffer.h"

/* What is there. */
struct neighbourhood {
	void *context; /* handed to both calls */
	bool (*there)(void *context, struct str s);

	/* May there be a string with a letter less and another one more (0: none) than s has?
	 * Asked first, and about 30 times for each byte; NULL: there may. */
	bool (*may_be)(void *context, char less, char more);
};

/* Try the neighbours of s that differ from it at `from` or later, in an order that is always
 * the same, until there() says that one exists; true then, with that one in *found. */
bool neighbours_find(
    struct str s, size_t from, const struct neighbourhood *n, struct buffer *found);

#endif
