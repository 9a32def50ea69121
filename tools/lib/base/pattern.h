/* pattern.h - regular expressions (PCRE2, see pcre2pattern(3)), compiled once, and to
 * machine code where that pays. Text is matched as UTF-8; ill-formed bytes match nothing. */
#ifndef BASE_PATTERN_H
#define BASE_PATTERN_H

#include <stdbool.h>

#include "buffer.h"
#include "str.h"

struct pattern;

enum pattern_flags {
	PATTERN_CASELESS = 1,
	PATTERN_EXTENDED = 2,  /* white space and #comments in the pattern do not count */
	PATTERN_MULTILINE = 4, /* ^ and $ match at line ends too */
	PATTERN_UNICODE = 8,   /* letters of all scripts are \w, and \b goes by them */
};

/* Compile. On a bad pattern returns NULL and appends to *why what is wrong and where, one line
 * such as "missing closing parenthesis at offset 3 in '(ab'". */
struct pattern *pattern_new(struct str source, unsigned flags, struct buffer *why);

/* The same for patterns of our own data files, of which a page may need few: compiled when
 * first matched. Dies then of a bad one. */
struct pattern *pattern_later(struct str source, unsigned flags);
void pattern_free(struct pattern *p);

/* True when the pattern matches somewhere in text. A match that exceeds PCRE2's limits is
 * trouble, and false. Safe from any thread. */
bool pattern_match(const struct pattern *p, struct str text);

/* False for some texts that do not match, by their first byte: much faster. */
bool pattern_may_match(const struct pattern *p, struct str text);

/* The first match from byte `from` on: where it is, and the number in the pattern's last
 * (*MARK:number) on the way to it, -1 without. */
struct match {
	size_t from, to;
	int mark;
};
bool pattern_find(const struct pattern *p, struct str text, size_t from, struct match *m);

#endif
