/* xhtml.h - a body as XHTML (HTML 14: "The XML syntax"). */
#ifndef STREAM_XHTML_H
#define STREAM_XHTML_H

#include "../base/buffer.h"
#include "../html/html.h"

/* Append a body as one body element on one line, which reads alike as XML and as HTML. Names of
 * elements and attributes must be XML names without a colon. */
void xhtml_body(struct buffer *out, const struct html_node *body);

/* Append one element of a body with what is in it, without naming its namespace. */
void xhtml_element(struct buffer *out, const struct html_node *e);

#endif
