/* shingles.c - a body as the set of its runs of three words. */
#include "shingles.h"

#include <endian.h>

#include "../base/casefold.h"
#include "../base/letters.h"
#include "../base/utf8.h"
#include "../html/scan.h"

enum { RUN = 3 };

/* Bytes of a text that are looked at together, so that a bit is left for the end of the last;
 * those that are read with them; and words that may begin in them. */
enum { BLOCK = 63, READ = BLOCK + 9, WORDS = 32 };

/* What leads the letters of Western Europe, and what may follow it, letter case aside, for
 * signs of arithmetic. */
enum { WESTERN = (char)0xC3, SIGNS = (char)0xB7 };

/* Reads the words of a text. */
struct word_reader {
	const char *p, *end, *limit; /* limit: of what may be read, not before end */
};

/* A block of whole words, or of the beginning of one that is longer: a bit for each byte. */
struct block {
	const char *bytes;
	unsigned n;            /* how many; 0: a word is longer */
	uint64_t starts, ends; /* of words that are not read yet */
	uint64_t others;       /* of characters beyond ASCII */
};

static inline uint32_t
ascii_letter(unsigned char c)
{
	uint32_t lower = c | 0x20;

	return lower - 'a' < 26 || (uint32_t)c - '0' < 10 ? lower : 0;
}

/* What stands for a letter in words, whatever its case; 0: no word has it. */
static uint32_t
letter(uint32_t cp)
{
	return is_word_character(cp) ? casefold(cp) : 0;
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

#ifdef __SSE2__
/* A bit for each of 64 bytes that is a letter or digit of ASCII, or is beyond it. */
static inline void
mark(const char *p, uint64_t *letters, uint64_t *others)
{
	*letters = *others = 0;
	for (unsigned i = 0; i < 64; i += 16) {
		__m128i bytes = _mm_loadu_si128((const void *)(p + i));
		__m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));

		*letters |= (uint64_t)bits_16(_mm_or_si128(
				among_16(lower, 'a', 26), among_16(bytes, '0', 10)))
		            << i;
		*others |= (uint64_t)bits_16(bytes) << i;
	}
}

/* A bit for each of 64 bytes that leads the letters of Western Europe, U+00C0 to U+00FF, and
 * for each that may follow it; two characters among these are none. */
static inline void
mark_western(const char *p, uint64_t *leads, uint64_t *follows)
{
	*leads = *follows = 0;
	for (unsigned i = 0; i < 64; i += 16) {
		__m128i bytes = _mm_loadu_si128((const void *)(p + i));
		__m128i signs = equal_16(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), SIGNS);

		*leads |= (uint64_t)bits_16(equal_16(bytes, WESTERN)) << i;
		*follows |=
		    (uint64_t)bits_16(_mm_andnot_si128(signs, among_16(bytes, (char)0x80, 64)))
		    << i;
	}
}
#else
static inline void
mark(const char *p, uint64_t *letters, uint64_t *others)
{
	*letters = *others = 0;
	for (unsigned i = 0; i < 64; i++) {
		*letters |= (uint64_t)(ascii_letter((unsigned char)p[i]) != 0) << i;
		*others |= (uint64_t)((unsigned char)p[i] >= 0x80) << i;
	}
}

static inline void
mark_western(const char *p, uint64_t *leads, uint64_t *follows)
{
	*leads = *follows = 0;
	for (unsigned i = 0; i < 64; i++) {
		*leads |= (uint64_t)(p[i] == WESTERN) << i;
		*follows |= (uint64_t)((p[i] & 0xC0) == 0x80 && (char)(p[i] | 0x20) != SIGNS)
		            << i;
	}
}
#endif

/* Look at the block that begins where the reader is; last is room for what ends with the text.
 */
