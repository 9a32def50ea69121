/* references.h - what a page refers to, and what it can be referred to by. */
#ifndef PAGE_REFERENCES_H
#define PAGE_REFERENCES_H

#include "../html/position.h"
#include "blocks.h"
#include "page.h"

/* Fill in refs, alternates and anchors, in document order. With blocks, links that became
 * navigation items are left out, for the items have them; without (NULL), all are there.
 * distinct, not NULL, is a seed for hashes: see WANT_DISTINCT. */
void references_extract(struct arena *a, const struct html_document *doc,
    const struct blocks *b, struct position_finder *where, const uint64_t *distinct,
    struct page *page);

/* Whether a browser loads what an element refers to together with the page; rel is that of a
 * link, and may be absent. */
bool reference_is_loaded(struct str element, struct str attribute, struct str rel);

#endif
