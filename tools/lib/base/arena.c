/* arena.c - chunks of doubling size, bump-allocated. Those of one page are there for the next,
 * up to a limit: memory fresh from the system takes longer to clear than to fill. */
#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum {
	FIRST_CHUNK = 64 * 1024,
	LARGEST_CHUNK = 8 * 1024 * 1024, /* but for larger objects */
	MOST_KEPT = 32 * 1024 * 1024,    /* of all chunks */
	ALIGN = 8
};

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

/* The first spare chunk of at least so many bytes, taken out, or NULL. */
static struct arena_chunk *
take_spare(struct arena *a, size_t least)
{
	struct arena_chunk **at = &a->spare, *c;

	while (*at && (*at)->size < least)
		at = &(*at)->older;
	c = *at;
	if (c)
		*at = c->older;
	return c;
}

static struct arena_chunk *
new_chunk(const struct arena *a, size_t least)
{
	size_t size = a->chunks ? a->chunks->size * 2 : FIRST_CHUNK;
	struct arena_chunk *c;

	if (size > LARGEST_CHUNK)
		size = LARGEST_CHUNK;
	if (size < least)
		size = least;
	c = x_malloc_large(sizeof(*c) + size);
	c->size = size;
	return c;
}

static void
add_chunk(struct arena *a, size_t least)
{
	struct arena_chunk *c = take_spare(a, least);

	if (!c)
		c = new_chunk(a, least);
	c->older = a->chunks;
	a->chunks = c;
	a->next = c->data;
	a->end = c->data + c->size;
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

void
arena_rewind(struct arena *a, void *p)
{
	struct arena_chunk *c;

	while (!((char *)p >= a->chunks->data && (char *)p <= a->end)) {
		c = a->chunks;
		a->chunks = c->older;
		a->end = a->chunks->data + a->chunks->size;
		c->older = a->spare;
		a->spare = c;
	}
	a->next = p;
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

/* The chunks used last come before those still spare, newest, and so largest, first. */
void
arena_reset_to(struct arena *a, size_t most)
{
	struct arena_chunk *c, **end = &a->chunks;
	size_t kept = 0;

	while (*end)
		end = &(*end)->older;
	*end = a->spare;
	*a = (struct arena){ .spare = a->chunks };
	for (end = &a->spare; (c = *end);) {
		if (kept + c->size > most) {
			*end = c->older;
			free(c);
			continue;
		}
		kept += c->size;
		end = &c->older;
	}
}

void
arena_reset(struct arena *a)
{
	arena_reset_to(a, MOST_KEPT);
}

void
arena_free(struct arena *a)
{
	free_chunks(a->chunks);
	free_chunks(a->spare);
	*a = (struct arena){ 0 };
}
