/* words.c - the words of a text, 63 bytes at a time. */
#include "words.h"

#include <endian.h>
#include <string.h>

#include "../base/casefold.h"
#include "../base/letters.h"
#include "../base/utf8.h"
#include "../html/scan.h"

/* Bytes of a text that are looked at together, so that a bit is left for the end of the last;
 * those that are read with them. */
enum { BLOCK = 63, READ = BLOCK + 9 };

_Static_assert((int)WORDS_SPARE == (int)READ, "with these, blocks are read where they stand");
_Static_assert((int)WORDS_AT_ONCE > BLOCK / 2, "so many words may begin in a block");

/* What leads the letters of Western Europe, and what may follow it, letter case aside, for
 * signs of arithmetic; and what dashes, dots and quotation marks begin with. */
enum { WESTERN = (char)0xC3, SIGNS = (char)0xB7, MARKS = (char)0xE2, OF_MARKS = (char)0x80 };

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
	return cp >= 0x0E00 && (is_unparted_letter(cp) || is_ideograph(cp));
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
plain_words(const struct block *b, const char *p, struct read_word words[static WORDS_AT_ONCE])
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
    const char *p, const char *end, unsigned *n, struct read_word words[static WORDS_AT_ONCE])
{
	unsigned found = 0;

	do {
		const char *at = p + *n;
		uint64_t hash;

		*n = (unsigned)(read_word(at, end, &hash) - p);
		words[found] = (struct read_word){ hash, at };
		found += hash != 0;
	} while (*n < BLOCK && found < WORDS_AT_ONCE && p + *n < end && p[*n] & 0x80);
	return found;
}

/* Read the words of any block, of which b->n is made what was read; returns how many. */
static unsigned
mixed_words(struct block *b, const char *p, const char *end,
    struct read_word words[static WORDS_AT_ONCE])
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

unsigned
next_words(struct word_reader *r, struct read_word words[static WORDS_AT_ONCE])
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

uint64_t
words_hash(struct str text)
{
	struct word_reader r = { text.p, text.p + text.n, text.p + text.n };
	struct read_word words[WORDS_AT_ONCE];
	uint64_t hash = 0;
	unsigned n;

	while ((n = next_words(&r, words)))
		for (unsigned i = 0; i < n; i++)
			hash = add_word(hash, words[i].hash);
	return hash;
}
