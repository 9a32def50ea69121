/* likeness.c - pairs of pages that share what translation leaves alone.
 *
 * A feature that few pages have tells most: one that stands about once in each edition counts
 * 1, more frequent ones less, and those frequent everywhere nothing. Two pages are paired when
 * each is the other's best in its edition. A page that offers versions by hreflang has said
 * which there are, and is left out. */
#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "edges.h"

enum { FREQUENT = 4 }; /* times an edition, on average, from which a feature tells nothing */

/* The least likeness, of 1, to look at. */
static const double least_likeness = 0.25;

struct mention {
	uint64_t feature;
	uint32_t version;
};

struct likeness {
	const struct versions *all;
	uint32_t *edition; /* of each version, numbered from 0 */
	bool *declares;    /* of each edition: enough of its pages are paired */
	size_t n_editions;
	struct mention *mentions; /* sorted by feature */
	size_t n;
	float *totals; /* of each version: the weight of its features */
	float *scores; /* of each version, shared with the one looked at */
	uint32_t *touched;
	struct edge *found; /* a: looked at, b: its best in b's edition */
	size_t n_found, found_cap;
};

static int
by_number(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	return (a > b) - (a < b);
}

static void
number_editions(struct likeness *l)
{
	size_t n = l->all->n, count = 0;
	uint32_t *sorted = x_malloc((n + 1) * sizeof(*sorted));

	for (size_t i = 0; i < n; i++)
		sorted[i] = l->all->rows[i].edition;
	qsort(sorted, n, sizeof(*sorted), by_number);
	for (size_t i = 0; i < n; i++)
		if (!count || sorted[i] != sorted[count - 1])
			sorted[count++] = sorted[i];
	for (size_t i = 0; i < n; i++)
		l->edition[i] = (uint32_t)((uint32_t *)bsearch(&l->all->rows[i].edition, sorted,
					       count, sizeof(*sorted), by_number) -
					   sorted);
	l->n_editions = count;
	free(sorted);
}

/* An edition declares its versions if at least a fifth of its pages are paired. */
static void
find_declared(struct likeness *l, const struct edges *e)
{
	size_t n = l->all->n;
	bool *paired = x_calloc(n, sizeof(*paired));
	uint32_t *size = x_calloc(l->n_editions, sizeof(*size));
	uint32_t *pairs = x_calloc(l->n_editions, sizeof(*pairs));

	for (size_t i = 0; i < e->n; i++)
		paired[e->rows[i].a] = paired[e->rows[i].b] = true;
	for (size_t i = 0; i < n; i++) {
		size[l->edition[i]]++;
		pairs[l->edition[i]] += paired[i];
	}
	for (size_t i = 0; i < l->n_editions; i++)
		l->declares[i] = 5 * pairs[i] >= size[i];
	free(paired);
	free(size);
	free(pairs);
}

static int
by_feature(const void *x, const void *y)
{
	const struct mention *a = x, *b = y;

	if (a->feature != b->feature)
		return a->feature < b->feature ? -1 : 1;
	return (a->version > b->version) - (a->version < b->version);
}

static bool
has_spoken(const struct versions *all, const struct version *v)
{
	for (uint32_t i = 0; i < v->n_offers; i++)
		if (all->offers[v->first_offer + i].from == OFFER_HREFLANG)
			return true;
	return false;
}

static void
index_features(struct likeness *l)
{
	l->mentions = x_malloc((l->all->n_features + 1) * sizeof(*l->mentions));
	for (uint32_t i = 0; i < l->all->n; i++) {
		const struct version *v = &l->all->rows[i];

		for (uint32_t k = 0; !has_spoken(l->all, v) && k < v->n_features; k++)
			l->mentions[l->n++] =
			    (struct mention){ l->all->features[v->first_feature + k], i };
	}
	qsort(l->mentions, l->n, sizeof(*l->mentions), by_feature);
}

/* The mentions of a feature: from the first, how many. */
static size_t
find_feature(const struct likeness *l, uint64_t feature, size_t *first)
{
	size_t low = 0, high = l->n, n = 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (l->mentions[middle].feature < feature)
			low = middle + 1;
		else
			high = middle;
	}
	*first = low;
	while (low + n < l->n && l->mentions[low + n].feature == feature &&
	       n <= FREQUENT * l->n_editions)
		n++;
	return n;
}

/* What a feature with so many mentions counts. */
static float
weight_of(const struct likeness *l, size_t mentions)
{
	if (mentions > FREQUENT * l->n_editions)
		return 0;
	return mentions > l->n_editions ? (float)l->n_editions / (float)mentions : 1;
}

