/* wanted.h - where a reference that the save does not answer would lead. */
#ifndef SITE_WANTED_H
#define SITE_WANTED_H

#include "../base/url.h"
#include "../page/page.h"

enum wanted_kind {
	WANTED_NOTHING, /* no URL, or nothing to resolve it against */
	WANTED_SAVED,   /* a path of the save, as page paths are written */
	WANTED_ROOT,    /* a path from the root of the save, which the page does not tell */
	WANTED_URL,     /* an absolute URL without its fragment */
	WANTED_ABOVE,   /* above the root of the save, or of the page's host */
};

/* What the references of one page are resolved against. */
struct wanted_base {
	struct url url; /* of the page, or its path as one */
	bool has_url;
	bool is_replayed; /* it may come from a web archive, with its links */
	struct str start; /* of the page's path: "/", "./" or a run of "../", or empty */
	size_t depth;     /* folders between the root and the page */
};

/* Made of the page's URL or path and the href of its base element (absent: it has none). */
struct wanted_base wanted_base(struct arena *a, const struct page *page, struct str base_href);

/* True for a reference that is a URL of its own whatever the base: then *text is the URL
 * without its fragment, as wanted() would have it for a page that comes from no archive. */
bool wanted_plain(struct str href, struct str *text);

/* True for a plain path of a page without a URL: then *text, in the arena, is the path of the
 * save, as wanted() would have it where the page has no base element. */
bool wanted_beside(struct arena *a, const struct page *page, struct str href, struct str *text);

/* Resolve a reference as written. *text, in the arena, is the path (decoded, its query behind
 * '?') or the URL, or as written where there is neither. */
enum wanted_kind wanted(
    struct arena *a, const struct wanted_base *base, struct str href, struct str *text);

#endif
