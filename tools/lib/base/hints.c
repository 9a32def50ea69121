/* hints.c - which of many patterns may match a text.
 *
 * Each literal of an alternative's first list is looked for by three of its bytes, the rarest
 * it has together, and compared where those stand. Where all literals are long, not every place
 * of a text is looked at (after Wu and Manber, 1994). The other lists are asked only where the
 * text has a literal of the first. */
#include "hints.h"

#include <endian.h>
#include <stdlib.h>

#include "hint_lists.h"
#include "memory.h"

enum {
	KEY = 3, /* bytes by which a literal is looked for */
	SLOT_BITS = 16,
	SLOTS = 1 << SLOT_BITS,
	CHAINS = SLOTS / 16,
	PAIRS = 1 << 11,
	LONG = 1024,
	MOST_STEP = 4,
	SPARE = 8, /* bytes that may be read behind a text */
	MOST_ALTERNATIVES = 1 << 13
};

/* Literals of a first list. */
struct literal {
	struct str text;
	uint64_t head, mask; /* its first eight bytes; those that there are */
	uint32_t alternative;
};

/* One of a literal's keys. */
struct key {
	uint32_t literal, at; /* at: where in it the key begins */
	uint32_t next;        /* of the same chain, its number and one; 0: none */
};

struct alternative {
	struct hint_list lists[HINT_LISTS]; /* in the order of a match; of some n is 0 */
	uint32_t pattern;
	bool alone; /* there is one list only */
};

struct hints {
	struct arena arena;
	bool ascii;               /* all literals are */
	struct literal *literals; /* the first are those shorter than a key */
	struct alternative *alternatives;
	struct key *keys;
	size_t n_literals, n_shorts, n_alternatives, n_keys;
	size_t literals_cap, alternatives_cap;
	uint64_t begins[SLOTS / 64]; /* slots of keys */
	uint32_t shorts[256];        /* keys of literals shorter than one, by first byte */
	bool lone[256];              /* that alone are a literal */
	uint32_t chains[CHAINS];     /* keys by slot */
	unsigned step;               /* from one place that is looked at to the next */
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

