/* ways.c - the way down that most pages of a site agree on. */
#include "ways.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "induction.h"

enum {
	EQUAL_PERCENT = 98, /* of what the parent holds: it adds next to nothing */
	EMPTY_PERCENT = 50, /* of pages on which it has to add nothing at all */
};

/* Votes for the same step. */
struct tally {
	struct step step;
	uint64_t votes;  /* their weights */
	uint64_t of_tag; /* and of those for any step of its tag */
};

/* The step that most vote for. */
static struct tally
vote(const struct voter *voters, uint32_t n)
{
	struct tally *tallies = x_calloc(n + 1, sizeof(*tallies)), best = { 0 };

	for (uint32_t i = 0; i < n; i++) {
		uint32_t child = voter_heavy_child(&voters[i]), k = 0;

		if (child == NO_BONE)
			continue;
		while (tallies[k].votes &&
		       !same_step(tallies[k].step, voters[i].page->bones[child].step))
			k++;
		tallies[k].step = voters[i].page->bones[child].step;
		tallies[k].votes += voters[i].weight;
		if (tallies[k].votes > best.votes)
			best = tallies[k];
	}
	for (const struct tally *t = tallies; t->votes; t++)
		best.of_tag += t->step.tag == best.step.tag ? t->votes : 0;
	free(tallies);
	return best;
}

/* Go up again from where the pages have come to while most have nothing more there: of elements
 * that hold the same, the outermost is found on most pages. Where each page has a little more,
 * as bars above and below a long text are, that is the template's. */
static void
ascend(struct selector *s, struct voter *voters, uint32_t n)
{
	while (s->n) {
		uint32_t here = 0, equal = 0, empty = 0;

		for (uint32_t i = 0; i < n; i++) {
			struct voter *v = &voters[i];
			uint32_t up = v->at == NO_BONE ? NO_BONE : v->page->bones[v->at].parent;

			if (up == NO_BONE)
				continue;
			here++;
			equal += (uint64_t)v->all[v->at] * 100 >=
			         (uint64_t)v->all[up] * EQUAL_PERCENT;
			empty += v->all[v->at] == v->all[up];
			v->at = up;
		}
		if ((uint64_t)equal * 100 < (uint64_t)here * AGREEING_PERCENT ||
		    (uint64_t)empty * 100 < (uint64_t)here * EMPTY_PERCENT)
			break;
		s->n--;
	}
}

/* Rows and what they stand in are no bodies without their table. */
static bool
is_part_of_table(struct step step)
{
	return step.tag == TAG_TABLE || step.tag == TAG_TBODY || step.tag == TAG_TR;
}

/* Most have to agree on the tag, and half on the place: some pages have a bar more or less
 * before their bodies than others. */
static bool
is_agreed(struct tally best, uint64_t all)
{
	return best.votes && best.of_tag * 100 >= all * AGREEING_PERCENT &&
	       best.votes * 2 >= all;
}

/* Take a page along, to its own child of the tag where that is elsewhere. */
static void
follow(struct voter *v, struct step step)
{
	uint32_t heavy = voter_heavy_child(v);

	if (heavy != NO_BONE && v->page->bones[heavy].step.tag == step.tag)
		v->at = heavy;
	else if (v->at != NO_BONE)
		v->at = voter_child(v, step);
}

/* As far down as most agree; the pages have come there, and *best is what the next step got. */
static struct selector
go_down(struct voter *voters, uint32_t n, struct tally *best)
{
	struct selector s = { 0 };
	uint64_t all = 0;

	for (uint32_t i = 0; i < n; i++) {
		all += voters[i].weight;
		voters[i].at = 0;
	}
	while (s.n < SELECTOR_STEPS && is_agreed(*best = vote(voters, n), all)) {
		s.steps[s.n++] = best->step;
		for (uint32_t i = 0; i < n; i++)
			follow(&voters[i], best->step);
	}
	return s;
}

static struct selector
descend(struct voter *voters, uint32_t n)
{
	struct tally best;
	struct selector s = go_down(voters, n, &best);

	ascend(&s, voters, n);
	while (s.n && is_part_of_table(s.steps[s.n - 1]))
		s.n--;
	return s;
}

struct selector
find_way(struct voter *voters, uint32_t n, const struct profile *profile)
{
	struct selector way = descend(voters, n);

	if (way.n)
		return way;
	for (uint32_t i = 0; i < n; i++)
		voter_count_headings(&voters[i], profile, false);
	return descend(voters, n);
}

uint32_t
part_template(struct voter *voters, uint32_t n)
{
	uint32_t n_first = 0;
	struct tally best;

	go_down(voters, n, &best);
	for (uint32_t i = 0; i < n && best.votes; i++) {
		uint32_t child = voter_heavy_child(&voters[i]);

		if (child != NO_BONE && same_step(voters[i].page->bones[child].step, best.step))
			voters_swap(&voters[n_first++], &voters[i]);
	}
	return n_first;
}
