/* literals.c - many literals looked for at once.
 *
 * Each is looked for by three or four of its bytes, the rarest it has together, and compared
 * where those stand. Where all are long, not every place of a text is looked at (after Wu and
 * Manber, 1994). */
#include "literals.h"

#include <endian.h>
#include <stdlib.h>

#include "bits.h"
#include "memory.h"

enum {
	SHORT_KEY = 3, /* bytes by which a literal is looked for */
	LONG_KEY = 4,
	SHORT_KEY_BITS = 16, /* of their hashes */
	LONG_KEY_BITS = 18,
	BUCKET_BITS = 12,
	COARSE_BITS = 13,
	MOST_STEP = 4
};

_Static_assert((int)LITERAL_BUCKETS == 1 << BUCKET_BITS, "a key's highest bits are its bucket");
_Static_assert((int)LITERAL_COARSE == 1 << COARSE_BITS, "and one more its coarse hash");

static void
index_free(struct literal_index *x)
{
	free((void *)x->first);
	free((void *)x->keys);
}

void
literals_free(struct literals *l)
{
	free((void *)l->begins);
	free((void *)l->coarse);
	free((void *)l->lone);
	index_free(&l->index);
	index_free(&l->shorts);
}

/* The hash of a key, or of fewer bytes, at p, where four may be read. */
static inline uint32_t
slot_of(const char *p, unsigned key, unsigned bits)
{
	uint32_t four;

	memcpy(&four, p, sizeof(four));
	return (le32toh(four) << (8 * (LONG_KEY - key))) * 0x9E3779B1u >> (32 - bits);
}

/* Eight bytes, the first the lowest. */
static inline uint64_t
eight_at(const char *p)
{
	uint64_t eight;

	memcpy(&eight, p, 8);
	return le64toh(eight);
}

/* How frequent each byte is: 0 where it is rare in all languages. */
static const unsigned char frequency[256] = { ['z'] = 1,
	['q'] = 2,
	['j'] = 3,
	['x'] = 4,
	['k'] = 5,
	['w'] = 6,
	['y'] = 7,
	['b'] = 8,
	['v'] = 9,
	['g'] = 10,
	['p'] = 11,
	['f'] = 12,
	['m'] = 13,
	['c'] = 14,
	['h'] = 15,
	['u'] = 16,
	['d'] = 17,
	['l'] = 18,
	['r'] = 19,
	['s'] = 20,
	['o'] = 21,
	['t'] = 22,
	['a'] = 23,
	['n'] = 24,
	['i'] = 25,
	['e'] = 26,
	[' '] = 27,
	[0xC0 ... 0xFF] = 28 /* begin characters of alphabets */ };

uint32_t
literals_rarest(struct str text, size_t width)
{
	unsigned sum = 0, least;
	uint32_t best = 0;

	for (size_t i = 0; i < width; i++)
		sum += frequency[(unsigned char)text.p[i]];
	least = sum;
	for (size_t i = width; i < text.n; i++) {
		sum += frequency[(unsigned char)text.p[i]];
		sum -= frequency[(unsigned char)text.p[i - width]];
		if (sum < least) {
			least = sum;
			best = (uint32_t)(i - width + 1);
		}
	}
	return best;
}

/* The keys of literals on their way to buckets. */
struct keys {
	struct literal_key *at;
	uint32_t *buckets;
	size_t n;
};

static struct keys
keys_new(size_t most)
{
	return (struct keys){ x_malloc(most * sizeof(struct literal_key)),
		x_malloc(most * sizeof(uint32_t)), 0 };
}

static void
keys_free(struct keys *keys)
{
	free(keys->at);
	free(keys->buckets);
}

/* Put keys in the order of their buckets; frees them. */
static struct literal_index
index_of(struct keys *keys)
{
	uint32_t *first = x_calloc(LITERAL_BUCKETS + 2, sizeof(*first));
	struct literal_key *at = x_malloc((keys->n + 1) * sizeof(*at));

	for (size_t i = 0; i < keys->n; i++)
		first[keys->buckets[i] + 2]++;
	for (size_t bucket = 2; bucket < LITERAL_BUCKETS + 2; bucket++)
		first[bucket] += first[bucket - 1];
	for (size_t i = 0; i < keys->n; i++)
		at[first[keys->buckets[i] + 1]++] = keys->at[i];
	keys_free(keys);
	return (struct literal_index){ first, at };
}

