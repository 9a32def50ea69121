/* hints.c - which of many patterns may match a text.
 *
 * The literals of each alternative's first list are looked for all at once. The other lists are
 * asked only where the text has a literal of the first. */
#include "hints.h"

#include <stdlib.h>

#include "bits.h"
#include "hint_lists.h"
#include "literals.h"
#include "memory.h"

enum {
	PAIR_BITS = 11,
	LONG = 1024,  /* bytes of a text that is not asked for more than first lists */
	SMALL = 2048, /* bytes of a text that needs no memory of its own */
	MOST_ALTERNATIVES = 1 << 13
};

struct alternative {
	struct hint_list lists[HINT_LISTS]; /* in the order of a match; of some n is 0 */
	uint32_t pattern;
	bool alone; /* there is one list only */
};

struct hints {
	struct arena arena;
	bool ascii; /* all literals are */
	struct literal *literals;
	struct alternative *alternatives;
	size_t n_literals, n_alternatives;
	size_t literals_cap, alternatives_cap;
	struct literals *index; /* of the literals, which vote for alternatives */
	struct hinted always;
};

/* A bit for each alternative. */
struct votes {
	uint64_t bits[MOST_ALTERNATIVES / 64];
};

/* How many words of votes there are. */
static size_t
words_of(const struct hints *h)
{
	return (h->n_alternatives + 63) / 64;
}

struct hints *
hints_new(void)
{
	struct hints *h = x_calloc(1, sizeof(*h));

	h->ascii = true;
	return h;
}

void
hints_free(struct hints *h)
{
	if (!h)
		return;
	arena_free(&h->arena);
	free(h->literals);
	free(h->alternatives);
	literals_free(h->index);
	free(h);
}

/* Note whether any literal is more than ASCII. */
static void
note_alphabet(struct hints *h, const struct hint_list *list)
{
	for (uint32_t i = 0; i < list->n && h->ascii; i++)
		for (size_t c = 0; c < list->at[i].n; c++)
			h->ascii &= (unsigned char)list->at[i].p[c] < 0x80;
}

