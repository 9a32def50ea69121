/* str.c - slices. */
#include "str.h"

#include "sixteen.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { SHORT = 32 }; /* bytes of what is looked for without preparing */

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

/* Look in the places [from, to) one by one; to, where it stands in none. */
static size_t
find_in_places(struct str s, struct str needle, size_t from, size_t to)
{
	while (from < to &&
	       (s.p[from] != *needle.p || memcmp(s.p + from, needle.p, needle.n) != 0))
		from++;
	return from;
}

/* The same by the first and the last byte, sixteen places at a time. */
static size_t
find_by_ends(struct str s, struct str needle, size_t from, size_t to)
{
#ifdef __SSE2__
	const __m128i first = _mm_set1_epi8(needle.p[0]);
	const __m128i last = _mm_set1_epi8(needle.p[needle.n - 1]);

	for (; from + 16 <= to; from += 16) {
		const char *p = s.p + from;
		__m128i a = _mm_cmpeq_epi8(_mm_loadu_si128((const void *)p), first);
		__m128i b =
		    _mm_cmpeq_epi8(_mm_loadu_si128((const void *)(p + needle.n - 1)), last);
		unsigned at = (unsigned)_mm_movemask_epi8(_mm_and_si128(a, b));

		for (; at; at &= at - 1) {
			size_t place = from + (unsigned)__builtin_ctz(at);

			if (memcmp(s.p + place, needle.p, needle.n) == 0)
				return place;
		}
	}
#endif
	return find_in_places(s, needle, from, to);
}

size_t
str_find(struct str s, struct str needle, size_t from)
{
	const char *hit;
	size_t place;

	if (from >= s.n || s.n - from < needle.n)
		return s.n;
	if (needle.n && needle.n <= SHORT) { /* memmem() prepares for more */
		size_t to = s.n - needle.n + 1;

		place = find_by_ends(s, needle, from, to);
		return place < to ? place : s.n;
	}
	hit = memmem(s.p + from, s.n - from, needle.p, needle.n);
	return hit ? (size_t)(hit - s.p) : s.n;
}

struct str
str_trim_ends(struct str s)
{
	while (s.n && is_space(s.p[0])) {
		s.p++;
		s.n--;
	}
	while (s.n && is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

static inline bool
is_white_16(sixteen c)
{
	return !any_16(
	    (sixteen)((c != ' ') & (c != '\n') & (c != '\t') & (c != '\r') & (c != '\f')));
}

/* What is left of less than sixteen or eight bytes is looked at with some that were. */
bool
str_is_white(struct str s)
{
	size_t n = 0;

	if (s.n < 8) {
		while (n < s.n && is_space(s.p[n]))
			n++;
		return n == s.n;
	}
	if (s.n < sizeof(sixteen))
		return is_white_16(read_8_8(s.p, s.p + s.n - 8));
	for (; s.n - n > sizeof(sixteen); n += sizeof(sixteen))
		if (!is_white_16(read_16(s.p + n)))
			return false;
	return is_white_16(read_16(s.p + s.n - sizeof(sixteen)));
}

bool
str_has_letters(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (is_word_byte(s.p[i]) && !is_digit(s.p[i]))
			return true;
	return false;
}

bool
str_is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

size_t
str_count_char(struct str s, char c)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == c;
	return n;
}

bool
str_token(struct str *s, struct str *token)
{
	const char *p, *end;

	*s = str_trim(*s);
	end = s->p + s->n;
	for (p = s->p; p < end && ((unsigned char)*p > ' ' || !is_space(*p)); p++)
		;
	*token = (struct str){ s->p, (size_t)(p - s->p) };
	*s = (struct str){ p, (size_t)(end - p) };
	return token->n > 0;
}
