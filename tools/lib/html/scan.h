/* scan.h - find the next byte of interest; the inner loop of the tokenizer. */
#ifndef HTML_SCAN_H
#define HTML_SCAN_H

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The first byte in [p, end) that equals one of four, or end. Name a byte twice to look for
 * fewer. */
static inline const char *
scan_four(const char *p, const char *end, char a, char b, char c, char d)
{
#ifdef __SSE2__
	for (; end - p >= 16; p += 16) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
		__m128i ab = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(a)),
		    _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b)));
		__m128i cd = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)),
		    _mm_cmpeq_epi8(bytes, _mm_set1_epi8(d)));
		int hits = _mm_movemask_epi8(_mm_or_si128(ab, cd));

		if (hits)
			return p + __builtin_ctz((unsigned)hits);
	}
#endif
	while (p < end && *p != a && *p != b && *p != c && *p != d)
		p++;
	return p;
}

#endif
