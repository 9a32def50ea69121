/* url_percent.h - percent-encoding (WHATWG URL, section 1.3). */
#ifndef BASE_URL_PERCENT_H
#define BASE_URL_PERCENT_H

#include <stdbool.h>

#include "arena.h"
#include "buffer.h"
#include "str.h"

/* The standard's percent-encode sets: what must be encoded in each part of a URL. */
enum url_set {
	URL_SET_CONTROL = 1 << 0, /* of opaque hosts and paths */
	URL_SET_FRAGMENT = 1 << 1,
	URL_SET_QUERY = 1 << 2,
	URL_SET_SPECIAL_QUERY = 1 << 3,
	URL_SET_PATH = 1 << 4,
	URL_SET_USERINFO = 1 << 5,
	URL_SET_COMPONENT =
	    1 << 6,            /* of text put into any part, as encodeURIComponent() does */
	URL_SET_NAME = 1 << 7, /* of paths of files, where '\' is a byte of a name */
};

/* The sets that a graphic ASCII character belongs to. */
extern const unsigned char url_percent_sets[128];

/* True for a byte of the set. */
static inline bool
url_percent_has(enum url_set set, char c)
{
	unsigned char byte = (unsigned char)c;

	return byte < 0x20 || byte > 0x7E || url_percent_sets[byte] & set;
}

/* The number of bytes at the start of s that are not of the set. */
size_t url_percent_clean(struct str s, enum url_set set);

/* s with the bytes of the set as %XX; s itself when there are none. */
struct str url_percent_encode(struct arena *a, struct str s, enum url_set set);

/* The same, appended. */
void url_percent_add(struct buffer *b, struct str s, enum url_set set);

/* s with every %XX as the byte it stands for, other percent signs kept; s itself when there is
 * none. The result may be any bytes. */
struct str url_percent_decode(struct arena *a, struct str s);

#endif
