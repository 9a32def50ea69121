/* markdown.h - a body as Markdown: CommonMark 0.31 with the tables and strikethrough of GitHub
 * Flavored Markdown 0.29. */
#ifndef STREAM_MARKDOWN_H
#define STREAM_MARKDOWN_H

#include "../base/buffer.h"
#include "../html/html.h"

/* Append a body as Markdown, ending with a newline unless nothing is in it. Whatever renders it
 * shows the words of the body in their order: signs that would be markup are escaped. What
 * Markdown cannot say is HTML: tables that hold lists, code, headings or cells that span
 * others; sub, sup, kbd, q, ins, mark and ruby; anchors; emphasis that ends within a word.
 * Definition lists are lists whose entries start with the term; mathematics is TeX as $`...`$
 * where it is there in TeX; embedded resources are links to them. The marks of the body's nodes
 * are overwritten. */
void markdown_write(struct buffer *out, const struct html_node *body);

#endif
