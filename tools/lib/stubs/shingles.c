/* shingles.c - a body as the set of its runs of three words. */
#include "shingles.h"

#include "words.h"

enum { RUN = 3 };

_Static_assert((int)PROSE_SPARE >= (int)WORDS_SPARE, "prose is read to its end without copies");

/* Sort by four passes over eight bits each. */
static void
sort(uint32_t *at, uint32_t *room, uint32_t n)
{
	for (unsigned shift = 0; shift < 32; shift += 8) {
		uint32_t first[256] = { 0 }, sum = 0, *swap = at;

		for (uint32_t i = 0; i < n; i++)
			first[at[i] >> shift & 255]++;
		for (unsigned digit = 0; digit < 256; digit++) {
			uint32_t count = first[digit];

			first[digit] = sum;
			sum += count;
		}
		for (uint32_t i = 0; i < n; i++)
			room[first[at[i] >> shift & 255]++] = at[i];
		at = room;
		room = swap;
	}
}

uint32_t
shingles_make_set(uint32_t *at, uint32_t *room, uint32_t n)
{
	uint32_t left = 0;

	sort(at, room, n);
	for (uint32_t i = 0; i < n; i++)
		if (!i || at[i] != at[left - 1])
			at[left++] = at[i];
	return left;
}

/* Hashes of words are mixed already: turned by as much as they are apart, they are no sum of
 * others in another order. */
static inline uint32_t
hash_run(const uint64_t run[static RUN])
{
	uint64_t before = (run[0] << 42 | run[0] >> 22) + (run[1] << 21 | run[1] >> 43);

	return (uint32_t)(hash_mix(before, run[2]) >> 32);
}

/* Take in the words of all passages. */
static void
read_words(const struct prose *prose, struct shingles *s)
{
	const char *end = prose->text.p + prose->text.n;
	struct word_reader r = { prose->text.p, end, end + PROSE_SPARE };
	const struct passage *now = prose->passages;
	uint64_t run[RUN] = { 0 }, *hash = s->passages, passage = 0;
	const char *border = now->text.p + now->text.n; /* where the passage ends */
	struct read_word words[WORDS_AT_ONCE];
	uint32_t *at = s->at;
	unsigned n;

	while ((n = next_words(&r, words)))
		for (unsigned i = 0; i < n; i++) {
			for (; words[i].at >= border; border = now->text.p + now->text.n) {
				*hash++ = passage;
				passage = 0;
				now++;
			}
			run[0] = run[1];
			run[1] = run[2];
			run[2] = words[i].hash;
			s->hash = add_word(s->hash, words[i].hash);
			passage = add_word(passage, words[i].hash);
			*at++ = hash_run(run);
		}
	*hash = passage;
	s->words = (uint32_t)(at - s->at);
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

double
shingles_similarity(
    const uint32_t *a, uint32_t n_a, const uint32_t *b, uint32_t n_b, double least)
{
	enum { STEPS = 128 }; /* after which it is asked whether so many can still be shared */
	const double wanted = least / (1 + least) * (n_a + n_b) - .5; /* which may be rounded */
	uint32_t i = 0, j = 0, shared = 0;

	while (i < n_a && j < n_b) {
		uint32_t left = n_a - i < n_b - j ? n_a - i : n_b - j;

		if (shared + left < wanted)
			return 0;
		for (unsigned step = left < STEPS ? left : STEPS; step; step--) {
			uint32_t x = a[i], y = b[j];

			shared += x == y;
			i += x <= y;
			j += y <= x;
		}
	}
	return n_a + n_b ? (double)shared / (n_a + n_b - shared) : 1;
}
