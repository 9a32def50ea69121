/* recurrence.c - on how many pages a text stands. */
#include "recurrence.h"

#include <stdlib.h>

#include "../base/memory.h"

/* The row of a text, or the free one where it belongs. */
static struct recurrence_row *
row_of(const struct recurrence *r, uint64_t fingerprint)
{
	size_t i = fingerprint & (r->n_rows - 1);

	while (r->rows[i].fingerprint && r->rows[i].fingerprint != fingerprint)
		i = (i + 1) & (r->n_rows - 1);
	return &r->rows[i];
}

static void
grow(struct recurrence *r)
{
	struct recurrence larger = { .n = r->n, .n_rows = r->n_rows ? 2 * r->n_rows : 1024 };

	larger.rows = x_calloc(larger.n_rows, sizeof(*larger.rows));
	for (size_t i = 0; i < r->n_rows; i++)
		if (r->rows[i].fingerprint)
			*row_of(&larger, r->rows[i].fingerprint) = r->rows[i];
	free(r->rows);
	*r = larger;
}

void
recurrence_add(struct recurrence *r, uint64_t fingerprint, uint32_t page)
{
	struct recurrence_row *row;

	if (2 * r->n >= r->n_rows)
		grow(r);
	row = row_of(r, fingerprint);
	if (row->last == page)
		return;
	r->n += !row->fingerprint;
	*row = (struct recurrence_row){ fingerprint, row->pages + 1, page };
}

uint32_t
recurrence_of(const struct recurrence *r, uint64_t fingerprint)
{
	return r->n_rows ? row_of(r, fingerprint)->pages : 0;
}

void
recurrence_free(struct recurrence *r)
{
	free(r->rows);
}
