/* hints.c - which of many patterns may match a text.
 *
 * The literals of each alternative's first list are looked for all at once. The other lists are
 * asked only where the text has a literal of the first. */
#include "hints.h"

#include <endian.h>
#include <stdlib.h>

#include "bits.h"
#include "hint_fold.h"
#include "hint_lists.h"
#include "memory.h"

enum {
	RUN = 3, /* bytes that are looked for together */
	RUN_BITS = 12,
	LONG = 1024,  /* bytes of a text that is not asked for more than first lists */
	SMALL = 2048, /* bytes of a text that needs no memory of its own */
	MOST_ALTERNATIVES = 1 << 13
};

/* A run that every text has, for literals that have none. */
enum { NO_RUN = 1 << RUN_BITS };

/* Hints on their way. */
struct making {
	struct hints hints; /* first: what hints_new() returns */
	struct arena arena; /* of the pattern that is read */
	struct buffer bytes;
	struct hint_text *texts;
	struct hint_alternative *alternatives;
	struct literal *literals;
	size_t texts_cap, alternatives_cap, literals_cap;
	struct hinted always;
};

/* A bit for each alternative. */
struct votes {
	uint64_t bits[MOST_ALTERNATIVES / 64];
};

/* How many words of votes there are. */
static size_t
vote_words(const struct hints *h)
{
	return (h->n_alternatives + 63) / 64;
}

struct hints *
hints_new(void)
{
	struct making *m = x_calloc(1, sizeof(*m));

	m->hints.ascii = true;
	m->hints.always = &m->always;
	return &m->hints;
}

void
hints_free(struct hints *h)
{
	struct making *m = (struct making *)h;

	if (!h)
		return;
	arena_free(&m->arena);
	buffer_free(&m->bytes);
	free(m->texts);
	free(m->alternatives);
	free(m->literals);
	literals_free(&h->literals);
	free(m);
}

/* The hash of RUN bytes at p, where four may be read. */
static inline uint16_t
run_at(const char *p)
{
	uint32_t four;

	memcpy(&four, p, sizeof(four));
	return (uint16_t)((le32toh(four) << 8) * 0x9E3779B1u >> (32 - RUN_BITS));
}

/* The same of a literal, from a byte on. */
static uint16_t
run_of(struct str literal, size_t at)
{
	char four[4] = { 0 };

	if (literal.n < RUN)
		return NO_RUN;
	memcpy(four, literal.p + at, RUN);
	return run_at(four);
}

/* Take in a literal. */
static void
add_text(struct making *m, const struct hint_literal *literal)
{
	struct hints *h = &m->hints;
	struct str s = literal->text;

	m->texts = x_grow(m->texts, &m->texts_cap, h->n_texts + 1, sizeof(*m->texts));
	m->texts[h->n_texts++] = (struct hint_text){
		.at = (uint32_t)m->bytes.n,
		.n = (uint32_t)s.n,
		.at_border = literal->at_border,
		.rarest = run_of(s, s.n < RUN ? 0 : literals_rarest(s, RUN)),
		.last = run_of(s, s.n - RUN),
	};
	for (size_t i = 0; i < s.n; i++)
		h->ascii &= (unsigned char)s.p[i] < 0x80;
	buffer_add(&m->bytes, s);
}

static struct hint_span
add_list(struct making *m, const struct hint_list *list)
{
	struct hint_span span = { m->hints.n_texts, list->n };

	for (uint32_t i = 0; i < list->n; i++)
		add_text(m, &list->at[i]);
	return span;
}

/* Let the literals of an alternative's first list vote for it. */
static void
add_literals(struct making *m, const struct hint_span *list)
{
	struct hints *h = &m->hints;
	uint32_t n = h->literals.n;

	m->literals = x_grow(m->literals, &m->literals_cap, n + list->n, sizeof(*m->literals));
	for (uint32_t i = list->first; i < list->first + list->n; i++)
		m->literals[h->literals.n++] = (struct literal){
			.at = m->texts[i].at,
			.n = m->texts[i].n,
			.at_border = m->texts[i].at_border,
			.number = h->n_alternatives,
		};
}

/* Put lists in the order of their places. */
static void
sort_lists(struct hint_list lists[static HINT_LISTS])
{
	for (int i = 1; i < HINT_LISTS; i++)
		for (int j = i; j > 0 && lists[j].place < lists[j - 1].place; j--) {
			struct hint_list list = lists[j];

			lists[j] = lists[j - 1];
			lists[j - 1] = list;
		}
}

