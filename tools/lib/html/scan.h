/* scan.h - find the next byte of interest; the inner loops of the parser. */
#ifndef HTML_SCAN_H
#define HTML_SCAN_H

#include "../base/scan_16.h"

#ifdef __SSE2__
/* The index of the first of the 16 bytes at p that scan_name() looks for, or 16. */
static inline unsigned
name_end_16(const char *p)
{
	__m128i bytes = _mm_loadu_si128((const void *)p);
	__m128i low = equal_16(_mm_subs_epu8(bytes, _mm_set1_epi8(' ')), 0);
	__m128i marks = _mm_or_si128(
	    _mm_or_si128(equal_16(bytes, '>'), equal_16(bytes, '/')), equal_16(bytes, '='));

	return first_16(_mm_or_si128(low, marks));
}
#endif

/* The first byte in [p, end) that equals one of four, or end. Name a byte twice to look for
 * fewer. */
static inline const char *
scan_four(const char *p, const char *end, char a, char b, char c, char d)
{
#ifdef __SSE2__
	for (; end - p >= 32; p += 32) { /* two at once: most runs end in them */
		unsigned at = four_16(p, a, b, c, d) | four_16(p + 16, a, b, c, d) << 16;

		if (at)
			return p + __builtin_ctz(at);
	}
	for (; end - p >= 16; p += 16) {
		unsigned at = four_16(p, a, b, c, d);

		if (at)
			return p + __builtin_ctz(at);
	}
#endif
	while (p < end && *p != a && *p != b && *p != c && *p != d)
		p++;
	return p;
}

/* A bit for each of the 64 bytes at p that equals c. */
static inline uint64_t
equal_64(const char *p, char c)
{
	uint64_t bits = 0;

#ifdef __SSE2__
	for (int i = 48; i >= 0; i -= 16)
		bits =
		    bits << 16 | bits_16(equal_16(_mm_loadu_si128((const void *)(p + i)), c));
#else
	for (int i = 63; i >= 0; i--)
		bits = bits << 1 | (p[i] == c);
#endif
	return bits;
}

/* What ends the name of a tag; '=' ends that of an attribute as well. */
static inline bool
ends_name(char c)
{
	return is_space(c) || c == '/' || c == '>';
}

static inline const char *
skip_space(const char *p, const char *end)
{
	while (p < end && is_space(*p))
		p++;
	return p;
}

/* The first byte in [p, end) that may end a name, or end: where ends_name() holds, '=', or
 * another control character. */
static inline const char *
scan_name(const char *p, const char *end)
{
#ifdef __SSE2__
	for (; end - p >= 16; p += 16) {
		unsigned at = name_end_16(p);

		if (at < 16)
			return p + at;
	}
#endif
	while (p < end && !ends_name(*p) && *p != '=')
		p++;
	return p;
}

#endif
