/* duplicates.c - clusters of near duplicates beside Jaccard similarity by brute force.
 *
 * Five thousand made-up bodies: families of copies with one word in so many changed, moved or
 * left out, and bodies alone. Every pair is compared by exact sets of word triples. Of the
 * pairs that reach the threshold at least 99 in 100 must share a cluster, and every member of a
 * cluster must reach it with another member. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../units/bodies.h"
#include "base/buffer.h"
#include "base/diagnostics.h"
#include "base/memory.h"

enum { BODIES = 5000, MOST_WORDS = 400, VOCABULARY = 4000 };

struct made {
	uint32_t words[MOST_WORDS], n;
	uint64_t triples[MOST_WORDS];
	uint32_t n_triples;
};

static struct made bodies[BODIES];
static uint64_t state = 88172645463325252u;

/* xorshift (Marsaglia, 2003). */
static uint32_t
random_below(uint32_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 33) % n;
}

/* Few words are frequent, most are rare. */
static uint32_t
random_word(void)
{
	return random_below(1 + random_below(VOCABULARY));
}

static void
make_new(struct made *m)
{
	m->n = 10 + random_below(MOST_WORDS - 20);
	for (uint32_t i = 0; i < m->n; i++)
		m->words[i] = random_word();
}

/* A copy with a change in one of `rate` words. */
static void
make_copy(struct made *m, const struct made *of, uint32_t rate)
{
	m->n = 0;
	for (uint32_t i = 0; i < of->n && m->n + 2 < MOST_WORDS; i++) {
		uint32_t change = random_below(rate) ? 0 : 1 + random_below(3);

		if (change != 1)
			m->words[m->n++] = change == 2 ? random_word() : of->words[i];
		if (change == 3)
			m->words[m->n++] = random_word();
	}
}

static int
by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

static void
make_triples(struct made *m)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i + 2 < m->n; i++)
		m->triples[n++] = (uint64_t)m->words[i] << 42 |
		                  (uint64_t)m->words[i + 1] << 21 | m->words[i + 2];
	qsort(m->triples, n, sizeof(*m->triples), by_value);
	for (uint32_t i = 0; i < n; i++)
		if (!i || m->triples[i] != m->triples[m->n_triples - 1])
			m->triples[m->n_triples++] = m->triples[i];
}

static double
jaccard(const struct made *a, const struct made *b)
{
	uint32_t i = 0, j = 0, shared = 0;

	while (i < a->n_triples && j < b->n_triples) {
		uint64_t x = a->triples[i], y = b->triples[j];

		shared += x == y;
		i += x <= y;
		j += y <= x;
	}
	return (double)shared / (a->n_triples + b->n_triples - shared);
}

static void
add(struct duplicates *d, const struct made *m)
{
	struct buffer text = { 0 };

	for (uint32_t i = 0; i < m->n; i++)
		buffer_printf(&text, "w%" PRIu32 " ", m->words[i]);
	bodies_add(d, buffer_str(&text));
	buffer_free(&text);
}

/* Two bodies that are alike. */
struct pair {
	uint32_t a, b;
	double similarity;
};

static struct pair *pairs;
static size_t n_pairs, cap_pairs;

/* Compare all with all; keep the pairs that reach least. */
static void
compare_all(double least)
{
	for (uint32_t i = 0; i < BODIES; i++) {
		for (uint32_t j = 0; j < i; j++) {
			double similarity = jaccard(&bodies[i], &bodies[j]);

			if (similarity < least)
				continue;
			pairs = x_grow(pairs, &cap_pairs, n_pairs + 1, sizeof(*pairs));
			pairs[n_pairs++] = (struct pair){ i, j, similarity };
		}
	}
}

/* 0 where the clusters are right. */
static int
check(double threshold)
{
	struct duplicates *d = duplicates_new(threshold);
	uint32_t alike = 0, found = 0, members = 0, wrong = 0;

	for (uint32_t i = 0; i < BODIES; i++)
		add(d, &bodies[i]);
	duplicates_find(d);
	for (size_t i = 0; i < n_pairs; i++) {
		const struct pair *p = &pairs[i];

		alike += p->similarity >= threshold;
		found += p->similarity >= threshold &&
		         duplicates_first(d, p->a) == duplicates_first(d, p->b);
	}
	for (uint32_t i = 0; i < BODIES; i++) {
		double similarity;
		uint32_t partner = duplicates_partner(d, i, &similarity);

		members += partner != i;
		wrong += partner != i && jaccard(&bodies[i], &bodies[partner]) < threshold;
		wrong += duplicates_first(d, i) != duplicates_first(d, partner);
	}
	printf("duplicates at %.2f: %" PRIu32 " of %" PRIu32 " pairs, %" PRIu32
	       " members, %" PRIu32 " of them wrong\n",
	    threshold, found, alike, members, wrong);
	duplicates_free(d);
	return found * 100.0 < alike * 99.0 || wrong || !alike;
}

int
main(int argc, char **argv)
{
	static const double thresholds[] = { 0.5, 0.7, 0.8, 0.9, 0.95 };
	int status = 0;

	(void)argc;
	program_start(argv[0]);
	for (uint32_t i = 0; i < BODIES; i++) {
		if (i < 100 || random_below(3) == 0)
			make_new(&bodies[i]);
		else
			make_copy(&bodies[i], &bodies[random_below(i)], 5 + random_below(60));
		make_triples(&bodies[i]);
	}
	compare_all(thresholds[0]);
	for (size_t i = 0; i < sizeof(thresholds) / sizeof(*thresholds); i++)
		status |= check(thresholds[i]);
	free(pairs);
	return status;
}
