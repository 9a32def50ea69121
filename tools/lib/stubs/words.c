/* words.c - the words of a text, 63 bytes at a time. */
#include "words.h"

#include "../base/casefold.h"
#include "../base/letters.h"
#include "../base/scan_16.h"
#include "../base/utf8.h"

/* Bytes of a text that are looked at together, so that a bit is left for the end of the last;
 * those that are read with them. */
enum { BLOCK = 63, READ = 80 };

_Static_assert((int)WORDS_SPARE == (int)READ, "with these, blocks are read where they stand");
_Static_assert((int)WORDS_LONGEST == (int)BLOCK, "longer ones are read in pieces");

/* What the letters of Western Europe begin with, and what may follow it, letter case aside, for
 * a sign. */
enum { WESTERN = (char)0xC3, SIGNS = (char)0xB7 };

const uint64_t word_masks[25] = { [9] = 0xFF,
	0xFFFF,
	0xFFFFFF,
	0xFFFFFFFF,
	0xFFFFFFFFFF,
	0xFFFFFFFFFFFF,
	0xFFFFFFFFFFFFFF,
	[16 ... 24] = UINT64_MAX };

/* A block of text. Of the masks each byte has a bit. */
struct block {
	const char *bytes; /* where they stand; or a copy, its letters without case */
	unsigned n;        /* how many are looked at */
	uint64_t letters;  /* what words are made of */
	uint64_t borders;  /* where a character that is a word begins or ends */
};

#ifdef __SSE2__
/* Find the letters and digits of ASCII among 64 bytes; returns what is not ASCII. */
static inline uint64_t
find_ascii(const char *p, uint64_t *letters)
{
	uint64_t others = 0;

	*letters = 0;
	for (unsigned i = 0; i < 64; i += 16) {
		__m128i bytes = _mm_loadu_si128((const void *)(p + i));
		__m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));

		*letters |= (uint64_t)bits_16(_mm_or_si128(
				among_16(small, 'a', 26), among_16(bytes, '0', 10)))
		            << i;
		others |= (uint64_t)bits_16(bytes) << i;
	}
	return others;
}

/* Copy a block, ASCII in small letters: with the bit that those have, and digits too. */
static inline void
copy_small(char to[static READ], const char *p)
{
	for (unsigned i = 0; i < READ; i += 16) {
		__m128i bytes = _mm_loadu_si128((const void *)(p + i));
		__m128i ascii = _mm_cmpgt_epi8(bytes, _mm_set1_epi8(-1));
		__m128i bit = _mm_and_si128(ascii, _mm_set1_epi8(0x20));

		_mm_storeu_si128((void *)(to + i), _mm_or_si128(bytes, bit));
	}
}
#else
static inline uint64_t
find_ascii(const char *p, uint64_t *letters)
{
	uint64_t others = 0;

	*letters = 0;
	for (unsigned i = 0; i < 64; i++) {
		unsigned char c = (unsigned char)p[i];
		bool letter = (c | 0x20u) - 'a' < 26 || c - (unsigned)'0' < 10;

		*letters |= (uint64_t)letter << i;
		others |= (uint64_t)(c >= 0x80) << i;
	}
	return others;
}

static inline void
copy_small(char to[static READ], const char *p)
{
	for (unsigned i = 0; i < READ; i++)
		to[i] = (char)(p[i] & 0x80 ? p[i] : p[i] | 0x20);
}
#endif

/* What a character beyond ASCII is to words. */
enum nature { NO_LETTER, LETTER, ALONE };

/* A letter of two bytes, or a sign. Those of Western Europe, U+00C0 to U+00FF, differ in case
 * as ASCII does; two signs of arithmetic are among them. */
static inline enum nature
read_pair(char *p)
{
	uint16_t pair, both;

	if (p[0] == WESTERN) {
		p[0] |= 0x20;
		p[1] |= 0x20;
		return p[1] == SIGNS ? NO_LETTER : LETTER;
	}
	memcpy(&pair, p, 2);
	both = htole16(fold_pairs[((p[0] & 0x1F) << 6 | (p[1] & 0x3F)) - (int)FOLD_PAIRS]);
	if (both && both != pair) /* what is not written is read again sooner */
		memcpy(p, &both, 2);
	return both ? LETTER : NO_LETTER;
}

/* True for characters of scripts that do not part words: each is one. */
static inline bool
stands_alone(uint32_t cp)
{
	return is_unparted_letter(cp) || is_ideograph(cp);
}

/* A letter of three bytes, or a sign: its case is folded in place, where that takes as many.
 * The most frequent ones are known: ideographs, kana and Hangul. */
