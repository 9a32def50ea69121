/* copies.c - what a body says twice: for screens of another size, or in slides that come round
 * again. */
#include "../base/seen.h"
#include "verdict.h"

enum { LEAST_WORDS = 12 }; /* of a run of copies: fewer may come twice by chance */

/* Where an element stands. */
struct way {
	uint64_t hash; /* of the names and classes from the root on */
	bool is_whole; /* in a structure whose lines may be alike, or a quotation */
};

/* The first unit of each text. */
struct said {
	uint64_t hash;
	uint32_t unit;
};

struct copies {
	struct verdicts *verdicts;
	const struct way *ways;
	struct said *said;
	size_t mask;
	struct seen places; /* texts with the ways of their units */
	struct arena *arena;
};

static const struct way *
ways_of(struct arena *a, const struct blocks *b)
{
	static const uint16_t tags[] = { TAG_PRE, TAG_TABLE, TAG_BLOCKQUOTE };
	struct way *ways = arena_alloc(a, b->n * sizeof(*ways));

	for (uint32_t i = 0; i < b->n; i++) {
		const struct way *up = &ways[b->at[i].parent];

		ways[i].hash =
		    (i ? up->hash : 0) * UINT64_C(0x9E3779B97F4A7C15) + look_of(b->at[i].node);
		ways[i].is_whole = i && up->is_whole;
		for (size_t k = 0; k < sizeof(tags) / sizeof(tags[0]); k++)
			ways[i].is_whole |= block_is(&b->at[i], tags[k]);
	}
	return ways;
}

static struct said *
find_said(const struct copies *c, uint64_t hash)
{
	size_t i = (hash ^ hash >> 29) & c->mask;

	hash |= 1;
	while (c->said[i].hash && c->said[i].hash != hash)
		i = (i + 1) & c->mask;
	return &c->said[i];
}

/* The unit that said the same before at another place, or the unit itself. What is alike at
 * places alike is a list, where entries may say the same. */
static uint32_t
first_of(struct copies *c, uint32_t unit)
{
	const struct unit *u = &c->verdicts->table.units->at[unit];
	const struct way *way = &c->ways[u->block];
	struct said *said = find_said(c, u->shape.hash);
	bool is_new = seen_add(c->arena, &c->places, way->hash ^ u->shape.hash);

	if (!said->hash)
		*said = (struct said){ u->shape.hash | 1, unit };
	return is_new && !way->is_whole ? said->unit : unit;
}

/* Leave out the units from one to another whose copies were found. */
static void
drop_run(const struct copies *c, uint32_t from, uint32_t to)
{
	const struct verdicts *v = c->verdicts;
	uint32_t words = 0;

	for (uint32_t i = from; i < to; i++)
		if (v->copied[i] != i)
			words += shape_words(&v->table.units->at[i].shape);
	for (uint32_t i = from; i < to; i++)
		if (v->copied[i] != i && words >= LEAST_WORDS)
			v->body[i] = false;
		else
			v->copied[i] = i;
}

void
drop_copies(struct arena *a, const struct blocks *b, struct verdicts *v)
{
	struct copies c = { .verdicts = v, .arena = a };
	uint32_t n = v->table.n, from = 0;

	for (c.mask = 16; c.mask < 2 * (size_t)n;)
		c.mask *= 2;
	c.said = arena_zalloc(a, c.mask * sizeof(*c.said));
	c.mask--;
	c.ways = ways_of(a, b);
	v->copied = arena_alloc(a, n * sizeof(*v->copied));
	for (uint32_t i = 0; i < n; i++) {
		v->copied[i] = v->body[i] ? first_of(&c, i) : i;
		if (v->body[i] && v->copied[i] == i) {
			drop_run(&c, from, i);
			from = i + 1;
		}
	}
	drop_run(&c, from, n);
}
