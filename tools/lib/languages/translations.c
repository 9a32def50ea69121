/* translations.c - which pages are translations of one another. */
#include "translations.h"

#include <stdlib.h>

#include "../base/disjoint.h"
#include "../base/memory.h"
#include "edges.h"

/* Below this, pages are not put together. */
static const float least_weight = 0.3F;

/* The members of each growing group, as lists: next of the last is NONE. */
struct growing {
	const struct versions *all;
	uint32_t *sets, *next, *last;
};

static bool
share_edition(const struct growing *g, uint32_t a, uint32_t b)
{
	for (uint32_t i = a; i != NONE; i = g->next[i])
		for (uint32_t k = b; k != NONE; k = g->next[k])
			if (g->all->rows[i].edition == g->all->rows[k].edition)
				return true;
	return false;
}

/* Make one group of two, unless they hold two pages of one edition. */
static bool
join(struct growing *g, uint32_t a, uint32_t b)
{
	a = disjoint_find(g->sets, a);
	b = disjoint_find(g->sets, b);
	if (a == b)
		return true;
	if (share_edition(g, a, b))
		return false;
	disjoint_join(g->sets, a, b);
	if (a > b) {
		uint32_t swap = a;

		a = b;
		b = swap;
	}
	g->next[g->last[a]] = b;
	g->last[a] = g->last[b];
	return true;
}

static int
by_weight(const void *x, const void *y)
{
	const struct edge *a = x, *b = y;

	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return (a->b > b->b) - (a->b < b->b);
}

static void
note(struct translations *t, uint32_t version, const struct edge *e)
{
	t->reasons[version] |= e->reasons;
	if (e->weight > t->confidence[version])
		t->confidence[version] = e->weight;
}

/* Join the likeliest pairs first. */
static void
join_all(struct growing *g, struct edges *e, struct translations *t)
{
	if (e->n)
		qsort(e->rows, e->n, sizeof(*e->rows), by_weight);
	for (size_t i = 0; i < e->n && e->rows[i].weight >= least_weight; i++) {
		if (!join(g, e->rows[i].a, e->rows[i].b))
			continue;
		note(t, e->rows[i].a, &e->rows[i]);
		note(t, e->rows[i].b, &e->rows[i]);
	}
}

/* Number the groups by their first versions. */
static void
number(struct versions *all, struct growing *g, struct translations *t)
{
	uint32_t at = 0;

	t->rows = x_calloc(all->n, sizeof(*t->rows));
	t->members = x_malloc((all->n + 1) * sizeof(*t->members));
	for (uint32_t i = 0; i < all->n; i++) {
		struct translation *row = &t->rows[t->n];

		if (disjoint_find(g->sets, i) != i)
			continue;
		row->first = at;
		for (uint32_t k = i; k != NONE; k = g->next[k]) {
			all->rows[k].group = (uint32_t)t->n;
			t->members[at++] = k;
		}
		row->n = at - row->first;
		t->n++;
	}
}

void
translations_find(struct versions *all, struct translations *t)
{
	struct growing g = { .all = all };
	struct edges e = { 0 };

	*t = (struct translations){ 0 };
	t->confidence = x_calloc(all->n, sizeof(*t->confidence));
	t->reasons = x_calloc(all->n, sizeof(*t->reasons));
	g.sets = disjoint_new((uint32_t)all->n);
	g.next = x_malloc((all->n + 1) * sizeof(*g.next));
	g.last = disjoint_new((uint32_t)all->n);
	for (uint32_t i = 0; i < all->n; i++)
		g.next[i] = NONE;
	edges_of_offers(&e, all);
	edges_of_paths(&e, all);
	edges_merge(&e);
	edges_of_likeness(&e, all);
	edges_merge(&e);
	join_all(&g, &e, t);
	number(all, &g, t);
	free(e.rows);
	free(g.sets);
	free(g.next);
	free(g.last);
}

uint32_t
translation_in(
    const struct versions *all, const struct translations *t, uint32_t group, uint32_t expected)
{
	const struct translation *row = &t->rows[group];

	for (uint32_t i = 0; i < row->n; i++)
		if (all->rows[t->members[row->first + i]].expected == expected)
			return t->members[row->first + i];
	return NONE;
}

void
reasons_write(unsigned reasons, struct buffer *out)
{
	static const char *const names[] = { "hreflang", "switcher", "sitemap", "path",
		"structure" };
	bool first = true;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (!(reasons >> i & 1))
			continue;
		buffer_add(out, first ? STR("") : STR(" "));
		buffer_add(out, str_of(names[i]));
		first = false;
	}
}

void
translations_free(struct translations *t)
{
	free(t->rows);
	free(t->members);
	free(t->confidence);
	free(t->reasons);
	*t = (struct translations){ 0 };
}
