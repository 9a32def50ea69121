/* foreign.h - SVG and MathML attributes. */
#ifndef HTML_FOREIGN_H
#define HTML_FOREIGN_H

#include "tokenizer.h"

/* Adjust the SVG or MathML, and the foreign attributes of a start tag (section 13.2.6.1). */
void foreign_adjust(const struct token *t, enum html_ns ns);

/* True for a start tag that ends foreign content (section 13.2.6.5). */
bool foreign_breaks_out(const struct token *t);

#endif
