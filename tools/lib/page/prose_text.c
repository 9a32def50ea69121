/* prose_text.c - texts of a page on their way to be prose. */
#include "prose_text.h"

#include "../base/bits.h"
#include "../base/letters.h"
#include "../base/utf8.h"
#include "../html/scan.h"
#include "count.h"

enum { WORD = PROSE_WORD, IDEOGRAPH = 5, LETTER_UNPARTED = 2 }; /* tenths of a word */

/* What a code point is to those who read it. */
enum look { LOOK_SHOWN, LOOK_SPACE, LOOK_NOTHING };

/* What a character of a script adds, or all that follow each other of one that parts words. */
static unsigned
tenths_of(uint32_t cp)
{
	if (is_unparted_letter(cp))
		return LETTER_UNPARTED;
	return is_ideograph(cp) ? IDEOGRAPH : WORD;
}

/* How to read a code point; may replace it. */
static enum look
look_at(uint32_t *cp)
{
	switch (*cp) {
	case 0x00AD: /* soft hyphen */
	case 0x0640: /* tatweel */
	case 0x200B: /* zero-width space, joiner, marks of direction */
	case 0x200D:
	case 0x200E:
	case 0x200F:
	case 0x2060:
	case 0xFEFF: return LOOK_NOTHING;
	case 0x200C: return LOOK_SPACE;
	case 0x2018:
	case 0x2019:
	case 0x02BC: *cp = '\''; return LOOK_SHOWN;
	case 0x00AB: /* quotation marks */
	case 0x00BB:
	case 0x201C:
	case 0x201D:
	case 0x201E: *cp = '"'; return LOOK_SHOWN;
	case 0x0130: *cp = 'i'; return LOOK_SHOWN;
	}
	if ((*cp >= 0x064B && *cp <= 0x0652) || (*cp >= 0x202A && *cp <= 0x202E) ||
	    (*cp >= 0x2066 && *cp <= 0x2069))
		return LOOK_NOTHING;
	return is_white_space(*cp) ? LOOK_SPACE : LOOK_SHOWN;
}

/* Add to *tenths what a character that is shown adds to a text. */
static void
count_character(uint32_t cp, bool *in_word, uint32_t *tenths)
{
	unsigned worth = cp < 0x0E00 ? WORD : tenths_of(cp);

	if (worth < WORD)
		*tenths += worth;
	else if (!*in_word)
		*tenths += WORD;
	*in_word = worth == WORD;
}

static void
show(struct prose_text *t, uint32_t cp)
{
	uint32_t before = t->tenths;

	t->spaced = false;
	count_character(cp, &t->in_word, &t->tenths);
	if (t->links)
		t->link_tenths += t->tenths - before;
	if (t->code)
		t->code_tenths += t->tenths - before;
	t->end += utf8_write(t->end, cp);
}

static inline void
count_words(struct prose_text *t, uint32_t words)
{
	t->tenths += words * WORD;
	t->link_tenths += t->links ? words * WORD : 0;
	t->code_tenths += t->code ? words * WORD : 0;
}

#ifdef __SSE2__
/* Bytes of a text that are looked at together, and that are read with them. */
enum { SPAN = 64, READ = SPAN + 15 };

_Static_assert(PROSE_SPARE >= 15, "up to fifteen bytes are written behind a text");

/* A bit for each byte of a span: white space; and what is shown as it is. */
struct span {
	uint64_t spaces, shown;
};

/* Of letters of two bytes, U+00C0 to U+07FF, those that look_at() leaves alone: all but U+0130,
 * U+0640, U+064B to U+0652 and, with their neighbours, U+02BC. */
static inline uint64_t
plain_letters(const char *bytes, unsigned n)
{
	uint64_t leads = 0, follows = 0, marks = 0;

	for (unsigned i = 0; i < n; i += 16) {
		__m128i at = _mm_loadu_si128((const void *)(bytes + i));
		__m128i next = _mm_loadu_si128((const void *)(bytes + i + 1));
		__m128i arabic = _mm_or_si128(
		    equal_16(next, (char)0x80), among_16(next, (char)0x8B, 0x92 - 0x8B + 1));
		__m128i mark = _mm_or_si128(_mm_and_si128(equal_16(at, (char)0xD9), arabic),
		    _mm_and_si128(equal_16(at, (char)0xC4), equal_16(next, (char)0xB0)));

		leads |= (uint64_t)bits_16(among_16(at, (char)0xC3, 0xE0 - 0xC3)) << i;
		follows |= (uint64_t)bits_16(among_16(at, (char)0x80, 64)) << i;
		marks |= (uint64_t)bits_16(_mm_or_si128(mark, equal_16(at, (char)0xCA))) << i;
	}
	leads &= ~marks & follows >> 1;
	return leads | leads << 1;
}

/* n: bytes to look at, known when this is compiled. */
static inline struct span
look_over(const char *bytes, unsigned n)
{
	struct span s = { 0, 0 };
	uint64_t others = 0;

	for (unsigned i = 0; i < n; i += 16) {
		__m128i at = _mm_loadu_si128((const void *)(bytes + i));
		__m128i spaces = _mm_or_si128(equal_16(at, ' '), among_16(at, '\t', 5));

		s.spaces |= (uint64_t)bits_16(spaces) << i;
		s.shown |= (uint64_t)bits_16(_mm_cmpgt_epi8(at, _mm_set1_epi8(' '))) << i;
		others |= (uint64_t)bits_16(at) << i;
	}
	if (others)
		s.shown |= plain_letters(bytes, n);
	return s;
}