/* Take in the literals of an alternative's first list. */
static void
add_literals(struct hints *h, const struct hint_list *list)
{
	h->literals = x_grow(
	    h->literals, &h->literals_cap, h->n_literals + list->n, sizeof(*h->literals));
	for (uint32_t i = 0; i < list->n; i++)
		h->literals[h->n_literals++] =
		    (struct literal){ list->at[i], (uint32_t)h->n_alternatives };
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

static void
add_alternative(struct hints *h, uint32_t pattern, const struct hint_list lists[HINT_LISTS])
{
	struct alternative *a;

	h->alternatives = x_grow(h->alternatives, &h->alternatives_cap, h->n_alternatives + 1,
	    sizeof(*h->alternatives));
	a = &h->alternatives[h->n_alternatives++];
	a->pattern = pattern;
	a->alone = !lists[1].n;
	memcpy(a->lists, lists, sizeof(a->lists));
	sort_lists(a->lists);
	for (int i = 0; i < HINT_LISTS; i++)
		note_alphabet(h, &lists[i]);
}

/* Read the alternatives of a pattern, which vote for number and, by so much more, those behind
 * it; *n counts them. False: one cannot be told, or there are too many. */
static bool
read_pattern(struct hints *h, uint32_t number, uint32_t by, struct str pattern,
    struct str parts[static HINT_PARTS], uint32_t *n)
{
	struct hint_reader r = {
		.arena = &h->arena, .p = pattern.p, .end = pattern.p + pattern.n
	};
	bool known = true;

	for (*n = 0; known; r.p++) {
		struct hint_list best[HINT_LISTS];
		const char *from = r.p;

		known = *n < HINT_PARTS && h->n_alternatives < MOST_ALTERNATIVES &&
		        hint_lists_next(&r, best) && best[0].n;
		if (!known)
			break;
		add_literals(h, &best[0]);
		add_alternative(h, number + *n * by, best);
		parts[(*n)++] = (struct str){ from, (size_t)(r.p - from) };
		if (r.p == r.end)
			break;
	}
	buffer_free(&r.run);
	return known;
}

void
hints_add(struct hints *h, uint32_t number, struct str pattern)
{
	struct str parts[HINT_PARTS];
	uint32_t n;

	if (!read_pattern(h, number, 0, pattern, parts, &n))
		set_bit(h->always.bits, number);
}

uint32_t
hints_add_parts(
    struct hints *h, uint32_t first, struct str pattern, struct str parts[static HINT_PARTS])
{
	size_t before = h->n_alternatives;
	uint32_t n;

	if (read_pattern(h, first, 1, pattern, parts, &n))
		return n;
	for (size_t i = before; i < h->n_alternatives; i++)
		h->alternatives[i].pattern = first;
	set_bit(h->always.bits, first);
	parts[0] = pattern;
	return 1;
}

void
hints_ready(struct hints *h)
{
	if (h->n_literals)
		h->index = literals_new(h->literals, h->n_literals);
}

/* A text with folded letters. */
struct folded {
	const char *p, *end; /* LITERALS_SPARE bytes may be read behind it */
	bool paired;
	bool pairs[1 << PAIR_BITS]; /* when paired, by the hash of two bytes in a row */
};

static inline uint32_t
pair_at(const char *p)
{
	return (((unsigned char)p[0] | (unsigned)(unsigned char)p[1] << 8) * 0x9E3779B1u) >>
	       (32 - PAIR_BITS);
}

static void
note_pairs(struct folded *text)
{
	memset(text->pairs, 0, sizeof(text->pairs));
	for (const char *p = text->p; p + 1 < text->end; p++)
		text->pairs[pair_at(p)] = true;
	text->paired = true;
}

/* False: the text does not have the literal. */
static bool
may_have(const struct folded *text, struct str literal)
{
	for (size_t i = 0; i + 1 < literal.n; i++)
		if (!text->pairs[pair_at(literal.p + i)])
			return false;
	return true;
}

/* Where the first literal of a list ends behind *at; false: there is none. */
static bool
find_list(const struct folded *text, const struct hint_list *list, size_t *at)
{
	struct str whole = { text->p, (size_t)(text->end - text->p) };
	size_t first = SIZE_MAX;

	for (uint32_t i = 0; i < list->n; i++) {
		struct str literal = list->at[i];
		size_t found;

		if (!may_have(text, literal))
			continue;
		found = str_find(whole, literal, *at);
		if (found < whole.n && found + literal.n < first)
			first = found + literal.n;
	}
	*at = first;
	return first < SIZE_MAX;
}

/* True where the text has a literal of each list, one behind the other. A long text is taken to
 * have them: it is cheaper to look at its parts. */
static bool
has_all(struct folded *text, const struct alternative *a)
{
	size_t at = 0;

	if (a->alone || text->end - text->p > LONG)
		return true;
	if (!text->paired)
		note_pairs(text);
	for (int i = 0; i < HINT_LISTS; i++)
		if (a->lists[i].n && !find_list(text, &a->lists[i], &at))
			return false;
	return true;
}

/* The patterns of alternatives that have a vote, and a literal of each list. */
static void
count_votes(
    const struct hints *h, const struct votes *votes, struct folded *text, struct hinted *out)
{
	for (uint32_t w = 0; w < words_of(h); w++) {
		for (uint64_t left = votes->bits[w]; left; left &= left - 1) {
			const struct alternative *a =
			    &h->alternatives[64 * w + (uint32_t)__builtin_ctzll(left)];

			if (!has_bit(out->bits, a->pattern) && has_all(text, a))
				set_bit(out->bits, a->pattern);
		}
	}
}

/* Fold a text into room for as many bytes and spare ones, or into more memory; returns what to
 * free. */
static char *
fold(const struct hints *h, struct str text, char *room, struct folded *folded)
{
	size_t n = text.n;
	char *more = NULL;

	if (!hint_fold_ascii(room, text) && (!h->ascii || hint_has_ascii_forms(text))) {
		room = more = x_malloc(HINT_FOLD_MOST * text.n + LITERALS_SPARE);
		n = hint_fold(more, text);
	}
	memset(room + n, 0, LITERALS_SPARE);
	folded->p = room;
	folded->end = room + n;
	folded->paired = false;
	return more;
}

void
hints_look(const struct hints *h, struct str text, struct hinted *out)
{
	char small[SMALL], *large = NULL, *more;
	struct folded folded;
	struct votes votes;

	*out = h->always;
	if (!text.n || !h->index)
		return;
	if (text.n + LITERALS_SPARE > sizeof(small))
		large = x_malloc(text.n + LITERALS_SPARE);
	more = fold(h, text, large ? large : small, &folded);
	if (literals_find(h->index, folded.p, folded.end, votes.bits, words_of(h)))
		count_votes(h, &votes, &folded, out);
	free(large);
	free(more);
}
