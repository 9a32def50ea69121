/* breadcrumb.h - trails that a page declares as data (schema.org BreadcrumbList in JSON-LD). */
#ifndef PAGE_BREADCRUMB_H
#define PAGE_BREADCRUMB_H

#include "../base/arena.h"
#include "../html/html.h"
#include "blocks.h"
#include "page.h"

/* For each BreadcrumbList in the page's JSON-LD: a navigation tree that shows the same trail is
 * made a breadcrumb; where none does, a tree with label_from LABEL_JSON_LD is added at the end.
 */
void breadcrumb_add(struct arena *a, const struct blocks *b, struct page *page);

#endif
