/* xml.h - appending text and attributes as XML 1.0, always on one line.
 *
 * TAB, LF and CR become character references. What XML cannot hold is replaced, here and by
 * xml_plain(), so that a value is the same whether or not it went through XML. In text, U+000B
 * and U+000C, which are white space, become a space, and the rest U+FFFD; in URLs and paths,
 * each byte becomes %HH. The same goes for ill-formed UTF-8, which only file names hold; a file
 * name that already has such a %HH in it keeps it. */
#ifndef STREAM_XML_H
#define STREAM_XML_H

#include <stdbool.h>

#include "../base/buffer.h"

/* Make libxml2 use our allocator and start it. Call before using it; any thread, any number of
 * times. */
void xml_start(void);

void xml_text(struct buffer *out, struct str text);

/* Copy a name or the like, which is mostly shorter than 16 bytes; returns where it ends. */
static inline char *
copy_short(char *to, struct str s)
{
	if (s.n > 16) {
		memcpy(to, s.p, s.n);
	} else if (s.n >= 8) { /* the parts may overlap */
		memcpy(to, s.p, 8);
		memcpy(to + s.n - 8, s.p + s.n - 8, 8);
	} else if (s.n >= 4) {
		memcpy(to, s.p, 4);
		memcpy(to + s.n - 4, s.p + s.n - 4, 4);
	} else if (s.n) {
		to[0] = s.p[0];
		to[s.n / 2] = s.p[s.n / 2];
		to[s.n - 1] = s.p[s.n - 1];
	}
	return to + s.n;
}

/* Append ` name="value"`, nothing when value is absent. url: it is a URL or a path. */
void xml_attribute(struct buffer *out, struct str name, struct str value, bool url);

/* The same of a value without characters that XML lacks or escapes: a number, a name. */
void xml_simple_attribute(struct buffer *out, struct str name, struct str value);

/* Append what a reader of the XML gets: text with only the replacements made. */
void xml_plain(struct buffer *out, struct str text, bool url);

#endif
