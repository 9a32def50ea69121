/* str.c - slices. */
#include "str.h"

enum { SHORT = 64 };

struct str
str_of(const char *s)
{
	return (struct str){ s, s ? strlen(s) : 0 };
}

bool
str_eq_nocase(struct str a, struct str b)
{
	return a.n == b.n && str_starts_nocase(a, b);
}

bool
str_starts_nocase(struct str s, struct str prefix)
{
	if (s.n < prefix.n)
		return false;
	for (size_t i = 0; i < prefix.n; i++)
		if (to_lower(s.p[i]) != to_lower(prefix.p[i]))
			return false;
	return true;
}

bool
str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && str_eq(str_part(s, s.n - suffix.n, s.n), suffix);
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;

	return order ? order : (a.n > b.n) - (a.n < b.n);
}

size_t
str_find(struct str s, struct str needle, size_t from)
{
	const char *hit;

	if (from >= s.n)
		return s.n;
	if (needle.n && s.n - from < SHORT) { /* memmem() prepares for more */
		for (; from + needle.n <= s.n; from++)
			if (s.p[from] == *needle.p &&
			    memcmp(s.p + from, needle.p, needle.n) == 0)
				return from;
		return s.n;
	}
	hit = memmem(s.p + from, s.n - from, needle.p, needle.n);
	return hit ? (size_t)(hit - s.p) : s.n;
}

size_t
str_find_char(struct str s, char c, size_t from)
{
	const char *hit = from < s.n ? memchr(s.p + from, c, s.n - from) : NULL;

	return hit ? (size_t)(hit - s.p) : s.n;
}

bool
str_is_white(struct str s)
{
	size_t n = 0;

	while (n < s.n && is_space(s.p[n]))
		n++;
	return n == s.n;
}

char *
str_decimal(char *end, uint64_t value)
{
	do
		*--end = (char)('0' + value % 10);
	while (value /= 10);
	return end;
}

bool
str_token(struct str *s, struct str *token)
{
	size_t n = 0;

	*s = str_trim(*s);
	while (n < s->n && !is_space(s->p[n]))
		n++;
	*token = str_part(*s, 0, n);
	*s = str_part(*s, n, s->n);
	return n > 0;
}
