/* url_plain.h - a way past the parser for what most links are. */
#ifndef BASE_URL_PLAIN_H
#define BASE_URL_PLAIN_H

#include "url.h"

/* Take apart a URL of http or https that is its own normal form: a domain in lower case that is
 * plain ASCII, no user, no port, a path without dot segments, nothing to be encoded. False for
 * all others, which says nothing of them. */
bool url_parse_plain(struct str s, struct url *out);

/* The length of the scheme, "://" and host that such a URL begins with, before the slash of its
 * path; 0 where it begins in another way. */
size_t url_plain_origin(struct str s);

/* True for a relative reference that is a path without anything to be decoded, and has no dot
 * segments but "./" and "../" at its start. */
bool url_is_plain_path(struct str href);

#endif