static void
add_key(struct keys *keys, uint32_t bucket, struct literal_key key)
{
	keys->buckets[keys->n] = bucket;
	keys->at[keys->n++] = key;
}

/* Literals on their way to be ready, with what they point to. */
struct making {
	struct literals literals;
	uint64_t *begins;
	uint8_t *coarse, *lone;
};

/* Note that a key has this hash. */
static void
note_slot(struct making *m, uint32_t slot)
{
	set_bit(m->begins, slot);
	if (m->coarse)
		m->coarse[slot >> (m->literals.bits - COARSE_BITS)] = 1;
}

/* A literal one byte shorter than a key is one with each that may follow; a single byte is
 * looked for by itself. */
static void
add_short(struct making *m, struct keys *keys, struct literal_key key, struct str text)
{
	const struct literals *l = &m->literals;
	char bytes[LONG_KEY] = { 0 };

	memcpy(bytes, text.p, text.n);
	for (unsigned any = 0; any < 256 && text.n == l->key - 1; any++) {
		bytes[text.n] = (char)any;
		note_slot(m, slot_of(bytes, l->key, l->bits));
	}
	m->lone[(unsigned char)text.p[0]] |= text.n == 1;
	m->literals.any_lone |= text.n == 1;
	add_key(keys, slot_of(bytes, (unsigned)text.n, BUCKET_BITS), key);
}

/* Keys one after the other, which are met wherever the literal stands. */
static void
add_long(struct making *m, struct keys *keys, struct literal_key key, struct str text)
{
	const struct literals *l = &m->literals;
	uint32_t from = literals_rarest(text, l->key + l->step - 1);

	for (uint32_t at = from; at < from + l->step; at++) {
		char bytes[LONG_KEY] = { text.p[at], text.p[at + 1], text.p[at + 2] };
		uint32_t slot;

		if (l->key == LONG_KEY)
			bytes[3] = text.p[at + 3];
		slot = slot_of(bytes, l->key, l->bits);
		note_slot(m, slot);
		key.at = (uint16_t)at;
		add_key(keys, slot >> (l->bits - BUCKET_BITS), key);
	}
}

/* Long keys, which fewer texts have, unless short ones take twice as many steps. */
static void
choose_keys(struct literals *l)
{
	size_t least = SIZE_MAX, step;

	for (uint32_t i = 0; i < l->n; i++)
		least = l->list[i].n < least ? l->list[i].n : least;
	l->key = least < SHORT_KEY || least == LONG_KEY + 1 ? SHORT_KEY : LONG_KEY;
	l->bits = l->key == LONG_KEY ? LONG_KEY_BITS : SHORT_KEY_BITS;
	step = least > l->key ? least - l->key + 1 : 1;
	l->step = step < MOST_STEP ? (unsigned)step : MOST_STEP;
}

/* The text of a literal. */
static struct str
text_of(const struct literals *l, uint32_t literal)
{
	return (struct str){ l->bytes + l->list[literal].at, l->list[literal].n };
}

struct literals
literals_of(const char *bytes, const struct literal *list, uint32_t n)
{
	struct making m = { .literals = { .bytes = bytes, .list = list, .n = n } };
	struct literals *l = &m.literals;
	struct keys keys, shorts;

	choose_keys(l);
	l->begins = m.begins = x_calloc(((size_t)1 << l->bits) / 64, sizeof(*m.begins));
	if (l->key == LONG_KEY && l->step > 1)
		l->coarse = m.coarse = x_calloc(LITERAL_COARSE, sizeof(*m.coarse));
	l->lone = m.lone = x_calloc(256, sizeof(*m.lone));
	keys = keys_new((size_t)n * l->step);
	shorts = keys_new(n);
	for (uint32_t i = 0; i < n; i++) {
		struct str text = text_of(l, i);
		char eight[8] = { 0 };
		struct literal_key key = { .literal = i,
			.n = (uint8_t)(text.n > 8 ? 9 : text.n),
			.at_border = l->list[i].at_border };

		memcpy(eight, text.p, text.n < 8 ? text.n : 8);
		key.head = eight_at(eight);
		if (text.n < l->key)
			add_short(&m, &shorts, key, text);
		else
			add_long(&m, &keys, key, text);
	}
	l->index = index_of(&keys);
	if (shorts.n)
		l->shorts = index_of(&shorts);
	else
		keys_free(&shorts);
	return *l;
}

