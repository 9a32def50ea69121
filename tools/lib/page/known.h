/* known.h - the menus and furniture that the profile of a site knows, on a page. */
#ifndef PAGE_KNOWN_H
#define PAGE_KNOWN_H

#include "profile.h"

/* By block: what the profile says begins there, the first where several do, or NULL. NULL: it
 * knows of nothing on this page. */
const struct known_region **known_regions(
    struct arena *a, const struct profile *p, const struct blocks *b);

/* Did someone write it, rather than it being learned? Then it is taken at its word. */
static inline bool
known_is_told(const struct known_region *known)
{
	return !known->pages;
}

/* Does what a way down has led to look like what most pages of the site have there? A menu has
 * its words in links, or is called one; furniture is an element of that name; and neither has
 * most of the page's prose. Or it is mostly text of the template. */
bool known_holds(const struct known_region *known, const struct profile *p,
    const struct blocks *b, const struct block *block);

#endif