static inline struct block
look(const struct word_reader *r, char last[static READ])
{
	size_t left = (size_t)(r->end - r->p);
	uint64_t bits = ((uint64_t)1 << (left < BLOCK ? left : BLOCK)) - 1;
	struct block b = { r->p, left < BLOCK ? (unsigned)left : BLOCK, 0, 0, 0 };
	uint64_t letters, others, western = 0, follows, any;

	if (r->limit - r->p < READ) {
		memset(last, 0, READ);
		memcpy(last, r->p, left < READ ? left : READ);
		b.bytes = last;
	}
	mark(b.bytes, &letters, &others);
	if (others) {
		mark_western(b.bytes, &western, &follows);
		western &= follows >> 1;
		others &= ~(western | western << 1);
	}
	any = (letters | others | western | western << 1) & bits;
	if (left > BLOCK && any >> (BLOCK - 1)) { /* the last word may go on */
		b.n -= (unsigned)__builtin_clzll(~(any << 1));
		any &= b.n ? ((uint64_t)1 << b.n) - 1 : bits;
	}
	b.starts = any & ~(any << 1);
	b.ends = ~any & any << 1;
	b.others = b.n ? others & any : any;
	return b;
}

/* A word on its way to its hash. */
struct word {
	uint64_t hash, letters; /* letters: fewer than eight bytes that wait for more */
	unsigned waiting;       /* bits of these */
};

static inline void
add_byte(struct word *w, unsigned char byte)
{
	w->letters |= (uint64_t)byte << w->waiting;
	w->waiting += 8;
	if (w->waiting < 64)
		return;
	w->hash = hash_mix(w->hash, w->letters);
	w->letters = w->waiting = 0;
}

/* Add a letter without its case, those of Western Europe as hash_letters() does. */
static void
add_letter(struct word *w, uint32_t cp)
{
	char bytes[4];
	size_t n = utf8_write(bytes, cp);

	for (size_t i = 0; i < n; i++)
		add_byte(w, (unsigned char)bytes[i] | (bytes[0] == WESTERN ? 0x20 : 0));
}

/* Take a character, if one is there that the word may have; returns its end, or p. */
static const char *
add_character(struct word *w, const char *p, const char *end, bool first, bool *alone)
{
	uint32_t cp, c;
	size_t n = utf8_read(p, end, &cp);

	c = letter(cp);
	*alone = stands_alone(c);
	if (!c || (*alone && !first))
		return p;
	add_letter(w, c);
	return p + n;
}

/* Read a word that begins at p, whatever its characters, or one character where none begins:
 * then *hash is 0. Returns its end. */
static const char *
read_word(const char *p, const char *end, uint64_t *hash)
{
	const char *from = p, *next;
	struct word w = { 0 };
	bool alone = false;

	while (p < end && !alone) {
		unsigned char c = (unsigned char)*p;

		if (c < 0x80 && ascii_letter(c)) {
			add_byte(&w, (unsigned char)ascii_letter(c));
			p++;
			continue;
		}
		next = c < 0x80 ? p : add_character(&w, p, end, p == from, &alone);
		if (next == p)
			break;
		p = next;
	}
	*hash = w.waiting ? hash_mix(w.hash, w.letters) : w.hash;
	return p > from ? p : p + utf8_read(p, end, &(uint32_t){ 0 });
}

/* The hash of n bytes of letters and digits of ASCII and letters of Western Europe, behind
 * which eight bytes may be read. */
static inline uint64_t
hash_letters(const char *p, size_t n)
{
	static const uint64_t first_bytes[9] = { 0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF,
		0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, UINT64_MAX };
	const uint64_t lower = 0x2020202020202020; /* what digits have too, and makes of
	                                            * capitals small letters */
	uint64_t hash = 0, bytes;

	for (; n > 8; p += 8, n -= 8) {
		memcpy(&bytes, p, 8);
		hash = hash_mix(hash, le64toh(bytes) | lower);
	}
	memcpy(&bytes, p, 8);
	return hash_mix(hash, (le64toh(bytes) | lower) & first_bytes[n]);
}

