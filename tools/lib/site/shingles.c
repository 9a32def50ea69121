/* shingles.c - a body as the set of its runs of three words. */
#include "shingles.h"

#include <endian.h>
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

/* Eight letters or fewer of a word, the first in the lowest byte, as a part of its hash. */
static inline uint64_t
add_letters(uint64_t hash, uint64_t letters)
{
	return letters ? hash_mix(hash, letters) : hash;
}

#define EACH 0x0101010101010101u
#define HIGH (0x80 * EACH)

/* The highest bit of each of eight bytes whose others are from first to last. */
static inline uint64_t
in_range(uint64_t bytes, unsigned char first, unsigned char last)
{
	bytes &= ~HIGH;
	return (bytes + (0x80u - first) * EACH) & ~(bytes + (0x7Fu - last) * EACH) & HIGH;
}

/* Read a word of ASCII eight bytes at a time; false, and nothing is read, where another
 * character follows it. */
static bool
read_ascii(struct word_reader *r, uint64_t *hash)
{
	const char *p = r->p;

	for (*hash = 0;; p += 8) {
		uint64_t bytes = 0, lower, others;
		unsigned n;

		memcpy(&bytes, p, r->end - p < 8 ? (size_t)(r->end - p) : 8);
		bytes = le64toh(bytes);
		lower = bytes | 0x20 * EACH;
		others = ~(in_range(lower, 'a', 'z') | in_range(bytes, '0', '9')) & HIGH;
		others |= bytes & HIGH;
		if (!others) {
			*hash = hash_mix(*hash, lower);
			continue;
		}
		n = (unsigned)__builtin_ctzll(others) / 8;
		if (bytes >> 8 * n & 0x80)
			return false;
		*hash = add_letters(*hash, lower & (((uint64_t)1 << 8 * n) - 1));
		r->p = p + n;
		return true;
	}
}

/* Add a letter's bytes to those that wait for eight to be there. */
static void
add_letter(uint64_t *hash, uint64_t *letters, unsigned *n, uint32_t letter)
{
	char bytes[4];

	for (size_t i = 0, of = utf8_write(bytes, letter); i < of; i++) {
		*letters |= (uint64_t)(unsigned char)bytes[i] << 8 * *n;
		*n = (*n + 1) % 8;
		if (*n)
			continue;
		*hash = hash_mix(*hash, *letters);
		*letters = 0;
	}
}

/* Read a word, whatever its characters; or one character where none begins. */
static bool
read_word(struct word_reader *r, uint64_t *hash)
{
	uint64_t letters = 0;
	bool any = false;
	unsigned waiting = 0;

	for (*hash = 0; r->p < r->end; any = true) {
		uint32_t cp, c;
		size_t n = utf8_read(r->p, r->end, &cp);

		c = letter(cp);
		if (any && (!c || stands_alone(c)))
			break;
		r->p += n;
		if (!c)
			return false;
		add_letter(hash, &letters, &waiting, c);
		if (stands_alone(c)) {
			any = true;
			break;
		}
	}
	*hash = add_letters(*hash, letters);
	return any;
}

/* The hash of the next word; false at the end. */
static bool
next_word(struct word_reader *r, uint64_t *hash)
{
	while (r->p < r->end) {
		unsigned char c = (unsigned char)*r->p;

		if (c < 0x80 && !ascii_letter(c))
			r->p++;
		else if ((c < 0x80 && read_ascii(r, hash)) || read_word(r, hash))
			return true;
	}
	return false;
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

void
shingles_read(struct arena *a, const struct prose *prose, struct shingles *s)
{
	uint64_t run[RUN] = { 0 }, word;
	size_t most = 1;

	*s = (struct shingles){ .hash = 0 };
	for (size_t i = 0; i < prose->n;
	     i++) /* no word is as short as two bytes but the last */
		most += prose->passages[i].text.n / 2 + 1;
	s->at = arena_alloc(a, most * sizeof(*s->at));
	s->passages = arena_zalloc(a, (prose->n + 1) * sizeof(*s->passages));
	for (size_t i = 0; i < prose->n; i++) {
		struct str text = prose->passages[i].text;
		struct word_reader r = { text.p, text.p + text.n };
		uint64_t passage = 0;

		while (next_word(&r, &word)) {
			run[0] = run[1];
			run[1] = run[2];
			run[2] = word;
			s->hash = hash_mix(s->hash, word);
			passage = hash_mix(passage, word + 1);
			if (++s->words >= RUN)
				s->at[s->n++] =
				    (uint32_t)(hash_mix(hash_mix(hash_mix(0, run[0]), run[1]),
						   run[2]) >>
					       32);
		}
		s->passages[i] = passage;
	}
	if (s->words && !s->n)
		s->at[s->n++] = (uint32_t)(s->hash >> 32);
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
