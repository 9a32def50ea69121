/* xpath.h - elements of a page by XPath 1.0, evaluated by libxml2.
 *
 * Elements are in no namespace, as people write them: //div[@id="content"]. */
#ifndef PAGE_XPATH_H
#define PAGE_XPATH_H

#include "blocks.h"

/* True for an expression that libxml2 can compile. */
bool xpath_is_valid(const char *expression);

/* The first element that an expression finds on a page, or NULL. */
struct block *xpath_find(const char *expression, const struct blocks *b);

#endif
