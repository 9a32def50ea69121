/* scan_16.h - sixteen bytes at once with SSE2; sixteen.h has what other processors do, too. */
#ifndef BASE_SCAN_16_H
#define BASE_SCAN_16_H

#include <stdint.h>

#include "str.h"

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

/* How many of 16 bits are set: without a branch that each text takes otherwise. */
static inline unsigned
ones_16(unsigned bits)
{
	bits -= bits >> 1 & 0x5555;
	bits = (bits & 0x3333) + (bits >> 2 & 0x3333);
	bits = (bits + (bits >> 4)) & 0x0F0F;
	return (bits + (bits >> 8)) & 0x1F;
}

/* The sum of sixteen bytes, each 0 to 255. */
static inline uint32_t
sum_16(__m128i bytes)
{
	__m128i sums = _mm_sad_epu8(bytes, _mm_setzero_si128());

	return (uint32_t)_mm_cvtsi128_si32(_mm_add_epi64(sums, _mm_srli_si128(sums, 8)));
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
		low = (unsigned char)p[0] | (uint64_t)(unsigned char)p[n / 2] << 8 * (n / 2) |
		      (uint64_t)(unsigned char)p[n - 1] << 8 * (n - 1);
	}
	return _mm_or_si128(rest, _mm_set_epi64x((int64_t)high, (int64_t)low));
}
#endif

#endif
