/* xml.c - appending text and attributes as XML 1.0. */
#include "xml.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "../base/utf8.h"

/* Where bytes need care: everywhere, as they may be no XML characters, or where they would be
 * markup or normalised away. */
enum { CARE_ALWAYS = 1, CARE_TEXT = 2, CARE_ATTRIBUTE = 4, CARE_MARKUP = 6 };

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
	[0x80 ... 0xFF] = CARE_ALWAYS,
};

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
	if (cp == UTF8_REPLACEMENT)
		return str_eq((struct str){ p, *n }, STR("\uFFFD"));
	return cp >= 0x20 && cp != 0xFFFE && cp != 0xFFFF;
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

/* The first byte in [p, end) that may need care, or end. */
static const char *
scan_care(const char *p, const char *end, int kinds)
{
#ifdef __SSE2__
	for (; end - p >= 16; p += 16) {
		__m128i bytes = _mm_loadu_si128((const void *)p);
		/* signed, so that bytes beyond ASCII are less than a space too */
		__m128i odd = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' '));
		__m128i quote =
		    _mm_cmpeq_epi8(_mm_andnot_si128(_mm_set1_epi8('"' ^ '&'), bytes),
			_mm_set1_epi8('"' & '&'));
		__m128i angle =
		    _mm_cmpeq_epi8(_mm_andnot_si128(_mm_set1_epi8('<' ^ '>'), bytes),
			_mm_set1_epi8('<' & '>'));
		int found = _mm_movemask_epi8(_mm_or_si128(odd, _mm_or_si128(quote, angle)));

		if (found) {
			p += __builtin_ctz((unsigned)found);
			break;
		}
	}
#endif
	while (p < end && !(care[(unsigned char)*p] & kinds))
		p++;
	return p;
}

/* Append s, copying runs of what needs no care of the given kinds. */
static void
append(struct buffer *out, struct str s, int kinds, bool url)
{
	const char *run = s.p, *end = s.n ? run + s.n : run, *p = run;

	while ((p = scan_care(p, end, kinds)) < end) {
		struct str instead = reference(*p);
		size_t n = 1;

		if (!instead.n && is_xml_char(p, end, &n)) {
			p += n;
			continue;
		}
		buffer_add(out, (struct str){ run, (size_t)(p - run) });
		if (instead.n)
			buffer_add(out, instead);
		else
			replace(out, (struct str){ p, n }, url);
		run = p += n;
	}
	buffer_add(out, (struct str){ run, (size_t)(end - run) });
}

void
xml_text(struct buffer *out, struct str text)
{
	append(out, text, CARE_ALWAYS | CARE_TEXT, false);
}

void
xml_attribute(struct buffer *out, struct str name, struct str value, bool url)
{
	if (!value.p)
		return;
	buffer_char(out, ' ');
	buffer_add(out, name);
	buffer_add(out, STR("=\""));
	append(out, value, CARE_ALWAYS | CARE_ATTRIBUTE, url);
	buffer_char(out, '"');
}

void
xml_plain(struct buffer *out, struct str text, bool url)
{
	append(out, text, CARE_ALWAYS, url);
}
