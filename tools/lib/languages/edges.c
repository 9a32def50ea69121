/* edges.c - pairs of pages that are declared translations of one another, or named so. */
#include "edges.h"

#include <stdlib.h>

#include "../base/hash.h"
#include "../base/memory.h"
#include "path_tags.h"

/* How far each sign can be trusted. A page that offers another by hreflang may be wrong, as
 * when all offer the front page of the other language; one that is offered back is not. */
static const double hreflang_weight = 0.9, switcher_weight = 0.8, path_weight = 0.9,
		    crowd_weight = 0.2;

void
edges_add(struct edges *e, const struct versions *all, uint32_t a, uint32_t b, double weight,
    enum reason reason)
{
	if (all->rows[a].edition == all->rows[b].edition)
		return;
	e->rows = x_grow(e->rows, &e->cap, e->n + 1, sizeof(*e->rows));
	e->rows[e->n++] =
	    (struct edge){ a < b ? a : b, a < b ? b : a, (float)weight, (unsigned char)reason };
}

static int
by_pair(const void *x, const void *y)
{
	const struct edge *a = x, *b = y;

	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return (a->b > b->b) - (a->b < b->b);
}

void
edges_merge(struct edges *e)
{
	size_t kept = 0;

	if (e->n)
		qsort(e->rows, e->n, sizeof(*e->rows), by_pair);
	for (size_t i = 0; i < e->n; i++) {
		struct edge *last = kept ? &e->rows[kept - 1] : NULL;

		if (last && by_pair(last, &e->rows[i]) == 0) {
			last->weight = 1 - (1 - last->weight) * (1 - e->rows[i].weight);
			last->reasons |= e->rows[i].reasons;
		} else {
			e->rows[kept++] = e->rows[i];
		}
	}
	e->n = kept;
}

/* One page offering another: for counting how many of an edition offer the same. */
struct arrow {
	uint32_t from, to, edition; /* of from */
	unsigned char offer;        /* enum offer_from */
};

static int
by_target(const void *x, const void *y)
{
	const struct arrow *a = x, *b = y;

	if (a->to != b->to)
		return a->to < b->to ? -1 : 1;
	if (a->offer != b->offer)
		return a->offer < b->offer ? -1 : 1;
	if (a->edition != b->edition)
		return a->edition < b->edition ? -1 : 1;
	return (a->from > b->from) - (a->from < b->from);
}

static bool
offers_back(const struct versions *all, uint32_t from, uint32_t to, enum offer_from how)
{
	const struct version *v = &all->rows[from];

	for (uint32_t i = 0; i < v->n_offers; i++) {
		const struct offer *o = &all->offers[v->first_offer + i];

		if (o->from == how && version_at(all, o->target) == to)
			return true;
	}
	return false;
}

static void
add_arrow(struct edges *e, const struct versions *all, const struct arrow *arrow, bool crowd)
{
	bool back = offers_back(all, arrow->to, arrow->from, arrow->offer);
	double weight = arrow->offer == OFFER_SWITCHER ? switcher_weight : hreflang_weight;
	static const enum reason reasons[] = { [OFFER_HREFLANG] = REASON_HREFLANG,
		[OFFER_SWITCHER] = REASON_SWITCHER,
		[OFFER_SITEMAP] = REASON_SITEMAP };

	if (crowd && !back)
		weight = crowd_weight;
	edges_add(e, all, arrow->from, arrow->to, weight, reasons[arrow->offer]);
}

void
edges_of_offers(struct edges *e, const struct versions *all)
{
	struct arrow *arrows = x_malloc((all->n_offers + all->n_sitemap + 1) * sizeof(*arrows));
	size_t n = 0;

	for (uint32_t i = 0; i < all->n; i++) {
		const struct version *v = &all->rows[i];

		for (uint32_t k = 0; k < v->n_offers; k++) {
			const struct offer *o = &all->offers[v->first_offer + k];
			uint32_t to = version_at(all, o->target);

			if (to != NONE && to != i)
				arrows[n++] = (struct arrow){ i, to, v->edition, o->from };
		}
	}
	for (size_t i = 0; i < all->n_sitemap; i++) {
		uint32_t from = version_at(all, all->sitemap[i].path);
		uint32_t to = version_at(all, all->sitemap[i].offer.target);

		if (from != NONE && to != NONE && from != to)
			arrows[n++] =
			    (struct arrow){ from, to, all->rows[from].edition, OFFER_SITEMAP };
	}
	qsort(arrows, n, sizeof(*arrows), by_target);
	for (size_t i = 0, end; i < n; i = end) {
		bool crowd;

		for (end = i + 1; end < n && arrows[end].to == arrows[i].to &&
				  arrows[end].offer == arrows[i].offer &&
				  arrows[end].edition == arrows[i].edition;
		     end++)
			;
		crowd = arrows[end - 1].from != arrows[i].from;
		for (size_t k = i; k < end; k++)
			if (k == i || arrows[k].from != arrows[k - 1].from)
				add_arrow(e, all, &arrows[k], crowd);
	}
	free(arrows);
}

struct keyed {
	uint64_t key;
	uint32_t version;
};

static int
by_key(const void *x, const void *y)
{
	const struct keyed *a = x, *b = y;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return (a->version > b->version) - (a->version < b->version);
}

/* The keys of a path without its language, as one part of it and wherever it stands. */
static size_t
add_keys(const struct versions *all, uint32_t version, struct keyed *keys)
{
	const struct version *v = &all->rows[version];
	struct str claim = version_str(all, v->claims[CLAIM_PATH]);
	struct path_tag tags[PATH_TAGS];
	struct str path = version_str(all, v->url ? v->url : v->path);
	size_t n = claim.n ? path_tags(path, tags) : 0, count = 0;

	for (size_t i = 0; i < n && !count; i++) {
		if (tags[i].text.n != claim.n ||
		    !str_starts_nocase(tags[i].text, str_part(claim, 0, 2)))
			continue;
		for (int everywhere = 0; everywhere < 2; everywhere++) {
			struct buffer key = { 0 };

			path_without(path, &tags[i], everywhere, &key);
			keys[count++] =
			    (struct keyed){ hash_str(0, buffer_str(&key)), version };
			buffer_free(&key);
		}
	}
	return count;
}

void
edges_of_paths(struct edges *e, const struct versions *all)
{
	struct keyed *keys = x_malloc((2 * all->n + 1) * sizeof(*keys));
	size_t n = 0;

	for (uint32_t i = 0; i < all->n; i++)
		n += add_keys(all, i, keys + n);
	qsort(keys, n, sizeof(*keys), by_key);
	for (size_t i = 0, first = 0; i < n; i++) {
		if (keys[i].key != keys[first].key)
			first = i;
		if (keys[i].version != keys[first].version)
			edges_add(e, all, keys[first].version, keys[i].version, path_weight,
			    REASON_PATH);
	}
	free(keys);
}
