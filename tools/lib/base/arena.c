/* arena.c - chunks of doubling size, bump-allocated. */
#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum { FIRST_CHUNK = 64 * 1024, LARGEST_KEPT = 8 * 1024 * 1024, ALIGN = 8 };

struct arena_chunk {
	struct arena_chunk *older;
	size_t size; /* of data */
	_Alignas(ALIGN) char data[];
};

static size_t
aligned(size_t n)
{
	if (n > SIZE_MAX - ALIGN)
		memory_exhausted();
	return (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

static void
add_chunk(struct arena *a, size_t least)
{
	size_t size = a->chunks ? a->chunks->size * 2 : FIRST_CHUNK;
	struct arena_chunk *c;

	if (size > LARGEST_KEPT)
		size = LARGEST_KEPT;
	if (size < least)
		size = least;
	c = x_malloc(sizeof(*c) + size);
	c->older = a->chunks;
	c->size = size;
	a->chunks = c;
	a->next = c->data;
	a->end = c->data + size;
}

void *
arena_alloc_new(struct arena *a, size_t n)
{
	n = aligned(n);
	if ((size_t)(a->end - a->next) < n || !a->next)
		add_chunk(a, n);
	a->next += n;
	return a->next - n;
}

void *
arena_zalloc(struct arena *a, size_t n)
{
	return memset(arena_alloc(a, n), 0, n);
}

struct str
arena_str(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct str){ p, s.n };
}

void *
arena_grow(struct arena *a, void *p, size_t old, size_t n)
{
	void *moved;

	if (p && (char *)p + aligned(old) == a->next && n >= old &&
	    (size_t)(a->end - (char *)p) >= aligned(n)) {
		a->next = (char *)p + aligned(n);
		return p;
	}
	moved = arena_alloc(a, n);
	if (old)
		memcpy(moved, p, old < n ? old : n);
	return moved;
}

/* Free the chunks from c on. */
static void
free_chunks(struct arena_chunk *c)
{
	while (c) {
		struct arena_chunk *older = c->older;

		free(c);
		c = older;
	}
}

void
arena_reset(struct arena *a)
{
	if (!a->chunks)
		return;
	if (a->chunks->size > LARGEST_KEPT) {
		arena_free(a);
		return;
	}
	free_chunks(a->chunks->older);
	a->chunks->older = NULL;
	a->next = a->chunks->data;
}

void
arena_free(struct arena *a)
{
	free_chunks(a->chunks);
	*a = (struct arena){ 0 };
}
