/* spares.c - buffers to be filled again. The one used last is the next, as it may still be in
 * a processor's cache. */
#include "spares.h"

#include <stdbool.h>

enum {
	LEAST_SIZE = 4096,           /* below, malloc is as good */
	MOST_BYTES = 8 * 1024 * 1024 /* of all */
};

struct buffer
spares_take(struct spares *s)
{
	struct buffer b = { 0 };

	if (s->n == 0)
		return b;
	pthread_mutex_lock(&s->lock);
	if (s->n) {
		b = s->at[--s->n];
		s->bytes -= b.cap;
		b.n = 0;
	}
	pthread_mutex_unlock(&s->lock);
	return b;
}

void
spares_keep(struct spares *s, struct buffer *b)
{
	bool keeps;

	if (b->cap >= LEAST_SIZE) {
		pthread_mutex_lock(&s->lock);
		keeps = s->n < SPARES && s->bytes + b->cap <= MOST_BYTES;
		if (keeps) {
			s->at[s->n++] = *b;
			s->bytes += b->cap;
			*b = (struct buffer){ 0 };
		}
		pthread_mutex_unlock(&s->lock);
	}
	buffer_free(b);
}

void
spares_free(struct spares *s)
{
	while (s->n)
		buffer_free(&s->at[--s->n]);
	s->bytes = 0;
}