/* Add an alternative by its lists, the better ones first. */
static void
add_alternative(struct making *m, uint32_t pattern, struct hint_list lists[static HINT_LISTS])
{
	struct hints *h = &m->hints;
	uint32_t best = lists[0].place;
	struct hint_alternative *a;

	m->alternatives = x_grow(m->alternatives, &m->alternatives_cap, h->n_alternatives + 1,
	    sizeof(*m->alternatives));
	a = &m->alternatives[h->n_alternatives];
	*a = (struct hint_alternative){ .pattern = (uint16_t)pattern, .alone = !lists[1].n };
	sort_lists(lists);
	for (int i = 0; i < HINT_LISTS; i++) {
		a->lists[i] = add_list(m, &lists[i]);
		if (lists[i].n && lists[i].place == best)
			add_literals(m, &a->lists[i]);
	}
	h->n_alternatives++;
}

/* Read the alternatives of a pattern, which vote for number and, by so much more, those behind
 * it; *n counts them. False: one cannot be told, or there are too many. */
static bool
read_pattern(struct making *m, uint32_t number, uint32_t by, struct str pattern, bool at_border,
    struct str parts[static HINT_PARTS], uint32_t *n)
{
	struct hint_reader r = {
		.arena = &m->arena, .p = pattern.p, .end = pattern.p + pattern.n
	};
	bool known = true;

	for (*n = 0; known; r.p++) {
		struct hint_list best[HINT_LISTS];
		const char *from = r.p;

		r.at_border = at_border;
		known = *n < HINT_PARTS && m->hints.n_alternatives < MOST_ALTERNATIVES &&
		        hint_lists_next(&r, best) && best[0].n;
		if (!known)
			break;
		add_alternative(m, number + *n * by, best);
		parts[(*n)++] = (struct str){ from, (size_t)(r.p - from) };
		if (r.p == r.end)
			break;
	}
	buffer_free(&r.run);
	arena_reset(&m->arena);
	return known;
}

void
hints_add(struct hints *h, uint32_t number, struct str pattern)
{
	struct making *m = (struct making *)h;
	struct str parts[HINT_PARTS];
	uint32_t n;

	h->numbers = number + 1;
	if (!read_pattern(m, number, 0, pattern, false, parts, &n))
		set_bit(m->always.bits, number);
}

uint32_t
hints_add_parts(struct hints *h, uint32_t first, struct str pattern, bool at_border,
    struct str parts[static HINT_PARTS])
{
	struct making *m = (struct making *)h;
	uint32_t before = h->n_alternatives, n;

	if (read_pattern(m, first, 1, pattern, at_border, parts, &n)) {
		h->numbers = first + n;
		return n;
	}
	for (uint32_t i = before; i < h->n_alternatives; i++)
		m->alternatives[i].pattern = (uint16_t)first;
	h->numbers = first + 1;
	set_bit(m->always.bits, first);
	parts[0] = pattern;
	return 1;
}

void
hints_ready(struct hints *h)
{
	const struct making *m = (const struct making *)h;

	h->bytes = m->bytes.data;
	h->n_bytes = (uint32_t)m->bytes.n;
	h->texts = m->texts;
	h->alternatives = m->alternatives;
	if (h->literals.n)
		h->literals = literals_of(h->bytes, m->literals, h->literals.n);
}

/* A text with folded letters. */
struct folded {
	const char *p, *end; /* LITERALS_SPARE bytes may be read behind it */
	bool noted;
	uint64_t runs[NO_RUN / 64 + 1]; /* when noted, a bit for each hash of RUN bytes in a
	                                 * row */
};

static void
note_runs(struct folded *text)
{
	memset(text->runs, 0, sizeof(text->runs));
	for (const char *p = text->p; p + RUN - 1 < text->end; p++)
		set_bit(text->runs, run_at(p));
	set_bit(text->runs, NO_RUN);
	text->noted = true;
}

static inline bool
may_have(const struct folded *text, const struct hint_text *literal)
{
	return has_bit(text->runs, literal->rarest) && has_bit(text->runs, literal->last);
}

/* True where the text may have a literal of the list, or there is none to have. */
static bool
may_have_any(const struct hints *h, const struct folded *text, const struct hint_span *list)
{
	for (uint32_t i = list->first; i < list->first + list->n; i++)
		if (may_have(text, &h->texts[i]))
			return true;
	return !list->n;
}

/* Where a literal is, from a byte on; the text's length: nowhere. */
static size_t
find_text(const struct hints *h, struct str text, const struct hint_text *t, size_t from)
{
	const struct str literal = { h->bytes + t->at, t->n };

	for (; (from = str_find(text, literal, from)) < text.n; from++)
		if (!t->at_border || !literal_is_within_word(text.p, text.p + from))
			break;
	return from;
}

