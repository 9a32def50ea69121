/* canonical.c - XML in the form that siteglean writes, read fast. */
#include "canonical.h"

#include <stdint.h>

#include "../base/buffer.h"
#include "../base/utf8.h"
#include "../html/scan.h"

/* An element that is open. */
struct open {
	struct str name, space;
};

struct reader {
	const char *p, *start, *end;
	const struct canonical_listener *listener;
	struct open open[CANONICAL_DEPTH];
	size_t n_open;
	struct xml_attribute attributes[CANONICAL_ATTRIBUTES];
	int n_attributes;
	uint64_t seen;         /* a bit of each attribute's name */
	struct buffer decoded; /* values of this tag that had references */
};

/* What a name may begin with, and go on with. */
enum { NAME_FIRST = 1, NAME_NEXT = 2, NAME_BOTH = 3 };

static const unsigned char name_bytes[256] = {
	['A' ... 'Z'] = NAME_BOTH,
	['a' ... 'z'] = NAME_BOTH,
	['_'] = NAME_BOTH,
	['0' ... '9'] = NAME_NEXT,
	['-'] = NAME_NEXT,
	['.'] = NAME_NEXT,
};

/* True for a character beyond ASCII at p that XML has; moves *p past it. */
static bool
skip_character(const char **p, const char *end)
{
	uint32_t cp;
	size_t n = utf8_read(*p, end, &cp);

	if (utf8_is_ill_formed(*p, n, cp))
		return false;
	*p += n;
	return cp != 0xFFFE && cp != 0xFFFF;
}

/* True when s is well-formed UTF-8 and has no control character but TAB and LF. */
static bool
has_xml_characters(struct str s)
{
	const char *p = s.p, *end = p + s.n;

	for (;;) {
#ifdef __SSE2__
		/* signed, so that bytes beyond ASCII are less than a space too */
		while (
		    end - p >= 16 && !_mm_movemask_epi8(_mm_cmplt_epi8(
					 _mm_loadu_si128((const void *)p), _mm_set1_epi8(' '))))
			p += 16;
#endif
		while (p < end && (signed char)*p >= ' ')
			p++;
		if (p == end)
			return true;
		if (*p == '\t' || *p == '\n')
			p++;
		else if ((signed char)*p >= 0 || !skip_character(&p, end))
			return false;
	}
}

/* The first byte in [p, end) that ends a value or is more than itself in one. */
static const char *
scan_value(const char *p, const char *end)
{
#ifdef __SSE2__
	for (; end - p >= 16; p += 16) {
		__m128i bytes = _mm_loadu_si128((const void *)p);
		__m128i control = equal_16(_mm_subs_epu8(bytes, _mm_set1_epi8(0x1F)), 0);
		__m128i marks = _mm_or_si128(equal_16(bytes, '"'),
		    _mm_or_si128(equal_16(bytes, '&'), equal_16(bytes, '<')));
		unsigned at = first_16(_mm_or_si128(control, marks));

		if (at < 16)
			return p + at;
	}
#endif
	while (p < end && *p != '"' && *p != '&' && *p != '<' && (unsigned char)*p >= 0x20)
		p++;
	return p;
}

/* Take s off the input, if it comes next. */
static bool
take(struct reader *r, struct str s)
{
	if ((size_t)(r->end - r->p) < s.n || memcmp(r->p, s.p, s.n) != 0)
		return false;
	r->p += s.n;
	return true;
}

static bool
take_name(struct reader *r, struct str *name)
{
	const char *p = r->p;

	if (p == r->end || !(name_bytes[(unsigned char)*p] & NAME_FIRST))
		return false;
	while (p < r->end && name_bytes[(unsigned char)*p])
		p++;
	*name = (struct str){ r->p, (size_t)(p - r->p) };
	r->p = p;
	return true;
}

