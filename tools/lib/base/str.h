/* str.h - slices: a borrowed run of bytes, not ended by a NUL. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *p; /* NULL: absent, which differs from empty */
	size_t n;      /* bytes */
};

/* A string literal as a slice, the same where a static one is initialised, and the slice of a C
 * string (NULL: absent). */
#define STR_INIT(literal)                                                                      \
	{                                                                                      \
		(literal), sizeof(literal) - 1                                                 \
	}
#define STR(literal) ((struct str)STR_INIT(literal))
struct str str_of(const char *s);

/* Part of s from byte `from` up to `to` (both clipped to the slice). */
static inline struct str
str_part(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
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

/* Offset of the first occurrence at or after `from`, or s.n. */
size_t str_find(struct str s, struct str needle, size_t from);
static inline size_t
str_find_char(struct str s, char c, size_t from)
{
	const char *hit = from < s.n ? (const char *)memchr(s.p + from, c, s.n - from) : NULL;

	return hit ? (size_t)(hit - s.p) : s.n;
}

/* WHATWG ASCII whitespace: TAB, LF, FF, CR, SPACE. */
static inline bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
is_alpha(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* An ASCII letter or digit, or a byte of any character beyond ASCII. */
static inline bool
is_word_byte(char c)
{
	return is_alpha(c) || is_digit(c) || (unsigned char)c >= 0x80;
}

static inline char
to_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Without leading and trailing ASCII whitespace. */
static inline struct str
str_trim(struct str s)
{
	while (s.n && is_space(s.p[0])) {
		s.p++;
		s.n--;
	}
	while (s.n && is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

/* True when s holds nothing but ASCII whitespace (an empty slice too). */
bool str_is_white(struct str s);

/* Write a number in decimal so that it ends at end, and return where it starts: at most 20
 * bytes before. */
char *str_decimal(char *end, uint64_t value);

/* Take the next space-separated token off *s into *token; false when none is left. */
bool str_token(struct str *s, struct str *token);

/* Read a number as data files have it: -12.5, 1e-05, of at most 15 digits. False for anything
 * else. The same in every locale. */
bool str_number(struct str text, float *value);

#endif
