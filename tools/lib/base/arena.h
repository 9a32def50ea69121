/* arena.h - memory that lives and dies together: one arena a page. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include "str.h"

struct arena_chunk;

/* Zero-initialise before first use: struct arena a = { 0 }. */
struct arena {
	struct arena_chunk *chunks; /* newest first */
	struct arena_chunk *spare;  /* kept over resets */
	char *next, *end;           /* the free part of the newest chunk */
};

/* Return n bytes, aligned for any object of the house (8), not cleared. Never NULL. The free
 * part always holds a multiple of 8; arena_alloc_new() takes a chunk for what it lacks. */
void *arena_alloc_new(struct arena *a, size_t n);
static inline void *
arena_alloc(struct arena *a, size_t n)
{
	char *p = a->next;

	if (n >= (size_t)(a->end - p))
		return arena_alloc_new(a, n);
	a->next = p + ((n + 7) & ~(size_t)7);
	return p;
}

/* The same, cleared to zero. */
void *arena_zalloc(struct arena *a, size_t n);

/* Copy a slice into the arena; the copy is followed by a NUL that its length does not count. */
struct str arena_str(struct arena *a, struct str s);

/* Grow the arena object at p from old to n bytes: in place where it was the last one allocated,
 * by copying otherwise (the old bytes then stay unused until the reset). */
void *arena_grow(struct arena *a, void *p, size_t old, size_t n);

/* Give back what an object of `old` bytes does not need beyond n, if it was the last one
 * allocated. */
static inline void
arena_shrink(struct arena *a, void *p, size_t old, size_t n)
{
	if ((char *)p + ((old + 7) & ~(size_t)7) == a->next)
		a->next = (char *)p + ((n + 7) & ~(size_t)7);
}

/* Forget what was allocated from p on, which is where an object begins or ends. */
void arena_rewind(struct arena *a, void *p);

/* Forget every object but keep up to 32 MiB, or so many bytes, for the next page. */
void arena_reset(struct arena *a);
void arena_reset_to(struct arena *a, size_t most);

/* Give all memory back; the arena may be used again. */
void arena_free(struct arena *a);

#endif
