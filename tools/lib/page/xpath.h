/* xpath.h - elements of a page by XPath 1.0, evaluated by libxml2.
 *
 * Elements are in no namespace, as people write them: //div[@id="content"]. */
#ifndef PAGE_XPATH_H
#define PAGE_XPATH_H

#include "blocks.h"

/* True for an expression that libxml2 can compile. */
bool xpath_is_valid(const char *expression);

/* The first element that an expression finds on a page, or NULL. */
struct block *xpath_first(const char *expression, const struct blocks *b);

/* A page to be asked several times. */
struct xpath_page;
struct xpath_page *xpath_page_new(const struct blocks *b);
void xpath_page_free(struct xpath_page *page);

/* Call for each element that an expression finds, in document order. */
void xpath_each(struct xpath_page *page, const char *expression,
    void (*found)(void *context, struct block *b), void *context);

#endif