/* Where the first literal of a list ends behind *at; false: there is none. */
static bool
find_list(
    const struct hints *h, const struct folded *text, const struct hint_span *list, size_t *at)
{
	struct str whole = { text->p, (size_t)(text->end - text->p) };
	size_t first = SIZE_MAX;

	for (uint32_t i = list->first; i < list->first + list->n; i++) {
		const struct hint_text *t = &h->texts[i];
		size_t found;

		if (!may_have(text, t))
			continue;
		found = find_text(h, whole, t, *at);
		if (found < whole.n && found + t->n < first)
			first = found + t->n;
	}
	*at = first;
	return first < SIZE_MAX;
}

/* True where the text has a literal of each list, one behind the other. */
static bool
has_all(const struct hints *h, struct folded *text, const struct hint_alternative *a)
{
	size_t at = 0;

	if (!text->noted)
		note_runs(text);
	for (int i = 0; i < HINT_LISTS; i++)
		if (!may_have_any(h, text, &a->lists[i]))
			return false;
	for (int i = 0; i < HINT_LISTS; i++)
		if (a->lists[i].n && !find_list(h, text, &a->lists[i], &at))
			return false;
	return true;
}

/* True where the text, which has a literal of one list, has all. A long text is taken to: it is
 * cheaper to look at its parts. */
static bool
has_others(const struct hints *h, struct folded *text, const struct hint_alternative *a)
{
	return a->alone || text->end - text->p > LONG || has_all(h, text, a);
}

/* The patterns of alternatives that have a vote, and a literal of each list. */
static void
count_votes(const struct hints *h, const struct votes *votes, struct folded *text,
    const struct hinted *among, struct hinted *out)
{
	for (uint32_t w = 0; w < vote_words(h); w++) {
		for (uint64_t left = votes->bits[w]; left; left &= left - 1) {
			const struct hint_alternative *a =
			    &h->alternatives[64 * w + (uint32_t)__builtin_ctzll(left)];

			if (!has_bit(out->bits, a->pattern) &&
			    (!among || has_bit(among->bits, a->pattern)) &&
			    has_others(h, text, a))
				set_bit(out->bits, a->pattern);
		}
	}
}

/* A text on its way to be looked through. */
struct look {
	struct folded folded;
	char small[SMALL], *large, *more; /* where the letters are; NULL: not there */
};

static void
look_begin(struct look *l, const struct hints *h, struct str text)
{
	size_t n = text.n;
	char *room = l->small;

	l->large = l->more = NULL;
	if (n + LITERALS_SPARE > sizeof(l->small))
		room = l->large = x_malloc(n + LITERALS_SPARE);
	if (!hint_fold_ascii(room, text) && (!h->ascii || hint_has_ascii_forms(text))) {
		room = l->more = x_malloc(HINT_FOLD_MOST * n + LITERALS_SPARE);
		n = hint_fold(room, text);
	}
	memset(room + n, 0, LITERALS_SPARE);
	l->folded.p = room;
	l->folded.end = room + n;
	l->folded.noted = false;
}

static void
look_end(struct look *l)
{
	free(l->large);
	free(l->more);
}

void
hints_look(
    const struct hints *h, struct str text, const struct hinted *among, struct hinted *out)
{
	struct look look;
	struct votes votes;

	size_t words = (h->numbers + 63) / 64;

	for (size_t w = 0; w < words; w++)
		out->bits[w] = h->always->bits[w] & (among ? among->bits[w] : UINT64_MAX);
	memset(out->bits + words, 0, sizeof(*out) - words * sizeof(*out->bits));
	if (!text.n || !h->literals.n)
		return;
	look_begin(&look, h, text);
	if (literals_find(
		&h->literals, look.folded.p, look.folded.end, votes.bits, vote_words(h)))
		count_votes(h, &votes, &look.folded, among, out);
	look_end(&look);
}

/* The first alternative of a pattern, or of one behind it. */
static size_t
first_alternative(const struct hints *h, uint32_t pattern)
{
	size_t low = 0, high = h->n_alternatives;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (h->alternatives[middle].pattern < pattern)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* True where the text has all literals of an alternative of the pattern. */
static bool
may_match(const struct hints *h, uint32_t pattern, struct folded *text)
{
	for (size_t i = first_alternative(h, pattern);
	     i < h->n_alternatives && h->alternatives[i].pattern == pattern; i++)
		if (has_all(h, text, &h->alternatives[i]))
			return true;
	return false;
}

void
hints_narrow(
    const struct hints *h, struct str text, const struct hinted *among, struct hinted *out)
{
	struct look look;

	if (!text.n)
		return;
	look_begin(&look, h, text);
	for (uint32_t w = 0; 64 * w < h->numbers; w++)
		for (uint64_t left = among->bits[w]; left; left &= left - 1) {
			uint32_t pattern = 64 * w + (uint32_t)__builtin_ctzll(left);

			if (has_bit(h->always->bits, pattern) ||
			    may_match(h, pattern, &look.folded))
				set_bit(out->bits, pattern);
		}
	look_end(&look);
}
