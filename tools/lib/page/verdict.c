/* verdict.c - which units of a page are its body. */
#include "verdict.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"

struct body_model *
body_model_new(void)
{
	struct body_model *m = x_calloc(1, sizeof(*m));

	m->lexicon = lexicon_new();
	m->forest = forest_new("body.model", clue_names, CLUES);
	return m;
}

void
body_model_free(struct body_model *m)
{
	if (!m)
		return;
	lexicon_free(m->lexicon);
	forest_free(m->forest);
	free(m);
}

struct ranked {
	float chance;
	uint32_t unit;
};

/* Likeliest first; of equals the first in the page. */
static int
compare(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->chance != y->chance)
		return x->chance < y->chance ? 1 : -1;
	return x->unit < y->unit ? -1 : 1;
}

/* Keep the likeliest units. With k of them kept, F1 is expected to be 2 * (their words that are
 * body) / (their words + all words that are body): take the k that makes it largest. */
static void
choose(struct arena *a, struct verdicts *v)
{
	const struct units *u = v->table.units;
	struct ranked *order = arena_alloc(a, u->n * sizeof(*order));
	double body = 0, all = 0, kept = 0, best = -1;
	uint32_t most = 0;

	for (uint32_t i = 0; i < u->n; i++) {
		order[i] = (struct ranked){ v->chance[i], i };
		all += (double)v->chance[i] * shape_words(&u->at[i].shape);
	}
	qsort(order, u->n, sizeof(*order), compare);
	for (uint32_t k = 0; k < u->n; k++) {
		double words = shape_words(&u->at[order[k].unit].shape);

		kept += words;
		body += words * (double)order[k].chance;
		if (body / (kept + all + 1) >= best) {
			best = body / (kept + all + 1);
			most = k + 1;
		}
	}
	for (uint32_t k = 0; k < most; k++)
		v->body[order[k].unit] = true;
}

struct verdicts
verdicts_of(struct arena *a, const struct clue_table *t, const struct body_model *m)
{
	struct verdicts v = { .table = *t };

	v.chance = arena_alloc(a, t->n * sizeof(*v.chance));
	v.body = arena_zalloc(a, t->n * sizeof(*v.body));
	forest_scores(m->forest, t->at, t->n, v.chance);
	for (uint32_t i = 0; i < t->n; i++)
		v.chance[i] = 1 / (1 + expf(-v.chance[i]));
	choose(a, &v);
	return v;
}
