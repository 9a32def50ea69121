/* utf8.c - UTF-8 (RFC 3629). */
#include "utf8.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* How many bytes a lead byte announces, and the range its second byte must lie in (Unicode
 * table 3-7): overlong forms, surrogates and values past U+10FFFF are refused by that range. */
static size_t
announced(unsigned char lead, unsigned char *low, unsigned char *high)
{
	*low = 0x80;
	*high = 0xBF;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF) {
		if (lead == 0xE0)
			*low = 0xA0;
		if (lead == 0xED)
			*high = 0x9F;
		return 3;
	}
	if (lead >= 0xF0 && lead <= 0xF4) {
		if (lead == 0xF0)
			*low = 0x90;
		if (lead == 0xF4)
			*high = 0x8F;
		return 4;
	}
	return 0;
}

size_t
utf8_read(const char *p, const char *end, uint32_t *cp)
{
	const unsigned char *s = (const unsigned char *)p;
	size_t left = (size_t)(end - p), need, i;
	unsigned char low, high;
	uint32_t value;

	if (s[0] < 0x80) {
		*cp = s[0];
		return 1;
	}
	*cp = UTF8_REPLACEMENT;
	need = announced(s[0], &low, &high);
	if (!need)
		return 1;
	value = s[0] & (0x7Fu >> need);
	for (i = 1; i < need; i++) {
		if (i >= left || s[i] < low || s[i] > high)
			return i;
		value = value << 6 | (s[i] & 0x3F);
		low = 0x80;
		high = 0xBF;
	}
	*cp = value;
	return need;
}

size_t
utf8_write(char *out, uint32_t cp)
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xC0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xE0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		out[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	out[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}

void
buffer_utf8(struct buffer *b, uint32_t cp)
{
	b->n += utf8_write(buffer_room(b, 4), cp);
}

/* Skip ASCII in long steps. */
static const char *
skip_ascii(const char *p, const char *end)
{
	uint64_t word;

#ifdef __SSE2__
	for (; end - p >= 64; p += 64) {
		const __m128i *at = (const void *)p;
		__m128i low = _mm_or_si128(_mm_loadu_si128(at), _mm_loadu_si128(at + 1));
		__m128i high = _mm_or_si128(_mm_loadu_si128(at + 2), _mm_loadu_si128(at + 3));

		if (_mm_movemask_epi8(_mm_or_si128(low, high)))
			break;
	}
#endif
	for (; end - p >= 8; p += 8) {
		memcpy(&word, p, 8);
		if (word & 0x8080808080808080u)
			break;
	}
	while (p < end && (unsigned char)*p < 0x80)
		p++;
	return p;
}

static bool
is_continuation(char c)
{
	return (c & 0xC0) == 0x80;
}

/* Length of the sequence at p if it is a well-formed one of the common forms, all of two bytes
 * and most of three; 0: utf8_read() must say. */
static size_t
common_sequence(const char *p, const char *end)
{
	unsigned char lead = (unsigned char)*p;

	if (end - p < 3 || !is_continuation(p[1]))
		return 0;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead > 0xE0 && lead <= 0xEF && lead != 0xED && is_continuation(p[2]))
		return 3;
	return 0;
}

size_t
utf8_valid_prefix(struct str s)
{
	const char *p = s.p, *end = s.p + s.n;

	while ((p = skip_ascii(p, end)) < end) {
		size_t n;
		uint32_t cp;

		while (p < end && (n = common_sequence(p, end)) > 0)
			p += n;
		if (p == end || (unsigned char)*p < 0x80)
			continue;
		n = utf8_read(p, end, &cp);
		if (cp == UTF8_REPLACEMENT && (n != 3 || memcmp(p, "\xEF\xBF\xBD", 3) != 0))
			break;
		p += n;
	}
	return (size_t)(p - s.p);
}

size_t
utf8_count(struct str s)
{
	const char *p = s.p, *end = s.p + s.n;
	size_t count = 0;

	while (p < end) {
		uint32_t cp;

		p += utf8_read(p, end, &cp);
		count++;
	}
	return count;
}
