/* count.c - words and characters, in one pass over the text. */
#include "count.h"

#include "../base/letters.h"
#include "../base/scan_16.h"
#include "../base/utf8.h"

#ifdef __SSE2__
/* The white space of ASCII among 16 bytes. */
static __m128i
white_16(__m128i bytes)
{
	/* '\t' to '\r' by one signed comparison: they are the least values once moved to -128
	 */
	__m128i control = _mm_cmplt_epi8(
	    _mm_sub_epi8(bytes, _mm_set1_epi8('\t' - 128)), _mm_set1_epi8('\r' - '\t' - 127));

	return _mm_or_si128(equal_16(bytes, ' '), control);
}

/* The control characters of ASCII and what lies beyond it. */
static __m128i
below_space_16(__m128i bytes)
{
	return _mm_cmplt_epi8(bytes, _mm_set1_epi8(' ')); /* signed */
}

/* U+0085 and U+00A0 among 16 bytes, both of their bytes; `before` and `behind` are the bytes
 * before and behind each. */
static __m128i
white_pairs_16(__m128i bytes, __m128i before, __m128i behind)
{
	__m128i ends = _mm_or_si128(equal_16(bytes, (char)0x85), equal_16(bytes, (char)0xA0));
	__m128i ends_behind =
	    _mm_or_si128(equal_16(behind, (char)0x85), equal_16(behind, (char)0xA0));

	return _mm_or_si128(_mm_and_si128(equal_16(before, (char)0xC2), ends),
	    _mm_and_si128(equal_16(bytes, (char)0xC2), ends_behind));
}

/* True only where none of 16 bytes can begin other white space beyond ASCII: that is U+1680
 * (E1), U+2000 to U+205F (E2) and U+3000 (E3). */
static bool
is_plain_16(__m128i bytes)
{
	return !bits_16(_mm_cmplt_epi8(
	    _mm_sub_epi8(bytes, _mm_set1_epi8((char)(0xE1 - 128))), _mm_set1_epi8(3 - 128)));
}

/* Whether one does, or looks like U+1680 or U+205F; second and third are the bytes behind each.
 */
static bool
begins_white_16(__m128i first, __m128i second, __m128i third)
{
	__m128i is_80 = equal_16(second, (char)0x80);
	/* signed: 80 is the least */
	__m128i spaces = _mm_or_si128(_mm_cmplt_epi8(third, _mm_set1_epi8((char)0x8B)),
	    _mm_or_si128(equal_16(third, (char)0xAF),
		equal_16(_mm_and_si128(third, _mm_set1_epi8((char)0xFE)), (char)0xA8)));
	__m128i e1 = _mm_and_si128(equal_16(first, (char)0xE1), equal_16(second, (char)0x9A));
	__m128i e2 = _mm_and_si128(equal_16(first, (char)0xE2),
	    _mm_or_si128(_mm_and_si128(is_80, spaces), equal_16(second, (char)0x81)));
	__m128i e3 = _mm_and_si128(
	    equal_16(first, (char)0xE3), _mm_and_si128(is_80, equal_16(third, (char)0x80)));

	return bits_16(_mm_or_si128(e1, _mm_or_si128(e2, e3)));
}

/* Add to the white space of ASCII what else there is in the bytes at p, up to 16, which are
 * loaded with spaces behind them; `last` are the 16 before them. False, and nothing done, where
 * that is not all. */
static inline bool
add_white_16(__m128i *white, __m128i bytes, __m128i last, const char *p, const char *end)
{
	size_t left = (size_t)(end - p);
	__m128i before = _mm_or_si128(_mm_slli_si128(bytes, 1), _mm_srli_si128(last, 15));
	__m128i second =
	    left > 16 ? _mm_loadu_si128((const void *)(p + 1)) : _mm_srli_si128(bytes, 1);

	if (!is_plain_16(bytes) &&
	    (left == 16 + 1 || begins_white_16(bytes, second,
				   left > 16 ? _mm_loadu_si128((const void *)(p + 2))
					     : _mm_srli_si128(bytes, 2))))
		return false;
	*white = _mm_or_si128(*white, white_pairs_16(bytes, before, second));
	return true;
}

static __m128i
continuations_16(__m128i bytes)
{
	return _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)0xC0));
}

/* Tally the bytes from p on while there is no white space of three bytes, sixteen at a time,
 * but at most so many that counts of 8 bits do; returns where the rest begins. */
