/* shingles.c - a body as the set of its runs of three words. */
#include "shingles.h"

#include <unicode/uchar.h>

#include "../base/utf8.h"

enum { RUN = 3 };

/* Reads the words of a text. */
struct word_reader {
	const char *p, *end;
};

/* What an ASCII character is in a word: its lower case, or 0 where it is of none; and beyond
 * ASCII, to be looked at by letter(). */
static inline uint32_t
ascii_letter(unsigned char c)
{
	uint32_t lower = c | 0x20; /* which digits have */

	return lower - 'a' < 26 || (uint32_t)c - '0' < 10 ? lower : 0;
}

/* What any code point is. */
static uint32_t
letter(uint32_t cp)
{
	if (cp < 0x80)
		return ascii_letter((unsigned char)cp);
	if (!(U_GET_GC_MASK((UChar32)cp) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)))
		return 0;
	return (uint32_t)u_tolower((UChar32)cp);
}

/* True for characters of scripts that do not part words: each is one. */
static inline bool
stands_alone(uint32_t cp)
{
	if (cp < 0x0E00)
		return false;
	return cp <= 0x0EFF || (cp >= 0x1000 && cp <= 0x109F) ||
	       (cp >= 0x1780 && cp <= 0x17FF) || (cp >= 0x3040 && cp <= 0x30FF) ||
	       (cp >= 0x3400 && cp <= 0x9FFF) || (cp >= 0xF900 && cp <= 0xFAFF) ||
	       (cp >= 0x20000 && cp <= 0x3FFFF);
}

static inline uint64_t
add_letter(uint64_t hash, uint32_t c)
{
	return (hash ^ c) * 0x100000001B3u;
}

/* The hash of the next word; false at the end. */
static bool
next_word(struct word_reader *r, uint64_t *hash)
{
	bool any = false;

	*hash = 0;
	while (r->p < r->end) {
		uint32_t cp, c = ascii_letter((unsigned char)*r->p);
		size_t n;

		if (c) {
			*hash = add_letter(*hash, c);
			any = true;
			r->p++;
			continue;
		}
		n = utf8_read(r->p, r->end, &cp);
		c = letter(cp);
		if (any && (!c || stands_alone(c)))
			return true;
		r->p += n;
		if (!c)
			continue;
		*hash = add_letter(*hash, c);
		any = true;
		if (stands_alone(c))
			return true;
	}
	return any;
}

uint64_t
words_hash(struct str text)
{
	struct word_reader r = { text.p, text.p + text.n };
	uint64_t hash = 0, word;

	while (next_word(&r, &word))
		hash = hash_mix(hash, word + 1);
	return hash;
}

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

/* Sort s->at, whose second half is room, and leave each value once. */
static void
make_set(struct shingles *s, uint32_t *room)
{
	uint32_t n = 0;

	sort(s->at, room, s->n);
	for (uint32_t i = 0; i < s->n; i++)
		if (!i || s->at[i] != s->at[n - 1])
			s->at[n++] = s->at[i];
	s->n = n;
}

void
shingles_read(struct arena *a, const struct prose *prose, struct shingles *s)
{
	uint64_t run[RUN] = { 0 }, word;
	size_t bytes = 1;

	*s = (struct shingles){ .hash = 0 };
	for (size_t i = 0; i < prose->n; i++)
		bytes += prose->passages[i].text.n;
	s->at = arena_alloc(a, 2 * bytes * sizeof(*s->at));
	s->passages = arena_zalloc(a, (prose->n + 1) * sizeof(*s->passages));
	for (size_t i = 0; i < prose->n; i++) {
		struct str text = prose->passages[i].text;
		struct word_reader r = { text.p, text.p + text.n };

		while (next_word(&r, &word)) {
			run[0] = run[1];
			run[1] = run[2];
			run[2] = word;
			s->hash = hash_mix(s->hash, word);
			s->passages[i] = hash_mix(s->passages[i], word + 1);
			if (++s->words >= RUN)
				s->at[s->n++] =
				    (uint32_t)(hash_mix(hash_mix(hash_mix(0, run[0]), run[1]),
						   run[2]) >>
					       32);
		}
	}
	if (s->words && !s->n)
		s->at[s->n++] = (uint32_t)(s->hash >> 32);
	make_set(s, s->at + bytes);
}

double
shingles_similarity(const uint32_t *a, uint32_t n_a, const uint32_t *b, uint32_t n_b)
{
	uint32_t i = 0, j = 0, shared = 0;

	while (i < n_a && j < n_b) {
		uint32_t x = a[i], y = b[j];

		shared += x == y;
		i += x <= y;
		j += y <= x;
	}
	return n_a + n_b ? (double)shared / (n_a + n_b - shared) : 1;
}
