/* editions.c - the languages of editions that nothing declares. */
#include "editions.h"

#include <stdlib.h>

#include "../base/identify.h"
#include "../base/memory.h"

enum {
	LEAST = 3,        /* fragments that show a language */
	LANGUAGES = 1024, /* more than libcld2 numbers */
};

/* The versions of one edition, and how much of their text is in the language they have. */
struct edition {
	const uint32_t *members;
	uint32_t n;
	double share;
};

/* Fragments of an edition by language. */
struct shows {
	uint32_t *counts; /* of each language */
	uint32_t total;
};

struct member {
	uint32_t edition, version;
};

static int
by_edition(const void *x, const void *y)
{
	const struct member *a = x, *b = y;

	if (a->edition != b->edition)
		return a->edition < b->edition ? -1 : 1;
	return (a->version > b->version) - (a->version < b->version);
}

static int
by_share(const void *x, const void *y)
{
	const struct edition *a = x, *b = y;

	if (a->share != b->share)
		return a->share > b->share ? -1 : 1;
	return (a->members[0] > b->members[0]) - (a->members[0] < b->members[0]);
}

static void
count_shows(const struct versions *all, const struct edition *e, struct shows *s)
{
	memset(s->counts, 0, LANGUAGES * sizeof(*s->counts));
	s->total = 0;
	for (uint32_t i = 0; i < e->n; i++) {
		const struct version *v = &all->rows[e->members[i]];

		for (uint32_t k = 0; k < v->n_fragments; k++) {
			uint16_t language = all->fragments[v->first_fragment + k].language;

			if (language < LANGUAGES)
				s->counts[language]++;
			s->total += language > 0;
		}
	}
}

/* True when most pages of an edition stand beside a settled one in that language. */
static bool
is_taken(const struct versions *all, const struct translations *groups, const struct edition *e,
    const bool *settled, struct str tag)
{
	uint32_t beside = 0;

	for (uint32_t i = 0; i < e->n; i++) {
		const struct translation *g = &groups->rows[all->rows[e->members[i]].group];
		bool found = false;

		for (uint32_t k = 0; k < g->n && !found; k++) {
			uint32_t other = groups->members[g->first + k];

			found = settled[other] &&
			        str_eq(version_str(all, all->rows[other].expected), tag);
		}
		beside += found;
	}
	return 2 * beside > e->n;
}

/* The language an edition shows most that is not taken, as a string; 0: none. */
static uint32_t
free_language(struct versions *all, const struct translations *groups, const struct edition *e,
    const bool *settled, struct shows *s)
{
	for (;;) {
		uint32_t best = 0;

		for (uint32_t l = 1; l < LANGUAGES; l++)
			if (s->counts[l] >= LEAST && (!best || s->counts[l] > s->counts[best]))
				best = l;
		if (!best)
			return 0;
		s->counts[best] = 0;
		if (!is_taken(all, groups, e, settled, str_of(identified_tag((uint16_t)best))))
			return version_string(all, str_of(identified_tag((uint16_t)best)));
	}
}

static void
settle(struct versions *all, const struct translations *groups, const struct edition *e,
    bool *settled, struct shows *s)
{
	struct str tag = version_str(all, all->rows[e->members[0]].expected);
	uint32_t other = 0;

	if (is_taken(all, groups, e, settled, tag)) {
		count_shows(all, e, s);
		other = free_language(all, groups, e, settled, s);
	}
	for (uint32_t i = 0; i < e->n; i++) {
		if (other)
			all->rows[e->members[i]].expected = other;
		settled[e->members[i]] = true;
	}
}

/* The undeclared editions, those first that are in their language most. */
static struct edition *
find_editions(const struct versions *all, struct shows *s, uint32_t *members, size_t *n)
{
	struct member *rows = x_malloc((all->n + 1) * sizeof(*rows));
	struct edition *editions = x_malloc((all->n + 1) * sizeof(*editions));
	size_t count = 0;

	*n = 0;
	for (uint32_t i = 0; i < all->n; i++)
		if (all->rows[i].edition != all->rows[i].expected)
			rows[count++] = (struct member){ all->rows[i].edition, i };
	qsort(rows, count, sizeof(*rows), by_edition);
	for (size_t i = 0; i < count; i++) {
		members[i] = rows[i].version;
		if (!i || rows[i].edition != rows[i - 1].edition)
			editions[(*n)++] = (struct edition){ .members = &members[i] };
		editions[*n - 1].n++;
	}
	for (size_t i = 0; i < *n; i++) {
		struct edition *e = &editions[i];
		struct str tag = version_str(all, all->rows[e->members[0]].expected);
		uint32_t own = 0;

		count_shows(all, e, s);
		for (uint32_t l = 1; l < LANGUAGES; l++)
			if (s->counts[l] && str_eq(str_of(identified_tag((uint16_t)l)), tag))
				own += s->counts[l];
		e->share = s->total ? (double)own / s->total : 0;
	}
	qsort(editions, *n, sizeof(*editions), by_share);
	free(rows);
	return editions;
}

void
editions_settle(struct versions *all, const struct translations *groups)
{
	struct shows s = { .counts = x_calloc(LANGUAGES, sizeof(*s.counts)) };
	uint32_t *members = x_malloc((all->n + 1) * sizeof(*members));
	bool *settled = x_calloc(all->n, sizeof(*settled));
	size_t n;
	struct edition *editions = find_editions(all, &s, members, &n);

	for (size_t i = 0; i < n; i++)
		settle(all, groups, &editions[i], settled, &s);
	free(editions);
	free(settled);
	free(members);
	free(s.counts);
}
