/* outline.h - the body of a page without its tree: what its start tags say is told one after
 * the other.
 *
 * Which elements a body has, and with which attributes, hardly depends on how they nest. Where
 * it does, and only there, the page is read again for its tree: templates, frames, MathML, HTML
 * inside SVG, a table right inside a table. */
#ifndef HTML_OUTLINE_H
#define HTML_OUTLINE_H

#include "builder.h"

/* True where the rest of the body can be outlined: nothing but it is open. */
bool outline_fits(const struct builder *b);

/* Read the body up to its end tag, or that of html, that counts, or to the end of the page, and
 * tell b->outline of it. Title, meta, base and style elements become children of the body too.
 * Elements that the standard drops are dropped. False where the page needs its tree; the
 * builder is then of no use. */
bool outline_read(struct builder *b);

#endif
