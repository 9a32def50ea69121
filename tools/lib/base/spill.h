/* spill.h - bytes put aside in a temporary file, so that memory does not grow with them.
 *
 * The file has no name: it is gone when the program ends, however that comes. It lies in
 * TMPDIR, else in /tmp. A disk that fails or fills up ends the program. */
#ifndef BASE_SPILL_H
#define BASE_SPILL_H

#include <stdint.h>

#include "buffer.h"

/* Start with SPILL, or with another .most. */
struct spill {
	int fd;      /* -1: nothing written yet */
	size_t most; /* bytes that stay in memory: a file is only made of more */
	uint64_t n;
	struct buffer head;  /* the first of its bytes, which are never written */
	struct buffer tail;  /* the last ones, not written yet: an eighth */
	struct buffer ahead; /* bytes of the file that spill_read_on() has read */
	uint64_t ahead_at;   /* where they are in it */
};

#define SPILL .fd = -1, .most = 4 << 20

/* Put bytes behind the others; returns where they start. */
uint64_t spill_add(struct spill *s, const void *bytes, size_t n);

/* Read n bytes that start there and were added before. */
void spill_read(struct spill *s, uint64_t at, void *bytes, size_t n);

/* Where those bytes are in memory, to be read or changed in place; NULL: not all are. */
void *spill_here(const struct spill *s, uint64_t at, size_t n);

/* The same for bytes that are read in order: those that follow are read with them. */
void spill_read_on(struct spill *s, uint64_t at, void *bytes, size_t n);

/* Put n other bytes in the place of those. */
void spill_replace(struct spill *s, uint64_t at, const void *bytes, size_t n);

void spill_free(struct spill *s);

#endif
