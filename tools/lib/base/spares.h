/* spares.h - buffers that threads hand on to each other, to be filled again: memory fresh from
 * the system takes longer to clear than to fill. */
#ifndef BASE_SPARES_H
#define BASE_SPARES_H

#include <pthread.h>
#include <stdatomic.h>

#include "buffer.h"

enum { SPARES = 32 };

/* Initialise with SPARES_NONE. */
struct spares {
	pthread_mutex_t lock;
	struct buffer at[SPARES];
	_Atomic size_t n;
	size_t bytes; /* of all */
};

#define SPARES_NONE                                                                            \
	{                                                                                      \
		.lock = PTHREAD_MUTEX_INITIALIZER                                              \
	}

/* The buffer handed in last, empty, or a new one. */
struct buffer spares_take(struct spares *s);

/* Hand in a buffer, which is empty then. It is freed if it is small, or too much to be kept. */
void spares_keep(struct spares *s, struct buffer *b);

void spares_free(struct spares *s);

#endif
