/* stubs_site.h - what one page tells that only counts beside others, for stubs.c alone. */
#ifndef STUBS_STUBS_SITE_H
#define STUBS_STUBS_SITE_H

#include "../base/pattern.h"
#include "../page/page.h"
#include "../page/phrases.h"

/* Hashes by which pages are held against each other; 0: it has no such thing. */
struct stubs_keys {
	uint64_t site;          /* its host, else its first folder, if any; and its language */
	uint64_t template_hash; /* site, and which landmarks there are */
	uint64_t title;         /* and site */
	uint64_t url, address;  /* without fragment; without query too */
	uint64_t path;          /* in the save */
	uint64_t canonical;     /* path of its canonical page, or URL of one not in the save */
};

/* Does a page call another one canonical, of which it is a copy (RFC 6596)? */
static inline bool
stubs_names(const struct stubs_keys *page, const struct stubs_keys *other)
{
	return page->canonical &&
	       (page->canonical == other->path || page->canonical == other->url);
}

struct stubs_keys stubs_keys(struct arena *a, const struct page *page);

/* True for a page that the save knows as an error: by its HTTP status, its path, or the user's
 * word for it (NULL: none). */
bool stubs_is_error_page(
    const struct page *page, const struct phrases *phrases, const struct pattern *error_pages);

/* When the page says it was last changed, as written; absent: it does not. */
struct str stubs_modified(const struct page *page);

/* The labels on the way down its menus, else its breadcrumb, to the page itself. */
struct str stubs_menu(struct arena *a, const struct page *page);

#endif
