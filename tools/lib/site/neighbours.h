/* neighbours.h - strings one slip of the pen away: a letter too many or too few, another one,
 * or two the other way round. Digits are no slips: page-2 does not mean page-1. */
#ifndef SITE_NEIGHBOURS_H
#define SITE_NEIGHBOURS_H

#include <stdbool.h>

#include "../base/buffer.h"

/* Try the neighbours of s that differ from it at `from` or later, in an order that is always
 * the same, until there() says that one exists; true then, with that one in *found. Asks about
 * 80 times for each byte. */
bool neighbours_find(struct str s, size_t from, bool (*there)(void *context, struct str s),
    void *context, struct buffer *found);

#endif