static unsigned
digit_of(char c, unsigned base)
{
	if (is_digit(c))
		return (unsigned)(c - '0');
	return base == 16 && is_alpha(c) ? (unsigned)(to_lower(c) - 'a') + 10 : base;
}

/* A reference by number, "&#" being taken: a character of XML 1.0 (production 2), else 0. */
static uint32_t
take_number(struct reader *r)
{
	unsigned base = take(r, STR("x")) ? 16 : 10, digit;
	const char *first = r->p;
	uint32_t cp = 0;

	for (; r->p < r->end && (digit = digit_of(*r->p, base)) < base; r->p++)
		if ((cp = cp * base + digit) > 0x10FFFF)
			return 0;
	if (r->p == first || !take(r, STR(";")))
		return 0;
	if (cp < 0x20)
		return cp == '\t' || cp == '\n' || cp == '\r' ? cp : 0;
	return (cp >= 0xD800 && cp <= 0xDFFF) || cp == 0xFFFE || cp == 0xFFFF ? 0 : cp;
}

/* Take a reference, and say which character it is; 0: none that is known here. */
static uint32_t
take_reference(struct reader *r)
{
	if (take(r, STR("&#")))
		return take_number(r);
	if (take(r, STR("&amp;")))
		return '&';
	if (take(r, STR("&lt;")))
		return '<';
	if (take(r, STR("&gt;")))
		return '>';
	if (take(r, STR("&quot;")))
		return '"';
	return take(r, STR("&apos;")) ? '\'' : 0;
}

/* The rest of a value that begins at `from`, after its first reference was met. */
static bool
take_escaped(struct reader *r, const char *from, struct str *value)
{
	size_t start = r->decoded.n;
	uint32_t cp;

	/* Room for all of the document, so that values do not move as others follow. */
	buffer_room(&r->decoded, (size_t)(r->end - r->start) - start);
	for (; r->p < r->end; from = r->p, r->p = scan_value(r->p, r->end)) {
		buffer_add(&r->decoded, (struct str){ from, (size_t)(r->p - from) });
		if (*r->p != '&')
			break;
		cp = take_reference(r);
		if (!cp)
			return false;
		buffer_utf8(&r->decoded, cp);
	}
	*value = str_part(buffer_str(&r->decoded), start, r->decoded.n);
	return take(r, STR("\""));
}

/* A value, its first quote being taken; the second is taken too. */
static bool
take_value(struct reader *r, struct str *value)
{
	const char *from = r->p;

	r->p = scan_value(from, r->end);
	*value = (struct str){ from, (size_t)(r->p - from) };
	if (r->p < r->end && *r->p == '&')
		return take_escaped(r, from, value);
	return take(r, STR("\""));
}

/* True for names of namespaces that libxml2 has nothing to say of. */
static bool
is_plain_space(struct str s)
{
	static const struct {
		struct str start;
		const char *marks; /* that may follow, beside letters and digits */
	} kinds[] = { { { "urn:", 4 }, ".:_-" }, { { "http://", 7 }, "./_-" },
		{ { "https://", 8 }, "./_-" } };
	size_t i = 0, at;

	while (i < 3 && !str_starts(s, kinds[i].start))
		i++;
	if (i == 3 || str_starts(s, STR("http://www.w3.org/XML")) ||
	    str_starts(s, STR("http://www.w3.org/2000/xmlns")))
		return false;
	at = kinds[i].start.n;
	if (at == s.n || strchr(kinds[i].marks, s.p[at]))
		return false;
	while (at < s.n &&
	       (is_alpha(s.p[at]) || is_digit(s.p[at]) || memchr(kinds[i].marks, s.p[at], 4)))
		at++;
	return at == s.n;
}

/* True when no attribute of the tag has that name yet. */
static bool
is_new(struct reader *r, struct str name)
{
	unsigned hash = (unsigned)name.n * 7u + (unsigned char)name.p[0] * 3u +
	                (unsigned char)name.p[name.n - 1];
	uint64_t bit = (uint64_t)1 << (hash & 63);

	if (r->seen & bit)
		for (int i = 0; i < r->n_attributes; i++)
			if (str_eq(r->attributes[i].name, name))
				return false;
	r->seen |= bit;
	return true;
}

