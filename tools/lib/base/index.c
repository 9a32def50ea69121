/* index.c - numbers found by hash, on many small shelves: when one grows, the others need not.
 */
#include "index.h"

#include <stdlib.h>

#include "memory.h"

enum { SHELF_BITS = 10, FIRST_SLOTS = 8 };

struct slot {
	uint32_t hash, number; /* 0: free */
};

/* Open addressing. */
struct index_shelf {
	struct slot *slots;
	uint32_t n, cap;
};

static size_t
home(const struct index_shelf *s, uint32_t hash)
{
	return (uint64_t)hash * s->cap >> 32;
}

static void
put(struct index_shelf *s, struct slot new)
{
	size_t i = home(s, new.hash);

	while (s->slots[i].number)
		i = i + 1 < s->cap ? i + 1 : 0;
	s->slots[i] = new;
}

/* By a quarter, so that little stays free. */
static void
grow(struct index_shelf *s)
{
	struct slot *old = s->slots;
	uint32_t n_old = s->cap;

	s->cap += s->cap / 4 + FIRST_SLOTS;
	s->slots = x_calloc(s->cap, sizeof(*s->slots));
	for (uint32_t i = 0; i < n_old; i++)
		if (old[i].number)
			put(s, old[i]);
	free(old);
}

void
index_add(struct index *x, uint64_t hash, uint32_t number)
{
	struct index_shelf *s;

	if (!x->shelves)
		x->shelves = x_calloc(1 << SHELF_BITS, sizeof(*x->shelves));
	s = &x->shelves[hash >> (64 - SHELF_BITS)];
	if (s->n >= s->cap / 8 * 7)
		grow(s);
	put(s, (struct slot){ (uint32_t)hash, number });
	s->n++;
}

uint32_t
index_next(const struct index *x, uint64_t hash, size_t *at)
{
	const struct index_shelf *s = x->shelves + (hash >> (64 - SHELF_BITS));

	if (!x->shelves || !s->cap)
		return 0;
	for (;;) {
		size_t i = (home(s, (uint32_t)hash) + (*at)++) % s->cap;

		if (!s->slots[i].number || s->slots[i].hash == (uint32_t)hash)
			return s->slots[i].number;
	}
}

void
index_free(struct index *x)
{
	for (size_t i = 0; x->shelves && i < 1 << SHELF_BITS; i++)
		free(x->shelves[i].slots);
	free(x->shelves);
	x->shelves = NULL;
}
