/* progress.h - signs of life: pages, bytes, rate and time left, on standard error, from the
 * second second on, and only when that is a terminal. */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct progress {
	bool shown;            /* is wanted and can be seen */
	bool drawn;            /* there is a line to wipe out */
	uint64_t total;        /* pages to come, 0: unknown */
	struct timespec start; /* CLOCK_MONOTONIC */
	double next;           /* seconds after the start at which to draw again */
};

/* Start the clock; quiet: never show anything. total counts pages, 0: unknown. */
void progress_start(struct progress *p, bool quiet, uint64_t total);

/* So much is done. Cheap: looks at the clock and seldom draws. */
void progress_step(struct progress *p, uint64_t pages, uint64_t bytes);

/* Wipe the line. */
void progress_end(struct progress *p);

#endif
