/* memo.c - what the rules said of texts: a cache that threads share without locks.
 *
 * A slot's first word is the text's hash crossed with the answers, so that a slot which one
 * thread writes while another reads it is nobody's (Hyatt and Mann, "A lock-less transposition
 * table implementation for parallel search", 2002). */
#include "memo.h"

#include <stdatomic.h>

#include "../base/hash.h"
#include "../base/memory.h"

enum { SLOTS = 1 << 14 };

struct slot {
	_Atomic uint64_t crossed, known, says;
};

struct memo {
	uint64_t seed;
	struct slot slots[SLOTS];
};

struct memo *
memo_new(void)
{
	struct memo *m = x_calloc(1, sizeof(*m));

	m->seed = hash_seed();
	return m;
}

uint64_t
memo_hash(const struct memo *m, struct str text)
{
	return hash_mix(hash_str(m->seed, text), m->seed);
}

uint64_t
memo_hash_two(const struct memo *m, struct str text, struct str more)
{
	return hash_mix(hash_str(hash_str(m->seed, text), more), ~m->seed);
}

struct answers
memo_of(const struct memo *m, uint64_t hash)
{
	const struct slot *s = &m->slots[hash % SLOTS];
	uint64_t crossed = atomic_load_explicit(&s->crossed, memory_order_relaxed);
	struct answers a = {
		atomic_load_explicit(&s->known, memory_order_relaxed),
		atomic_load_explicit(&s->says, memory_order_relaxed),
	};

	return (crossed ^ a.known ^ a.says) == hash ? a : (struct answers){ 0 };
}

void
memo_keep(struct memo *m, uint64_t hash, struct answers a)
{
	struct slot *s = &m->slots[hash % SLOTS];

	atomic_store_explicit(&s->crossed, hash ^ a.known ^ a.says, memory_order_relaxed);
	atomic_store_explicit(&s->known, a.known, memory_order_relaxed);
	atomic_store_explicit(&s->says, a.says, memory_order_relaxed);
}
