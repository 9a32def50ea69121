/* norms.c - what is usual on a site. */
#include "norms.h"

#include <stdlib.h>

#include "../base/memory.h"

enum { BUCKETS = 24, FIRST_ROOM = 64 };

struct template_row {
	uint64_t hash; /* 0: free */
	uint32_t n, buckets[BUCKETS];
};

struct lengths {
	struct template_row *rows; /* open addressing */
	size_t n, room;            /* room is a power of two */
};

struct lengths *
lengths_new(void)
{
	struct lengths *l = x_calloc(1, sizeof(*l));

	l->room = FIRST_ROOM;
	l->rows = x_calloc(l->room, sizeof(*l->rows));
	return l;
}

void
lengths_free(struct lengths *l)
{
	if (!l)
		return;
	free(l->rows);
	free(l);
}

/* The row of a template, or the free one where it goes. */
static struct template_row *
find_row(const struct lengths *l, uint64_t hash)
{
	size_t i = hash & (l->room - 1);

	while (l->rows[i].hash && l->rows[i].hash != hash)
		i = (i + 1) & (l->room - 1);
	return &l->rows[i];
}

static void
grow(struct lengths *l)
{
	struct lengths larger = { .n = l->n, .room = 2 * l->room };

	larger.rows = x_calloc(larger.room, sizeof(*larger.rows));
	for (size_t i = 0; i < l->room; i++)
		if (l->rows[i].hash)
			*find_row(&larger, l->rows[i].hash) = l->rows[i];
	free(l->rows);
	*l = larger;
}

/* Two buckets for each doubling: bucket b holds lengths from the square root of two to the
 * b-th. */
static uint32_t
bucket_least(unsigned bucket)
{
	uint32_t power = (uint32_t)1 << bucket / 2;

	return bucket % 2 ? power + power * 41 / 100 : power;
}

static unsigned
bucket_of(uint32_t words)
{
	unsigned bucket = 0;

	while (bucket + 1 < BUCKETS && bucket_least(bucket + 1) <= words)
		bucket++;
	return bucket;
}

void
lengths_add(struct lengths *l, uint64_t template_hash, uint32_t words)
{
	struct template_row *row;

	if (3 * (l->n + 1) > 2 * l->room)
		grow(l);
	row = find_row(l, template_hash | 1);
	l->n += row->hash == 0;
	row->hash = template_hash | 1;
	row->n++;
	row->buckets[bucket_of(words)]++;
}

uint32_t
lengths_pages(const struct lengths *l, uint64_t template_hash, uint32_t *median)
{
	const struct template_row *row = find_row(l, template_hash | 1);
	uint32_t shorter = 0;
	unsigned bucket = 0;

	while (bucket + 1 < BUCKETS && (shorter += row->buckets[bucket]) * 2 < row->n)
		bucket++;
	*median = bucket_least(bucket);
	return row->n;
}

enum { ROWS = 4, COLUMNS = 1 << 18 };

struct counts {
	uint32_t at[ROWS][COLUMNS];
};

struct counts *
counts_new(void)
{
	return x_calloc(1, sizeof(struct counts));
}

void
counts_free(struct counts *c)
{
	free(c);
}

/* A hash has bits enough for a column in each row. */
static size_t
column(uint64_t hash, unsigned row)
{
	return (size_t)((hash * (2 * row + 0x9E3779B97F4A7C15u)) >> 46);
}

void
counts_add(struct counts *c, uint64_t hash)
{
	uint32_t least = counts_of(c, hash);

	for (unsigned row = 0; row < ROWS; row++) {
		uint32_t *count = &c->at[row][column(hash, row)];

		if (*count == least)
			++*count;
	}
}

uint32_t
counts_of(const struct counts *c, uint64_t hash)
{
	uint32_t least = UINT32_MAX;

	for (unsigned row = 0; row < ROWS; row++) {
		uint32_t count = c->at[row][column(hash, row)];

		least = count < least ? count : least;
	}
	return least;
}
