/* memory.h - allocation that cannot fail: out of memory ends the program in one place. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* Print "PROG: out of memory" and exit with status 2. */
_Noreturn void memory_exhausted(void);

/* Let large blocks go back to the system as soon as they are freed, so that one large page does
 * not leave its mark on the rest of a run; of small ones 2 MiB may wait for the next page. */
void memory_start(void);

/* Let the heap grow in large steps from now on, for work on many pages. */
void memory_grow_fast(void);

/* As their standard namesakes, but they never return NULL. Free with free(). */
void *x_malloc(size_t n);
void *x_calloc(size_t count, size_t size);
void *x_realloc(void *p, size_t n);
char *x_strdup(const char *s);

/* The same for what may be large: it comes from the system in 2 MiB at once where that can, and
 * not in a trap for each 4 KiB, but not before it is touched. */
void *x_malloc_large(size_t n);
void *x_calloc_large(size_t count, size_t size);

/* Cleared, and far enough from all else that no processor waits for another which writes beside
 * it: for what each thread has for itself, whose size is a multiple of APART. */
enum { APART = 128 };
void *x_calloc_apart(size_t count, size_t size);

/* Grow an array to hold at least want elements of size bytes; *cap counts elements and at least
 * doubles, so that appending is amortised O(1). Returns the array, perhaps moved. */
void *x_grow_larger(void *array, size_t *cap, size_t want, size_t size);
static inline void *
x_grow(void *array, size_t *cap, size_t want, size_t size)
{
	return want <= *cap ? array : x_grow_larger(array, cap, want, size);
}

#endif
