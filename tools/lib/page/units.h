/* units.h - the units of text that a body is chosen from: paragraphs, entries, headings, cells,
 * groups with words of their own.
 *
 * A unit is an element that is a block, or holds one, or is a control, with the text that no
 * other unit inside it has. Units stand in the order of their elements, so that those of a
 * subtree are a run, and sums over a subtree are differences of prefix sums. */
#ifndef PAGE_UNITS_H
#define PAGE_UNITS_H

#include "blocks.h"
#include "shape.h"

struct unit {
	uint32_t block; /* index of its element */
	uint32_t links; /* a[href] elements in its own text */
	uint32_t link_characters;
	uint32_t lines; /* line breaks in it */
	struct shape shape;
};

/* Sums over the units before one. */
struct unit_sums {
	uint32_t words, characters, link_characters, stops;
	double weight; /* of words in the lexicon */
	uint32_t known;
};

struct units {
	const struct blocks *blocks;
	struct unit *at;
	struct unit_sums *before; /* n + 1 of them */
	uint32_t n;
	uint32_t *first; /* by block: the first unit at or after it; blocks->n + 1 of them */
};

struct units units_of(struct arena *a, const struct blocks *b, const struct lexicon *lexicon);

/* The units of a block's subtree are those from units_first() to units_end(). */
static inline uint32_t
units_first(const struct units *u, uint32_t block)
{
	return u->first[block];
}

static inline uint32_t
units_end(const struct units *u, uint32_t block)
{
	return u->first[u->blocks->at[block].end];
}

/* What the units of a block's subtree add up to. */
struct unit_sums units_sum(const struct units *u, uint32_t from, uint32_t to);

/* Does the element hold text as a unit of its own rather than as part of one? */
bool is_unit(const struct block *b);

#endif
