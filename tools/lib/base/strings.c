/* strings.c - different strings by number. */
#include "strings.h"

#include <stdlib.h>
#include <sys/random.h>

#include "diagnostics.h"
#include "fingerprint.h"
#include "memory.h"

enum { FIRST_SLOTS = 256 };

/* The slot that holds the string, or the free one where it belongs. */
static uint32_t *
find_slot(const struct strings *s, struct str text)
{
	size_t i = fingerprint(text, s->seed);

	for (;; i++) {
		uint32_t *slot = &s->slots[i & (s->n_slots - 1)];

		if (!*slot || str_eq(strings_get(s, *slot), text))
			return slot;
	}
}

/* Twice the slots, or the first ones. */
static void
grow(struct strings *s)
{
	if (!s->n_slots && getrandom(&s->seed, sizeof(s->seed), 0) < 0)
		s->seed = (uint64_t)(uintptr_t)s;
	free(s->slots);
	s->n_slots = s->n_slots ? 2 * s->n_slots : FIRST_SLOTS;
	s->slots = x_calloc(s->n_slots, sizeof(*s->slots));
	for (uint32_t i = 1; i <= s->n; i++)
		*find_slot(s, strings_get(s, i)) = i;
}

uint32_t
strings_add(struct strings *s, struct str text)
{
	uint32_t *slot;

	if (!text.p)
		return 0;
	if (2 * s->n >= s->n_slots)
		grow(s);
	slot = find_slot(s, text);
	if (*slot)
		return *slot;
	if (s->text.n + text.n > UINT32_MAX)
		die("more than 4 GiB of different names");
	buffer_room(&s->text, text.n + 1);
	buffer_add(&s->text, text);
	s->ends = x_grow(s->ends, &s->ends_cap, s->n + 1, sizeof(*s->ends));
	s->ends[s->n++] = (uint32_t)s->text.n;
	return *slot = (uint32_t)s->n;
}

uint32_t
strings_find(const struct strings *s, struct str text)
{
	return text.p && s->n_slots ? *find_slot(s, text) : 0;
}

void
strings_free(struct strings *s)
{
	buffer_free(&s->text);
	free(s->ends);
	free(s->slots);
	*s = (struct strings){ 0 };
}
