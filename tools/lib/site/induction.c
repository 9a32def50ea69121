/* induction.c - where pages of a site have their bodies.
 *
 * What a site repeats is its template; the text outside links that it does not is what its
 * pages are about. From the body element the way goes down as long as most pages agree on the
 * child that holds nearly all of that. */
#include "induction.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "../page/metadata.h"
#include "naming.h"
#include "recurrence.h"

enum {
	EQUAL_PERCENT = 98,    /* of what the parent holds: it adds next to nothing */
	EMPTY_PERCENT = 50,    /* of pages on which it has to add nothing at all */
	LEAST_OWN = 100,       /* bytes of own text, for a page to have a say */
	MOST_OWN = 2000,       /* that count: a short page may have more in the bars around
	                        * its body than in it */
	MOST_PERCENT = 60,     /* of what the parent holds, where the rest is */
	LONGEST_BARS = 150,    /* bytes and no more: a title above, those of neighbours below */
	CORE_PERCENT = 80,     /* of pages with the text that most have: about as many */
	CARRYING_PERCENT = 50, /* of the texts that so many have */
	CLOSING_PERCENT = 60,  /* of bodies: what so many end with is none of them */
	MOST_BODIES = 8,       /* templates of a site */
	NONE = UINT32_MAX,
};

/* A page on the way down. */
struct voter {
	const struct skeleton *page;
	uint32_t *all;      /* bytes of its text, by bone */
	uint32_t *own;      /* of these, its own outside links */
	uint32_t *headings; /* its own below level 1, by bone: parts of the body */
	uint32_t at;        /* the bone it has come to, or NONE */
	uint32_t weight;    /* of its vote */
};

/* Votes for the same step. */
struct tally {
	struct step step;
	uint64_t votes;  /* their weights */
	uint64_t of_tag; /* and of those for any step of its tag */
};

static bool
same_step(struct step a, struct step b)
{
	return a.tag == b.tag && a.nth == b.nth;
}

static bool
is_title(const struct skeleton *page, const struct bone_text *text)
{
	return title_is_in(buffer_str(&page->title), skeleton_text(page, text));
}

/* Count the headings that a body may not be without; titles: that of the page too. */
static void
count_headings(struct voter *v, const struct profile *p, bool titles)
{
	const struct skeleton *page = v->page;

	memset(v->headings, 0, (page->n + 1) * sizeof(*v->headings));
	for (uint32_t i = 0; i < page->n_texts; i++) {
		const struct bone_text *text = &page->texts[i];

		if (text->in_heading && !text->in_link && (titles || !is_title(page, text)) &&
		    !profile_has_text(p, text->fingerprint))
			v->headings[text->bone]++;
	}
	for (uint32_t i = page->n; i-- > 1;)
		v->headings[page->bones[i].parent] += v->headings[i];
}

static struct voter
voter_new(const struct skeleton *page, const struct profile *p)
{
	struct voter v = { .page = page };

	v.all = x_calloc(page->n + 1, sizeof(*v.all));
	v.own = x_calloc(page->n + 1, sizeof(*v.own));
	v.headings = x_calloc(page->n + 1, sizeof(*v.headings));
	for (uint32_t i = 0; i < page->n_texts; i++) {
		const struct bone_text *text = &page->texts[i];

		v.all[text->bone] += text->length;
		if (text->in_link || profile_has_text(p, text->fingerprint))
			continue;
		v.own[text->bone] += text->length;
	}
	for (uint32_t i = page->n; i-- > 1;) {
		v.all[page->bones[i].parent] += v.all[i];
		v.own[page->bones[i].parent] += v.own[i];
	}
	count_headings(&v, p, true);
	v.weight = v.own[0] < MOST_OWN ? v.own[0] : MOST_OWN;
	return v;
}

static void
voter_free(struct voter *v)
{
	free(v->all);
	free(v->own);
	free(v->headings);
}

static bool
holds_nearly_all(uint32_t part, uint32_t all)
{
	unsigned percent = all - part <= LONGEST_BARS ? MOST_PERCENT : NEARLY_ALL_PERCENT;

	return (uint64_t)part * 100 >= (uint64_t)all * percent;
}

/* The child of where a page stands that holds nearly all, headings not left out, or NONE. */
static uint32_t
heavy_child(const struct voter *v)
{
	const struct bone *bones = v->page->bones;

	for (uint32_t i = v->at + 1; i < bones[v->at].end; i = bones[i].end)
		if (holds_nearly_all(v->own[i], v->own[v->at]) &&
		    v->headings[i] == v->headings[v->at])
			return i;
	return NONE;
}

