/* data_body.h - a body that a page has in its structured data alone, since a script is to draw
 * it. */
#ifndef PAGE_DATA_BODY_H
#define PAGE_DATA_BODY_H

#include "page.h"
#include "regions.h"

/* What JSON-LD (schema.org) has of the page's body. */
struct data_body {
	struct str text;                /* paragraphs, a line each; absent: nothing */
	const char *property;           /* that it is the value of */
	const struct html_node *script; /* which says so */
};

/* The articleBody of the page's data, or else the description of a product, where the page has
 * no body to speak of and shows this text nowhere. The blocks know their regions. */
struct data_body data_body_of(struct arena *a, const struct blocks *b);

/* The body that a page's facts have, as a tree for it; NULL: they have none. */
struct html_node *data_body_tree(struct arena *a, const struct page *page);

#endif
