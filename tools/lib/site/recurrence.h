/* recurrence.h - on how many pages a text stands. */
#ifndef SITE_RECURRENCE_H
#define SITE_RECURRENCE_H

#include <stddef.h>
#include <stdint.h>

struct recurrence_row {
	uint64_t fingerprint; /* as text_fingerprint() has it; 0: free */
	uint32_t pages;
	uint32_t last; /* page that was counted last, from 1 */
};

/* By fingerprint. Zero-initialise. */
struct recurrence {
	struct recurrence_row *rows; /* open addressing */
	size_t n, n_rows;            /* a power of two */
};

/* Note a text of a page; once a page counts. Pages are numbered from 1, one after the other. */
void recurrence_add(struct recurrence *r, uint64_t fingerprint, uint32_t page);

/* The pages that a text stands on. */
uint32_t recurrence_of(const struct recurrence *r, uint64_t fingerprint);

void recurrence_free(struct recurrence *r);

#endif