static void
find_totals(struct likeness *l)
{
	for (size_t i = 0, end; i < l->n; i = end) {
		float weight;

		for (end = i; end < l->n && l->mentions[end].feature == l->mentions[i].feature;)
			end++;
		weight = weight_of(l, end - i);
		for (size_t k = i; k < end; k++)
			l->totals[l->mentions[k].version] += weight;
	}
}

/* Score all versions that share a feature that counts with v; returns how many. */
static size_t
score(struct likeness *l, uint32_t version)
{
	const struct version *v = &l->all->rows[version];
	bool declares = l->declares[l->edition[version]];
	size_t touched = 0;

	if (has_spoken(l->all, v))
		return 0;
	for (uint32_t k = 0; k < v->n_features; k++) {
		size_t first,
		    n = find_feature(l, l->all->features[v->first_feature + k], &first);
		float weight = weight_of(l, n);

		for (size_t i = first; weight > 0 && i < first + n; i++) {
			uint32_t other = l->mentions[i].version;

			if (l->edition[other] == l->edition[version] ||
			    (declares && l->declares[l->edition[other]]))
				continue;
			if (l->scores[other] == 0)
				l->touched[touched++] = other;
			l->scores[other] += weight;
		}
	}
	return touched;
}

static double
likeness_of(const struct likeness *l, uint32_t a, uint32_t b)
{
	return l->scores[b] / sqrt((double)l->totals[a] * l->totals[b]);
}

/* Keep the best of each edition, and forget the scores. best is indexed by edition. */
static void
keep_best(struct likeness *l, uint32_t version, size_t touched, uint32_t *best)
{
	for (size_t i = 0; i < touched; i++) {
		uint32_t other = l->touched[i], *at = &best[l->edition[other]];

		if (*at == NONE ||
		    likeness_of(l, version, other) > likeness_of(l, version, *at))
			*at = other;
	}
	for (size_t i = 0; i < touched; i++) {
		uint32_t *at = &best[l->edition[l->touched[i]]];
		double likeness = *at == NONE ? 0 : likeness_of(l, version, *at);

		if (likeness >= least_likeness) {
			l->found =
			    x_grow(l->found, &l->found_cap, l->n_found + 1, sizeof(*l->found));
			l->found[l->n_found++] =
			    (struct edge){ version, *at, (float)likeness, REASON_STRUCTURE };
		}
		*at = NONE;
	}
	for (size_t i = 0; i < touched; i++)
		l->scores[l->touched[i]] = 0;
}

/* a's best is b: the same from both sides stands twice when sorted by the lesser first. */
static int
by_both(const void *x, const void *y)
{
	const struct edge *a = x, *b = y;
	uint32_t a1 = a->a < a->b ? a->a : a->b, a2 = a->a < a->b ? a->b : a->a;
	uint32_t b1 = b->a < b->b ? b->a : b->b, b2 = b->a < b->b ? b->b : b->a;

	if (a1 != b1)
		return a1 < b1 ? -1 : 1;
	return (a2 > b2) - (a2 < b2);
}

static void
add_mutual(struct likeness *l, struct edges *e)
{
	if (l->n_found)
		qsort(l->found, l->n_found, sizeof(*l->found), by_both);
	for (size_t i = 1; i < l->n_found; i++)
		if (by_both(&l->found[i - 1], &l->found[i]) == 0)
			edges_add(e, l->all, l->found[i].a, l->found[i].b,
			    0.3 + 0.6 * (double)l->found[i].weight, REASON_STRUCTURE);
}

static bool
all_declare(const struct likeness *l)
{
	for (size_t i = 0; i < l->n_editions; i++)
		if (!l->declares[i])
			return false;
	return true;
}

static void
look_at_all(struct likeness *l)
{
	uint32_t *best = x_malloc(l->n_editions * sizeof(*best));

	for (size_t i = 0; i < l->n_editions; i++)
		best[i] = NONE;
	index_features(l);
	find_totals(l);
	for (uint32_t i = 0; i < l->all->n; i++)
		keep_best(l, i, score(l, i), best);
	free(best);
}

void
edges_of_likeness(struct edges *e, const struct versions *all)
{
	struct likeness l = { .all = all };

	l.edition = x_calloc(all->n, sizeof(*l.edition));
	number_editions(&l);
	l.declares = x_calloc(l.n_editions, sizeof(*l.declares));
	l.totals = x_calloc(all->n, sizeof(*l.totals));
	l.scores = x_calloc(all->n, sizeof(*l.scores));
	l.touched = x_malloc((all->n + 1) * sizeof(*l.touched));
	find_declared(&l, e);
	if (!all_declare(&l))
		look_at_all(&l);
	add_mutual(&l, e);
	free(l.edition);
	free(l.declares);
	free(l.mentions);
	free(l.totals);
	free(l.scores);
	free(l.touched);
	free(l.found);
}
