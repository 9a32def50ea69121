/* automaton.c - finite automata, made deterministic by the subset construction. */
#include "automaton.h"

#include <stdlib.h>

#include "../base/bits.h"
#include "../base/hash.h"
#include "../base/memory.h"

unsigned
automaton_state(struct automaton_draft *d)
{
	return d->n_states < AUTOMATON_STATES ? d->n_states++ : AUTOMATON_STATES - 1;
}

static void
add(struct automaton_draft *d, struct automaton_edge edge)
{
	d->edges = x_grow(d->edges, &d->cap, d->n + 1, sizeof(*d->edges));
	d->edges[d->n++] = edge;
}

void
automaton_edge(
    struct automaton_draft *d, unsigned from, unsigned to, unsigned first, unsigned last)
{
	add(d, (struct automaton_edge){
		   (uint16_t)from, (uint16_t)to, (uint16_t)first, (uint16_t)last, false });
}

void
automaton_silent(struct automaton_draft *d, unsigned from, unsigned to)
{
	add(d, (struct automaton_edge){ (uint16_t)from, (uint16_t)to, 0, 0, true });
}

static bool
is_full(const struct automaton_draft *d)
{
	return d->n_states == AUTOMATON_STATES;
}

/* Any number of it, between a state and that state itself. */
static bool
loop(struct automaton_draft *d, unsigned from, unsigned to, const struct automaton_part *part)
{
	unsigned middle = automaton_state(d);

	automaton_silent(d, from, middle);
	automaton_silent(d, middle, to);
	return part->build(part->context, d, middle, middle);
}

bool
automaton_repeat(
    struct automaton_draft *d, unsigned from, unsigned to, const struct automaton_part *part)
{
	unsigned bound = part->most == AUTOMATON_UNBOUNDED ? part->least : part->most;

	if (part->least == 1 && part->most == 1)
		return part->build(part->context, d, from, to);
	for (unsigned i = 0; i < bound; i++) {
		unsigned next = automaton_state(d);

		if (i >= part->least)
			automaton_silent(d, from, to);
		if (is_full(d) || !part->build(part->context, d, from, next))
			return false;
		from = next;
	}
	if (part->most == AUTOMATON_UNBOUNDED)
		return loop(d, from, to, part);
	automaton_silent(d, from, to);
	return true;
}

void
automaton_draft_free(struct automaton_draft *d)
{
	free(d->edges);
	*d = (struct automaton_draft){ 0 };
}

/* The construction: a state of the result is a set of states of the draft, as bits. */
struct making {
	const struct automaton_draft *draft;
	unsigned symbols, words;               /* of 64 bits a set */
	uint64_t *reach;                       /* by state: what it reaches in silence */
	uint64_t *sets;                        /* by state of the result */
	uint64_t *targets;                     /* by symbol, of the state that is looked at */
	const struct automaton_edge **leading; /* from that state */
	uint16_t *next;                        /* as in the result */
	uint64_t hashes[AUTOMATON_STATES];     /* of the sets */
	unsigned n;
	size_t cap_sets, cap_next;
};

/* Add the bits of one set to another; true when there were new ones. */
static bool
unite(uint64_t *set, const uint64_t *with, unsigned words)
{
	uint64_t new = 0;

	for (unsigned i = 0; i < words; i++) {
		new |= with[i] & ~set[i];
		set[i] |= with[i];
	}
	return new != 0;
}

static void
find_reach(struct making *m)
{
	const struct automaton_draft *d = m->draft;
	bool more = true;

	for (unsigned i = 0; i < d->n_states; i++)
		set_bit(m->reach + i * m->words, i);
	while (more) {
		more = false;
		for (const struct automaton_edge *e = d->edges + d->n; e-- > d->edges;)
			if (e->silent && unite(m->reach + e->from * m->words,
					     m->reach + e->to * m->words, m->words))
				more = true;
	}
}

static uint64_t
hash_set(const struct making *m, const uint64_t *set)
{
	uint64_t hash = 0;

	for (unsigned i = 0; i < m->words; i++)
		hash = hash_mix(hash, set[i]);
	return hash;
}

