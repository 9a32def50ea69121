/* xhtml.h - a body as XHTML (HTML 14: "The XML syntax"). */
#ifndef STREAM_XHTML_H
#define STREAM_XHTML_H

#include "../base/buffer.h"
#include "../page/body.h"
#include "../page/page.h"

/* Who appends a body piece by piece as it is built. The arena is for what is not finished. */
struct body_sink xhtml_sink(struct buffer *out, struct arena *unfinished);

extern const struct str xhtml_body_start, xhtml_body_end; /* what stands around it */

/* Append a body as one body element on one line, which reads alike as XML and as HTML. Names of
 * elements and attributes must be XML names without a colon. */
void xhtml_body(struct buffer *out, const struct html_node *body);

/* Append a page as an XHTML document on one line, without XML declaration: its facts by the
 * names that meta and link elements usually have, what told them in data-from, its path in
 * data-path, and its body. schemas/xhtml.xsd says what may occur. */
void xhtml_page(struct buffer *out, const struct page *page);

/* Append one element of a body with what is in it, without naming its namespace. */
void xhtml_element(struct buffer *out, const struct html_node *e);

#endif
