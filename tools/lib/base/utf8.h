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

/* Write cp (a Unicode scalar value) to out and return its length, 1 to 4. */
size_t utf8_write(char *out, uint32_t cp);
void buffer_utf8(struct buffer *b, uint32_t cp);

/* Length in bytes of the well-formed prefix of s; s.n when all of it is. */
size_t utf8_valid_prefix(struct str s);

/* Number of code points, counting each ill-formed subpart as one. */
size_t utf8_count(struct str s);

#endif
