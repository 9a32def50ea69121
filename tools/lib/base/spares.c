/* spares.c - buffers to be filled again. The one used last that fits is the next, as it may
 * still be in a processor's cache. */
#include "spares.h"

#include <stdbool.h>
#include <stdlib.h>

enum {
	LEAST_SIZE = 4096,             /* below, malloc is as good */
	MOST_BYTES = 32 * 1024 * 1024, /* of all */
	MOST_TIMES = 4,                /* the room that is wanted */
};

/* A buffer that is much too large would be missed where it fits. */
static bool
fits(const struct buffer *b, size_t room)
{
	return !room || (b->cap >= room && b->cap / MOST_TIMES <= room);
}

static struct buffer
take_out(struct spares *s, size_t i)
{
	struct buffer b = s->at[i];

	s->n--;
	memmove(&s->at[i], &s->at[i + 1], (s->n - i) * sizeof(b));
	s->bytes -= b.cap;
	return b;
}

struct buffer
spares_take(struct spares *s, size_t room)
{
	struct buffer b = { 0 };
	size_t i;

	if (s->n) {
		pthread_mutex_lock(&s->lock);
		for (i = s->n; i && !fits(&s->at[i - 1], room); i--)
			;
		if (i)
			b = take_out(s, i - 1);
		pthread_mutex_unlock(&s->lock);
	}
	if (b.cap < room)
		buffer_grow(&b, room);
	b.n = 0;
	return b;
}

void
spares_keep(struct spares *s, struct buffer *b)
{
	struct buffer old;

	if (b->cap < LEAST_SIZE || b->cap > MOST_BYTES) {
		buffer_free(b);
		return;
	}
	pthread_mutex_lock(&s->lock);
	while (s->n == SPARES || s->bytes + b->cap > MOST_BYTES) {
		old = take_out(s, 0);
		buffer_free(&old);
	}
	s->at[s->n++] = *b;
	s->bytes += b->cap;
	pthread_mutex_unlock(&s->lock);
	*b = (struct buffer){ 0 };
}

struct spares *
spares_new(size_t stores)
{
	struct spares *s = x_calloc_apart(stores, sizeof(*s));

	for (size_t i = 0; i < stores; i++)
		pthread_mutex_init(&s[i].lock, NULL);
	return s;
}

void
spares_free(struct spares *stores, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		while (stores[i].n)
			buffer_free(&stores[i].at[--stores[i].n]);
		pthread_mutex_destroy(&stores[i].lock);
	}
	free(stores);
}
