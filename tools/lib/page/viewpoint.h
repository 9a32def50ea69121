/* viewpoint.h - what addresses of a page mean (HTML 2.4.3). */
#ifndef PAGE_VIEWPOINT_H
#define PAGE_VIEWPOINT_H

#include "../base/url.h"
#include "page.h"

/* What addresses of a page are seen from. */
struct viewpoint {
	struct arena *arena;
	bool has_base;      /* the page has a base element that counts */
	bool has_url;       /* url is known */
	struct url url;     /* against which addresses are resolved */
	bool is_page;       /* and that is the page's own */
	struct str written; /* else: the base as written, without its query; absent: none */
};

/* That of a page: its base element, where it has one. absolute: else its URL, where that is
 * known. By a base that is no whole URL itself addresses stay relative, unless they are to be
 * absolute. The arena is for what is resolved. */
struct viewpoint viewpoint_of(struct arena *a, const struct page *page, bool absolute);

/* Does any address mean something else without it? */
static inline bool
viewpoint_matters(const struct viewpoint *v)
{
	return v->has_base || v->has_url;
}

/* The address that means the same where the page's base is gone. One that is whole already, and
 * that of a place in the page itself, is returned as it is. */
struct str viewpoint_resolve(const struct viewpoint *v, struct str address);

#endif
