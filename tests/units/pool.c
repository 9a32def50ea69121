/* pool.c - every piece is worked on once and put out in order, whatever the pieces weigh. */
#include "base/pool.h"

#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

#include "tap.h"

enum { PIECES = 20000 };

struct run {
	size_t heaviest;
	uint32_t filled, put_out;
	_Atomic uint32_t working[8];
	_Atomic bool shared; /* two calls had one worker's number */
	bool ordered;
};

struct piece {
	uint32_t number, square;
	bool used;
};

static size_t
next(void *context, void *item)
{
	struct run *run = context;
	struct piece *piece = item;

	if (run->filled == PIECES)
		return 0;
	run->ordered &= !piece->used;
	piece->used = true;
	piece->number = run->filled++;
	return 1 + piece->number * 2654435761u % run->heaviest;
}

static void
work(void *context, void *item, int worker)
{
	struct run *run = context;
	struct piece *piece = item;

	if (run->working[worker]++)
		run->shared = true;
	piece->square += piece->number * piece->number;
	run->working[worker]--;
}

/* Some results hold more than their piece weighed, some nothing. */
static size_t
held(const void *item)
{
	return (size_t)((const struct piece *)item)->number % 5 * POOL_PART;
}

static void
done(void *context, void *item)
{
	struct run *run = context;
	const struct piece *piece = item;

	run->ordered &=
	    piece->number == run->put_out && piece->square == piece->number * piece->number;
	run->put_out++;
}

enum { FEW = 64 };

/* Pieces of which the last is heavy. */
struct few {
	_Atomic uint32_t filled, begun;
	uint32_t heavy_begun; /* as the how manieth */
};

static size_t
next_few(void *context, void *item)
{
	struct few *few = context;

	if (few->filled == FEW)
		return 0;
	*(uint32_t *)item = few->filled++;
	return few->filled == FEW ? 64 * POOL_PART : POOL_PART;
}

/* Begin with the rest only when all are there. */
static void
work_few(void *context, void *item, int worker)
{
	struct few *few = context;
	uint32_t turn = few->begun++;

	(void)worker;
	if (*(uint32_t *)item == FEW - 1)
		few->heavy_begun = turn;
	while (few->filled < FEW)
		;
}

static void
done_few(void *context, void *item)
{
	(void)context;
	(void)item;
}

int
main(void)
{
	static const size_t heaviest[] = { 1, 300, POOL_PART, 64 * POOL_PART };
	struct few few = { 0 };

	for (int jobs = 1; jobs <= 8; jobs++)
		for (size_t i = 0; i < sizeof(heaviest) / sizeof(*heaviest); i++) {
			struct run run = { .heaviest = heaviest[i], .ordered = true };
			struct pool pool = { sizeof(struct piece), jobs, &run, next, work, held,
				done };

			pool_run(&pool);
			ok(run.ordered && !run.shared && run.put_out == PIECES,
			    "%d jobs, pieces up to %zu", jobs, heaviest[i]);
			run = (struct run){ .heaviest = heaviest[i], .ordered = true };
			pool.held = NULL;
			pool_run(&pool);
			ok(run.ordered && !run.shared && run.put_out == PIECES,
			    "%d jobs, pieces that hold what they weigh up to %zu", jobs,
			    heaviest[i]);
		}
	pool_run(
	    &(struct pool){ sizeof(uint32_t), 2, &few, next_few, work_few, NULL, done_few });
	ok(few.heavy_begun < 2, "a heavy piece at the end is begun before its turn");
	return tap_end();
}
