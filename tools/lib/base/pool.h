/* pool.h - work in parallel, results in order. */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stdbool.h>
#include <stddef.h>

/* Weight of what is worth a thread's while: 64 KiB to be read. */
enum { POOL_PART = 64 * 1024 };

struct pool {
	size_t item_size; /* bytes of one piece of work, cleared before next() */
	int jobs;         /* threads, at least 1 */
	void *context;    /* handed to each call below */

	/* Fill in the next piece and return its weight, the bytes that are to be read for it,
	 * or POOL_PART where these are not known; 0 at the end. Called by one thread at a time,
	 * in order. */
	size_t (*next)(void *context, void *item);

	/* Do it. Called in parallel; worker is 0 to jobs-1, and no two calls share one. */
	void (*work)(void *context, void *item, int worker);

	/* The bytes that the result of a piece which was worked on takes until done(); NULL:
	 * what it weighs. Called in parallel. */
	size_t (*held)(const void *item);

	/* Put the result out and free it. Called by one thread at a time, in the order of next.
	 */
	void (*done)(void *context, void *item);
};

/* Run until next() says 0 and all is done. Memory is bounded: next() runs at most 512 pieces a
 * job ahead of done(), which weigh or hold no more than 16 MiB: about what the other threads
 * make while one works on the largest page of a save. The heavy ones among pieces that are
 * there to be worked on are begun first, so that none is left to one thread at the end. With
 * one job no thread is made. */
void pool_run(const struct pool *p);

/* The number of processors this process may use, at least 1: the default of -j. */
int pool_processors(void);

#endif
