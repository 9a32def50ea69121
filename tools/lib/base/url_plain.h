/* url_plain.h - a way past the parser for what most links are. */
#ifndef BASE_URL_PLAIN_H
#define BASE_URL_PLAIN_H

#include "url.h"

/* Take apart a URL of http or https that is its own normal form: a domain in lower case that is
 * plain ASCII, no user, no port, a path without dot segments, nothing to be encoded. False for
 * all others, which says nothing of them. */
bool url_parse_plain(struct str s, struct url *out);

/* True for a relative reference that is a path without anything to be decoded, and has no dot
 * segments but "./" and "../" at its start. */
bool url_is_plain_path(struct str href);

#endif