static unsigned
add_set(struct making *m, const uint64_t *set)
{
	size_t sets = (size_t)m->n * m->words, next = (size_t)m->n * m->symbols;

	m->sets = x_grow(m->sets, &m->cap_sets, sets + m->words, sizeof(*m->sets));
	m->next = x_grow(m->next, &m->cap_next, next + m->symbols, sizeof(*m->next));
	memcpy(m->sets + sets, set, m->words * sizeof(*set));
	memset(m->next + next, 0, m->symbols * sizeof(*m->next));
	m->hashes[m->n] = hash_set(m, set);
	return m->n++;
}

/* The state of the result that a set is, a new one where need be; 0 when they are too many. */
static unsigned
state_of(struct making *m, const uint64_t *set)
{
	uint64_t hash = hash_set(m, set);

	for (unsigned i = 0; i < m->n; i++)
		if (m->hashes[i] == hash &&
		    memcmp(m->sets + i * m->words, set, m->words * sizeof(*set)) == 0)
			return i;
	return m->n < AUTOMATON_STATES ? add_set(m, set) : 0;
}

/* Note what follows a state of the result by the symbols of an edge. Symbols between which it
 * makes no difference have the same target, found once. */
static bool
note_targets(struct making *m, unsigned state, const struct automaton_edge *e)
{
	uint16_t *next;
	unsigned to = 0;

	for (unsigned s = e->first; s <= e->last; s++) {
		const uint64_t *set = m->targets + s * m->words;

		if (!to || memcmp(set - m->words, set, m->words * sizeof(*set)) != 0)
			to = state_of(m, set);
		next = m->next + state * m->symbols + s; /* which that may have moved */
		*next = (uint16_t)to;
		if (!to)
			return false;
	}
	return true;
}

/* Add what is reached by an edge to the targets of its symbols; false where it forks. */
static bool
add_targets(struct making *m, const struct automaton_edge *e)
{
	for (unsigned s = e->first; s <= e->last; s++) {
		uint64_t *target = m->targets + s * m->words;

		for (unsigned i = 0; i < m->words; i++)
			if (target[i])
				return false;
		unite(target, m->reach + e->to * m->words, m->words);
	}
	return true;
}

/* Find what follows a state of the result. */
static bool
follow(struct making *m, unsigned state)
{
	const struct automaton_edge *e = m->draft->edges, *end = e + m->draft->n;
	size_t n = 0;

	for (; e < end; e++) {
		if (e->silent || !has_bit(m->sets + state * m->words, e->from))
			continue;
		m->leading[n++] = e;
		if (!add_targets(m, e))
			return false;
	}
	for (size_t i = 0; i < n; i++)
		if (!note_targets(m, state, m->leading[i]))
			return false;
	for (size_t i = 0; i < n; i++)
		memset(m->targets + m->leading[i]->first * m->words, 0,
		    (m->leading[i]->last - m->leading[i]->first + 1u) * m->words *
			sizeof(*m->targets));
	return true;
}

static struct automaton *
keep(struct arena *a, const struct making *m, unsigned last)
{
	struct automaton *made = arena_zalloc(a, sizeof(*made));
	size_t bytes = (size_t)m->n * m->symbols * sizeof(*made->next);

	made->symbols = m->symbols;
	made->n_states = m->n;
	made->accepts = arena_zalloc(a, m->n);
	for (unsigned i = 1; i < m->n; i++)
		made->accepts[i] = has_bit(m->sets + i * m->words, last);
	made->next = arena_alloc(a, bytes);
	memcpy(made->next, m->next, bytes);
	return made;
}

struct automaton *
automaton_make(struct arena *a, const struct automaton_draft *d, unsigned first, unsigned last,
    unsigned symbols)
{
	struct making m = { .draft = d, .symbols = symbols, .words = d->n_states / 64 + 1 };
	struct automaton *made = NULL;
	bool good = !is_full(d);

	m.reach = x_calloc((size_t)d->n_states * m.words, sizeof(*m.reach));
	m.targets = x_calloc((size_t)symbols * m.words, sizeof(*m.targets));
	m.leading = x_malloc(d->n * sizeof(*m.leading));
	add_set(&m, m.targets); /* no state at all: it has failed */
	if (good) {
		find_reach(&m);
		state_of(&m, m.reach + first * m.words);
	}
	for (unsigned i = 1; good && i < m.n; i++)
		good = follow(&m, i);
	if (good)
		made = keep(a, &m, last);
	free(m.reach);
	free(m.sets);
	free(m.targets);
	free(m.leading);
	free(m.next);
	return made;
}
