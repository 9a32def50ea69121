/* str.h - slices: a borrowed run of bytes, not ended by a NUL. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "ascii.h"

struct str {
	const char *p; /* NULL: absent, which differs from empty */
	size_t n;      /* bytes */
};

/* A string literal as a slice, also where a static one is initialised. */
#define STR_INIT(literal)                                                                      \
	{                                                                                      \
		(literal), sizeof(literal) - 1                                                 \
	}
#define STR(literal) ((struct str)STR_INIT(literal))
struct str str_of(const char *s); /* NULL: absent */

/* Part of s from byte `from` up to `to` (both clipped to the slice). */
static inline struct str
str_part(struct str s, size_t from, size_t to)
{
	to = to < s.n ? to : s.n;
	from = from < to ? from : to;
	return (struct str){ s.p + from, to - from };
}

/* Equal bytes; equal but for ASCII letter case (WHATWG "ASCII case-insensitive"). */
static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}
bool str_eq_nocase(struct str a, struct str b);

static inline bool
str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}
bool str_starts_nocase(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* Order as memcmp, a shorter slice before its extensions: <0, 0, >0. */
int str_cmp(struct str a, struct str b);

/* Offset of the first occurrence at or after `from`, or s.n; how often a byte occurs. */
size_t str_find(struct str s, struct str needle, size_t from);
size_t str_count_char(struct str s, char c);
static inline size_t
str_find_char(struct str s, char c, size_t from)
{
	const char *hit = from < s.n ? (const char *)memchr(s.p + from, c, s.n - from) : NULL;

	return hit ? (size_t)(hit - s.p) : s.n;
}

/* Without leading and trailing ASCII whitespace, which most have not. */
struct str str_trim_ends(struct str s);
static inline struct str
str_trim(struct str s)
{
	return s.n && !is_space(s.p[0]) && !is_space(s.p[s.n - 1]) ? s : str_trim_ends(s);
}

bool str_is_white(struct str s);    /* nothing but ASCII whitespace, or nothing at all */
bool str_is_ascii(struct str s);    /* nothing but ASCII, likewise */
bool str_has_letters(struct str s); /* one of ASCII, or any character beyond */

/* Take the next space-separated token off *s into *token; false when none is left. */
bool str_token(struct str *s, struct str *token);

#endif
