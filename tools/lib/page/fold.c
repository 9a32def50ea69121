/* fold.c - text gathered piece by piece, its white space folded. */
#include "fold.h"

#include "../base/letters.h"
#include "../base/scan_16.h"
#include "../base/utf8.h"

struct piece {
	struct str text;
	enum gap gap;
	struct piece *next;
};

void
pieces_add(struct arena *a, struct pieces *p, enum gap gap, struct str text)
{
	struct piece *piece = arena_alloc(a, sizeof(*piece));

	*piece = (struct piece){ .text = text, .gap = gap };
	if (p->last)
		p->last->next = piece;
	else
		p->first = piece;
	p->last = piece;
}

void
pieces_move(struct pieces *p, struct pieces *more, enum gap gap)
{
	if (!more->first)
		return;
	if (more->first->gap < gap)
		more->first->gap = gap;
	if (p->last)
		p->last->next = more->first;
	else
		p->first = more->first;
	p->last = more->last;
	*more = (struct pieces){ 0 };
}

/* The white space at p: its length, 0 when another character stands there. */
static size_t
white_at(const char *p, const char *end)
{
	uint32_t cp;
	size_t n;

	if ((unsigned char)*p < 0x80)
		return is_white_space((unsigned char)*p) ? 1 : 0;
	n = utf8_read(p, end, &cp);
	return is_white_space(cp) ? n : 0;
}

bool
text_is_white(struct str s)
{
	const char *p = s.p, *end = s.p + s.n;

	while (p < end) {
		size_t n = white_at(p, end);

		if (!n)
			return false;
		p += n;
	}
	return true;
}

bool
pieces_white(const struct pieces *p)
{
	for (const struct piece *piece = p->first; piece; piece = piece->next)
		if (!text_is_white(piece->text))
			return false;
	return true;
}

bool
pieces_several(const struct pieces *p)
{
	unsigned n = 0;

	for (const struct piece *piece = p->first; piece && n < 2; piece = piece->next)
		n += !text_is_white(piece->text);
	return n == 2;
}

/* May a byte begin white space other than a space? Beyond ASCII that is in the rows of NEL and
 * NBSP, and between U+1000 and U+3FFF. */
static bool
may_be_white(char c)
{
	return (unsigned char)c < ' ' || c == '\xC2' || (c >= '\xE1' && c <= '\xE3');
}

/* Is the byte at i a space with no white space behind it, and something? */
static bool
is_single_space(struct str s, size_t i)
{
	return s.p[i] == ' ' && i + 1 < s.n && s.p[i + 1] != ' ' && !may_be_white(s.p[i + 1]);
}

#ifdef __SSE2__
static __m128i
may_be_white_16(__m128i bytes)
{
	__m128i beyond = _mm_or_si128(equal_16(bytes, '\xC2'), among_16(bytes, '\xE1', 3));

	return _mm_or_si128(among_16(bytes, 0, ' '), beyond);
}

/* Those of 16 bytes that may be white space, but for single spaces. 17 are looked at. */
static __m128i
may_fold_16(const char *p)
{
	__m128i bytes = _mm_loadu_si128((const void *)p);
	__m128i next = _mm_loadu_si128((const void *)(p + 1));
	__m128i white = _mm_or_si128(equal_16(next, ' '), may_be_white_16(next));

	return _mm_or_si128(may_be_white_16(bytes), _mm_and_si128(equal_16(bytes, ' '), white));
}
#endif

/* True of some strings that read the same folded: single spaces only, and none at either end.
 */
static bool
is_folded(struct str s)
{
	size_t i = 0;

	if (s.n == 0 || s.p[0] == ' ' || s.p[s.n - 1] == ' ')
		return false;
#ifdef __SSE2__
	for (; s.n - i > 16; i += 16)
		if (bits_16(may_fold_16(s.p + i)))
			return false;
#endif
	for (; i < s.n; i++)
		if (may_be_white(s.p[i]) || (s.p[i] == ' ' && s.p[i + 1] == ' '))
			return false;
	return true;
}

/* Copy words off the start of s, as far as single spaces part them, and return their length.
 * There is room for all of s. */
static size_t
copy_words(char *to, struct str s)
{
	const char *end = s.p + s.n;
	size_t i = 0;

	for (;;) {
#ifdef __SSE2__
		while (s.n - i > 16) {
			unsigned n = first_16(may_fold_16(s.p + i));

			memcpy(to + i, s.p + i, 16);
			i += n;
			if (n < 16)
				break;
		}
#endif
		/* a continuation byte is no white space */
		do {
			if (i == s.n || (white_at(s.p + i, end) && !is_single_space(s, i)))
				return i;
			to[i] = s.p[i];
			i++;
		} while (s.n - i <= 16 || (unsigned char)s.p[i] >= 0x80);
	}
}

/* Copies a piece to out, folding; *gap is what is due before the next character, unless that is
 * the first of all, at start. */
static char *
fold_piece(struct str s, const char *start, char *out, enum gap *gap)
{
	const char *p = s.p, *end = s.p + s.n;

	while (p < end) {
		size_t white = white_at(p, end), n;

		if (white) {
			if (*gap == GAP_NONE)
				*gap = GAP_SPACE;
			p += white;
			continue;
		}
		if (*gap != GAP_NONE && out != start)
			*out++ = *gap == GAP_LINE ? '\n' : ' ';
		*gap = GAP_NONE;
		n = copy_words(out, (struct str){ p, (size_t)(end - p) });
		out += n;
		p += n;
	}
	return out;
}

struct str
pieces_fold(struct arena *a, const struct pieces *p)
{
	size_t n = 0;
	char *start, *out;
	enum gap gap = GAP_NONE;

	if (!p->first)
		return (struct str){ 0 };
	if (!p->first->next) {
		struct str text = str_trim(p->first->text);

		if (is_folded(text))
			return text;
	}
	for (const struct piece *piece = p->first; piece; piece = piece->next)
		n += piece->text.n + 1;
	start = out = arena_alloc(a, n + 1);
	for (const struct piece *piece = p->first; piece; piece = piece->next) {
		if (gap < piece->gap)
			gap = piece->gap;
		out = fold_piece(piece->text, start, out, &gap);
	}
	if (out == start)
		return (struct str){ 0 };
	return (struct str){ start, (size_t)(out - start) };
}

struct str
fold_texts(struct arena *a, const struct html_node *e)
{
	struct pieces texts = { 0 };

	for (const struct html_node *n = e; n; n = html_next(n, e))
		if (n->kind == HTML_TEXT)
			pieces_add(a, &texts, GAP_NONE, n->text);
	return pieces_fold(a, &texts);
}

struct str
fold(struct arena *a, struct str text)
{
	struct pieces one = { 0 };

	pieces_add(a, &one, GAP_NONE, text);
	return pieces_fold(a, &one);
}
