/* spares.h - buffers that threads hand on to each other, to be filled again: memory fresh from
 * the system takes longer to clear than to fill. */
#ifndef BASE_SPARES_H
#define BASE_SPARES_H

#include <pthread.h>
#include <stdatomic.h>

#include "buffer.h"
#include "memory.h"

enum { SPARES = 256 };

struct spares {
	_Alignas(APART) pthread_mutex_t lock;
	struct buffer at[SPARES];
	_Atomic size_t n;
	size_t bytes; /* of all */
};

/* An array of so many stores. What a thread fills and gets back may still be in its processor's
 * cache, so each has its own. */
struct spares *spares_new(size_t stores);
void spares_free(struct spares *stores, size_t n);

/* An empty buffer with room for so many bytes, and not many times as many, or for any number
 * (0): the one handed in last, or a new one. */
struct buffer spares_take(struct spares *s, size_t room);

/* Hand in a buffer, which is empty then. It is freed if it is small, or too much to be kept. */
void spares_keep(struct spares *s, struct buffer *b);

#endif