/* Hashes of the next words; returns how many, 0 at the end. */
static unsigned
next_words(struct word_reader *r, uint64_t words[static WORDS])
{
	unsigned n = 0;

	while (!n && r->p < r->end) {
		char last[READ];
		struct block b = look(r, last);

		while (b.starts) {
			unsigned from = (unsigned)__builtin_ctzll(b.starts);
			unsigned to = (unsigned)__builtin_ctzll(b.ends);
			uint64_t hash;

			b.starts &= b.starts - 1;
			if (b.others && (unsigned)__builtin_ctzll(b.others) < to) {
				to = (unsigned)(read_word(r->p + from, r->end, &hash) - r->p);
				if (!b.n) {
					b.n = to; /* the next block begins there */
				} else {
					b.others &= UINT64_MAX << to;
					b.starts |= ~b.ends & (uint64_t)1 << to;
					b.ends &= ~((uint64_t)1 << to);
				}
			} else {
				hash = hash_letters(b.bytes + from, to - from);
				b.ends &= b.ends - 1;
			}
			words[n] = hash;
			n += hash != 0;
		}
		r->p += b.n;
	}
	return n;
}

/* The hash of a text with one more word; 0: of none. */
static inline uint64_t
add_word(uint64_t hash, uint64_t word)
{
	return hash * 0xD1342543DE82EF95u + word; /* Steele and Vigna, 2021 */
}

uint64_t
words_hash(struct str text)
{
	struct word_reader r = { text.p, text.p + text.n, text.p + text.n };
	uint64_t hash = 0, words[WORDS];
	unsigned n;

	while ((n = next_words(&r, words)))
		for (unsigned i = 0; i < n; i++)
			hash = add_word(hash, words[i]);
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

/* Hashes of words are mixed already: turned by as much as they are apart, they are no sum of
 * others in another order. */
static inline uint32_t
hash_run(const uint64_t run[static RUN])
{
	uint64_t before = (run[0] << 42 | run[0] >> 22) + (run[1] << 21 | run[1] >> 43);

	return (uint32_t)(hash_mix(before, run[2]) >> 32);
}

/* Take in the words of a passage; returns its hash. */
static uint64_t
read_passage(struct shingles *s, struct word_reader *r, uint64_t run[static RUN])
{
	uint64_t passage = 0, hash = s->hash, words[WORDS];
	unsigned n;

	while ((n = next_words(r, words)))
		for (unsigned i = 0; i < n; i++) {
			run[0] = run[1];
			run[1] = run[2];
			run[2] = words[i];
			hash = add_word(hash, words[i]);
			passage = add_word(passage, words[i]);
			s->at[s->words++] = hash_run(run);
		}
	s->hash = hash;
	return passage;
}

void
shingles_read(struct arena *a, const struct prose *prose, struct shingles *s)
{
	const char *limit = prose->text.p + prose->text.n;
	uint64_t run[RUN] = { 0 };
	size_t most = 1;

	for (size_t i = 0; i < prose->n;
	     i++) /* no word is as short as two bytes but the last */
		most += prose->passages[i].text.n / 2 + 1;
	*s = (struct shingles){ .at = arena_alloc(a, most * sizeof(*s->at)),
		.passages = arena_alloc(a, (prose->n + 1) * sizeof(*s->passages)) };
	for (size_t i = 0; i < prose->n; i++) {
		struct str text = prose->passages[i].text;
		struct word_reader r = { text.p, text.p + text.n, limit };

		s->passages[i] = read_passage(s, &r, run);
	}
	if (s->words < RUN) {
		s->at[0] = (uint32_t)(s->hash >> 32);
		s->n = s->words > 0;
	} else { /* runs end with their last words: the first are none */
		s->at += RUN - 1;
		s->n = s->words - (RUN - 1);
	}
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
