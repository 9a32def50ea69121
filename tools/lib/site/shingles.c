/* shingles.c - a body as the set of its runs of three words. */
#include "shingles.h"

#include <endian.h>
#include <unicode/uchar.h>

#include "../base/casefold.h"
#include "../base/utf8.h"
#include "../html/scan.h"

enum { RUN = 3 };

/* Bytes of a text that are looked at together. */
enum { WINDOW = 16 };

/* Reads the words of a text. */
struct word_reader {
	const char *p, *end;      /* p: where the window begins */
	unsigned letters, others; /* in it, a bit for each byte that is not read yet: letters
	                           * and digits of ASCII; bytes of characters beyond it */
	char lower[2 * WINDOW];   /* the window in lower case, which digits have too */
};

static inline uint32_t
ascii_letter(unsigned char c)
{
	uint32_t lower = c | 0x20;

	return lower - 'a' < 26 || (uint32_t)c - '0' < 10 ? lower : 0;
}

/* What any code point is. */
static uint32_t
letter(uint32_t cp)
{
	if (cp < 0x80)
		return ascii_letter((unsigned char)cp);
	if (is_sign(cp))
		return 0;
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

#ifdef __SSE2__
/* 0xFF in each byte from first on, of which there are n. */
static inline __m128i
among_16(__m128i bytes, char first, char n)
{
	__m128i from = _mm_sub_epi8(bytes, _mm_set1_epi8(first));

	return _mm_cmpeq_epi8(_mm_min_epu8(from, _mm_set1_epi8((char)(n - 1))), from);
}

/* Move the window to p. */
static inline void
look(struct word_reader *r, const char *p)
{
	size_t n = (size_t)(r->end - p);
	__m128i bytes, lower;

	r->p = p;
	r->letters = r->others = 0;
	if (!n)
		return;
	bytes = n >= WINDOW ? _mm_loadu_si128((const void *)p) : load_16(p, n, 0);
	lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
	_mm_storeu_si128((void *)r->lower, lower);
	r->letters = bits_16(_mm_or_si128(among_16(lower, 'a', 26), among_16(bytes, '0', 10)));
	r->others = bits_16(bytes);
}
#else
static inline void
look(struct word_reader *r, const char *p)
{
	r->p = p;
	r->letters = r->others = 0;
	for (unsigned i = 0; i < WINDOW && p + i < r->end; i++) {
		unsigned char c = (unsigned char)p[i];

		r->lower[i] = (char)(c | 0x20);
		r->letters |= (unsigned)(ascii_letter(c) != 0) << i;
		r->others |= (unsigned)(c >= 0x80) << i;
	}
}
#endif

static inline struct word_reader
read_words(struct str text)
{
	struct word_reader r = { .end = text.p + text.n };

	look(&r, text.p);
	return r;
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

/* Take a character, if one is there that the word may have; returns its end, or p. */
static const char *
add_character(struct word *w, const char *p, const char *end, bool first, bool *alone)
{
	uint32_t cp, c;
	size_t n = utf8_read(p, end, &cp), of;
	char bytes[4];

	c = letter(cp);
	*alone = stands_alone(c);
	if (!c || (*alone && !first))
		return p;
	of = utf8_write(bytes, c);
	for (size_t i = 0; i < of; i++)
		add_byte(w, (unsigned char)bytes[i]);
	return p + n;
}

/* Read a word that begins at p, whatever its characters; or one character where none begins. */
static bool
read_word(struct word_reader *r, const char *p, uint64_t *hash)
{
	const char *from = p, *next;
	struct word w = { 0 };
	bool alone = false;

	while (p < r->end && !alone) {
		unsigned char c = (unsigned char)*p;

		if (c < 0x80 && ascii_letter(c)) {
			add_byte(&w, (unsigned char)ascii_letter(c));
			p++;
			continue;
		}
		next = c < 0x80 ? p : add_character(&w, p, r->end, p == from, &alone);
		if (next == p)
			break;
		p = next;
	}
	*hash = w.waiting ? hash_mix(w.hash, w.letters) : w.hash;
	if (p > from) {
		look(r, p);
		return true;
	}
	look(r, p + utf8_read(p, r->end, &(uint32_t){ 0 }));
	return false;
}

/* Up to eight bytes of the window in lower case, the first the lowest. */
static inline uint64_t
lower_at(const struct word_reader *r, unsigned from, unsigned n)
{
	uint64_t bytes;

	memcpy(&bytes, r->lower + from, 8);
	bytes = le64toh(bytes);
	return n < 8 ? bytes & (((uint64_t)1 << 8 * n) - 1) : bytes;
}

/* The hash of the next word; false at the end. */
static inline bool
next_word(struct word_reader *r, uint64_t *hash)
{
	for (;;) {
		unsigned any = r->letters | r->others, from, to;

		if (!any) {
			if (r->end - r->p <= WINDOW)
				return false;
			look(r, r->p + WINDOW);
			continue;
		}
		from = (unsigned)__builtin_ctz(any);
		to = from + (unsigned)__builtin_ctz(~(r->letters >> from));
		if (to == WINDOW ? r->end - r->p > WINDOW : r->others >> to & 1) {
			bool found = false;

			if (to < WINDOW || !from) /* else all of it may be in the next window */
				found = read_word(r, r->p + from, hash);
			else
				look(r, r->p + from);
			if (found)
				return true;
			continue;
		}
		*hash = hash_mix(0, lower_at(r, from, to - from));
		if (to - from > 8)
			*hash = hash_mix(*hash, lower_at(r, from + 8, to - from - 8));
		r->letters = r->letters >> to << to;
		r->others = r->others >> to << to;
		return true;
	}
}

uint64_t
words_hash(struct str text)
{
	struct word_reader r = read_words(text);
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

/* Hashes of words are mixed already: turned by as much as they are apart, they are no sum of
 * others in another order. */
static inline uint32_t
hash_run(const uint64_t run[static RUN])
{
	uint64_t before = (run[0] << 42 | run[0] >> 22) + (run[1] << 21 | run[1] >> 43);

	return (uint32_t)(hash_mix(before, run[2]) >> 32);
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
		struct word_reader r = read_words(text);
		uint64_t passage = 0;

		while (next_word(&r, &word)) {
			run[0] = run[1];
			run[1] = run[2];
			run[2] = word;
			s->hash = hash_mix(s->hash, word);
			passage = hash_mix(passage, word + 1);
			if (++s->words >= RUN)
				s->at[s->n++] = hash_run(run);
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
