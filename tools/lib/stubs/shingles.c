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

_Static_assert(
    (int)PROSE_SPARE >= (int)READ, "blocks at the end of prose are read where they stand");

/* What leads the letters of Western Europe, and what may follow it, letter case aside, for
 * signs of arithmetic; and what dashes, dots and quotation marks begin with. */
enum { WESTERN = (char)0xC3, SIGNS = (char)0xB7, MARKS = (char)0xE2, OF_MARKS = (char)0x80 };

/* Reads the words of a text. */
struct word_reader {
	const char *p, *end, *limit; /* limit: of what may be read, not before end */
};

/* A word: its hash, and where it begins. */
struct read_word {
	uint64_t hash;
	const char *at;
};

/* A block of whole words, or of the beginning of one that is longer: a bit for each byte. */
struct block {
	const char *bytes;
	unsigned n;            /* how many; 0: a word is longer */
	uint64_t starts, ends; /* of words */
	uint64_t others;       /* of characters that are neither ASCII nor Western European */
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

/* A bit for each of 64 bytes that is c. */
static inline uint64_t
mark_equal(const char *p, char c)
{
	uint64_t equal = 0;

	for (unsigned i = 0; i < 64; i += 16)
		equal |= (uint64_t)bits_16(equal_16(_mm_loadu_si128((const void *)(p + i)), c))
		         << i;
	return equal;
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

static inline uint64_t
mark_equal(const char *p, char c)
{
	uint64_t equal = 0;

	for (unsigned i = 0; i < 64; i++)
		equal |= (uint64_t)(p[i] == c) << i;
	return equal;
}
#endif

/* Tell from characters beyond ASCII the letters of Western Europe; and what is punctuation,
 * U+2000 to U+203F, which is none. */
static inline void
tell_others(const char *p, uint64_t *letters, uint64_t *others)
{
	uint64_t western, follows, marks;

	mark_western(p, &western, &follows);
	western &= follows >> 1;
	western |= western << 1;
	*letters |= western;
	*others &= ~western;
	if (!*others)
		return;
	marks = mark_equal(p, MARKS) & mark_equal(p, OF_MARKS) >> 1;
	*others &= ~(marks | marks << 1 | marks << 2);
}

/* Look at the block that begins where the reader is; last is room for what ends with the text.
 */
static inline struct block
look(const struct word_reader *r, char last[static READ])
{
	size_t left = (size_t)(r->end - r->p);
	uint64_t bits = ((uint64_t)1 << (left < BLOCK ? left : BLOCK)) - 1;
	struct block b = { r->p, left < BLOCK ? (unsigned)left : BLOCK, 0, 0, 0 };
	uint64_t letters, others, any;

	if (r->limit - r->p < READ) {
		memset(last, 0, READ);
		memcpy(last, r->p, left < READ ? left : READ);
		b.bytes = last;
	}
	mark(b.bytes, &letters, &others);
	others &= bits;
	if (others)
		tell_others(b.bytes, &letters, &others);
	any = (letters | others) & bits;
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

/* Add n bytes, up to four, the first the lowest. */
static inline void
add_bytes(struct word *w, uint64_t bytes, unsigned n)
{
	w->letters |= bytes << w->waiting;
	w->waiting += 8 * n;
	if (w->waiting < 64)
		return;
	w->hash = hash_mix(w->hash, w->letters);
	w->waiting -= 64;
	w->letters = bytes >> (8 * n - w->waiting);
}

/* Add a letter without its case, those of Western Europe as hash_letters() does. */
static inline void
add_letter(struct word *w, uint32_t cp)
{
	char bytes[4] = { 0 };
	uint32_t four;
	size_t n;

	if (cp >= 0x80 && cp < 0x800) {
		four = (cp >> 6 | 0xC0) | (cp & 0x3F) << 8 | 0x8000;
		add_bytes(w, cp - 0xC0 < 0x40 ? four | 0x2020 : four, 2);
		return;
	}
	n = utf8_write(bytes, cp);
	memcpy(&four, bytes, 4);
	add_bytes(w, le32toh(four), (unsigned)n);
}

/* The character at p, where up to two bytes are told from others at once; returns its bytes. */
static inline size_t
read_character(const char *p, const char *end, uint32_t *cp)
{
	unsigned char lead = (unsigned char)p[0];

	if (lead < 0xC2 || lead > 0xDF || end - p < 2 || (p[1] & 0xC0) != 0x80)
		return utf8_read(p, end, cp);
	*cp = (lead & 0x1Fu) << 6 | (p[1] & 0x3Fu);
	return 2;
}

/* Add a character, if one is there that the word may have; returns its end, or p. */
static inline const char *
add_character(struct word *w, const char *p, const char *end, bool first, bool *alone)
{
	uint32_t cp, c;
	size_t n = read_character(p, end, &cp);

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
			add_bytes(&w, ascii_letter(c), 1);
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

/* Read the words of a block without others; returns how many. */
static inline unsigned
plain_words(const struct block *b, const char *p, struct read_word words[static WORDS])
{
	uint64_t starts = b->starts, ends = b->ends;
	unsigned n = 0;

	for (; starts; starts &= starts - 1, ends &= ends - 1) {
		unsigned from = (unsigned)__builtin_ctzll(starts);
		unsigned to = (unsigned)__builtin_ctzll(ends);

		words[n++] =
		    (struct read_word){ hash_letters(b->bytes + from, to - from), p + from };
	}
	return n;
}

/* Read what stands where a block found no end of a word: one, or many in a script that does not
 * part words. Returns how many; *n is made the bytes that were read. */
static unsigned
unparted_words(
    const char *p, const char *end, unsigned *n, struct read_word words[static WORDS])
{
	unsigned found = 0;

	do {
		const char *at = p + *n;
		uint64_t hash;

		*n = (unsigned)(read_word(at, end, &hash) - p);
		words[found] = (struct read_word){ hash, at };
		found += hash != 0;
	} while (*n < BLOCK && found < WORDS && p + *n < end && p[*n] & 0x80);
	return found;
}

/* Read the words of any block, of which b->n is made what was read; returns how many. */
static unsigned
mixed_words(
    struct block *b, const char *p, const char *end, struct read_word words[static WORDS])
{
	unsigned n = 0;

	if (!b->n)
		return unparted_words(p, end, &b->n, words);
	while (b->starts) {
		unsigned from = (unsigned)__builtin_ctzll(b->starts);
		unsigned to = (unsigned)__builtin_ctzll(b->ends);
		uint64_t hash;

		b->starts &= b->starts - 1;
		if (b->others && (unsigned)__builtin_ctzll(b->others) < to) {
			to = (unsigned)(read_word(p + from, end, &hash) - p);
			b->others &= UINT64_MAX << to;
			b->starts |= ~b->ends & (uint64_t)1 << to;
			b->ends &= ~((uint64_t)1 << to);
		} else {
			hash = hash_letters(b->bytes + from, to - from);
			b->ends &= b->ends - 1;
		}
		words[n] = (struct read_word){ hash, p + from };
		n += hash != 0;
	}
	return n;
}

/* The next words; returns how many, 0 at the end. */
static inline unsigned
next_words(struct word_reader *r, struct read_word words[static WORDS])
{
	unsigned n = 0;

	while (!n && r->p < r->end) {
		char last[READ];
		struct block b = look(r, last);

		n = b.others ? mixed_words(&b, r->p, r->end, words)
		             : plain_words(&b, r->p, words);
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
	struct read_word words[WORDS];
	uint64_t hash = 0;
	unsigned n;

	while ((n = next_words(&r, words)))
		for (unsigned i = 0; i < n; i++)
			hash = add_word(hash, words[i].hash);
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

/* Take in the words of all passages. */
static void
read_words(const struct prose *prose, struct shingles *s)
{
	const char *end = prose->text.p + prose->text.n;
	struct word_reader r = { prose->text.p, end, end + PROSE_SPARE };
	const struct passage *now = prose->passages;
	uint64_t run[RUN] = { 0 }, *hash = s->passages, passage = 0;
	const char *border = now->text.p + now->text.n; /* where the passage ends */
	struct read_word words[WORDS];
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
