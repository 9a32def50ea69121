/* url_host.h - the host of a URL (WHATWG URL, section 3). */
#ifndef BASE_URL_HOST_H
#define BASE_URL_HOST_H

#include <stdbool.h>

#include "arena.h"
#include "str.h"

/* Parse the host of a special URL (a domain, made ASCII by UTS #46, or an address) or of
 * another (opaque, but for IPv6 addresses) into the form the URL is written with. -1 where the
 * standard has failure, and for a domain beyond ASCII of more than 1,024 bytes. */
int url_host_parse(struct arena *a, struct str s, bool special, struct str *host);

#endif