static inline const char *
tally_plain(struct tally *t, const char *p, const char *end)
{
	__m128i whites = _mm_setzero_si128(), firsts = whites, followings = whites;
	__m128i before = t->in_word ? whites : _mm_set1_epi8(-1), white = before,
		bytes = whites;
	uint32_t steps = 0, last = 16;

	for (; p < end && steps < 255; p += last, steps++, before = white) {
		__m128i now, behind = bytes;

		last = end - p < 16 ? (uint32_t)(end - p) : 16;
		bytes = last == 16 ? _mm_loadu_si128((const void *)p) : load_16(p, last, ' ');
		now = white_16(bytes);
		if (bits_16(bytes)) {
			if (!add_white_16(&now, bytes, behind, p, end))
				break;
			followings = _mm_sub_epi8(
			    followings, _mm_andnot_si128(now, continuations_16(bytes)));
		}
		white = now;
		before = _mm_or_si128(_mm_srli_si128(before, 15), _mm_slli_si128(white, 1));
		firsts = _mm_sub_epi8(firsts, _mm_andnot_si128(white, before));
		whites = _mm_sub_epi8(whites, white);
	}
	if (!steps)
		return p;
	t->characters += 16 * steps - sum_16(whites) - sum_16(followings);
	t->words += sum_16(firsts);
	t->in_word = !(bits_16(white) >> ((p < end ? 16 : last) - 1) & 1);
	return p;
}
#endif

/* Tally the characters that begin before `to`; returns where the next one begins. What is left
 * of one that began before p has been tallied. */
static const char *
tally_each(struct tally *t, const char *p, const char *to, const char *end)
{
	while (p < to && is_continuation(*p))
		p++;
	while (p < to) {
		uint32_t cp = (unsigned char)*p;
		bool shown;

		if (cp < 0x80)
			p++;
		else
			p += utf8_read(p, end, &cp);
		shown = !is_white_space(cp);
		t->characters += shown;
		t->words += shown && !t->in_word;
		t->in_word = shown;
	}
	return p;
}

#ifdef __SSE2__
/* The characters among 16 bytes. */
static uint32_t
characters_16(__m128i bytes, __m128i white)
{
	__m128i none = _mm_or_si128(white, continuations_16(bytes));

	return 16 - sum_16(_mm_and_si128(none, _mm_set1_epi8(1)));
}

/* The white space of 1 to 16 bytes, and spaces behind them; false where that is not all. */
static inline bool
load_short(struct str s, __m128i *bytes, __m128i *white)
{
	*bytes = load_16(s.p, s.n, ' ');
	*white = white_16(*bytes);
	return !bits_16(*bytes) ||
	       add_white_16(white, *bytes, _mm_setzero_si128(), s.p, s.p + s.n);
}

/* Tally them; false, and nothing done, where they are not all known. */
static bool
tally_short(struct tally *t, struct str s)
{
	__m128i bytes, white;
	unsigned whites, firsts;

	if (!load_short(s, &bytes, &white))
		return false;
	whites = bits_16(white);
	firsts = ~whites & (whites << 1 | !t->in_word) & 0xFFFF;
	t->words += ones_16(firsts);
	t->characters += characters_16(bytes, white);
	t->in_word = !(whites >> (s.n - 1) & 1);
	return true;
}
#endif

static __attribute__((noinline)) void
tally_run(struct tally *t, struct str s)
{
	const char *p = s.p, *end = s.p + s.n;

	while (p < end) {
#ifdef __SSE2__
		p = tally_plain(t, p, end);
#endif
		p = tally_each(t, p, end - p > 16 ? p + 16 : end, end);
	}
}

void
tally_text(struct tally *t, struct str s)
{
#ifdef __SSE2__
	if (s.n <= 16 && (!s.n || tally_short(t, s)))
		return;
#endif
	tally_run(t, s);
}

#ifdef __SSE2__
/* Measure 1 to 16 bytes; false where they are not all known. */
static inline bool
measure_short(struct str s, struct measure *m)
{
	__m128i bytes, white;
	unsigned whites;

	if (!load_short(s, &bytes, &white))
		return false;
	whites = bits_16(white);
	if (whites == 0xFFFF) {
		*m = (struct measure){ 0, bits_16(bytes) ? 0 : NOTE_PLAIN };
		return true;
	}
	m->characters = characters_16(bytes, white);
	m->note = NOTE_PLAIN;
	if (whites & whites >> 1 & ((1U << (s.n - 1)) - 1) || bits_16(below_space_16(bytes)))
		m->note = (uint16_t)ones_16(~whites & (whites << 1 | 1) & 0xFFFF);
	return true;
}

