/* prose_text.c - texts of a page on their way to be prose. */
#include "prose_text.h"

#include "../base/bits.h"
#include "../base/letters.h"
#include "../base/scan_16.h"
#include "../base/utf8.h"
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
	t->spaced = false;
	count_character(cp, &t->in_word, &t->tenths);
	t->end += utf8_write(t->end, cp);
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

/* Show up to sixteen bytes, as many texts have, that are words of ASCII and single spaces;
 * false: they are not. */
static inline bool
show_few(struct prose_text *t, const char *p, size_t n)
{
	__m128i bytes = _mm_loadu_si128((const void *)p);
	unsigned all = (1U << n) - 1, spaces = bits_16(equal_16(bytes, ' ')) & all;
	unsigned shown = bits_16(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(' '))) & all;
	unsigned begins = shown & (spaces << 1 | !t->in_word);

	if ((spaces | shown) != all || spaces & (spaces << 1 | t->spaced))
		return false;
	for (; begins; begins &= begins - 1)
		t->tenths += WORD;
	_mm_storeu_si128((void *)t->end, bytes);
	t->end += n;
	t->spaced = spaces >> (n - 1) & 1;
	t->in_word = !t->spaced;
	return true;
}

/* True where sixteen bytes may be read at p. */
static inline bool
has_sixteen(const struct prose_text *t, const char *p)
{
	return p >= t->source.p && p + 16 <= t->source.p + t->source.n;
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
		if (n <= 16)
			s = look_over(bytes, 16);
		else
			s = n <= 32 ? look_over(bytes, 32) : look_over(bytes, SPAN);
		stops = ~(s.spaces | s.shown) & UINT64_MAX >> (SPAN - n);
		if (stops)
			n = (unsigned)__builtin_ctzll(stops);
		if (!n)
			break;
		begins = s.shown & (s.spaces << 1 | !t->in_word) & UINT64_MAX >> (SPAN - n);
		dropped = s.spaces & (s.spaces << 1 | t->spaced) & UINT64_MAX >> (SPAN - n);
		t->tenths += count_bits(begins) * WORD;
		t->end = write_span(t->end, bytes, n, dropped);
		t->spaced = s.spaces >> (n - 1) & 1;
		t->in_word = !t->spaced;
		p += n;
	}
	return p;
}
#else
static inline bool
show_few(struct prose_text *t, const char *p, size_t n)
{
	(void)t;
	(void)p;
	(void)n;
	return false;
}

static inline bool
has_sixteen(const struct prose_text *t, const char *p)
{
	(void)t;
	(void)p;
	return false;
}

/* Show what stands at p of a word in ASCII, which most text is, as show() would; returns its
 * end. */
static const char *
show_words(struct prose_text *t, const char *p, const char *end)
{
	char *to = t->end;

	if (p == end || (signed char)*p <= ' ')
		return p;
	t->tenths += t->in_word ? 0 : WORD;
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
	t->tenths += (uint32_t)(p - from) / 3 * IDEOGRAPH;
	t->in_word = t->spaced = false;
	return p;
}

/* Show a text of any kind. */
static __attribute__((noinline)) void
show_text(struct prose_text *t, const char *p, const char *end)
{
	while ((p = show_words(t, p, end)) < end)
		do { /* such characters stand together, mostly */
			const char *next = show_ideographs(t, p, end);

			p = next > p ? next : read_character(t, p, end);
		} while (p < end && (unsigned char)*p >= 0xE0);
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

void
prose_text_add(struct prose_text *t, struct str text)
{
	if (text.n - 1 >= 16 || !has_sixteen(t, text.p) || !show_few(t, text.p, text.n))
		show_text(t, text.p, text.p + text.n);
}
