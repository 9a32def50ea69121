/* lookalikes.c - paths that differ from another only in how they are written. */
#include "lookalikes.h"

#include <stdlib.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "../base/arena.h"
#include "../base/hash.h"
#include "../base/memory.h"
#include "../base/url_percent.h"
#include "../base/utf8.h"
#include "../html/hash.h"

enum {
	LONGEST = 4096, /* bytes of a path that is folded; longer ones look like themselves */
	FEW = 256,      /* of one that is folded on the stack */
};

struct lookalike {
	uint64_t hash;
	uint32_t number; /* plus one; 0: free */
};

/* NFKC, with letter case folded where so wanted (Unicode, section 3.13: NFKC_Casefold). Text
 * that is no UTF-8 stays. */
static struct str
normalised(struct arena *a, struct str s, bool fold_case)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *form =
	    fold_case ? unorm2_getNFKCCasefoldInstance(&error) : unorm2_getNFKCInstance(&error);
	UChar wide[LONGEST], folded[4 * LONGEST];
	int32_t n = 0, out = 0;
	char *text;

	if (utf8_valid_prefix(s) < s.n || s.n > LONGEST)
		return s;
	u_strFromUTF8(wide, LONGEST, &n, s.p, (int32_t)s.n, &error);
	n = unorm2_normalize(form, wide, n, folded, 4 * LONGEST, &error);
	text = arena_alloc(a, (size_t)n * 3 + 1);
	u_strToUTF8(text, n * 3 + 1, &out, folded, n, &error);
	return U_SUCCESS(error) ? (struct str){ text, (size_t)out } : s;
}

static struct str
folded(struct arena *a, struct str path, bool fold_case)
{
	struct str s = url_percent_decode(a, path);
	char *lower;

	if (!str_is_ascii(s))
		return normalised(a, s, fold_case);
	if (!fold_case)
		return s;
	lower = arena_alloc(a, s.n + 1);
	for (size_t i = 0; i < s.n; i++)
		lower[i] = to_lower(s.p[i]);
	return (struct str){ lower, s.n };
}

/* Fold a path of few bytes that is ASCII and has nothing to decode, eight bytes at a time;
 * false where it is not such. */
static bool
fold_plain(struct str path, char lower[FEW + 8])
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t high = 0;

	if (path.n > FEW || str_find_char(path, '%', 0) < path.n)
		return false;
	memset(lower + path.n, 0, 8);
	if (path.n)
		memcpy(lower, path.p, path.n);
	for (size_t i = 0; i < path.n; i += 8) {
		uint64_t word = load_8(lower + i);

		high |= word & 0x80 * ones;
		word = htole64(word_lower(word));
		memcpy(lower + i, &word, sizeof(word));
	}
	return !high;
}

/* A path folded, in lower or the arena. */
static struct str
fold(struct arena *a, struct str path, char lower[FEW + 8])
{
	return fold_plain(path, lower) ? (struct str){ lower, path.n } : folded(a, path, true);
}

static uint64_t
hash(const struct lookalikes *l, struct str fold)
{
	return hash_mix(hash_str(l->seed, fold), l->seed);
}

/* The sum of the letters of a folded path's last segment, and of what stands for the rest. */
static uint64_t
sum_of(const struct lookalikes *l, struct str fold)
{
	size_t i = fold.n;
	uint64_t sum = 0;

	for (; i > 0 && fold.p[i - 1] != '/'; i--)
		sum += l->weights[(unsigned char)fold.p[i - 1]];
	return sum + hash(l, str_part(fold, 0, i));
}

void
lookalikes_init(struct lookalikes *l, size_t n)
{
	*l = (struct lookalikes){ .n_slots = 16, .seed = hash_seed() };
	while (l->n_slots * 3 < n * 4)
		l->n_slots *= 2;
	l->slots = x_calloc(l->n_slots, sizeof(*l->slots));
	l->sums = x_calloc(l->n_slots, sizeof(*l->sums));
	for (int c = 1; c < 256; c++)
		l->weights[c] = hash_mix(l->seed, (unsigned char)to_lower((char)c));
}

void
lookalikes_free(struct lookalikes *l)
{
	free(l->slots);
	free(l->sums);
	*l = (struct lookalikes){ 0 };
}

static struct lookalike *
find_slot(const struct lookalikes *l, uint64_t h)
{
	for (size_t i = h;; i++) {
		struct lookalike *slot = &l->slots[i & (l->n_slots - 1)];

		if (!slot->number || slot->hash == h)
			return slot;
	}
}

void
lookalikes_add(struct lookalikes *l, struct str path, uint32_t number)
{
	struct arena a = { 0 };
	char lower[FEW + 8];
	struct str plain = fold(&a, path, lower);
	uint64_t h = hash(l, plain), sum = sum_of(l, plain);
	struct lookalike *slot = find_slot(l, h);

	if (!slot->number)
		*slot = (struct lookalike){ h, number + 1 };
	l->sums[(sum >> 6) & (l->n_slots - 1)] |= UINT64_C(1) << (sum & 63);
	arena_free(&a);
}

uint32_t
lookalikes_find(const struct lookalikes *l, struct str path)
{
	struct arena a = { 0 };
	char lower[FEW + 8];
	uint32_t number = find_slot(l, hash(l, fold(&a, path, lower)))->number;

	arena_free(&a);
	return number - 1;
}

bool
lookalikes_sum(const struct lookalikes *l, struct str path, uint64_t *sum)
{
	char lower[FEW + 8];

	if (!fold_plain(path, lower))
		return false;
	*sum = sum_of(l, (struct str){ lower, path.n });
	return true;
}

bool
lookalikes_may_be(const struct lookalikes *l, uint64_t sum, char less, char more)
{
	sum += l->weights[(unsigned char)more] - l->weights[(unsigned char)less];
	return l->sums[(sum >> 6) & (l->n_slots - 1)] >> (sum & 63) & 1;
}

bool
differs_in_case(struct str path, struct str other)
{
	struct arena a = { 0 };
	bool differs = !str_eq(folded(&a, path, false), folded(&a, other, false));

	arena_free(&a);
	return differs;
}