static uint32_t
child_at(const struct voter *v, struct step step)
{
	const struct bone *bones = v->page->bones;

	for (uint32_t i = v->at + 1; i < bones[v->at].end; i = bones[i].end)
		if (same_step(bones[i].step, step))
			return i;
	return NONE;
}

/* The step that most vote for. */
static struct tally
vote(const struct voter *voters, uint32_t n)
{
	struct tally *tallies = x_calloc(n + 1, sizeof(*tallies)), best = { 0 };

	for (uint32_t i = 0; i < n; i++) {
		uint32_t child = voters[i].at == NONE ? NONE : heavy_child(&voters[i]), k = 0;

		if (child == NONE)
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
			uint32_t up = v->at == NONE ? NONE : v->page->bones[v->at].parent;

			if (up == NONE)
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
	uint32_t heavy = v->at == NONE ? NONE : heavy_child(v);

	if (heavy != NONE && v->page->bones[heavy].step.tag == step.tag)
		v->at = heavy;
	else if (v->at != NONE)
		v->at = child_at(v, step);
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

/* The bone that a selector leads to, or NONE. */
static uint32_t
bone_at(struct voter *v, const struct selector *s)
{
	v->at = 0;
	for (uint32_t i = 0; i < s->n && v->at != NONE; i++)
		v->at = child_at(v, s->steps[i]);
	return v->at;
}

/* The texts of a page's body that have not been taken off its end yet. */
struct ending {
	const struct bone_text *first, *end;
};

static struct ending
ending_of(struct voter *v, const struct selector *s)
{
	const struct skeleton *page = v->page;
	uint32_t at = bone_at(v, s);
	struct ending e = { page->texts, page->texts };

	for (uint32_t i = 0; at != NONE && i < page->n_texts; i++) {
		bool within =
		    page->texts[i].bone >= at && page->texts[i].bone < page->bones[at].end;

		if (within && e.end == page->texts)
			e.first = &page->texts[i];
		if (within)
			e.end = &page->texts[i + 1];
	}
	return e;
}

/* The text that most bodies end with, and how many. */
static uint64_t
common_end(const struct ending *endings, uint32_t n, uint32_t *count)
{
	uint64_t best = 0;

	*count = 0;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t same = 0;

		for (uint32_t k = 0; endings[i].end > endings[i].first && k < n; k++)
			same +=
			    endings[k].end > endings[k].first &&
			    endings[k].end[-1].fingerprint == endings[i].end[-1].fingerprint;
		if (same > *count) {
			*count = same;
			best = endings[i].end[-1].fingerprint;
		}
	}
	return best;
}

/* What bodies end with, text after text from their ends on: bars to share by, links to edit the
 * page, the day it was changed. Texts that recur elsewhere in bodies are headings and the like.
 */
static void
find_closing(
    struct voter *voters, uint32_t n, const struct selector *way, struct profile *profile)
{
	struct ending *endings = x_calloc(n + 1, sizeof(*endings));
	uint64_t text;
	uint32_t count;

	for (uint32_t i = 0; i < n; i++)
		endings[i] = ending_of(&voters[i], way);
	while ((text = common_end(endings, n, &count)) && count * 100 >= n * CLOSING_PERCENT &&
	       profile_has_text(profile, text)) {
		profile_close(profile, text);
		for (uint32_t i = 0; i < n; i++)
			if (endings[i].end > endings[i].first &&
			    endings[i].end[-1].fingerprint == text)
				endings[i].end--;
	}
	free(endings);
}

/* The texts that stand on many of the pages, as they first do. */
static void
find_template(const struct skeleton *pages, uint32_t n, struct profile *profile)
{
	struct recurrence r = { 0 };

	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < pages[i].n_texts; k++)
			recurrence_add(&r, pages[i].texts[k].fingerprint, i + 1);
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < pages[i].n_texts; k++) {
			const struct bone_text *text = &pages[i].texts[k];
			uint32_t on = recurrence_of(&r, text->fingerprint);

			if (on > 1 && (uint64_t)on * 100 >= (uint64_t)n * TEMPLATE_PERCENT)
				profile_add_text(profile, skeleton_text(&pages[i], text), on);
		}
	recurrence_free(&r);
}

/* Put first, and count, the pages that carry the template: at least half of the texts that most
 * pages have. The others, such as listings of source code among the pages of a manual, are made
 * otherwise, and do not tell where these have their bodies. */
