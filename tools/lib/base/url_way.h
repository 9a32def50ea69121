/* url_way.h - the relative URL from one file to another. */
#ifndef BASE_URL_WAY_H
#define BASE_URL_WAY_H

#include "buffer.h"
#include "str.h"

/* Append it (RFC 3986, 4.2). from and to are paths seen from the same folder, without empty
 * steps,
 * "." and ".."; one that ends with a slash is a folder. */
void url_way_add(struct buffer *out, struct str from, struct str to);

#endif
