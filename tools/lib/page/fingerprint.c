/* fingerprint.c - what a text is known by. */
#include "fingerprint.h"

#include "../base/hash.h"
#include "../html/hash.h"

/* A text that is being read, as it counts. */
struct reader {
	uint64_t h;         /* of whole words so far */
	uint64_t word;      /* the last 8 bytes, the latest in the lowest */
	uint64_t n;         /* bytes */
	unsigned char last; /* of these */
};

/* A byte of ASCII below the small letters, as it counts. */
static unsigned char
folded(unsigned char c)
{
	if (is_space((char)c))
		return ' ';
	return is_digit((char)c) ? '0' : (unsigned char)to_lower((char)c);
}

static inline void
read_byte(struct reader *r, unsigned char c)
{
	if (c < 'a') {
		c = folded(c);
		if (c == r->last && (c == ' ' || c == '0'))
			return;
	}
	r->last = c;
	r->word = r->word << 8 | c;
	if (++r->n % sizeof(r->word) == 0)
		r->h = hash_mix(r->h, r->word);
}

/* The highest bit of each byte that is ASCII and at least c. */
static inline uint64_t
at_least(uint64_t word, char c)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);

	return ((word & 0x7F * ones) + (uint64_t)(0x80 - c) * ones) & ~word & 0x80 * ones;
}

/* Do 8 bytes count as they are but for letter case: is there no digit among them, and no white
 * space but single spaces? The first is in the highest byte. */
static inline bool
is_plain(uint64_t word, unsigned char last)
{
	uint64_t from_space = at_least(word, ' ');
	uint64_t control = at_least(word, 0) & ~from_space;
	uint64_t space = from_space & ~at_least(word, ' ' + 1);
	uint64_t digit = at_least(word, '0') & ~at_least(word, '9' + 1);

	return !(control | digit | (space & space << 8) | (last == ' ' ? space >> 63 : 0));
}

/* Read 8 bytes that are plain. False: they are not. */
static inline bool
read_word(struct reader *r, uint64_t word)
{
	unsigned begun = r->n % sizeof(word) * 8; /* bits of the next whole word */

	if (!is_plain(word, r->last))
		return false;
	word = word_lower(word);
	r->h = hash_mix(r->h, begun ? r->word << (64 - begun) | word >> begun : word);
	r->word = word;
	r->last = (unsigned char)word;
	r->n += sizeof(word);
	return true;
}

uint64_t
text_fingerprint(struct str text)
{
	return text_fingerprint_within(text, text.n);
}

uint64_t
text_fingerprint_within(struct str text, size_t most)
{
	const char *p = text.p, *end = text.p + text.n;
	struct reader r = { .last = ' ' };

	while (p < end && r.n <= most)
		if (end - p >= 8 && read_word(&r, htobe64(load_8(p))))
			p += 8;
		else
			read_byte(&r, (unsigned char)*p++);
	if (r.n > most)
		return 0;
	r.h = hash_mix(hash_mix(r.h, r.word), r.n);
	return r.h ? r.h : 1;
}
