/* pattern.h - regular expressions (PCRE2, see pcre2pattern(3)), compiled once, JIT where the
 * machine can. Text is matched as UTF-8; ill-formed bytes match nothing. */
#ifndef BASE_PATTERN_H
#define BASE_PATTERN_H

#include <stdbool.h>

#include "buffer.h"
#include "str.h"

struct pattern;

enum pattern_flags {
	PATTERN_CASELESS = 1,
	PATTERN_EXTENDED = 2, /* white space and #comments in the pattern do not count */
};

/* Compile. On a bad pattern returns NULL and appends to *why what is wrong and where, one line
 * such as "missing closing parenthesis at offset 3 in '(ab'". */
struct pattern *pattern_new(struct str source, unsigned flags, struct buffer *why);
void pattern_free(struct pattern *p);

/* True when the pattern matches somewhere in text. A match that exceeds PCRE2's limits is
 * trouble, and false. Safe from any thread. */
bool pattern_match(const struct pattern *p, struct str text);

/* Where the first match ends, or PATTERN_NONE. */
#define PATTERN_NONE ((size_t)-1)
size_t pattern_end(const struct pattern *p, struct str text);

#endif
