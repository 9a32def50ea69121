/* skim.h - step over a tag, and take of its attributes only what a reader of references may ask
 * for (sections 13.2.5.8, 13.2.5.32 to 13.2.5.40). */
#ifndef HTML_SKIM_H
#define HTML_SKIM_H

#include "../base/arena.h"
#include "html.h"
#include "scan.h"

enum { SKIM_ATTRS = 16 };

/* Attributes as written: key and value are slices of the text; name is set of those that may
 * refer to something, or be referred to by. */
struct skimmed {
	struct html_attr attrs[SKIM_ATTRS];
	uint32_t n;      /* counted on past what there is room for */
	uint32_t unread; /* a bit an attribute: its value may hold what is to be replaced */
	bool wanted;     /* there is one of those */
};

/* Step over the attributes behind a tag's name at p to the tag's '>', or to the end of the text
 * where it has none. *s gets those that may matter. */
const char *skim_attrs(struct str text, const char *p, struct skimmed *s);

/* Make the attributes that were skimmed, of equal keys only the first, what the tree has of
 * them; returns their number. There must have been room for all. */
uint32_t skim_keep(struct arena *a, struct skimmed *s);

/* True where a name may be among those listed by their first letter: a bit for each length. It
 * may be another, too. */
static inline bool
skim_may_be(const uint32_t lengths[32], struct str name)
{
	return lengths[*name.p & 0x1F] >> (name.n & 0x1F) & 1;
}
#define SKIM_LETTER(c) [(c)&0x1F]
#define SKIM_LENGTH(n) (1u << (n))

/* A bit for each of the 16 bytes at p that may end the name of a tag or an attribute: none but
 * these is '>' or lower, beside digits and a few marks. */
static inline unsigned
skim_lows(const char *p)
{
#ifdef __SSE2__
	__m128i bytes = _mm_loadu_si128((const void *)p);

	return (unsigned)_mm_movemask_epi8(
	    _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8('>')), bytes));
#else
	unsigned low = 0;

	for (int i = 0; i < 16; i++)
		low |= (unsigned)((unsigned char)p[i] <= '>') << i;
	return low;
#endif
}

/* The first such byte in [p, end), or end. */
static inline const char *
skim_low(const char *p, const char *end)
{
#ifdef __SSE2__
	for (; end - p >= 16; p += 16) {
		unsigned low = skim_lows(p);

		if (low)
			return p + __builtin_ctz(low);
	}
#endif
	while (p < end && (unsigned char)*p > '>')
		p++;
	return p;
}

/* The end of the name of a tag that starts at p. */
static inline const char *
skim_name(const char *p, const char *end)
{
	while ((p = skim_low(p, end)) < end && !ends_name(*p))
		p++;
	return p;
}

/* The first of a byte in [p, end), or end. */
static inline const char *
skim_to(const char *p, const char *end, char c)
{
#ifdef __SSE2__
	const __m128i all = _mm_set1_epi8(c);

	for (; end - p >= 16; p += 16) {
		unsigned at = (unsigned)_mm_movemask_epi8(
		    _mm_cmpeq_epi8(_mm_loadu_si128((const void *)p), all));

		if (at)
			return p + __builtin_ctz(at);
	}
#endif
	while (p < end && *p != c)
		p++;
	return p;
}

/* Step over a class, which is what most tags have first, if not alone. */
static inline const char *
skim_class(const char *p, const char *end)
{
	const char *close;

	if (end - p < 16 || memcmp(p, " class=\"", 8) != 0)
		return p;
	close = skim_to(p + 8, end, '"');
	return close < end ? close + 1 : p;
}

#endif
