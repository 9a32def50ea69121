/* hints.c - which of many patterns may match a text.
 *
 * The literals are looked up by the first bytes of each: of every two places of a text one is
 * looked at, where two bytes tell whether any literal may begin there or at the place before
 * (after Wu and Manber, 1994); then a bit says for three bytes whether any begins so. */
#include "hints.h"

#include <endian.h>
#include <stdlib.h>

#include "hint_lists.h"
#include "memory.h"

enum {
	SLOT_BITS = 16,
	SLOTS = 1 << SLOT_BITS,
	CHAINS = SLOTS / 16,
	PAIRS = 256,
	MOST_ALTERNATIVES = 1 << 13
};

/* An alternative that a literal speaks for. */
struct vote {
	uint32_t alternative : 31, second : 1; /* second: of its second list */
	uint32_t next;
};

struct literal {
	struct str text;
	uint64_t head, mask; /* its first eight bytes; those that there are */
	uint32_t next;       /* of the same chain; 0: none; else its number and one */
	uint32_t votes;      /* likewise */
};

/* A bit for each alternative. */
struct votes {
	uint64_t bits[MOST_ALTERNATIVES / 64];
};

struct hints {
	struct arena arena;
	uint64_t near[SLOTS / 64];   /* two bytes with which, or before which, one may begin */
	uint64_t begins[SLOTS / 64]; /* slots where a literal may be */
	uint32_t chains[CHAINS];     /* of those of three bytes and more, by slot */
	uint32_t pairs[PAIRS];       /* of those of two */
	uint32_t lone[256];          /* of those of one */
	struct literal *literals;
	struct vote *votes;
	size_t n_literals, literals_cap, n_votes, votes_cap;
	uint16_t patterns[MOST_ALTERNATIVES]; /* that they are of */
	uint32_t n_alternatives;
	struct votes none[2]; /* alternatives without a second list; none is without a first */
	struct hinted always;
};

struct hints *
hints_new(void)
{
	return x_calloc(1, sizeof(struct hints));
}

void
hints_free(struct hints *h)
{
	if (!h)
		return;
	arena_free(&h->arena);
	free(h->literals);
	free(h->votes);
	free(h);
}

static void
set_bit(uint64_t *bits, uint32_t i)
{
	bits[i / 64] |= (uint64_t)1 << (i % 64);
}

static bool
has_bit(const uint64_t *bits, uint32_t i)
{
	return bits[i / 64] >> (i % 64) & 1;
}

/* By three bytes. */
static uint32_t
slot_of(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;
	uint32_t three = u[0] | (uint32_t)u[1] << 8 | (uint32_t)u[2] << 16;

	return three * 0x9E3779B1u >> (32 - SLOT_BITS);
}

static uint32_t
pair_of(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	return (u[0] + 31u * u[1]) % PAIRS;
}

/* Two bytes of a text as they stand. */
static uint32_t
two_at(const char *p)
{
	return (unsigned char)p[0] | (uint32_t)(unsigned char)p[1] << 8;
}

/* Mark what tells of a literal wherever it begins. */
static void
mark_near(struct hints *h, struct str text)
{
	for (unsigned any = 0; any < 256; any++) {
		char last[] = { text.p[text.n - 1], (char)any };
		char before[] = { (char)any, text.p[0] };

		if (text.n <= 2)
			set_bit(h->near, two_at(last));
		if (text.n == 1)
			set_bit(h->near, two_at(before));
	}
	if (text.n > 1)
		set_bit(h->near, two_at(text.p));
	if (text.n > 2)
		set_bit(h->near, two_at(text.p + 1));
}

/* Where literals that begin like this one are, now with their bits set. */
static uint32_t *
chain_of(struct hints *h, struct str text)
{
	mark_near(h, text);
	if (text.n == 1)
		return &h->lone[(unsigned char)text.p[0]];
	if (text.n > 2) {
		set_bit(h->begins, slot_of(text.p));
		return &h->chains[slot_of(text.p) % CHAINS];
	}
	for (unsigned third = 0; third < 256; third++)
		set_bit(h->begins, slot_of((char[]){ text.p[0], text.p[1], (char)third }));
	return &h->pairs[pair_of(text.p)];
}

/* Up to eight bytes, the first the lowest. */
static uint64_t
head_at(const char *p, size_t n)
{
	uint64_t head = 0;

	memcpy(&head, p, n < 8 ? n : 8);
	return le64toh(head);
}

