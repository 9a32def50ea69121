/* memo.c - what the rules said of a text: a hash table that only grows. */
#include "memo.h"

#include <stdlib.h>

#include "../base/hash.h"
#include "../base/memory.h"

enum { SLOTS = 1 << 15, PROBES = 8, LONGEST = 120 };

struct entry {
	struct answers answers; /* first: what memo_of() returns */
	size_t n;
	char text[];
};

struct memo {
	_Atomic(struct entry *) slots[SLOTS];
};

struct memo *
memo_new(void)
{
	return x_calloc(1, sizeof(struct memo));
}

void
memo_free(struct memo *m)
{
	if (!m)
		return;
	for (size_t i = 0; i < SLOTS; i++)
		free(m->slots[i]);
	free(m);
}

static struct entry *
entry_new(struct str text)
{
	struct entry *e = x_calloc(1, sizeof(*e) + text.n);

	e->n = text.n;
	memcpy(e->text, text.p, text.n);
	return e;
}

struct answers *
memo_of(struct memo *m, struct str text)
{
	uint64_t hash;

	if (!text.n || text.n > LONGEST)
		return NULL;
	hash = hash_str(0, text);
	for (uint32_t i = 0; i < PROBES; i++) {
		_Atomic(struct entry *) *slot = &m->slots[(hash + i) % SLOTS];
		struct entry *e = atomic_load(slot);

		if (!e) {
			struct entry *fresh = entry_new(text);

			if (atomic_compare_exchange_strong(slot, &e, fresh))
				return &fresh->answers;
			free(fresh); /* another thread was first: e is its entry */
		}
		if (str_eq((struct str){ e->text, e->n }, text))
			return &e->answers;
	}
	return NULL;
}
