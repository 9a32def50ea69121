/* body_addresses.h - addresses of a body that mean the same where its page's base is gone. */
#ifndef PAGE_BODY_ADDRESSES_H
#define PAGE_BODY_ADDRESSES_H

#include "../base/arena.h"
#include "page.h"

/* Resolve the addresses in the page's body (HTML 2.4.3), each candidate of an image too,
 * against the page's base element where it has one. absolute: and against its URL, where that
 * is known. By a base that is no whole URL itself they stay relative, unless they are to be
 * absolute. Addresses that are whole already, and those of places in the page itself, stay as
 * written. What is written lives in the arena. */
void body_resolve(struct arena *a, const struct page *page, bool absolute);

#endif