static struct literal *
literal_of(struct hints *h, struct str text)
{
	uint32_t *slot = chain_of(h, text);

	for (uint32_t i = *slot; i; i = h->literals[i - 1].next)
		if (str_eq(h->literals[i - 1].text, text))
			return &h->literals[i - 1];
	h->literals =
	    x_grow(h->literals, &h->literals_cap, h->n_literals + 1, sizeof(*h->literals));
	h->literals[h->n_literals] = (struct literal){ .text = text,
		.mask = text.n < 8 ? ((uint64_t)1 << 8 * text.n) - 1 : UINT64_MAX,
		.next = *slot };
	h->literals[h->n_literals].head = head_at(text.p, text.n);
	*slot = (uint32_t)++h->n_literals;
	return &h->literals[h->n_literals - 1];
}

static void
add_list(struct hints *h, const struct hint_list *list, bool second)
{
	if (!list->n)
		set_bit(h->none[second].bits, h->n_alternatives);
	for (uint32_t i = 0; i < list->n; i++) {
		struct literal *literal = literal_of(h, list->at[i]);

		h->votes = x_grow(h->votes, &h->votes_cap, h->n_votes + 1, sizeof(*h->votes));
		h->votes[h->n_votes] =
		    (struct vote){ h->n_alternatives, second, literal->votes };
		literal->votes = (uint32_t)++h->n_votes;
	}
}

void
hints_add(struct hints *h, uint32_t number, struct str pattern)
{
	struct hint_reader r = { &h->arena, pattern.p, pattern.p + pattern.n, { 0 } };
	bool known = true;

	do {
		struct hint_list best[2];

		known = h->n_alternatives < MOST_ALTERNATIVES && hint_lists_next(&r, best) &&
		        best[0].n;
		if (known) {
			add_list(h, &best[0], false);
			add_list(h, &best[1], true);
			h->patterns[h->n_alternatives++] = (uint16_t)number;
		}
	} while (known && r.p++ < r.end);
	if (!known)
		set_bit(h->always.bits, number);
	buffer_free(&r.run);
}

/* The literals of a chain that stand at a place of the text, behind which eight more bytes may
 * be read. */
static void
vote(const struct hints *h, uint32_t chain, const char *p, const char *end,
    struct votes votes[2])
{
	uint64_t head = head_at(p, 8);

	for (uint32_t i = chain; i; i = h->literals[i - 1].next) {
		const struct literal *l = &h->literals[i - 1];

		if ((head & l->mask) != l->head ||
		    (l->text.n > 8 && (l->text.n > (size_t)(end - p) ||
					  memcmp(l->text.p + 8, p + 8, l->text.n - 8) != 0)))
			continue;
		for (uint32_t v = l->votes; v; v = h->votes[v - 1].next)
			set_bit(
			    votes[h->votes[v - 1].second].bits, h->votes[v - 1].alternative);
	}
}

/* The patterns of alternatives with a vote of each list. */
static void
count_votes(const struct hints *h, const struct votes votes[2], struct hinted *out)
{
	for (uint32_t w = 0; w < (h->n_alternatives + 63) / 64; w++) {
		uint64_t both = votes[0].bits[w] & votes[1].bits[w];

		for (; both; both &= both - 1)
			set_bit(
			    out->bits, h->patterns[64 * w + (uint32_t)__builtin_ctzll(both)]);
	}
}

/* Take the votes of the literals of two bytes and more that begin at p. */
static inline void
look_at(const struct hints *h, const char *p, const char *end, struct votes votes[2])
{
	uint32_t slot = slot_of(p), pair = h->pairs[pair_of(p)];

	if (!has_bit(h->begins, slot))
		return;
	vote(h, h->chains[slot % CHAINS], p, end, votes);
	if (pair)
		vote(h, pair, p, end, votes);
}

/* Take those of the literals of one byte. */
static inline void
look_at_byte(const struct hints *h, const char *p, const char *end, struct votes votes[2])
{
	uint32_t lone = h->lone[(unsigned char)*p];

	if (lone)
		vote(h, lone, p, end, votes);
}

void
hints_look(const struct hints *h, struct str text, struct hinted *out)
{
	struct votes votes[2];
	struct buffer folded = { 0 };
	bool voted = false;
	const char *end;

	*out = h->always;
	if (!text.n || !h->n_alternatives)
		return;
	buffer_add(&folded, STR("\0\0"));
	hint_fold(&folded, text);
	memset(buffer_room(&folded, 10), 0, 10);
	end = folded.data + folded.n;
	for (const char *p = folded.data + 2; p < end; p += 2) {
		if (!has_bit(h->near, two_at(p)))
			continue;
		if (!voted) /* most texts have none */
			memcpy(votes, h->none, sizeof(h->none));
		voted = true;
		look_at_byte(h, p, end, votes);
		look_at_byte(h, p + 1, end, votes);
		look_at(h, p - 1, end, votes);
		look_at(h, p, end, votes);
	}
	buffer_free(&folded);
	if (voted)
		count_votes(h, votes, out);
}
