/* utf8.c - UTF-8 (RFC 3629). */
#include "utf8.h"

#include "sixteen.h"

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

static const char *
skip_ascii(const char *p, const char *end)
{
	while (end - p >= 64 &&
	       !is_wide_16(read_16(p) | read_16(p + 16) | read_16(p + 32) | read_16(p + 48)))
		p += 64;
	while (end - p >= 16 && !is_wide_16(read_16(p)))
		p += 16;
	while (p < end && (unsigned char)*p < 0x80)
		p++;
	return p;
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

/* Whether none of the sixteen bytes at p is ill-formed after the three before it: each is a
 * continuation where one is due and only there (Unicode table 3-7, as in announced()). */
static inline bool
is_well_formed(const char *p)
{
	sixteen at = read_16(p), one = read_16(p - 1), two = read_16(p - 2),
		three = read_16(p - 3);

	if (!is_wide_16(at | three))
		return true;
	return !any_16(
	    (sixteen)(((at & 0xC0) == 0x80) ^
		      ((one >= 0xC0) | (two >= 0xE0) | (three >= 0xF0))) |
	    (sixteen)(((at & 0xFE) == 0xC0) | (at >= 0xF5)) |
	    (sixteen)((one == 0xE0) & (at < 0xA0)) | (sixteen)((one == 0xED) & (at >= 0xA0)) |
	    (sixteen)((one == 0xF0) & (at < 0x90)) | (sixteen)((one == 0xF4) & (at >= 0x90)));
}

/* True where 64 bytes at p, and the three before them, are ASCII. */
static inline bool
is_ascii_64(const char *p)
{
	return !is_wide_16(
	    read_16(p - 3) | read_16(p) | read_16(p + 16) | read_16(p + 32) | read_16(p + 48));
}

/* Skip well-formed bytes by sixteen, the three before p being whole characters; back to the
 * start of a character that the last one cuts. */
static const char *
skip_well_formed(const char *p, const char *end)
{
	unsigned char low, high;

	for (;;) {
		while (end - p >= 64 && is_ascii_64(p))
			p += 64;
		if (end - p < (ptrdiff_t)sizeof(sixteen) || !is_well_formed(p))
			break;
		p += sizeof(sixteen);
	}
	for (size_t back = 1; back <= 3; back++) {
		unsigned char c = (unsigned char)*(p - back);

		if (c >= 0xC0)
			return announced(c, &low, &high) > back ? p - back : p;
	}
	return p;
}

size_t
utf8_valid_prefix(struct str s)
{
	const char *p = s.p, *end = s.p + s.n;

	while ((p = skip_ascii(p, end)) < end) {
		size_t n;
		uint32_t cp;

		if (p - s.p >= 3)
			p = skip_well_formed(p, end);
		while (p < end && (n = common_sequence(p, end)) > 0)
			p += n;
		if (p == end || (unsigned char)*p < 0x80)
			continue;
		n = utf8_read(p, end, &cp);
		if (utf8_is_ill_formed(p, n, cp))
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
