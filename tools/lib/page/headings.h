/* headings.h - the headings that a place in a page stands under. */
#ifndef PAGE_HEADINGS_H
#define PAGE_HEADINGS_H

#include "blocks.h"

enum { HEADING_LEVELS = 6 };

/* By level, h1 first: the heading that is open, or NULL. Zero-initialise. */
struct headings {
	const struct html_node *at[HEADING_LEVELS];
};

/* Go on to a block, one after another in the order of the page. A heading closes those of its
 * level and below, and is open from there on. Returns the level of a heading that the block is,
 * or stands in, and that was not open before, 0 for h1; else -1. */
int headings_meet(struct headings *h, const struct blocks *b, uint32_t block);

#endif
