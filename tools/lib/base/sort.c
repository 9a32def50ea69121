/* sort.c - numbers in rising order: short runs by insertion, then merged. */
#include "sort.h"

#include <string.h>

enum { RUN = 12 };

static void
insert_all(uint64_t *run, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		uint64_t number = run[i];
		size_t k = i;

		for (; k > 0 && run[k - 1] > number; k--)
			run[k] = run[k - 1];
		run[k] = number;
	}
}

/* Merge [from, middle) and [middle, end) into out. */
static void
merge(const uint64_t *from, const uint64_t *middle, const uint64_t *end, uint64_t *out)
{
	const uint64_t *left = from, *right = middle;

	while (left < middle && right < end) {
		uint64_t a = *left, b = *right;

		*out++ = a <= b ? a : b;
		left += a <= b;
		right += a > b;
	}
	memcpy(out, left, (size_t)(middle - left) * sizeof(*out));
	memcpy(out + (middle - left), right, (size_t)(end - right) * sizeof(*out));
}

void
sort_numbers(uint64_t *numbers, size_t n, uint64_t *room)
{
	uint64_t *from = numbers, *to = room;

	for (size_t i = 0; i < n; i += RUN)
		insert_all(numbers + i, n - i < RUN ? n - i : RUN);
	for (size_t width = RUN; width < n; width *= 2) {
		uint64_t *swap = from;

		for (size_t i = 0; i < n; i += 2 * width) {
			size_t middle = n - i < width ? n : i + width;
			size_t end = n - middle < width ? n : middle + width;

			merge(from + i, from + middle, from + end, to + i);
		}
		from = to;
		to = swap;
	}
	if (from != numbers)
		memcpy(numbers, from, n * sizeof(*numbers));
}
