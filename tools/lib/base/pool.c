/* pool.c - a ring of pieces between one filler, many workers and one emitter.
 *
 * Every thread, the caller's too, takes whichever of the three roles has something to do, so
 * that no thread waits for a scheduler of its own. Pieces are counted from 0 and live in slot
 * count % size; emitted <= taken <= filled <= emitted + size. */
#include "pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

#include "diagnostics.h"
#include "memory.h"

enum { AHEAD = 16 }; /* pieces a job */

struct ring {
	const struct pool *pool;
	char *items;
	bool *finished; /* by slot: work() has returned */
	size_t size;    /* slots */

	pthread_mutex_t lock; /* of all below */
	pthread_cond_t changed;
	size_t filled, taken, emitted;
	bool filling, emitting, ended;
	int workers; /* numbers handed out */
};

static void *
slot(const struct ring *r, size_t piece)
{
	return r->items + piece % r->size * r->pool->item_size;
}

static void
emit(struct ring *r)
{
	void *item = slot(r, r->emitted);

	r->emitting = true;
	pthread_mutex_unlock(&r->lock);
	r->pool->done(r->pool->context, item);
	pthread_mutex_lock(&r->lock);
	r->finished[r->emitted++ % r->size] = false;
	r->emitting = false;
}

static void
take(struct ring *r, int worker)
{
	size_t piece = r->taken++;

	pthread_mutex_unlock(&r->lock);
	r->pool->work(r->pool->context, slot(r, piece), worker);
	pthread_mutex_lock(&r->lock);
	r->finished[piece % r->size] = true;
}

static void
fill(struct ring *r)
{
	void *item = slot(r, r->filled);
	bool more;

	r->filling = true;
	pthread_mutex_unlock(&r->lock);
	memset(item, 0, r->pool->item_size);
	more = r->pool->next(r->pool->context, item);
	pthread_mutex_lock(&r->lock);
	r->filling = false;
	if (more)
		r->filled++;
	else
		r->ended = true;
}

static void *
run(void *arg)
{
	struct ring *r = arg;
	int worker;

	pthread_mutex_lock(&r->lock);
	worker = r->workers++;
	while (!r->ended || r->emitted < r->filled) {
		if (!r->emitting && r->finished[r->emitted % r->size])
			emit(r);
		else if (r->taken < r->filled)
			take(r, worker);
		else if (!r->filling && !r->ended && r->filled < r->emitted + r->size)
			fill(r);
		else {
			pthread_cond_wait(&r->changed, &r->lock);
			continue;
		}
		pthread_cond_broadcast(&r->changed);
	}
	pthread_mutex_unlock(&r->lock);
	return NULL;
}

static void
run_alone(const struct pool *p)
{
	void *item = x_malloc(p->item_size);

	while (memset(item, 0, p->item_size), p->next(p->context, item)) {
		p->work(p->context, item, 0);
		p->done(p->context, item);
	}
	free(item);
}

void
pool_run(const struct pool *p)
{
	size_t others = (size_t)p->jobs - 1;
	struct ring r = { .pool = p, .size = (others + 1) * AHEAD };
	pthread_t *threads;

	if (others == 0) {
		run_alone(p);
		return;
	}
	r.items = x_calloc(r.size, p->item_size);
	r.finished = x_calloc(r.size, sizeof(*r.finished));
	threads = x_calloc(others, sizeof(*threads));
	pthread_mutex_init(&r.lock, NULL);
	pthread_cond_init(&r.changed, NULL);
	for (size_t i = 0; i < others; i++)
		if (pthread_create(&threads[i], NULL, run, &r) != 0)
			die("cannot start thread %zu of %d", i + 2, p->jobs);
	run(&r);
	for (size_t i = 0; i < others; i++)
		pthread_join(threads[i], NULL);
	pthread_cond_destroy(&r.changed);
	pthread_mutex_destroy(&r.lock);
	free(threads);
	free(r.finished);
	free(r.items);
}

int
pool_processors(void)
{
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof(set), &set) != 0)
		return 1;
	return CPU_COUNT(&set) > 0 ? CPU_COUNT(&set) : 1;
}
