/* seen.c - which hashes were seen before. */
#include "seen.h"

#include "hash.h"

enum { FIRST_SLOTS = 64 };

/* The slot that holds a hash, or the free one where it belongs. */
static uint64_t *
find_slot(const struct seen *s, uint64_t hash)
{
	for (size_t i = hash_first_slot(hash, s->n_slots);; i++) {
		uint64_t *slot = &s->slots[i & (s->n_slots - 1)];

		if (!*slot || *slot == hash)
			return slot;
	}
}

static void
grow_to(struct arena *a, struct seen *s, size_t n_slots)
{
	struct seen old = *s;

	s->n_slots = n_slots;
	s->slots = arena_zalloc(a, s->n_slots * sizeof(*s->slots));
	for (size_t i = 0; i < old.n_slots; i++)
		if (old.slots[i])
			*find_slot(s, old.slots[i]) = old.slots[i];
}

void
seen_expect(struct arena *a, struct seen *s, size_t n)
{
	size_t n_slots = FIRST_SLOTS;

	while (n_slots < 2 * n + 2)
		n_slots *= 2;
	if (n_slots > s->n_slots)
		grow_to(a, s, n_slots);
}

bool
seen_add(struct arena *a, struct seen *s, uint64_t hash)
{
	uint64_t *slot;

	hash += !hash; /* 0 marks what is free */
	if (2 * s->n >= s->n_slots)
		grow_to(a, s, s->n_slots ? 2 * s->n_slots : FIRST_SLOTS);
	slot = find_slot(s, hash);
	if (*slot)
		return false;
	*slot = hash;
	s->n++;
	return true;
}

bool
seen_has(const struct seen *s, uint64_t hash)
{
	return s->n && *find_slot(s, hash + !hash);
}
