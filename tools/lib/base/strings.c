/* strings.c - different strings, each kept once. */
#include "strings.h"

#include <stdlib.h>

#include "diagnostics.h"
#include "hash.h"
#include "memory.h"

enum { FIRST_SLOTS = 1024, LENGTH_BITS = 24 };

void
strings_init(struct strings *s)
{
	*s = (struct strings){ .n_slots = FIRST_SLOTS };
	s->slots = x_calloc(FIRST_SLOTS, sizeof(*s->slots));
	s->seed = hash_seed();
}

void
strings_free(struct strings *s)
{
	free(s->rows);
	free(s->slots);
	buffer_free(&s->text);
	*s = (struct strings){ 0 };
}

uint64_t
strings_hash(const struct strings *s, struct str text)
{
	return hash_mix(hash_str(s->seed, text), s->seed);
}

struct str
strings_text(const struct strings *s, uint32_t number)
{
	uint64_t row = s->rows[number];

	return (
	    struct str){ s->text.data + (row >> LENGTH_BITS), row & ((1u << LENGTH_BITS) - 1) };
}

/* The slot that holds the string, or the free one where it belongs. */
static uint32_t *
find_slot(const struct strings *s, struct str text, uint64_t hash)
{
	for (;; hash++) {
		uint32_t *slot = &s->slots[hash & (s->n_slots - 1)];

		if (!*slot || str_eq(strings_text(s, *slot - 1), text))
			return slot;
	}
}

static void
grow_slots(struct strings *s)
{
	free(s->slots);
	s->n_slots *= 2;
	s->slots = x_calloc(s->n_slots, sizeof(*s->slots));
	for (uint32_t i = 0; i < s->n; i++) {
		struct str text = strings_text(s, i);

		*find_slot(s, text, strings_hash(s, text)) = i + 1;
	}
}

uint32_t
strings_find(const struct strings *s, struct str text, uint64_t hash)
{
	return *find_slot(s, text, hash) - 1;
}

uint32_t
strings_add(struct strings *s, struct str text, uint64_t hash)
{
	uint32_t *slot;

	if (text.n >> LENGTH_BITS)
		text.n = (1u << LENGTH_BITS) - 1;
	slot = find_slot(s, text, hash);
	if (*slot)
		return *slot - 1;
	if (s->n + 1 >= STRING_NONE)
		die("more than 4,294,967,294 different strings");
	s->rows = x_grow(s->rows, &s->cap, s->n + 1, sizeof(*s->rows));
	s->rows[s->n++] = (uint64_t)s->text.n << LENGTH_BITS | text.n;
	buffer_room(&s->text, text.n + 1); /* so that an empty string has somewhere to point */
	buffer_add(&s->text, text);
	*slot = (uint32_t)s->n;
	if (s->n * 4 >= s->n_slots * 3)
		grow_slots(s);
	return (uint32_t)s->n - 1;
}
