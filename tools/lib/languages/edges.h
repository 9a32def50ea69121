/* edges.h - pairs of pages that may be translations of one another. */
#ifndef LANGUAGES_EDGES_H
#define LANGUAGES_EDGES_H

#include "translations.h"

struct edge {
	uint32_t a, b; /* a < b */
	float weight;  /* how likely they are, 0 to 1 */
	unsigned char reasons;
};

struct edges {
	struct edge *rows;
	size_t n, cap;
};

/* Add a pair of versions of different editions. */
void edges_add(struct edges *e, const struct versions *all, uint32_t a, uint32_t b,
    double weight, enum reason reason);

/* Sort by pair and make one edge of those of a pair: as unlikely as all of them together. */
void edges_merge(struct edges *e);

/* What pages offer, and what their paths say. */
void edges_of_offers(struct edges *e, const struct versions *all);
void edges_of_paths(struct edges *e, const struct versions *all);

/* likeness.c: what they share, of pages in editions of which little is paired yet. */
void edges_of_likeness(struct edges *e, const struct versions *all);

#endif
