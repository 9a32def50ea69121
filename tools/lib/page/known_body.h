/* known_body.h - where a page has the body that the profile of its site knows. */
#ifndef PAGE_KNOWN_BODY_H
#define PAGE_KNOWN_BODY_H

#include "profile.h"

enum {
	NEARLY_ALL_PERCENT = 85, /* of a page's own text, in an element that holds it */
	LEAST_OWN = 100,         /* bytes of own text outside links, to tell where bodies are */
};

/* Where a page has its body: what an XPath finds. Or what a selector finds, if that holds at
 * least half of what the page has beside its template and its links; of several the one that
 * fits best. Else what holds nearly all of it and lies below the same tags. NULL: none is
 * there, or the profile does not know of bodies. *by: who found it, one of the profile's. */
struct block *known_body_find(struct arena *a, const struct profile *p, const struct blocks *b,
    const struct known_body **by);

#endif
