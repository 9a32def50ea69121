/* sort.c - numbers come out as qsort() has them, whatever their order and count. */
#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

#include "tap.h"

enum { MOST = 300 };

static int
compare(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;

	return (a > b) - (a < b);
}

/* Number i of n in one of several orders. */
static uint64_t
number(size_t i, size_t n, int order)
{
	switch (order) {
	case 0: return i;
	case 1: return n - i;
	case 2: return i % 7;
	case 3: return UINT64_MAX - i * i % 11;
	default: return (i + 1) * 0x9E3779B97F4A7C15u;
	}
}

int
main(void)
{
	static uint64_t numbers[MOST], expected[MOST], room[MOST];
	bool good = true;

	for (size_t n = 0; n <= MOST && good; n++)
		for (int order = 0; order < 5 && good; order++) {
			for (size_t i = 0; i < n; i++)
				numbers[i] = expected[i] = number(i, n, order);
			sort_numbers(numbers, n, room);
			qsort(expected, n, sizeof(*expected), compare);
			good = memcmp(numbers, expected, n * sizeof(*numbers)) == 0;
		}
	ok(good, "up to %d numbers in five orders", MOST);
	return tap_end();
}
