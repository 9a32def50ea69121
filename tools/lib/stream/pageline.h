/* pageline.h - pages as lines of XML, and back (schemas/page.xsd). */
#ifndef STREAM_PAGELINE_H
#define STREAM_PAGELINE_H

#include "../base/arena.h"
#include "../base/buffer.h"
#include "../page/page.h"

#define PAGE_NAMESPACE "urn:siteglean:page:1"

/* The namespaces of the elements below main, by enum html_ns; a "cut" is the page's own. */
extern const char *const page_namespaces[HTML_NS_OTHER + 1];

/* Append the page as one line: starts "<page ", ends with a newline, none inside. Names of
 * elements and attributes in main must be XML names without a colon. */
void page_write(struct buffer *out, const struct page *page);

/* The bytes that will take, roughly, where the page's body is written already; else 0. */
size_t page_line_room(const struct page *page);

/* What stands around the lines of a document (sitescrape --document). */
extern const struct str page_document_start, page_document_end;

/* Read one page element into *page, whose strings are copied to the arena. On XML that is not
 * well formed or no page (an element, attribute or value that pages do not have, items nested
 * deeper than ITEM_DEPTH, a document type) returns -1 with *error, one line in the arena, and
 * its line and column. The order of elements is the schema's to check. */
int page_read(
    struct arena *a, struct str xml, struct page *page, struct str *error, struct position *at);

#endif