static uint32_t
part_carriers(struct voter *voters, uint32_t n, const struct profile *profile)
{
	struct arena arena = { 0 };
	struct seen core = { 0 };
	uint32_t most = 0, n_core = 0, n_carriers = 0;

	for (uint32_t i = 0; i < profile->n_texts; i++)
		if (profile->texts[i].pages > most)
			most = profile->texts[i].pages;
	for (uint32_t i = 0; i < profile->n_texts; i++)
		if (profile->texts[i].pages * 100 >= most * CORE_PERCENT)
			n_core +=
			    seen_add(&arena, &core, text_fingerprint(profile->texts[i].text));
	for (uint32_t i = 0; i < n; i++) {
		struct voter v = voters[i];
		struct seen met = { 0 };
		uint32_t carries = 0;

		for (uint32_t k = 0; k < v.page->n_texts; k++)
			carries += seen_has(&core, v.page->texts[k].fingerprint) &&
			           seen_add(&arena, &met, v.page->texts[k].fingerprint);
		if (carries * 100 < n_core * CARRYING_PERCENT)
			continue;
		voters[i] = voters[n_carriers];
		voters[n_carriers++] = v;
	}
	arena_free(&arena);
	return n_carriers * 2 >= n ? n_carriers : n;
}

/* The way down to the bodies. Where there is none with the headings of pages in them, these may
 * stand before: they are found by the titles. */
static struct selector
find_way(struct voter *voters, uint32_t n, const struct profile *profile)
{
	struct selector way = descend(voters, n);

	if (way.n)
		return way;
	for (uint32_t i = 0; i < n; i++)
		count_headings(&voters[i], profile, false);
	return descend(voters, n);
}

static void
swap(struct voter *a, struct voter *b)
{
	struct voter v = *a;

	*a = *b;
	*b = v;
}

/* Put first, and count, the pages of what seems to be one template, where those of several do
 * not agree: that go on as most do from where all have come to. */
static uint32_t
part_template(struct voter *voters, uint32_t n)
{
	uint32_t n_first = 0;
	struct tally best;

	go_down(voters, n, &best);
	for (uint32_t i = 0; i < n && best.votes; i++) {
		uint32_t child = voters[i].at == NONE ? NONE : heavy_child(&voters[i]);

		if (child != NONE && same_step(voters[i].page->bones[child].step, best.step))
			swap(&voters[n_first++], &voters[i]);
	}
	return n_first;
}

/* Put first, and count, the pages on which a way leads to most of what they say. */
static uint32_t
part_served(struct voter *voters, uint32_t n, const struct selector *way)
{
	uint32_t n_first = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t at = bone_at(&voters[i], way);

		if (at != NONE && voters[i].own[at] * 2ull >= voters[i].own[0])
			swap(&voters[n_first++], &voters[i]);
	}
	return n_first;
}

/* The ways down to the bodies, one for each template that enough of the pages have. */
static void
find_bodies(struct voter *voters, uint32_t n, struct profile *profile)
{
	while (n >= FEWEST_PAGES && profile->n_bodies < MOST_BODIES) {
		uint32_t carriers = part_carriers(voters, n, profile), served;
		struct selector way = { 0 };

		if (carriers >= FEWEST_PAGES)
			way = find_way(voters, carriers, profile);
		if (!way.n && (carriers = part_template(voters, carriers)) >= FEWEST_PAGES)
			way = find_way(voters, carriers, profile);
		if (!way.n)
			return;
		profile_add_body(profile)->way = way;
		find_closing(voters, carriers, &way, profile);
		served = part_served(voters, n, &way);
		if (!served)
			return;
		voters += served;
		n -= served;
	}
}

void
induce(const struct skeleton *pages, uint32_t n, struct profile *profile)
{
	struct voter *voters = x_calloc(n + 1, sizeof(*voters));
	uint32_t n_voters = 0;

	find_template(pages, n, profile);
	find_names(pages, n, profile);
	for (uint32_t i = 0; i < n; i++) {
		struct voter v = voter_new(&pages[i], profile);

		if (v.own[0] >= LEAST_OWN && pages[i].n > 1)
			voters[n_voters++] = v;
		else
			voter_free(&v);
	}
	find_bodies(voters, n_voters, profile);
	for (uint32_t i = 0; i < n_voters; i++)
		voter_free(&voters[i]);
	free(voters);
}
