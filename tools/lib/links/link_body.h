/* link_body.h - which references of a page stand in its body. */
#ifndef LINKS_LINK_BODY_H
#define LINKS_LINK_BODY_H

#include "../base/arena.h"
#include "../page/page.h"

/* Places of the body's elements that refer to something, in order. Zero-initialised, every
 * reference counts as one of the body. */
struct link_body {
	bool wanted;
	struct body_reference *at;
	size_t n;
};

void link_body_find(struct arena *a, const struct page *page, struct link_body *body);

/* True when the body has an element with this address right before the place. An element has it
 * once, so references are to be asked for in the order of the page. */
bool link_body_has(struct link_body *body, const struct ref *ref);

#endif