/* The attribute that comes next, or the declaration of the tag's namespace. */
static bool
take_attribute(struct reader *r, struct str *space, bool *declared)
{
	struct str name, value;

	if (!take_name(r, &name) || !take(r, STR("=\"")) || !take_value(r, &value))
		return false;
	if (str_eq(name, STR("xmlns"))) {
		if (*declared || r->decoded.n || !is_plain_space(value))
			return false;
		*space = value;
		return *declared = true;
	}
	if (r->n_attributes == CANONICAL_ATTRIBUTES || !is_new(r, name))
		return false;
	r->attributes[r->n_attributes++] =
	    (struct xml_attribute){ .name = name, .value = value };
	return true;
}

/* A start tag, its '<' being taken. */
static bool
read_start(struct reader *r)
{
	struct xml_tag tag = { .attributes = r->attributes };
	const char *until;
	bool declared = false, empty;

	if (r->n_open)
		tag.space = r->open[r->n_open - 1].space;
	r->n_attributes = 0;
	r->seen = 0;
	r->decoded.n = 0;
	if (!take_name(r, &tag.name))
		return false;
	while (r->p < r->end && *r->p == ' ') {
		r->p++;
		if (!take_attribute(r, &tag.space, &declared))
			return false;
	}
	tag.n = r->n_attributes;
	until = r->p;
	empty = take(r, STR("/"));
	if (!take(r, STR(">")) || r->n_open == CANONICAL_DEPTH ||
	    !r->listener->start(r->listener->context, &tag, until))
		return false;
	if (empty)
		return r->listener->end(r->listener->context);
	r->open[r->n_open++] = (struct open){ tag.name, tag.space };
	return true;
}

/* An end tag, its '</' being taken. */
static bool
read_end(struct reader *r)
{
	return r->n_open && take(r, r->open[--r->n_open].name) && take(r, STR(">")) &&
	       r->listener->end(r->listener->context);
}

static bool
read_text(struct reader *r)
{
	const char *from = r->p;

	r->p = scan_four(from, r->end, '<', '&', '>', '>');
	return r->listener->text(
	    r->listener->context, (struct str){ from, (size_t)(r->p - from) });
}

static bool
read_reference(struct reader *r)
{
	uint32_t cp = take_reference(r);
	char bytes[4];

	return cp && r->listener->text(
			 r->listener->context, (struct str){ bytes, utf8_write(bytes, cp) });
}

/* Everything from the tag of the document element to its end. */
static bool
read_element(struct reader *r)
{
	if (!take(r, STR("<")) || !read_start(r))
		return false;
	while (r->n_open) {
		bool good;

		if (r->p == r->end)
			return false;
		if (*r->p == '&')
			good = read_reference(r);
		else if (*r->p != '<')
			good = *r->p != '>' && read_text(r);
		else if (++r->p < r->end && *r->p == '/')
			good = (r->p++, read_end(r));
		else
			good = read_start(r);
		if (!good)
			return false;
	}
	return true;
}

static void
skip_white(struct reader *r)
{
	while (r->p < r->end && (*r->p == ' ' || *r->p == '\n'))
		r->p++;
}

bool
canonical_read(struct str xml, const struct canonical_listener *listener)
{
	struct reader r;
	bool good;

	r.p = r.start = xml.p;
	r.end = xml.p + xml.n;
	r.listener = listener;
	r.n_open = 0;
	r.decoded = (struct buffer){ 0 };
	if (!xml.n || !has_xml_characters(xml))
		return false;
	if (take(&r, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")))
		skip_white(&r);
	good = read_element(&r);
	skip_white(&r);
	buffer_free(&r.decoded);
	return good && r.p == r.end;
}
