/* count.c - words and characters, in one pass over the text. */
#include "count.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "../base/utf8.h"

bool
is_white_beyond_ascii(uint32_t cp)
{
	return cp == 0x85 || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) ||
	       cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F || cp == 0x3000;
}

#ifdef __SSE2__
/* How many of the lower 16 bits are set; the instruction for it came after SSE2. */
static uint32_t
count_bits(unsigned bits)
{
	bits -= bits >> 1 & 0x5555;
	bits = (bits & 0x3333) + (bits >> 2 & 0x3333);
	bits = (bits + (bits >> 4)) & 0x0F0F;
	return (bits + (bits >> 8)) & 0x1F;
}

/* Tally n of 16 bytes, the others being spaces, and return true, if no byte of them can begin
 * white space beyond ASCII: that is U+0085, U+00A0 (C2), U+1680 (E1), U+2000 to U+205F (E2) and
 * U+3000 (E3). */
static bool
tally_16(struct tally *t, const char *p, unsigned n)
{
	__m128i bytes = _mm_loadu_si128((const void *)p);
	__m128i space = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(' '));
	/* '\t' to '\r' by one signed comparison: they are the least values once moved to -128
	 */
	__m128i control = _mm_cmplt_epi8(
	    _mm_sub_epi8(bytes, _mm_set1_epi8('\t' - 128)), _mm_set1_epi8('\r' - '\t' - 127));
	unsigned shown = ~(unsigned)_mm_movemask_epi8(_mm_or_si128(space, control)) & 0xFFFF;
	unsigned first = shown & ~(shown << 1 | t->in_word); /* characters of words */
	unsigned beyond = (unsigned)_mm_movemask_epi8(bytes);

	if (beyond) {
		__m128i c2 = _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xC2));
		__m128i e1_to_e3 =
		    _mm_cmplt_epi8(_mm_sub_epi8(bytes, _mm_set1_epi8((char)(0xE1 - 128))),
			_mm_set1_epi8(3 - 128));
		__m128i following = _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)0xC0));

		if (_mm_movemask_epi8(_mm_or_si128(c2, e1_to_e3)))
			return false;
		t->characters -= count_bits((unsigned)_mm_movemask_epi8(following));
	}
	t->characters += count_bits(shown);
	t->words += count_bits(first);
	t->in_word = shown >> (n - 1) & 1;
	return true;
}
#else
static bool
tally_16(struct tally *t, const char *p, unsigned n)
{
	(void)t;
	(void)p;
	(void)n;
	return false;
}
#endif

/* Tally the characters that begin before `to`; returns where the next one begins. What is left
 * of one that began before p has been tallied. */
static const char *
tally_each(struct tally *t, const char *p, const char *to, const char *end)
{
	while (p < to && (*p & 0xC0) == 0x80)
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

void
tally_text(struct tally *t, struct str s)
{
	const char *p = s.p, *end = s.p + s.n;
	char rest[] = "                ";

	while (end - p >= 16) {
		if (tally_16(t, p, 16))
			p += 16;
		else
			p = tally_each(t, p, p + 16, end);
	}
	if (p == end)
		return;
	memcpy(rest, p, (size_t)(end - p));
	if (!tally_16(t, rest, (unsigned)(end - p)))
		tally_each(t, p, end, end);
}

uint32_t
text_characters(struct str text)
{
	struct tally t = { 0 };

	if (text.n)
		tally_text(&t, text);
	return t.characters;
}

/* A label or text on its own: its words do not run on. */
static void
tally_alone(struct tally *t, struct str s)
{
	t->in_word = false;
	if (s.n)
		tally_text(t, s);
}

bool
ends_word(const struct html_node *element)
{
	return !is_phrasing(element) || html_is(element, TAG_BR);
}

static void
tally_border(struct tally *t, const struct html_node *n)
{
	if (n->kind == HTML_ELEMENT && ends_word(n))
		t->in_word = false;
}

static void
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

static struct tally
tally_page(const struct page *page)
{
	struct tally t = { 0 };

	for (const struct region *r = page->regions; r; r = r->next) {
		switch (r->kind) {
		case REGION_NAV: tally_nav(&t, &r->nav); break;
		case REGION_MAIN: tally_main(&t, r->main); break;
		case REGION_PART: tally_alone(&t, r->part.text); break;
		}
	}
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
