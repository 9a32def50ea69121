/* utf8.h - UTF-8 (RFC 3629): reading, writing, checking. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"

enum { UTF8_REPLACEMENT = 0xFFFD };

/* Read one code point at p (p < end) into *cp and return its length in bytes. Ill-formed bytes
 * give U+FFFD and the length of the maximal subpart, as the WHATWG UTF-8 decoder replaces them.
 */
size_t utf8_read(const char *p, const char *end, uint32_t *cp);

/* True where it read ill-formed bytes: n of them, for which it gave cp. */
static inline bool
utf8_is_ill_formed(const char *p, size_t n, uint32_t cp)
{
	return cp == UTF8_REPLACEMENT && (n != 3 || memcmp(p, "\xEF\xBF\xBD", 3) != 0);
}

/* Write cp (a Unicode scalar value) to out and return its length, 1 to 4. */
size_t utf8_write(char *out, uint32_t cp);
void buffer_utf8(struct buffer *b, uint32_t cp);

/* True for a byte that goes on with a character. */
static inline bool
is_continuation(char c)
{
	return (c & 0xC0) == 0x80;
}

/* Where the character before p begins, no earlier than from, which is before p. */
static inline const char *
utf8_before(const char *p, const char *from)
{
	do
		p--;
	while (p > from && is_continuation(*p));
	return p;
}

/* At most so many of the bytes that s begins with, in whole characters. */
static inline struct str
utf8_cut(struct str s, size_t most)
{
	if (s.n <= most)
		return s;
	while (most && is_continuation(s.p[most]))
		most--;
	return (struct str){ s.p, most };
}

/* Length in bytes of the well-formed prefix of s; s.n when all of it is. */
size_t utf8_valid_prefix(struct str s);

/* Number of code points, counting each ill-formed subpart as one. */
size_t utf8_count(struct str s);

/* printf arguments for "%.*s", to quote a value: at most 100 bytes, as long as well-formed. */
#define QUOTED(s) (int)utf8_valid_prefix(str_part(s, 0, 100)), (s).p ? (s).p : ""

#endif
