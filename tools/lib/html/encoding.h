/* encoding.h - from a page's bytes to UTF-8 text (WHATWG Encoding; HTML section 13.2.3). */
#ifndef HTML_ENCODING_H
#define HTML_ENCODING_H

#include <stdbool.h>

#include "../base/arena.h"
#include "../base/str.h"

/* What told the encoding, in the order in which they are asked. */
enum encoding_from {
	ENCODING_BOM,
	ENCODING_GIVEN,      /* the caller said so */
	ENCODING_META,       /* the prescan of the first 1,024 bytes, or a later meta element */
	ENCODING_UTF8_VALID, /* undeclared, and every byte sequence is well-formed UTF-8 */
	ENCODING_DEFAULT,    /* windows-1252 */
};

struct encoding {
	const char *name; /* the standard's name, such as "windows-1252"; static storage */
	enum encoding_from from;
};

/* The standard's name of the encoding a label stands for (case and surrounding whitespace do
 * not count), or NULL for a label the standard does not list. */
const char *encoding_of_label(struct str label);

/* The encoding that the prescan of the page's first 1,024 bytes finds, or NULL. */
const char *encoding_prescan(struct str bytes);

/* The encoding that a meta element declares, or NULL: by its charset attribute, else by its
 * content attribute where http-equiv says content-type (absent attributes: absent slices).
 * UTF-16 is told as UTF-8 and x-user-defined as windows-1252 (section 13.2.3.4). */
const char *encoding_of_meta(struct str charset, struct str http_equiv, struct str content);

/* Tell the encoding of a page; given may be NULL. */
struct encoding encoding_sniff(struct str bytes, const char *given, bool guess_utf8);

/* The page as well-formed UTF-8, without its byte order mark; ill-formed sequences become
 * U+FFFD as the standard's decoders replace them. name is one that a function above returned.
 * Points into bytes when those are the result already, into the arena otherwise. */
struct str encoding_decode(struct arena *a, struct str bytes, const char *name);

#endif
