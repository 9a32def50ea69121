/* spacing.c - white space between words of a body. */
#include "spacing.h"

#include "../base/scan_16.h"

#ifdef __SSE2__
/* The bytes of ASCII up to `last`, but for NUL. */
static __m128i
up_to_16(__m128i bytes, char last)
{
	return _mm_andnot_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(last)),
	    _mm_cmpgt_epi8(bytes, _mm_setzero_si128()));
}
#endif

/* The bytes before the first run of white space that is not one space. */
static size_t
spaced(struct str s)
{
	size_t i = 0;

#ifdef __SSE2__
	for (; s.n - i > 16; i += 16) {
		__m128i bytes = _mm_loadu_si128((const void *)(s.p + i));
		__m128i next = _mm_loadu_si128((const void *)(s.p + i + 1));
		__m128i two = _mm_and_si128(equal_16(bytes, ' '), up_to_16(next, ' '));

		if (bits_16(_mm_or_si128(two, up_to_16(bytes, ' ' - 1))))
			break;
	}
#endif
	for (; i < s.n; i++)
		if (is_space(s.p[i]) &&
		    (s.p[i] != ' ' || (i + 1 < s.n && is_space(s.p[i + 1]))))
			break;
	return i;
}

/* A trimmed text of which so many bytes are spaced, with one space for each run. */
static struct str
respaced(struct arena *a, struct str s, size_t good)
{
	char *copy = arena_alloc(a, s.n);
	size_t n = 0;

	for (; good < s.n; good = spaced(s)) {
		memcpy(copy + n, s.p, good);
		n += good;
		copy[n++] = ' ';
		while (is_space(s.p[good]))
			good++;
		s = str_part(s, good, s.n);
	}
	memcpy(copy + n, s.p, s.n);
	return (struct str){ copy, n + s.n };
}

struct str
spacing_fold(struct arena *a, struct str s)
{
	size_t good = spaced(s);

	return good < s.n ? respaced(a, s, good) : s;
}

struct str
spacing_one(const char *p)
{
	return *p == ' ' ? (struct str){ p, 1 } : STR(" ");
}

struct str
spacing_without_tabs(struct arena *a, struct str s)
{
	char *copy;

	if (str_find_char(s, '\v', 0) == s.n)
		return s;
	copy = memcpy(arena_alloc(a, s.n), s.p, s.n);
	for (size_t i = 0; i < s.n; i++)
		if (copy[i] == '\v')
			copy[i] = ' ';
	return (struct str){ copy, s.n };
}

struct str
spacing_around(struct str text, struct str trimmed)
{
	bool before = trimmed.p > text.p;
	bool behind = trimmed.p + trimmed.n < text.p + text.n;

	return (struct str){ trimmed.p - before, trimmed.n + before + behind };
}
