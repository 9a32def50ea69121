/* written.h - pages that a body writer made: XHTML with nothing beside a body. */
#ifndef PAGE_WRITTEN_H
#define PAGE_WRITTEN_H

#include "blocks.h"
#include "page.h"

/* The body element of a page that says where it was made from, as bodies written here do
 * (data-path of html), and whose body has nothing that cleaning would take out: no element that
 * goes, no attribute that is not kept. NULL: another page. */
struct block *written_body(const struct blocks *b);

/* The facts in the head of such a page, with what told each: as xhtml_page() puts them there.
 */
void written_facts(struct arena *a, const struct blocks *b, struct page *page);

/* The names under which a head says facts, by kind; NULL: not in a meta element. */
extern const char *const written_names[];

#endif
