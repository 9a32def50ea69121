/* automaton.h - finite automata over small numbers, which stand for names or for bytes.
 *
 * One is built as states and edges between them, of which several may take the same symbol, and
 * then made into one that is in a single state at a time. A part of it is built between two
 * states, and adds no edge into the first or out of the last, so that parts fit together. */
#ifndef STREAM_AUTOMATON_H
#define STREAM_AUTOMATON_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/arena.h"

enum { AUTOMATON_STATES = 1024, AUTOMATON_UNBOUNDED = UINT16_MAX };

/* A symbol from first to last, or nothing at all. */
struct automaton_edge {
	uint16_t from, to, first, last;
	bool silent;
};

/* Under construction. Starts with one state, 0, when zero-initialised and given one more. */
struct automaton_draft {
	struct automaton_edge *edges;
	size_t n, cap;
	unsigned n_states;
};

/* A new state; AUTOMATON_STATES of them are too many, which making the automaton will say. */
unsigned automaton_state(struct automaton_draft *d);
void automaton_edge(
    struct automaton_draft *d, unsigned from, unsigned to, unsigned first, unsigned last);
void automaton_silent(struct automaton_draft *d, unsigned from, unsigned to);

/* How often a part may stand, and what builds it once between two states; false: it cannot. */
struct automaton_part {
	unsigned least, most; /* AUTOMATON_UNBOUNDED: any number */
	bool (*build)(void *context, struct automaton_draft *d, unsigned from, unsigned to);
	void *context;
};
bool automaton_repeat(
    struct automaton_draft *d, unsigned from, unsigned to, const struct automaton_part *part);

void automaton_draft_free(struct automaton_draft *d);

/* State 0 has failed, state 1 is the first. */
struct automaton {
	uint16_t *next; /* by state, then by symbol */
	bool *accepts;
	unsigned symbols, n_states;
};

/* Make the automaton of a draft, in the arena, from its first state to its last. NULL when
 * either has too many states, and where the draft forks: two edges take one symbol there, so
 * that it is not known which is taken before more is read. */
struct automaton *automaton_make(struct arena *a, const struct automaton_draft *d,
    unsigned first, unsigned last, unsigned symbols);

static inline unsigned
automaton_next(const struct automaton *a, unsigned state, unsigned symbol)
{
	return a->next[state * a->symbols + symbol];
}

#endif
