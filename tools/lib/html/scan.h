/* scan.h - find the next byte of interest; the inner loops of the parser. */
#ifndef HTML_SCAN_H
#define HTML_SCAN_H

#include <stdint.h>

#include "../base/str.h"

#ifdef __SSE2__
#include <emmintrin.h>

/* 0xFF in each byte that equals c. */
static inline __m128i
equal_16(__m128i bytes, char c)
{
	return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}

/* 0xFF in each byte from first on, of which there are n. */
static inline __m128i
among_16(__m128i bytes, char first, char n)
{
	__m128i from = _mm_sub_epi8(bytes, _mm_set1_epi8(first));

	return _mm_cmpeq_epi8(_mm_min_epu8(from, _mm_set1_epi8((char)(n - 1))), from);
}

/* A bit for each of the 16 bytes at p that equals one of four. */
static inline unsigned
four_16(const char *p, char a, char b, char c, char d)
{
	__m128i bytes = _mm_loadu_si128((const void *)p);
	__m128i ab = _mm_or_si128(equal_16(bytes, a), equal_16(bytes, b));
	__m128i cd = _mm_or_si128(equal_16(bytes, c), equal_16(bytes, d));

	return (unsigned)_mm_movemask_epi8(_mm_or_si128(ab, cd));
}

/* The index of the first byte that is set, or 16. */
static inline unsigned
first_16(__m128i set)
{
	return (unsigned)__builtin_ctz((unsigned)_mm_movemask_epi8(set) | 1U << 16);
}

/* A bit for each byte that is set. */
static inline unsigned
bits_16(__m128i set)
{
	return (unsigned)_mm_movemask_epi8(set);
}

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

/* The n bytes at p, of which there are 1 to 16, and what fills them up. */
static inline __m128i
load_16(const char *p, size_t n, char fill)
{
	static const unsigned char after[32] = { [16 ... 31] = 0xFF };
	__m128i rest =
	    _mm_and_si128(_mm_loadu_si128((const void *)(after + 16 - n)), _mm_set1_epi8(fill));
	uint64_t low = 0, high = 0;
	uint32_t begin, end;

	if (n > 8) {
		memcpy(&low, p, 8);
		memcpy(&high, p + n - 8, 8);
		high >>= 8 * (16 - n);
	} else if (n >= 4) {
		memcpy(&begin, p, 4);
		memcpy(&end, p + n - 4, 4);
		low = begin | (uint64_t)end << 8 * (n - 4);
	} else {
		for (size_t i = n; i-- > 0;)
			low = low << 8 | (unsigned char)p[i];
	}
	return _mm_or_si128(rest, _mm_set_epi64x((int64_t)high, (int64_t)low));
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

/* What ends the name of a tag; '=' ends that of an attribute as well. */
static inline bool
ends_name(char c)
{
	return is_space(c) || c == '/' || c == '>';
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
