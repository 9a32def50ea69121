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

/* A count in a table of open addressing. */
struct count_row {
	uint32_t hash; /* 0: free */
	uint32_t n;
};

enum { FIRST_COUNTS = 1 << 10, MOST_COUNTS = 1 << 19 };

struct counts {
	struct count_row *rows;
	size_t n, room; /* room is a power of two */
	uint32_t least; /* counts up to this have been forgotten */
};

struct counts *
counts_new(void)
{
	struct counts *c = x_calloc(1, sizeof(*c));

	c->room = FIRST_COUNTS;
	c->rows = x_calloc(c->room, sizeof(*c->rows));
	return c;
}

void
counts_free(struct counts *c)
{
	if (!c)
		return;
	free(c->rows);
	free(c);
}

/* The slot where the look for a hash begins. */
static size_t
slot_of(const struct counts *c, uint32_t hash)
{
	return hash >> 1 & (c->room - 1);
}

/* The row of a hash, or the free one where it goes. */
static struct count_row *
find_count(const struct counts *c, uint32_t hash)
{
	size_t i = slot_of(c, hash);

	while (c->rows[i].hash && c->rows[i].hash != hash)
		i = (i + 1) & (c->room - 1);
	return &c->rows[i];
}

/* Move all counts above the least to a table of so many rows. */
static void
move_counts(struct counts *c, size_t room)
{
	struct counts moved = { .room = room, .least = c->least };

	moved.rows = x_calloc_large(room, sizeof(*moved.rows));
	for (size_t i = 0; i < c->room; i++)
		if (c->rows[i].hash && c->rows[i].n > c->least) {
			*find_count(&moved, c->rows[i].hash) = c->rows[i];
			moved.n++;
		}
	free(c->rows);
	*c = moved;
}

static void
make_room(struct counts *c)
{
	if (c->room < MOST_COUNTS) {
		move_counts(c, 2 * c->room);
		return;
	}
	while (2 * c->n > c->room) {
		c->least++;
		move_counts(c, c->room);
	}
}

static void
add(struct counts *c, uint32_t hash)
{
	struct count_row *row = find_count(c, hash);

	if (!row->hash && 3 * (c->n + 1) > 2 * c->room) {
		make_room(c);
		row = find_count(c, hash);
	}
	c->n += row->hash == 0;
	row->hash = hash;
	row->n++;
}

void
counts_add(struct counts *c, const uint32_t *hashes, size_t n)
{
	enum { AHEAD = 8 }; /* rows are far apart: ask for them before they are needed */

	for (size_t i = 0; i < n; i++) {
		if (i + AHEAD < n)
			__builtin_prefetch(&c->rows[slot_of(c, hashes[i + AHEAD])], 1);
		add(c, hashes[i] | 1);
	}
}

uint32_t
counts_of(const struct counts *c, uint32_t hash)
{
	return find_count(c, hash | 1)->n;
}
