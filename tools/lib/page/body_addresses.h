/* body_addresses.h - addresses of a body that mean the same where its page's base is gone. */
#ifndef PAGE_BODY_ADDRESSES_H
#define PAGE_BODY_ADDRESSES_H

#include "../base/arena.h"
#include "page.h"

/* What addresses become before they are resolved; find returns an absent slice for any other.
 */
struct address_map {
	struct str (*find)(void *context, struct str address);
	void *context;
};

/* Resolve the addresses in the page's body, each candidate of an image too, as viewpoint.h has
 * it; absolute is as there. What the map (or NULL) has for an address takes its place instead.
 * What is written lives in the arena. */
void body_resolve(
    struct arena *a, const struct page *page, bool absolute, const struct address_map *map);

#endif
