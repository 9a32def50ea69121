/* url.h - URLs as browsers read, resolve and write them (WHATWG URL). */
#ifndef BASE_URL_H
#define BASE_URL_H

#include <stdbool.h>

#include "arena.h"
#include "str.h"

/* A parsed URL. An absent part has p NULL, which differs from an empty one. Every part is
 * percent-encoded as the standard has it and lives in the arena, in the input that was parsed
 * or in the base's parts. */
struct url {
	struct str scheme;             /* lower case, without its colon */
	struct str username, password; /* empty when there are none */
	struct str host; /* a domain in ASCII, an address, "" as in file:///, absent */
	int port;        /* -1: none, or the scheme's default */
	struct str path; /* starts with a slash unless opaque or empty */
	struct str query, fragment; /* without ? and # */
	bool opaque;                /* a path without segments, as in mailto:x */
};

/* Parse input, UTF-8, against base (NULL: it must be absolute). -1 where the standard has
 * failure; *out is then undefined. A query is encoded as UTF-8 whatever the page's encoding.
 * out may not be base. */
int url_parse(struct arena *a, struct str input, const struct url *base, struct url *out);

/* The whole URL as text (section 4.5). Clear u->fragment first to leave that out. */
struct str url_href(struct arena *a, const struct url *u);

/* How many dots a segment of a path stands for, some of which may be written %2e; 0: it is
 * another. */
unsigned url_dots(struct str segment);

/* ftp, file, http, https, ws and wss (section 4.2). */
bool url_is_special(struct str scheme);

/* The port a scheme stands for, or -1. */
int url_default_port(struct str scheme);

/* Same scheme, host and port (HTML section 7.1.1). Schemes without such an origin, file: and
 * all that are not special, are the same as nothing. */
bool url_same_origin(const struct url *x, const struct url *y);

#endif
