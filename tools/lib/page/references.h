/* references.h - what a page refers to, and what it can be referred to by. */
#ifndef PAGE_REFERENCES_H
#define PAGE_REFERENCES_H

#include "../base/seen.h"
#include "../html/position.h"
#include "blocks.h"
#include "page.h"

/* Collects refs, alternates and anchors of a page. */
struct references {
	struct arena *arena;
	struct position_finder *where;
	const struct blocks *blocks; /* whose links that are items are left out, or NULL */
	bool distinct;               /* see WANT_DISTINCT; seed is then for hashes */
	uint64_t seed;

	/* Set by references_start(). */
	struct page *page;
	struct ref **refs;
	struct alternate **alternates;
	struct anchor **anchors;
	struct seen seen; /* of references, where they are to be distinct */
};

/* Start to fill in a page that has none of these. Then come the elements in document order. */
void references_start(struct references *c, struct page *page);
void references_meet(struct references *c, const struct html_node *e);

/* The elements of blocks, one after the other. */
void references_of_blocks(
    struct arena *a, const struct blocks *b, struct position_finder *where, struct page *page);

/* The same of refreshes and canonical links alone. */
void references_elsewhere(
    struct arena *a, const struct blocks *b, struct position_finder *where, struct page *page);

/* Whether a browser loads what an element refers to together with the page; rel is that of a
 * link, and may be absent. */
bool reference_is_loaded(enum tag element, struct str attribute, struct str rel);

#endif
