/* xml.c - appending text and attributes as XML 1.0. */
#include "xml.h"

#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "../base/scan_16.h"
#include "../base/utf8.h"

/* Where bytes need care: everywhere, as they may be no XML characters, or where they would be
 * markup or normalised away. */
enum {
	CARE_ALWAYS = 1,
	CARE_TEXT = 2,
	CARE_ATTRIBUTE = 4,
	CARE_MARKUP = 6,
	CARE_BEYOND = 8 /* bytes beyond ASCII, unless they are known to be characters */
};

static const unsigned char care[256] = {
	[0x00 ... 0x08] = CARE_ALWAYS,
	['\t'] = CARE_MARKUP,
	['\n'] = CARE_MARKUP,
	['\v'] = CARE_ALWAYS,
	['\f'] = CARE_ALWAYS,
	['\r'] = CARE_MARKUP,
	[0x0E ... 0x1F] = CARE_ALWAYS,
	['&'] = CARE_MARKUP,
	['<'] = CARE_MARKUP,
	['>'] = CARE_MARKUP,
	['"'] = CARE_ATTRIBUTE,
	[0x80 ... 0xFF] = CARE_BEYOND,
};

/* Bytes that the signs around a value take, and what copy_plain() may write behind it. */
enum { ATTRIBUTE_ROOM = 4 + 16 };

static void
start(void)
{
	xmlMemSetup(free, x_malloc, x_realloc, x_strdup);
	xmlInitParser();
}

void
xml_start(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, start);
}

/* What stands for a character of markup or white space, or an absent slice. */
static struct str
reference(char c)
{
	switch (c) {
	case '\t': return STR("&#9;");
	case '\n': return STR("&#10;");
	case '\r': return STR("&#13;");
	case '&': return STR("&amp;");
	case '<': return STR("&lt;");
	case '>': return STR("&gt;");
	case '"': return STR("&quot;");
	default: return (struct str){ 0 };
	}
}

/* True when the bytes at p, as long as *n then says, are a character of XML 1.0 (production 2).
 * TAB, LF and CR do not come here. */
static bool
is_xml_char(const char *p, const char *end, size_t *n)
{
	uint32_t cp;

	*n = utf8_read(p, end, &cp);
	return !utf8_is_ill_formed(p, *n, cp) && cp >= 0x20 && cp != 0xFFFE && cp != 0xFFFF;
}

static void
replace(struct buffer *out, struct str bytes, bool url)
{
	static const char hex[] = "0123456789ABCDEF";

	if (!url) {
		if (bytes.p[0] == '\v' || bytes.p[0] == '\f')
			buffer_char(out, ' ');
		else
			buffer_utf8(out, UTF8_REPLACEMENT);
		return;
	}
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char c = (unsigned char)bytes.p[i];
		char *to = buffer_room(out, 3);

		to[0] = '%';
		to[1] = hex[c >> 4];
		to[2] = hex[c & 15];
		out->n += 3;
	}
}

#ifdef __SSE2__
/* A bit for each of 16 bytes that may need care of the kinds. */
static inline unsigned
care_16(__m128i bytes, int kinds)
{
	/* signed, so that bytes beyond ASCII are less than a space too */
	__m128i odd = kinds & CARE_BEYOND
	                  ? _mm_cmplt_epi8(bytes, _mm_set1_epi8(' '))
	                  : equal_16(_mm_subs_epu8(bytes, _mm_set1_epi8(' ' - 1)), 0);
	__m128i angle =
	    equal_16(_mm_andnot_si128(_mm_set1_epi8('<' ^ '>'), bytes), (char)('<' & '>'));
	__m128i mark = equal_16(bytes, '&');

	if (kinds & CARE_ATTRIBUTE)
		mark = _mm_or_si128(mark, equal_16(bytes, '"'));
	return bits_16(_mm_or_si128(odd, _mm_or_si128(angle, mark)));
}
#endif

#ifdef __SSE2__
/* Copy 16 bytes; returns a bit for each that may need care. */
static inline unsigned
copy_16(char *to, __m128i bytes, int kinds)
{
	_mm_storeu_si128((void *)to, bytes);
	return care_16(bytes, kinds);
}

/* The same of the 16 bytes at each of two places in s. */
static inline unsigned
copy_two(char *to, struct str s, size_t one, size_t other, int kinds)
{
	__m128i first = _mm_loadu_si128((const void *)(s.p + one));
	__m128i second = _mm_loadu_si128((const void *)(s.p + other));

	return copy_16(to + one, first, kinds) | copy_16(to + other, second, kinds) << 16;
}

/* Copy what needs no care off the start of s, and return its length. Up to 32 bytes behind it
 * may be written too, but no more than 16 behind the end of s. What is left of less than 16 or
 * 32 bytes is looked at together with some that were. */
static inline size_t
copy_plain(char *to, struct str s, int kinds)
{
	unsigned found;

	if (s.n < 16) {
		found = s.n ? copy_16(to, load_16(s.p, s.n, ' '), kinds) : 0;
		return found ? (unsigned)__builtin_ctz(found) : s.n;
	}
	if (s.n < 32) {
		found = copy_two(to, s, 0, s.n - 16, kinds);
		if (found & 0xFFFF)
			return (unsigned)__builtin_ctz(found);
		return found ? s.n - 32 + (unsigned)__builtin_ctz(found) : s.n;
	}
	for (size_t i = 0; i < s.n; i += 32) {
		i = s.n - i < 32 ? s.n - 32 : i;
		found = copy_two(to, s, i, i + 16, kinds);
		if (found)
			return i + (unsigned)__builtin_ctz(found);
	}
	return s.n;
}
#else
static inline size_t
copy_plain(char *to, struct str s, int kinds)
{
	size_t i = 0;

	for (; i < s.n && !(care[(unsigned char)s.p[i]] & kinds); i++)
		to[i] = s.p[i];
	return i;
}
#endif