static enum nature
read_three(char *p, uint32_t cp)
{
	char both[4];

	if (cp - 0x4E00 < 0x51A0 || cp - 0x3041 < 0x56 || cp - 0x30A1 < 0x5A)
		return ALONE;
	if (cp - 0xAC00 < 0x2BA4)
		return LETTER;
	if (!is_word_character(cp))
		return NO_LETTER;
	if (stands_alone(cp))
		return ALONE;
	if (utf8_write(both, casefold(cp)) == 3)
		memcpy(p, both, 3);
	return LETTER;
}

/* A character of four bytes, or what is none. */
static enum nature
read_rest(const char *p, unsigned *n)
{
	uint32_t cp;

	*n = (unsigned)utf8_read(p, p + 4, &cp);
	if (!is_word_character(cp))
		return NO_LETTER;
	return stands_alone(cp) ? ALONE : LETTER;
}

/* Read the character at p, which is none of two bytes; *n is made its bytes. */
static enum nature
read_longer(char *p, unsigned *n)
{
	unsigned char lead = (unsigned char)p[0];
	uint32_t cp = (lead & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);

	*n = 3;
	if (lead >= 0xE0 && lead < 0xF0 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80 &&
	    cp >= 0x800)
		return read_three(p, cp);
	return read_rest(p, n);
}

/* True where a character of two bytes stands. */
static inline bool
is_pair(const char *p)
{
	return (unsigned char)p[0] - 0xC2u < 0x1E && (p[1] & 0xC0) == 0x80;
}

/* Read the characters of a block that are not ASCII, up to one that the block's end cuts. */
static inline void
read_others(struct block *b, char *bytes, uint64_t others)
{
	while (others) {
		unsigned at = (unsigned)__builtin_ctzll(others), n = 2;
		bool pair = is_pair(bytes + at);
		enum nature nature = pair ? read_pair(bytes + at) : read_longer(bytes + at, &n);
		uint64_t bits = (pair ? 3 : ((uint64_t)1 << n) - 1) << at;

		if (at + n > b->n) {
			b->n = b->n == BLOCK ? at : b->n;
			break;
		}
		others &= ~bits;
		b->letters |= nature == NO_LETTER ? 0 : bits;
		if (nature == ALONE)
			b->borders |= (uint64_t)1 << at | (uint64_t)1 << (at + n);
	}
}

/* Look at the block that begins where the reader is. */
static inline struct block
look(struct word_reader *r)
{
	size_t left = (size_t)(r->end - r->p);
	struct block b = { .bytes = r->p, .n = left < BLOCK ? (unsigned)left : BLOCK };
	uint64_t others;

	if (r->limit - r->p < READ) {
		memset(r->last, 0, READ);
		b.bytes = memcpy(r->last, r->p, left < READ ? left : READ);
	}
	others = find_ascii(b.bytes, &b.letters) & (((uint64_t)1 << b.n) - 1);
	if (others) {
		copy_small(r->small, b.bytes);
		b.bytes = r->small;
		read_others(&b, r->small, others);
	}
	b.letters &= ((uint64_t)1 << b.n) - 1;
	return b;
}

/* Where the words of a block begin. The last, which may go on, is left to the next block,
 * unless it is all of this one. */
static inline uint64_t
find_starts(struct block *b, bool is_last)
{
	uint64_t starts = b->letters & (~(b->letters << 1) | b->borders);
	unsigned last;

	if (is_last || !b->n || !(b->letters >> (b->n - 1)) || b->borders >> b->n & 1)
		return starts;
	last = 63 - (unsigned)__builtin_clzll(starts);
	if (!last)
		return starts;
	b->n = last;
	b->letters &= ((uint64_t)1 << last) - 1;
	return starts & b->letters;
}

uint64_t
hash_long_word(const char *p, unsigned n, uint64_t set)
{
	uint64_t hash = 0;

	for (; n > 8; n -= 8, p += 8)
		hash = hash_mix(hash, word_bytes(p, set));
	return hash_mix(hash, word_bytes(p, set) & word_masks[8 + n]);
}

bool
next_words(struct word_reader *r, struct words *w)
{
	w->starts = 0;
	while (!w->starts && r->p < r->end) {
		struct block b = look(r);

		w->at = r->p;
		w->bytes = b.bytes;
		w->starts = find_starts(&b, r->p + b.n == r->end);
		w->ends = b.letters << 1 & (~b.letters | b.borders);
		w->set = b.bytes == r->small ? 0 : 0x2020202020202020;
		r->p += b.n;
	}
	return w->starts != 0;
}

uint64_t
words_hash(struct str text)
{
	const char *end = text.p + text.n;
	struct word_reader r = { .p = text.p, .end = end, .limit = end };
	struct words words;
	uint64_t hash = 0;

	while (next_words(&r, &words))
		while (words.starts)
			hash = add_word(hash, take_word(&words));
	return hash;
}
