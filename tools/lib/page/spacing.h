/* spacing.h - white space between words of a body, each run of which shows as one space. */
#ifndef PAGE_SPACING_H
#define PAGE_SPACING_H

#include "../base/arena.h"

/* A trimmed text with one space for each run of white space; itself where it has no other. */
struct str spacing_fold(struct arena *a, struct str s);

/* White space of the source as one space: where it is one, what stands beside it in the source
 * stays one text with it. */
struct str spacing_one(const char *p);

/* Vertical tabs are no white space of HTML, but a space in XML (xml.h), to be folded as one. */
struct str spacing_without_tabs(struct arena *a, struct str s);

/* What is left of a text when it is trimmed, with a space of those around it. */
struct str spacing_around(struct str text, struct str trimmed);

#endif