	h->step = MOST_STEP;
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
	free(h->keys);
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

/* By the first bytes of four that may be read. */
static inline uint32_t
slot_of(const char *p)
{
	uint32_t four;

	memcpy(&four, p, sizeof(four));
	return (le32toh(four) << 8) * 0x9E3779B1u >> (32 - SLOT_BITS);
}

/* Up to eight bytes, the first the lowest. */
static uint64_t
head_at(const char *p, size_t n)
{
	uint64_t head = 0;

	memcpy(&head, p, n < 8 ? n : 8);
	return le64toh(head);
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
	for (uint32_t i = 0; i < list->n; i++) {
		struct str text = list->at[i];
		struct literal *l;

		h->literals = x_grow(
		    h->literals, &h->literals_cap, h->n_literals + 1, sizeof(*h->literals));
		l = &h->literals[h->n_literals++];
		if (text.n < KEY) {
			*l = h->literals[h->n_shorts];
			l = &h->literals[h->n_shorts++];
		}
		if (text.n < KEY + h->step - 1)
			h->step = text.n <= KEY ? 1 : (unsigned)text.n - KEY + 1;
		*l = (struct literal){ .text = text,
			.mask = text.n < 8 ? ((uint64_t)1 << 8 * text.n) - 1 : UINT64_MAX,
			.head = head_at(text.p, text.n),
			.alternative = (uint32_t)h->n_alternatives };
	}
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

void
hints_add(struct hints *h, uint32_t number, struct str pattern)
{
	struct hint_reader r = {
		.arena = &h->arena, .p = pattern.p, .end = pattern.p + pattern.n
	};
	bool known = true;

	do {
		struct hint_list best[HINT_LISTS];

		known = h->n_alternatives < MOST_ALTERNATIVES && hint_lists_next(&r, best) &&
		        best[0].n;
		if (known) {
			add_literals(h, &best[0]);
			add_alternative(h, number, best);
		}
	} while (known && r.p++ < r.end);
	if (!known)
		set_bit(h->always.bits, number);
	buffer_free(&r.run);
}

/* How frequent each byte is: 0 where it is rare in all languages. */
static void
rate_bytes(unsigned char frequency[static 256])
{
	static const char letters[] = "zqjxkwybvgpfmchudlrsotanie ";

	memset(frequency, 0, 0xC0);
	memset(frequency + 0xC0, sizeof(letters), 0x40); /* begin characters of alphabets */
	for (unsigned i = 0; letters[i]; i++)
		frequency[(unsigned char)letters[i]] = (unsigned char)(i + 1);
}

/* Where the rarest bytes of a literal begin: keys at so many places, one after the other, are
 * then met wherever it stands. */
static uint32_t
rarest(struct str text, unsigned places, const unsigned char frequency[static 256])
{
	size_t width = KEY + places - 1;
	unsigned sum = 0, least;
	uint32_t best = 0;

	for (size_t i = 0; i < width; i++)
		sum += frequency[(unsigned char)text.p[i]];
	least = sum;
	for (size_t i = width; i < text.n; i++) {
		sum += frequency[(unsigned char)text.p[i]];
		sum -= frequency[(unsigned char)text.p[i - width]];
		if (sum < least) {
			least = sum;
			best = (uint32_t)(i - width + 1);
		}
	}
	return best;
}

static void
add_key(struct hints *h, size_t literal, uint32_t at, uint32_t *chain)
{
	h->keys[h->n_keys] = (struct key){ (uint32_t)literal, at, *chain };
	*chain = (uint32_t)++h->n_keys;
}

/* Two bytes are a key with each that may follow. */
static void
add_short(struct hints *h, size_t literal)
{
	struct str text = h->literals[literal].text;

	for (unsigned any = 0; any < 256 && text.n == 2; any++)
		set_bit(h->begins, slot_of((char[4]){ text.p[0], text.p[1], (char)any }));
	h->lone[(unsigned char)text.p[0]] |= text.n == 1;
	add_key(h, literal, 0, &h->shorts[(unsigned char)text.p[0]]);
}

static uint32_t
slot_in(struct str literal, uint32_t at)
{
	return slot_of((char[4]){ literal.p[at], literal.p[at + 1], literal.p[at + 2] });
}

void
hints_ready(struct hints *h)
{
	unsigned char frequency[256];

	rate_bytes(frequency);
	h->keys = x_malloc((h->n_literals * h->step + 1) * sizeof(*h->keys));
	for (size_t i = 0; i < h->n_shorts; i++)
		add_short(h, i);
	for (size_t i = h->n_shorts; i < h->n_literals; i++) {
		struct str text = h->literals[i].text;
		uint32_t from = rarest(text, h->step, frequency);

		for (uint32_t at = from; at < from + h->step; at++) {
			uint32_t slot = slot_in(text, at);

			set_bit(h->begins, slot);
			add_key(h, i, at, &h->chains[slot % CHAINS]);
		}
	}
}

/* A text with folded letters. */
struct folded {
	const char *p, *end; /* spare bytes may be read behind it */
	bool paired;
	uint64_t pairs[PAIRS / 64]; /* set when paired: a bit for each two bytes in a row */
};

static void
vote_for(const struct literal *l, const char *p, const struct folded *text, struct votes *votes)
{
	if ((size_t)(text->end - p) < l->text.n || (head_at(p, 8) & l->mask) != l->head)
		return;
	if (l->text.n <= 8 || memcmp(l->text.p + 8, p + 8, l->text.n - 8) == 0)
		set_bit(votes->bits, l->alternative);
}

/* Vote for the literals of a chain with a key at p. */
static void
vote(const struct hints *h, uint32_t chain, const char *p, const struct folded *text,
    struct votes *votes)
{
	for (uint32_t i = chain; i; i = h->keys[i - 1].next) {
		const struct key *key = &h->keys[i - 1];

		if ((size_t)(p - text->p) >= key->at)
			vote_for(&h->literals[key->literal], p - key->at, text, votes);
	}
}

/* Look for all literals of first lists; false: the text has none. */
static bool
find_firsts(const struct hints *h, const struct folded *text, struct votes *votes)
{
	bool any = false;

	for (const char *p = text->p + h->step - 1; p < text->end; p += h->step) {
		uint32_t slot = slot_of(p);

		if (!has_bit(h->begins, slot) && !h->lone[(unsigned char)*p])
			continue;
		if (!any)
			memset(votes, 0, words_of(h) * sizeof(*votes->bits));
		any = true;
		vote(h, h->chains[slot % CHAINS], p, text, votes);
		if (h->n_shorts)
			vote(h, h->shorts[(unsigned char)*p], p, text, votes);
	}
	return any;
}

static uint32_t
pair_at(const char *p)
{
	return ((unsigned char)p[0] * 31u + (unsigned char)p[1]) % PAIRS;
}

static void
note_pairs(struct folded *text)
{
	memset(text->pairs, 0, sizeof(text->pairs));
	for (const char *p = text->p; p + 1 < text->end; p++)
		set_bit(text->pairs, pair_at(p));
	text->paired = true;
}

/* False: the text does not have the literal. */
static bool
may_have(const struct folded *text, struct str literal)
{
	for (size_t i = 0; i + 1 < literal.n; i++)
		if (!has_bit(text->pairs, pair_at(literal.p + i)))
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

void
hints_look(const struct hints *h, struct str text, struct hinted *out)
{
	struct buffer room = { 0 };
	struct votes votes;
	struct folded folded;

	*out = h->always;
	if (!text.n || !h->n_alternatives)
		return;
	hint_fold(&room, text, h->ascii && !hint_has_ascii_forms(text));
	memset(buffer_room(&room, SPARE), 0, SPARE);
	folded.p = room.data;
	folded.end = room.data + room.n;
	folded.paired = false;
	if (find_firsts(h, &folded, &votes))
		count_votes(h, &votes, &folded, out);
	buffer_free(&room);
}
