/* pool.c - a ring of pieces between one filler, many workers and one emitter.
 *
 * Every thread, the caller's too, takes whichever of the three roles has something to do, so
 * that no thread waits for a scheduler of its own. Pieces are counted from 0 and live in slot
 * count % size; emitted <= taken <= filled <= emitted + size. They are filled in one by one, so
 * that none waits for one that is not there yet, and taken many at once where they are small.
 * All before `taken` are taken, and of the others those that were too heavy to wait.
 * A thread that sleeps is woken where something is there for it, and once for all of it. */
#include "pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

#include "diagnostics.h"
#include "memory.h"

enum {
	SLOTS = 512,             /* pieces ahead of the output, a job: */
	AHEAD = 256 * POOL_PART, /* no more than these, */
	FEWEST = 2,              /* nor than these and this weight */
	HEAVY = 4 * POOL_PART,   /* begun before others */
	MOST_HEAVY = 8,          /* that are known at once */
	BACKLOG = 32,            /* pieces, not emitted, of which any thread takes care */
};

struct ring {
	const struct pool *pool;
	char *items;
	size_t *weights;   /* by slot: of the piece, or of what its result holds */
	bool *finished;    /* by slot: work() has returned */
	bool *early;       /* by slot: taken though others before it are not */
	size_t size;       /* slots */
	size_t most_ahead; /* weight */

	pthread_mutex_t lock; /* of all below */
	pthread_cond_t changed;
	size_t filled, taken, emitted;
	size_t weight_ahead;               /* of what is not emitted */
	size_t heavy[MOST_HEAVY], n_heavy; /* not taken early, but perhaps by now */
	bool filling, emitting, ended;
	int workers; /* numbers handed out */
	int asleep, called;
};

static void *
slot(const struct ring *r, size_t piece)
{
	return r->items + piece % r->size * r->pool->item_size;
}

/* Wake a thread, if one sleeps that was not called. */
static void
call_one(struct ring *r)
{
	if (r->asleep > r->called) {
		r->called++;
		pthread_cond_signal(&r->changed);
	}
}

static bool
is_over(const struct ring *r)
{
	return r->ended && r->emitted == r->filled;
}

static bool
may_emit(const struct ring *r)
{
	return !r->emitting && r->finished[r->emitted % r->size];
}

/* Whether a thread is to do that before all else: the first one is, and what it emits to stays
 * near its processor; the others when it lags behind. */
static bool
should_emit(const struct ring *r, int worker)
{
	return may_emit(r) && (worker == 0 || r->taken - r->emitted >= BACKLOG);
}

static void
emit(struct ring *r)
{
	size_t from = r->emitted, to = from;

	while (to < r->taken && r->finished[to % r->size])
		to++;
	r->emitting = true;
	pthread_mutex_unlock(&r->lock);
	for (size_t i = from; i < to; i++)
		r->pool->done(r->pool->context, slot(r, i));
	pthread_mutex_lock(&r->lock);
	for (; r->emitted < to; r->emitted++) {
		r->finished[r->emitted % r->size] = false;
		r->weight_ahead -= r->weights[r->emitted % r->size];
	}
	r->emitting = false;
	if (is_over(r))
		pthread_cond_broadcast(&r->changed);
	else
		call_one(r);
}

/* Let `taken` stand at a piece that is not taken. */
static void
step_over_early(struct ring *r)
{
	for (; r->taken < r->filled && r->early[r->taken % r->size]; r->taken++)
		r->early[r->taken % r->size] = false;
}

/* Work on a piece; returns by how much its result holds more than it weighs. */
static size_t
work_on(struct ring *r, size_t piece, int worker)
{
	size_t *weight = &r->weights[piece % r->size], before = *weight;

	r->pool->work(r->pool->context, slot(r, piece), worker);
	if (r->pool->held)
		*weight = r->pool->held(slot(r, piece));
	return *weight - before;
}

/* Take a heavy piece out of its turn; false where none waits. */
static bool
take_heavy(struct ring *r, int worker)
{
	size_t piece = 0, more;

	while (r->n_heavy && (piece = r->heavy[--r->n_heavy]) < r->taken)
		;
	if (piece < r->taken || piece == 0)
		return false;
	r->early[piece % r->size] = true;
	step_over_early(r);
	pthread_mutex_unlock(&r->lock);
	more = work_on(r, piece, worker);
	pthread_mutex_lock(&r->lock);
	r->weight_ahead += more;
	r->finished[piece % r->size] = true;
	return true;
}

/* Take pieces up to the weight of a part, and leave the others their share. */
static void
take(struct ring *r, int worker)
{
	size_t from = r->taken, to, weight = 0, more = 0,
	       share = (r->filled - from - 1) / (size_t)r->pool->jobs + 1;

	while (r->taken < from + share && weight < POOL_PART && !r->early[r->taken % r->size])
		weight += r->weights[r->taken++ % r->size];
	to = r->taken;
	step_over_early(r);
	pthread_mutex_unlock(&r->lock);
	for (size_t i = from; i < to; i++)
		more += work_on(r, i, worker);
	pthread_mutex_lock(&r->lock);
	r->weight_ahead += more;
	for (size_t i = from; i < to; i++)
		r->finished[i % r->size] = true;
}

/* Is another piece wanted, and is there room for it? */
static bool
may_fill(const struct ring *r)
{
	size_t jobs = (size_t)r->pool->jobs, ahead = r->filled - r->emitted;

	return !r->filling && !r->ended && ahead < r->size &&
	       (r->weight_ahead < r->most_ahead || ahead < jobs * FEWEST);
}

static void
fill(struct ring *r)
{
	void *item = slot(r, r->filled);
	size_t weight;

	r->filling = true;
	pthread_mutex_unlock(&r->lock);
	memset(item, 0, r->pool->item_size);
	weight = r->pool->next(r->pool->context, item);
	pthread_mutex_lock(&r->lock);
	r->filling = false;
	if (weight) {
		if (weight >= HEAVY && r->n_heavy < MOST_HEAVY)
			r->heavy[r->n_heavy++] = r->filled;
		r->weights[r->filled++ % r->size] = weight;
		r->weight_ahead += weight;
		call_one(r);
		return;
	}
	r->ended = true;
	pthread_cond_broadcast(&r->changed);
}

static void *
run(void *arg)
{
	struct ring *r = arg;
	int worker;

	pthread_mutex_lock(&r->lock);
	worker = r->workers++;
	while (!is_over(r)) {
		if (should_emit(r, worker))
			emit(r);
		else if (may_fill(r))
			fill(r);
		else if (r->n_heavy && take_heavy(r, worker))
			continue;
		else if (r->taken < r->filled)
			take(r, worker);
		else if (may_emit(r))
			emit(r);
		else {
			r->asleep++;
			pthread_cond_wait(&r->changed, &r->lock);
			r->asleep--;
			if (r->called)
				r->called--;
		}
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
	struct ring r = {
		.pool = p, .size = (others + 1) * SLOTS, .most_ahead = (others + 1) * AHEAD
	};
	pthread_t *threads;

	if (others == 0) {
		run_alone(p);
		return;
	}
	r.items = x_calloc(r.size, p->item_size);
	r.weights = x_calloc(r.size, sizeof(*r.weights));
	r.finished = x_calloc(r.size, sizeof(*r.finished));
	r.early = x_calloc(r.size, sizeof(*r.early));
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
	free(r.early);
	free(r.finished);
	free(r.weights);
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
