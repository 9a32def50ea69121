/* plain_text.h - a body as plain text. */
#ifndef PAGE_PLAIN_TEXT_H
#define PAGE_PLAIN_TEXT_H

#include "../base/buffer.h"
#include "../html/html.h"

/* Append the words of a body, laid out as HTML's innerText is (HTML 3.2.7): a blank line around
 * paragraphs, headings, lists and tables; entries, terms and rows on lines of their own; a tab
 * between cells, whose own lines stay lines; preformatted text as it is. White space elsewhere
 * is folded. No newline at either end. What math says in TeX or other forms beside itself is
 * left out. */
void plain_text(struct buffer *out, const struct html_node *body);

#endif
