/* selector.h - where on the pages of a site an element stands: the way down to it. */
#ifndef PAGE_SELECTOR_H
#define PAGE_SELECTOR_H

#include "../base/buffer.h"
#include "blocks.h"

/* One step to a child: the nth of its tag, from 1 on. */
struct step {
	uint16_t tag;
	uint16_t nth;
};

enum { SELECTOR_STEPS = 64 };

/* From the body element down. Without steps: the body element itself. */
struct selector {
	struct step steps[SELECTOR_STEPS];
	uint32_t n;
};

/* Append it as XPath 1.0, "/html/body/div[2]". */
void selector_print(const struct selector *s, struct buffer *out);

/* Read what selector_print() writes. Returns -1 where it is anything else. */
int selector_parse(struct str xpath, struct selector *s);

/* The way down to an element. Returns -1 where there is none: an element that HTML does not
 * have lies on it, or more than SELECTOR_STEPS do. */
int selector_of(const struct html_node *element, struct selector *s);

bool selector_equal(const struct selector *a, const struct selector *b);

/* The element it leads to below a document, or NULL. */
const struct html_node *selector_node(
    const struct selector *s, const struct html_node *document);

/* Its block on a page, or NULL. */
struct block *selector_find(const struct selector *s, const struct blocks *b);

#endif