/* Append a character that may need care, and those beyond ASCII that follow it, or what stands
 * for it; returns how many bytes that were. */
static size_t
append_one(struct buffer *out, struct str s, int kinds, bool url)
{
	const char *end = s.p + s.n;
	struct str instead = reference(s.p[0]);
	size_t all = 0, n = 1;

	if (!(care[(unsigned char)s.p[0]] & kinds)) {
		buffer_char(out, s.p[0]);
		return 1;
	}
	if (instead.n) {
		buffer_add(out, instead);
		return 1;
	}
	while (all < s.n && (unsigned char)s.p[all] >= 0x80 && is_xml_char(s.p + all, end, &n))
		all += n;
	if (all) {
		buffer_add(out, str_part(s, 0, all));
		return all;
	}
	is_xml_char(s.p, end, &n);
	replace(out, str_part(s, 0, n), url);
	return n;
}

/* How many bytes s begins with are characters of XML, control characters of ASCII aside: all
 * that is well-formed but U+FFFE and U+FFFF. */
static size_t
count_xml_bytes(struct str s)
{
	const char *p = s.p, *end = p + utf8_valid_prefix(s);

	while ((p = memchr(p, 0xEF, (size_t)(end - p)))) {
		if ((unsigned char)p[1] == 0xBF && (unsigned char)p[2] >= 0xBE)
			return (size_t)(p - s.p);
		p += 3;
	}
	return (size_t)(end - s.p);
}

/* Append s; of what needs care of the given kinds, what stands for it. What stands behind the
 * first byte beyond ASCII is looked at once for where it ceases to be characters. */
static void
append(struct buffer *out, struct str s, int kinds, bool url)
{
	const char *known = NULL; /* characters up to here */

	while (s.n) {
		struct str ahead = s;
		size_t n;

		if (known > s.p) {
			ahead.n = (size_t)(known - s.p);
			n = copy_plain(buffer_room(out, s.n + 16), ahead, kinds);
		} else {
			n = copy_plain(buffer_room(out, s.n + 16), s, kinds | CARE_BEYOND);
		}
		out->n += n;
		s = str_part(s, n, s.n);
		if (s.n && (unsigned char)s.p[0] >= 0x80 && !known) {
			known = s.p + count_xml_bytes(s);
		} else if (s.n && n < ahead.n) {
			n = append_one(out, s, kinds | CARE_BEYOND, url);
			s = str_part(s, n, s.n);
		}
	}
}

/* The same of a text that does not fit in, or needs care. */
static __attribute__((noinline)) void
append_text(struct buffer *out, struct str text)
{
	append(out, text, CARE_ALWAYS | CARE_TEXT, false);
}

void
xml_text(struct buffer *out, struct str text)
{
	size_t n;

	if (out->cap - out->n < text.n + 16) {
		append_text(out, text);
		return;
	}
	n = copy_plain(out->data + out->n, text, CARE_ALWAYS | CARE_TEXT | CARE_BEYOND);
	out->n += n;
	if (n < text.n)
		append_text(out, str_part(text, n, text.n));
}

/* Write what stands before the value of an attribute; returns where that goes. */
static inline char *
begin_attribute(char *to, struct str name)
{
	*to++ = ' ';
	to = copy_short(to, name);
	*to++ = '=';
	*to++ = '"';
	return to;
}

static inline void
end_attribute(struct buffer *out, char *to)
{
	*to++ = '"';
	out->n = (size_t)(to - out->data);
}

/* The same of a value that does not fit in. */
static __attribute__((noinline)) void
append_attribute(struct buffer *out, struct str name, struct str value, bool url)
{
	buffer_grow(out, name.n + value.n + ATTRIBUTE_ROOM);
	xml_attribute(out, name, value, url);
}

/* The rest of a value, which begins with what needs care. */
static __attribute__((noinline)) void
append_value(struct buffer *out, struct str rest, bool url)
{
	append(out, rest, CARE_ALWAYS | CARE_ATTRIBUTE, url);
	buffer_char(out, '"');
}

void
xml_attribute(struct buffer *out, struct str name, struct str value, bool url)
{
	char *to;
	size_t n;

	if (!value.p)
		return;
	if (out->cap - out->n < name.n + value.n + ATTRIBUTE_ROOM) {
		append_attribute(out, name, value, url);
		return;
	}
	to = begin_attribute(out->data + out->n, name);
	n = copy_plain(to, value, CARE_ALWAYS | CARE_ATTRIBUTE | CARE_BEYOND);
	to += n;
	if (n == value.n) {
		end_attribute(out, to);
		return;
	}
	out->n = (size_t)(to - out->data);
	append_value(out, str_part(value, n, value.n), url);
}

void
xml_simple_attribute(struct buffer *out, struct str name, struct str value)
{
	char *to;

	if (!value.p)
		return;
	to = buffer_room(out, name.n + value.n + ATTRIBUTE_ROOM);
	end_attribute(out, copy_short(begin_attribute(to, name), value));
}

void
xml_plain(struct buffer *out, struct str text, bool url)
{
	append(out, text, CARE_ALWAYS, url);
}
