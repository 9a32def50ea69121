/* progress.c - signs of life on a terminal. */
#include "progress.h"

#include <stdio.h>
#include <unistd.h>

static double
seconds_since(const struct timespec *start)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - start->tv_sec) +
	       (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

void
progress_start(struct progress *p, bool quiet, uint64_t total)
{
	*p = (struct progress){
		.shown = !quiet && isatty(STDERR_FILENO),
		.total = total,
		.next = 1,
	};
	clock_gettime(CLOCK_MONOTONIC, &p->start);
}

void
progress_step(struct progress *p, uint64_t pages, uint64_t bytes)
{
	double seconds;

	if (!p->shown)
		return;
	seconds = seconds_since(&p->start);
	if (seconds < p->next)
		return;
	p->next = seconds + 0.2;
	p->drawn = true;
	fprintf(stderr, "\r\033[K%llu pages, %.1f MB, %.1f MB/s", (unsigned long long)pages,
	    (double)bytes / 1e6, (double)bytes / 1e6 / seconds);
	if (p->total > pages && pages)
		fprintf(stderr, ", %.0f s left",
		    seconds / (double)pages * (double)(p->total - pages));
	fflush(stderr);
}

void
progress_end(struct progress *p)
{
	if (p->drawn)
		fputs("\r\033[K", stderr);
	p->drawn = false;
}