/* Measure more than 16 bytes; false where they are not plain. */
static inline bool
measure_plain(struct str s, struct measure *m)
{
	uint32_t n = 0;
	unsigned spaces = 0;

	for (size_t i = 0; i < s.n; i += 16) {
		/* the last sixteen may have been looked at in part */
		unsigned again = s.n - i < 16 ? (unsigned)(16 - (s.n - i)) : 0;
		unsigned before = again ? 0 : spaces >> 15; /* the last byte was one */
		__m128i bytes = _mm_loadu_si128((const void *)(s.p + i - again));

		spaces = bits_16(equal_16(bytes, ' '));
		if (spaces & (spaces << 1 | before) || bits_16(below_space_16(bytes)))
			return false;
		n += ones_16(spaces >> again);
	}
	*m = (struct measure){ (uint32_t)s.n - n, NOTE_PLAIN };
	return true;
}
#endif

/* Measure what is not plain, or not known to be. */
static __attribute__((noinline)) struct measure
measure_run(struct str s)
{
	struct tally t = { 0 };

	if (str_is_white(s))
		return (struct measure){ 0, NOTE_PLAIN };
	tally_run(&t, s);
	return (struct measure){ t.characters, t.words < NOTE_MANY ? t.words : NOTE_MANY };
}

struct measure
text_measure(struct str s)
{
#ifdef __SSE2__
	struct measure m;

	if (s.n && (s.n <= 16 ? measure_short(s, &m) : measure_plain(s, &m)))
		return m;
#endif
	return measure_run(s);
}

void
tally_measured(struct tally *t, struct str s, struct measure m)
{
	unsigned char first = s.p[0], last = s.p[s.n - 1];
	bool begins = !is_white_space(first), ends = !is_white_space(last);
	uint32_t words = m.note;

	if (m.note == NOTE_MANY || first >= 0x80 || last >= 0x80) {
		tally_text(t, s);
		return;
	}
	if (m.note == NOTE_PLAIN)
		words = m.characters ? (uint32_t)s.n - m.characters + begins + ends - 1 : 0;
	t->words += words - (begins & t->in_word);
	t->characters += m.characters;
	t->in_word = ends;
}

/* A label or text on its own: its words do not run on. */
static void
tally_alone(struct tally *t, struct str s)
{
	t->in_word = false;
	if (s.n)
		tally_text(t, s);
}

static void
tally_border(struct tally *t, const struct html_node *n)
{
	if (n->kind == HTML_ELEMENT && ends_word(n))
		t->in_word = false;
}

void
tally_main(struct tally *t, const struct html_node *main)
{
	const struct html_node *n = main;

	t->in_word = false;
	for (;;) {
		if (n->first) {
			n = n->first;
		} else {
			for (; n != main && !n->next; n = n->parent)
				tally_border(t, n);
			if (n == main)
				return;
			tally_border(t, n);
			n = n->next;
		}
		if (n->kind == HTML_TEXT)
			tally_text(t, n->text);
		else
			tally_border(t, n);
	}
}

static void
tally_nav(struct tally *t, const struct nav *nav)
{
	if (nav->label_from == LABEL_TEXT)
		tally_alone(t, nav->label);
	tally_alone(t, nav->text);
	for (const struct item *i = nav->first; i; i = item_next(i)) {
		if (i->label_from == LABEL_TEXT)
			tally_alone(t, i->label);
		tally_alone(t, i->text);
	}
}

void
tally_beside_main(struct tally *t, const struct page *page)
{
	for (const struct region *r = page->regions; r; r = r->next) {
		switch (r->kind) {
		case REGION_NAV: tally_nav(t, &r->nav); break;
		case REGION_MAIN: break;
		case REGION_PART: tally_alone(t, r->part.text); break;
		}
	}
}

static struct tally
tally_page(const struct page *page)
{
	struct tally t = { 0 };
	const struct html_node *main = page_main(page);

	if (main)
		tally_main(&t, main);
	tally_beside_main(&t, page);
	return t;
}

uint32_t
page_words(const struct page *page)
{
	return tally_page(page).words;
}

uint32_t
page_characters(const struct page *page)
{
	return tally_page(page).characters;
}

uint32_t
source_characters(const struct html_document *doc)
{
	const struct html_node *n = doc->root;
	struct tally t = { 0 };

	while (n) {
		if (n->kind == HTML_ELEMENT && !counts(n)) {
			n = html_next_sibling_or_up(n, doc->root);
			continue;
		}
		if (n->kind == HTML_TEXT)
			tally_text(&t, n->text);
		n = html_next(n, doc->root);
	}
	return t.characters;
}