/* Write the bytes of a span, white space as spaces, but for those that are dropped; up to
 * fifteen bytes more are written. Returns the end. */
static char *
write_span(char *to, const char *bytes, unsigned n, uint64_t dropped)
{
	const __m128i space = _mm_set1_epi8(' '); /* more than what stands for it */

	for (unsigned from = 0; from < n;) {
		uint64_t left = dropped >> from;
		unsigned kept = left ? (unsigned)__builtin_ctzll(left) : n - from;

		for (unsigned i = 0; i < kept; i += 16)
			_mm_storeu_si128((void *)(to + i),
			    _mm_max_epu8(
				_mm_loadu_si128((const void *)(bytes + from + i)), space));
		to += kept;
		from += kept;
		if (from < n) {
			left = ~(dropped >> from);
			from = left ? from + (unsigned)__builtin_ctzll(left) : n;
		}
	}
	return to;
}

/* Show words of plain letters and the spaces between them, as show() would; returns what is
 * left. */
static const char *
show_words(struct prose_text *t, const char *p, const char *end)
{
	while (p < end) {
		const char *bytes = p;
		char few[READ];
		unsigned n = end - p < SPAN ? (unsigned)(end - p) : SPAN;
		struct span s;
		uint64_t stops, dropped, begins;

		if (p < t->source.p || p + READ > t->source.p + t->source.n) {
			memset(few, 0, sizeof(few));
			bytes = memcpy(few, p, n);
		}
		s = n <= 16 ? look_over(bytes, 16) : look_over(bytes, SPAN);
		stops = ~(s.spaces | s.shown) & UINT64_MAX >> (SPAN - n);
		if (stops)
			n = (unsigned)__builtin_ctzll(stops);
		if (!n)
			break;
		begins = s.shown & (s.spaces << 1 | !t->in_word) & UINT64_MAX >> (SPAN - n);
		dropped = s.spaces & (s.spaces << 1 | t->spaced) & UINT64_MAX >> (SPAN - n);
		count_words(t, count_bits(begins));
		t->end = write_span(t->end, bytes, n, dropped);
		t->spaced = s.spaces >> (n - 1) & 1;
		t->in_word = !t->spaced;
		p += n;
	}
	return p;
}
#else
/* Show what stands at p of a word in ASCII, which most text is, as show() would; returns its
 * end. */
static const char *
show_words(struct prose_text *t, const char *p, const char *end)
{
	char *to = t->end;

	if (p == end || (signed char)*p <= ' ')
		return p;
	count_words(t, !t->in_word);
	t->in_word = true;
	t->spaced = false;
	while (p < end && (signed char)*p > ' ')
		*to++ = *p++;
	t->end = to;
	return p;
}
#endif

/* Read the character at p; returns its end. */
static const char *
read_character(struct prose_text *t, const char *p, const char *end)
{
	uint32_t cp;
	size_t n = utf8_read(p, end, &cp);
	enum look look = look_at(&cp);

	if (n == 1 && cp >= 0x80) /* ill-formed bytes would grow */
		look = LOOK_NOTHING;
	if (look == LOOK_SHOWN)
		show(t, cp);
	else if (look == LOOK_SPACE)
		prose_text_space(t);
	return p + n;
}

/* Show what stands at p of U+3040 to U+30FF and U+4000 to U+9FFF, kana and ideographs, as
 * show() would; returns its end. */
static const char *
show_ideographs(struct prose_text *t, const char *p, const char *end)
{
	const char *from = p;
	uint32_t tenths;

	for (; end - p >= 3; p += 3) {
		unsigned char lead = (unsigned char)p[0], next = (unsigned char)p[1];

		if ((p[2] & 0xC0) != 0x80 || (next & 0xC0) != 0x80 || lead < 0xE3 ||
		    lead > 0xE9 || (lead == 0xE3 && (next < 0x81 || next > 0x83)))
			break;
	}
	if (p == from)
		return p;
	memcpy(t->end, from, (size_t)(p - from));
	t->end += p - from;
	tenths = (uint32_t)(p - from) / 3 * IDEOGRAPH;
	t->tenths += tenths;
	t->link_tenths += t->links ? tenths : 0;
	t->code_tenths += t->code ? tenths : 0;
	t->in_word = t->spaced = false;
	return p;
}

void
prose_text_add(struct prose_text *t, struct str text)
{
	const char *p = text.p, *end = text.p + text.n;

	while ((p = show_words(t, p, end)) < end)
		do { /* such characters stand together, mostly */
			const char *next = show_ideographs(t, p, end);

			p = next > p ? next : read_character(t, p, end);
		} while (p < end && (unsigned char)*p >= 0xE0);
}

bool
prose_text_end(struct prose_text *t)
{
	if (t->end > t->start && t->spaced)
		t->end--;
	t->spaced = true;
	t->in_word = false;
	return t->end > t->start;
}

uint32_t
prose_words(struct str text)
{
	const char *p = text.p, *end = text.p + text.n;
	uint32_t tenths = 0;
	bool in_word = false;

	while (p < end) {
		uint32_t cp;

		p += utf8_read(p, end, &cp);
		if (is_white_space(cp))
			in_word = false;
		else
			count_character(cp, &in_word, &tenths);
	}
	return words_in(tenths);
}
