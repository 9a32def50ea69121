/* prose.c - the body of a page as plain text. */
#include "prose.h"

#include "../base/bits.h"
#include "../base/utf8.h"
#include "../html/scan.h"
#include "count.h"
#include "tour.h"

enum { WORD = 10, IDEOGRAPH = 5, LETTER_UNPARTED = 2 }; /* tenths of a word */

/* The passages on their way out. */
struct reader {
	struct arena *arena;
	struct prose *prose;
	size_t cap;
	struct passage now;
	struct str source; /* where bytes behind a text may be read, to its end */
	char *start, *end; /* of the open passage; end is where the next byte goes */
	uint32_t tenths, link_tenths,
	    code_tenths;                /* of a word: in it; of these, in links, code */
	bool in_word, spaced;           /* spaced: it has no bytes yet, or ends with a space */
	unsigned links, headings, code; /* open elements */
};

/* What a code point is to those who read it. */
enum look { LOOK_SHOWN, LOOK_SPACE, LOOK_NOTHING };

/* True for scripts that put no space between words (Unicode, Line_Break classes ID and SA). */
static unsigned
tenths_of(uint32_t cp)
{
	if (cp < 0x0E00)
		return WORD;
	if (cp <= 0x0EFF || (cp >= 0x1000 && cp <= 0x109F) || (cp >= 0x1780 && cp <= 0x17FF))
		return LETTER_UNPARTED;
	if ((cp >= 0x3040 && cp <= 0x30FF) || (cp >= 0x3400 && cp <= 0x9FFF) ||
	    (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x3FFFF))
		return IDEOGRAPH;
	return WORD;
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

/* A space between words, of which there is one however many the source has. */
static void
show_space(struct reader *r)
{
	if (!r->spaced)
		*r->end++ = ' ';
	r->spaced = true;
	r->in_word = false;
}

static void
show(struct reader *r, uint32_t cp)
{
	uint32_t before = r->tenths;

	r->spaced = false;
	count_character(cp, &r->in_word, &r->tenths);
	if (r->links)
		r->link_tenths += r->tenths - before;
	if (r->code)
		r->code_tenths += r->tenths - before;
	r->end += utf8_write(r->end, cp);
}

static inline void
count_words(struct reader *r, uint32_t words)
{
	r->tenths += words * WORD;
	r->link_tenths += r->links ? words * WORD : 0;
	r->code_tenths += r->code ? words * WORD : 0;
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
show_words(struct reader *r, const char *p, const char *end)
{
	while (p < end) {
		const char *bytes = p;
		char few[READ];
		unsigned n = end - p < SPAN ? (unsigned)(end - p) : SPAN;
		struct span s;
		uint64_t stops, dropped, begins;

		if (p < r->source.p || p + READ > r->source.p + r->source.n) {
			memset(few, 0, sizeof(few));
			bytes = memcpy(few, p, n);
		}
		s = n <= 16 ? look_over(bytes, 16) : look_over(bytes, SPAN);
		stops = ~(s.spaces | s.shown) & UINT64_MAX >> (SPAN - n);
		if (stops)
			n = (unsigned)__builtin_ctzll(stops);
		if (!n)
			break;
		begins = s.shown & (s.spaces << 1 | !r->in_word) & UINT64_MAX >> (SPAN - n);
		dropped = s.spaces & (s.spaces << 1 | r->spaced) & UINT64_MAX >> (SPAN - n);
		count_words(r, count_bits(begins));
		r->end = write_span(r->end, bytes, n, dropped);
		r->spaced = s.spaces >> (n - 1) & 1;
		r->in_word = !r->spaced;
		p += n;
	}
	return p;
}
#else
/* Show what stands at p of a word in ASCII, which most text is, as show() would; returns its
 * end. */
static const char *
show_words(struct reader *r, const char *p, const char *end)
{
	char *to = r->end;

	if (p == end || (signed char)*p <= ' ')
		return p;
	count_words(r, !r->in_word);
	r->in_word = true;
	r->spaced = false;
	while (p < end && (signed char)*p > ' ')
		*to++ = *p++;
	r->end = to;
	return p;
}
#endif

/* Read the character at p; returns its end. */
static const char *
read_character(struct reader *r, const char *p, const char *end)
{
	uint32_t cp;
	size_t n = utf8_read(p, end, &cp);
	enum look look = look_at(&cp);

	if (n == 1 && cp >= 0x80) /* ill-formed bytes would grow */
		look = LOOK_NOTHING;
	if (look == LOOK_SHOWN)
		show(r, cp);
	else if (look == LOOK_SPACE)
		show_space(r);
	return p + n;
}

static void
read_text(struct reader *r, struct str text)
{
	const char *p = text.p, *end = text.p + text.n;

	while ((p = show_words(r, p, end)) < end)
		do /* such characters stand together, mostly */
			p = read_character(r, p, end);
		while (p < end && (unsigned char)*p >= 0xE0);
}

/* Take back the space that the open passage ends with; false: then nothing is in it. */
static bool
end_text(struct reader *r)
{
	if (r->end > r->start && r->spaced)
		r->end--;
	r->spaced = true;
	r->in_word = false;
	return r->end > r->start;
}

/* A border: what was read since the last is a passage. */
static void
close_passage(struct reader *r)
{
	struct prose *p = r->prose;
	struct passage *now = &r->now;

	if (!end_text(r))
		return;
	now->text = (struct str){ r->start, (size_t)(r->end - r->start) };
	now->words = (r->tenths + WORD - 1) / WORD;
	now->link_words = (r->link_tenths + WORD - 1) / WORD;
	now->code_words = (r->code_tenths + WORD - 1) / WORD;
	now->kind = PASSAGE_TEXT;
	if (r->headings)
		now->kind = PASSAGE_HEADING;
	else if (2 * r->code_tenths > r->tenths)
		now->kind = PASSAGE_CODE;
	p->words += now->words;
	p->heading_words += now->kind == PASSAGE_HEADING ? now->words : 0;
	p->code_words += now->kind == PASSAGE_CODE ? now->words : 0;
	p->link_words += now->link_words;
	if (p->n == r->cap) {
		p->passages = arena_grow(r->arena, p->passages, r->cap * sizeof(*p->passages),
		    2 * (r->cap + 8) * sizeof(*p->passages));
		r->cap = 2 * (r->cap + 8);
	}
	p->passages[p->n++] = *now;
	*r->end++ = '\n';
	r->start = r->end;
	r->tenths = r->link_tenths = r->code_tenths = 0;
}

/* "LINE:COLUMN". */
static struct position
position_in(struct str value)
{
	uint32_t n[2] = { 0 };
	int part = 0;

	for (size_t c = 0; c < value.n; c++)
		if (is_digit(value.p[c]))
			n[part] = n[part] * 10 + (uint32_t)(value.p[c] - '0');
		else
			part = 1;
	return (struct position){ n[0], n[1] };
}

/* Where the element stands in the source, by its data-at; *at stays without. */
static void
read_place(const struct html_node *e, struct place *at)
{
	for (uint32_t i = 0; i < e->n_attrs; i++) {
		struct str value = e->attrs[i].value;

		if (!str_eq(e->attrs[i].key, STR("data-at")))
			continue;
		*at = (struct place){ .offset = e->offset, .by_offset = !value.p };
		if (value.p)
			at->position = position_in(value);
	}
}

/* Entering (by 1) or leaving (by -1) an element that says how its words are meant. */
static void
note_element(struct reader *r, const struct html_node *e, int by)
{
	if (e->ns != HTML_NS_HTML)
		return;
	switch (e->tag) {
	case TAG_A: r->links += (unsigned)by; break;
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
	case TAG_H4:
	case TAG_H5:
	case TAG_H6: r->headings += (unsigned)by; break;
	case TAG_PRE:
	case TAG_CODE: r->code += (unsigned)by; break;
	}
}

static void
count_element(struct prose *p, const struct html_node *e)
{
	if (e->ns != HTML_NS_HTML)
		return;
	switch (e->tag) {
	case TAG_A: p->links++; break;
	case TAG_IMG: p->images++; break;
	case TAG_IFRAME:
	case TAG_EMBED:
	case TAG_OBJECT:
	case TAG_VIDEO:
	case TAG_AUDIO: p->embeds++; break;
	}
}

/* Room for all text below main: no character grows, and there are no more passages than texts.
 */
static size_t
text_bytes(const struct html_node *main)
{
	size_t n = PROSE_SPARE;

	for (const struct html_node *t = main; t; t = html_next(t, main))
		if (t->kind == HTML_TEXT)
			n += t->text.n + 1;
	return n;
}

static void
read_main(struct reader *r, const struct html_node *main)
{
	struct tour t = { .root = main };

	r->start = r->end = arena_alloc(r->arena, text_bytes(main));
	while (tour_next(&t)) {
		const struct html_node *n = t.node;
		bool border =
		    n->kind == HTML_ELEMENT && (!is_phrasing(n) || html_is(n, TAG_BR));

		if (n->kind == HTML_TEXT && !t.leaving)
			read_text(r, n->text);
		if (border)
			close_passage(r);
		if (n->kind != HTML_ELEMENT)
			continue;
		note_element(r, n, t.leaving ? -1 : 1);
		if (!t.leaving) {
			count_element(r->prose, n);
			if (border)
				read_place(n, &r->now.at);
		}
	}
	close_passage(r);
}

/* The text of a part is blocks on lines of their own. */
static void
read_part(struct reader *r, const struct part *part)
{
	struct str text = part->text;

	r->now.at = (struct place){ .position = part->at };
	for (size_t from = 0; from < text.n;) {
		size_t to = str_find_char(text, '\n', from);

		read_text(r, str_part(text, from, to));
		close_passage(r);
		from = to + 1;
	}
}

static bool
is_unclaimed(const struct region *r)
{
	return r->kind == REGION_PART && r->part.role == PART_REGION;
}

static void
read_parts(struct reader *r, const struct page *page)
{
	size_t n = PROSE_SPARE;

	for (const struct region *part = page->regions; part; part = part->next)
		n += is_unclaimed(part) ? part->part.text.n + 1 : 0;
	r->start = r->end = arena_alloc(r->arena, n);
	for (const struct region *part = page->regions; part; part = part->next)
		if (is_unclaimed(part))
			read_part(r, &part->part);
}

void
prose_read(struct arena *a, const struct page *page, struct prose *prose)
{
	struct reader r = {
		.arena = a, .prose = prose, .source = page->source, .spaced = true
	};
	const struct html_node *main = page_main(page);

	*prose = (struct prose){ 0 };
	if (main)
		read_main(&r, main);
	else
		read_parts(&r, page);
	if (!prose->n)
		return;
	prose->source = page->source;
	prose->at = prose_at(a, prose, &prose->passages[0]);
	prose->text.p = prose->passages[0].text.p;
	prose->text.n = (size_t)(r.end - prose->text.p) - 1; /* a newline is its last byte */
}

struct position
prose_at(struct arena *a, const struct prose *prose, const struct passage *passage)
{
	struct position_finder where = { .text = prose->source, .arena = a };

	return passage->at.by_offset ? position_of(&where, passage->at.offset)
	                             : passage->at.position;
}

struct str
prose_fold(struct arena *a, struct str text)
{
	struct reader r = { .arena = a, .spaced = true };

	if (!text.n)
		return text;
	r.start = r.end = arena_alloc(a, text.n + PROSE_SPARE);
	read_text(&r, text);
	end_text(&r);
	return (struct str){ r.start, (size_t)(r.end - r.start) };
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
	return (tenths + WORD - 1) / WORD;
}
