/* sort.h - numbers in rising order. */
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include <stddef.h>
#include <stdint.h>

/* Sort n numbers; room is for n more. Never slower than n log n, and several times faster than
 * qsort(), which asks for each comparison by a call. */
void sort_numbers(uint64_t *numbers, size_t n, uint64_t *room);

#endif
