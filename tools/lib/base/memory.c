/* memory.c - allocation that cannot fail. */
#include "memory.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "diagnostics.h"

enum { HUGE_PAGE = 2 * 1024 * 1024 }; /* of x86-64 */

_Noreturn void
memory_exhausted(void)
{
	die("out of memory");
}

void
memory_start(void)
{
#ifdef M_MMAP_THRESHOLD
	mallopt(M_MMAP_THRESHOLD, 256 * 1024);
	mallopt(M_TRIM_THRESHOLD, 2 * 1024 * 1024);
#endif
}

/* What is asked of the system is address space; but what is cleared of it is touched, and so
 * would large arrays be that few pages fill. */
void
memory_grow_fast(void)
{
#ifdef M_TOP_PAD
	mallopt(M_TOP_PAD, 1024 * 1024);
#endif
}

void *
x_malloc(size_t n)
{
	void *p = malloc(n ? n : 1);

	if (!p)
		memory_exhausted();
	return p;
}

void *
x_malloc_large(size_t n)
{
	void *p;

	if (n < HUGE_PAGE)
		return x_malloc(n);
	if (posix_memalign(&p, HUGE_PAGE, n) != 0)
		memory_exhausted();
#ifdef MADV_HUGEPAGE
	madvise(p, n & ~(size_t)(HUGE_PAGE - 1), MADV_HUGEPAGE);
#endif
	return p;
}

void *
x_calloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);

	if (!p)
		memory_exhausted();
	return p;
}

void *
x_calloc_apart(size_t count, size_t size)
{
	void *p;

	if (size > SIZE_MAX / (count ? count : 1) || posix_memalign(&p, APART, count * size))
		memory_exhausted();
	return memset(p, 0, count * size);
}

void *
x_realloc(void *old, size_t n)
{
	void *p = realloc(old, n ? n : 1);

	if (!p)
		memory_exhausted();
	return p;
}

void *
x_calloc_large(size_t count, size_t size)
{
	if (size > SIZE_MAX / (count ? count : 1))
		memory_exhausted();
	return count * size < HUGE_PAGE ? x_calloc(count, size)
	                                : memset(x_malloc_large(count * size), 0, count * size);
}

char *
x_strdup(const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(x_malloc(n), s, n);
}

void *
x_grow_larger(void *array, size_t *cap, size_t want, size_t size)
{
	size_t n = *cap ? *cap : 8;

	while (n < want) {
		if (n > SIZE_MAX / 2)
			memory_exhausted();
		n *= 2;
	}
	if (n > SIZE_MAX / size)
		memory_exhausted();
	*cap = n;
	return x_realloc(array, n * size);
}
