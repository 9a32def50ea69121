/* casefold.c - a table for the scripts that have cases, a few runs for what is left. */
#include "casefold.h"

#include <stddef.h>

#include "casefold_table.h"

enum { RUNS = sizeof(fold_far) / sizeof(*fold_far) };

static uint32_t
fold_by_runs(uint32_t cp)
{
	size_t low = 0, high = RUNS; /* the run that holds it, if any, is the first that ends no
	                                earlier */

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (fold_far[middle].last < cp)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == RUNS || cp < fold_far[low].first ||
	    (cp - fold_far[low].first) % fold_far[low].step)
		return cp;
	return cp + (uint32_t)fold_far[low].added;
}

uint32_t
casefold(uint32_t cp)
{
	if (cp < FOLD_FIRST)
		return cp - 'A' < 26 ? cp | 0x20 : cp;
	if (cp < FOLD_END)
		return fold_near[cp - FOLD_FIRST];
	if (cp < fold_far[0].first || (cp >= 0x2E80 && cp <= 0x9FFF)) /* no cases in between */
		return cp;
	return fold_by_runs(cp);
}