/* What is looked through, and a bit for each number that a literal votes for. */
struct search {
	const char *p, *end;
	uint64_t *votes;
};

/* Vote for the literals of a bucket with a key at p. */
static inline void
vote(const struct literals *l, const struct literal_index *x, uint32_t bucket, const char *p,
    const struct search *s)
{
	static const uint64_t masks[10] = { 0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF,
		0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, UINT64_MAX, UINT64_MAX };
	const struct literal_key *end = x->keys + x->first[bucket + 1];

	for (const struct literal_key *key = x->keys + x->first[bucket]; key < end; key++) {
		const char *from = p - key->at;
		struct str text;

		if (p - s->p < key->at || s->end - from < key->n ||
		    (eight_at(from) & masks[key->n]) != key->head ||
		    (key->at_border && literal_is_within_word(s->p, from)))
			continue;
		text = text_of(l, key->literal);
		if (key->n <= 8 || ((size_t)(s->end - from) >= text.n &&
				       memcmp(text.p + 8, from + 8, text.n - 8) == 0))
			set_bit(s->votes, l->list[key->literal].number);
	}
}

/* The first place from p on where a key may begin, or a later place before it: up to the last,
 * four are asked at once, for where keys are looked for far apart they are few. */
static inline const char *
skip(const struct literals *l, unsigned key, const char *p, const char *last)
{
	const ptrdiff_t step = l->step;
	const uint8_t *coarse = l->coarse;

	for (; p < last; p += 4 * step)
		if (coarse[slot_of(p, key, COARSE_BITS)] |
		    coarse[slot_of(p + step, key, COARSE_BITS)] |
		    coarse[slot_of(p + 2 * step, key, COARSE_BITS)] |
		    coarse[slot_of(p + 3 * step, key, COARSE_BITS)])
			break;
	return p;
}

/* Look for all literals by keys of so many bytes, far apart or not; false: there are none. What
 * is said of the literals is known when this is compiled. */
__attribute__((always_inline)) static inline bool
find_by(const struct literals *l, unsigned key, unsigned bits, bool any_lone, bool far,
    const struct search *s, size_t words)
{
	const unsigned step = l->step;
	const uint64_t *begins = l->begins;
	const uint8_t *lone = l->lone;
	const char *last = s->end - s->p > 4 * step ? s->end - 4 * step : s->p;
	bool any = false;

	for (const char *p = s->p + step - 1; p < s->end; p += step) {
		uint32_t slot;

		if (far)
			p = skip(l, key, p, last);
		slot = slot_of(p, key, bits);
		if (!has_bit(begins, slot) && !(any_lone && lone[(unsigned char)*p]))
			continue;
		if (!any)
			memset(s->votes, 0, words * sizeof(*s->votes));
		any = true;
		vote(l, &l->index, slot >> (bits - BUCKET_BITS), p, s);
		if (l->shorts.first)
			vote(l, &l->shorts, slot_of(p, key - 1, BUCKET_BITS), p, s);
		if (any_lone)
			vote(l, &l->shorts, slot_of(p, 1, BUCKET_BITS), p, s);
	}
	return any;
}

bool
literals_find(
    const struct literals *l, const char *p, const char *end, uint64_t *votes, size_t words)
{
	const struct search s = { p, end, votes };

	if (l->coarse)
		return find_by(l, LONG_KEY, LONG_KEY_BITS, false, true, &s, words);
	if (l->key == LONG_KEY)
		return find_by(l, LONG_KEY, LONG_KEY_BITS, false, false, &s, words);
	if (!l->any_lone)
		return find_by(l, SHORT_KEY, SHORT_KEY_BITS, false, false, &s, words);
	return find_by(l, SHORT_KEY, SHORT_KEY_BITS, true, false, &s, words);
}
