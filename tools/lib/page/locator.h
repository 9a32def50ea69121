/* locator.h - where the profile of a site has an element: a way down that was learned, or an
 * XPath that someone wrote. */
#ifndef PAGE_LOCATOR_H
#define PAGE_LOCATOR_H

#include "selector.h"

struct locator {
	const char *xpath;   /* NULL: the way down is known */
	struct selector way; /* else */
};

/* Read it; an XPath is copied into the arena. Returns -1 where text is neither. */
int locator_parse(struct arena *a, struct str text, struct locator *l);

/* Append what locator_parse() reads. */
void locator_print(const struct locator *l, struct buffer *out);

#endif
