/* disjoint.h - disjoint sets of numbers (union-find), each named by one of its members. */
#ifndef BASE_DISJOINT_H
#define BASE_DISJOINT_H

#include <stdint.h>

#include "memory.h"

/* n sets of one member each; free() it. */
static inline uint32_t *
disjoint_new(uint32_t n)
{
	uint32_t *sets = x_malloc(n * sizeof(*sets));

	for (uint32_t i = 0; i < n; i++)
		sets[i] = i;
	return sets;
}

/* The member that names the set of i. Halves the path to it. */
static inline uint32_t
disjoint_find(uint32_t *sets, uint32_t i)
{
	while (sets[i] != i)
		i = sets[i] = sets[sets[i]];
	return i;
}

/* Make one set of two; the smaller name stays. */
static inline void
disjoint_join(uint32_t *sets, uint32_t a, uint32_t b)
{
	a = disjoint_find(sets, a);
	b = disjoint_find(sets, b);
	sets[a > b ? a : b] = a > b ? b : a;
}

#endif
