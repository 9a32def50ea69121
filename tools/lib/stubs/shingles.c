/* shingles.c - a body as the set of its runs of three words. */
#include "shingles.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "words.h"

enum { RUN = 3 };

_Static_assert((int)PROSE_SPARE >= (int)WORDS_SPARE, "prose is read to its end without copies");

/* Words on their way to be runs: of what is known of the last ones is made the next run. */
struct run {
	uint64_t last, other; /* hashes of words, turned by as much as they lie back */
};

static inline uint64_t
turn(uint64_t hash)
{
	return hash << 21 | hash >> 43;
}

/* The run that ends with a word. Hashes of words are mixed already: turned, they are no sum of
 * others in another order. */
static inline uint32_t
next_run(struct run *r, uint64_t word)
{
	uint64_t before = r->other + r->last;

	r->other = turn(r->last);
	r->last = turn(word);
	return (uint32_t)(hash_mix(before, word) >> 32);
}

/* A body on its way. */
struct reading {
	const struct passage *passage; /* the one that is read */
	const char *border;            /* where it ends */
	uint64_t *hashes;              /* where those of passages go */
	uint64_t hash, all;            /* of its words; of all */
	struct run run;
	uint32_t *at; /* where the next run goes */
};

static inline const char *
end_of(const struct passage *p)
{
	return p->text.p + p->text.n;
}

/* Take in the words of a block that are of the passage. */
static inline void
read_block(struct reading *r, struct words *words)
{
	size_t left = r->border > words->at ? (size_t)(r->border - words->at) : 0;
	uint64_t later = left < 64 ? words->starts & UINT64_MAX << left : 0;
	struct words now = *words;

	for (now.starts ^= later; now.starts;) {
		uint64_t word = take_word(&now);

		r->all = add_word(r->all, word);
		r->hash = add_word(r->hash, word);
		*r->at++ = next_run(&r->run, word);
	}
	words->starts = later;
	words->ends = now.ends;
}

/* Go on to the next passage. */
static inline void
next_passage(struct reading *r)
{
	*r->hashes++ = r->hash;
	r->hash = 0;
	r->border = end_of(++r->passage);
}

/* Take in the words of all passages. */
static void
read_words(const struct prose *prose, struct shingles *s)
{
	const char *end = prose->text.p + prose->text.n;
	struct word_reader reader = {
		.p = prose->text.p, .end = end, .limit = end + PROSE_SPARE
	};
	struct reading r = { .passage = prose->passages,
		.border = end_of(prose->passages),
		.hashes = s->passages,
		.at = s->at };
	struct words words;

	while (next_words(&reader, &words))
		for (read_block(&r, &words); words.starts; read_block(&r, &words))
			next_passage(&r);
	*r.hashes = r.hash;
	s->hash = r.all;
	s->words = (uint32_t)(r.at - s->at);
}

void
shingles_read(struct arena *a, const struct prose *prose, struct shingles *s)
{
	/* no word is as short as two bytes but the last of a passage */
	size_t most = prose->text.n / 2 + prose->n + 1;

	*s = (struct shingles){ .at = arena_alloc(a, most * sizeof(*s->at)),
		.passages = arena_zalloc(a, (prose->n + 1) * sizeof(*s->passages)) };
	if (prose->n)
		read_words(prose, s);
	if (s->words < RUN) {
		s->at[0] = (uint32_t)(s->hash >> 32);
		s->n = s->words > 0;
	} else { /* runs end with their last words: the first are none */
		s->at += RUN - 1;
		s->n = s->words - (RUN - 1);
	}
}

/* The slot of 1 << bits that a shingle is in, or would be. */
static inline uint32_t
slot_of(const uint32_t *slots, unsigned bits, uint32_t shingle)
{
	uint32_t slot = shingle >> (32 - bits);

	while (slots[slot] && slots[slot] != shingle)
		slot = (slot + 1) & (((uint32_t)1 << bits) - 1);
	return slot;
}

uint32_t
shingle_set_make(struct shingle_set *set, uint32_t *at, uint32_t n)
{
	uint32_t *slots, left = 0;
	unsigned bits = 1;

	while ((uint64_t)1 << bits < 2 * (uint64_t)n)
		bits++;
	slots = x_grow(set->slots, &set->cap, (size_t)1 << bits, sizeof(*slots));
	memset(slots, 0, ((size_t)1 << bits) * sizeof(*slots));
	for (uint32_t i = 0; i < n; i++) {
		uint32_t shingle = at[i] + !at[i], slot = slot_of(slots, bits, shingle);

		at[left] = shingle;
		left += !slots[slot];
		slots[slot] = shingle;
	}
	set->slots = slots;
	set->bits = bits;
	return set->n = left;
}

double
shingle_set_similarity(
    const struct shingle_set *set, const uint32_t *others, uint32_t n, double least)
{
	enum { STEPS = 128 }; /* after which it is asked whether so many can still be shared */
	const double wanted =
	    least / (1 + least) * (set->n + n) - .5; /* which may be rounded */
	const uint32_t *slots = set->slots;
	const unsigned bits = set->bits;
	uint32_t shared = 0;

	for (uint32_t from = 0; from < n; from += STEPS) {
		uint32_t left = n - from, steps = left < STEPS ? left : STEPS;

		if (shared + left < wanted)
			return 0;
		for (uint32_t i = from; i < from + steps; i++)
			shared += slots[slot_of(slots, bits, others[i])] != 0;
	}
	return set->n + n ? (double)shared / (set->n + n - shared) : 1;
}

void
shingle_set_free(struct shingle_set *set)
{
	free(set->slots);
}
