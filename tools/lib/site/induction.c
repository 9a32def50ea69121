/* induction.c - where pages of a site have their bodies.
 *
 * What a site repeats is its template; the text outside links that it does not is what its
 * pages are about. From the body element the way goes down as long as most pages agree on the
 * child that holds nearly all of that. */
#include "induction.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "../page/fingerprint.h"
#include "../page/known_body.h"
#include "../page/siblings.h"
#include "naming.h"
#include "recurrence.h"
#include "ways.h"

enum {
	CORE_PERCENT = 80,     /* of pages with the text that most have: about as many */
	CARRYING_PERCENT = 50, /* of the texts that so many have */
	CLOSING_PERCENT = 60,  /* of bodies: what so many end with is none of them */
	MOST_BODIES = 8,       /* templates of a site */
	PLAIN_PERCENT = 60,    /* of a page's text, where all of it is its body: its own */
	COMMON_PERCENT = 90,   /* of pages of one site: with the same texts */
	FEWEST_COMMON = 2,     /* of such texts */
	LONG_TEXT = 24,        /* bytes: what half of the pages have is no chance */
	SHARED_PERCENT = 25,   /* of what is beside bodies, and no more: on several pages */
};

/* On how many of n pages each text stands. */
struct texts_on_pages {
	struct recurrence r;
	uint32_t n;
};

static struct texts_on_pages
count_texts(const struct skeleton **pages, uint32_t n)
{
	struct texts_on_pages t = { .n = n };

	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < pages[i]->n_texts; k++)
			recurrence_add(&t.r, pages[i]->texts[k].fingerprint, i + 1);
	return t;
}

/* The texts that stand on many of the pages, as they first do. */
static void
find_template(
    const struct skeleton **pages, const struct texts_on_pages *t, struct profile *profile)
{
	for (uint32_t i = 0; i < t->n; i++)
		for (uint32_t k = 0; k < pages[i]->n_texts; k++) {
			const struct bone_text *text = &pages[i]->texts[k];
			uint32_t on = recurrence_of(&t->r, text->fingerprint);

			if (on > 1 && (uint64_t)on * 100 >= (uint64_t)t->n * TEMPLATE_PERCENT)
				profile_add_text(profile, skeleton_text(pages[i], text), on);
		}
}

/* The texts of a page's body that have not been taken off its end yet. */
struct ending {
	const struct bone_text *first, *end;
};

static struct ending
ending_of(struct voter *v, const struct selector *s)
{
	const struct skeleton *page = v->page;
	uint32_t at = voter_go(v, s);
	struct ending e = { page->texts, page->texts };

	for (uint32_t i = 0; at != NO_BONE && i < page->n_texts; i++) {
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

/* Put first, and count, the pages on which a way leads to most of what they say. */
static uint32_t
part_served(struct voter *voters, uint32_t n, const struct selector *way)
{
	uint32_t n_first = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t at = voter_go(&voters[i], way);

		if (at != NO_BONE && voters[i].own[at] * 2ull >= voters[i].own[0])
			voters_swap(&voters[n_first++], &voters[i]);
	}
	return n_first;
}

/* Are they pages of one site, not only of one folder: do their titles name it, or have they
 * more in common than what pages of any site say, such as "Home" or "Privacy policy"? */
static bool
is_of_one_site(const struct texts_on_pages *t, const struct profile *profile)
{
	uint32_t common = 0;

	for (uint32_t i = 0; i < profile->n_texts; i++) {
		struct str text = profile->texts[i].text;
		uint64_t on = recurrence_of(&t->r, text_fingerprint(text));

		if (text.n >= LONG_TEXT && on * 2 >= t->n)
			return true;
		common += on * 100 >= (uint64_t)t->n * COMMON_PERCENT && str_has_letters(text);
	}
	return profile->n_names || common >= FEWEST_COMMON;
}

/* Do pages have next to nothing around their bodies: is most of what they hold their own? */
static bool
is_plain(const struct voter *voters, uint32_t n)
{
	uint64_t plain = 0;

	for (uint32_t i = 0; i < n; i++)
		plain +=
		    voters[i].own[0] * 100ull >= voters[i].all[0] * (uint64_t)PLAIN_PERCENT;
	return plain * 100 >= (uint64_t)n * AGREEING_PERCENT;
}

/* Is all of the pages their body? What ways have not served is too mixed to tell. */
static bool
is_all_body(const struct voter *voters, uint32_t n, const struct texts_on_pages *t,
    const struct profile *profile)
{
	return !profile->n_bodies && is_plain(voters, n) && is_of_one_site(t, profile);
}

/* Look anew at pages that no way serves: what they repeat is the template of these. */
static void
look_anew(struct voter *voters, uint32_t n, struct texts_on_pages *t, struct profile *profile)
{
	const struct skeleton **pages = x_calloc(n + 1, sizeof(*pages));

	for (uint32_t i = 0; i < n; i++)
		pages[i] = voters[i].page;
	recurrence_free(&t->r);
	*t = count_texts(pages, n);
	find_template(pages, t, profile);
	for (uint32_t i = 0; i < n; i++) {
		voter_free(&voters[i]);
		voters[i] = voter_new(pages[i], profile);
	}
	free(pages);
}

/* Of the words that elements beside the body say as their page's own, in bytes: how many, and
 * how many of them another page says too. */
struct company {
	uint64_t all, shared;
};

static void
meet_sibling(struct company *c, const struct voter *v, uint32_t sibling,
    const struct recurrence *r, const struct profile *profile)
{
	const struct skeleton *page = v->page;

	if (!says_much_of_its_own(v->own[sibling], v->all[sibling]))
		return;
	for (uint32_t i = 0; i < page->n_texts; i++) {
		const struct bone_text *text = &page->texts[i];

		if (text->bone < sibling || text->bone >= page->bones[sibling].end ||
		    text->in_link || profile_has_text(profile, text->fingerprint))
			continue;
		c->all += text->length;
		if (recurrence_of(r, text->fingerprint) > 1)
			c->shared += text->length;
	}
}

/* Does what stands beside bodies and seems to be the pages' own belong to them? Not where it is
 * the same on some pages, as what a part of a site has at the foot of each of its. */
static bool
siblings_belong(struct voter *voters, uint32_t n, const struct selector *way,
    const struct recurrence *r, const struct profile *profile)
{
	struct company c = { 0 };

	for (uint32_t i = 0; i < n; i++) {
		const struct bone *bones = voters[i].page->bones;
		uint32_t at = voter_go(&voters[i], way);

		for (; at != NO_BONE && at; at = bones[at].parent) {
			uint32_t up = bones[at].parent;

			for (uint32_t k = up + 1; k < bones[up].end; k = bones[k].end)
				if (k != at)
					meet_sibling(&c, &voters[i], k, r, profile);
		}
	}
	return c.shared * 100 <= c.all * SHARED_PERCENT;
}

static void
add_body(struct voter *voters, uint32_t n, const struct selector *way,
    const struct recurrence *r, struct profile *profile)
{
	struct known_body *body;

	for (uint32_t i = 0; i < profile->n_bodies; i++)
		if (selector_equal(&profile->bodies[i].locator.way, way))
			return;
	body = profile_add_body(profile);
	body->locator.way = *way;
	body->with_siblings = way->n && siblings_belong(voters, n, way, r, profile);
}

/* The ways down to the bodies, one for each template that enough of the pages have. */
static void
find_bodies(struct voter *voters, uint32_t n, struct texts_on_pages *t, struct profile *profile)
{
	while (n >= FEWEST_PAGES && profile->n_bodies < MOST_BODIES) {
		uint32_t carriers = part_carriers(voters, n, profile), served;
		struct selector way = { 0 };

		if (carriers >= FEWEST_PAGES)
			way = find_way(voters, carriers, profile);
		if (!way.n && (carriers = part_template(voters, carriers)) >= FEWEST_PAGES)
			way = find_way(voters, carriers, profile);
		if (!way.n && !is_all_body(voters, n, t, profile))
			return;
		carriers = way.n ? carriers : n;
		add_body(voters, carriers, &way, &t->r, profile);
		find_closing(voters, carriers, &way, profile);
		served = part_served(voters, n, &way);
		if (!served)
			return;
		voters += served;
		n -= served;
		if (n >= FEWEST_PAGES)
			look_anew(voters, n, t, profile);
	}
}

void
induce(const struct skeleton *pages, uint32_t n, struct profile *profile)
{
	struct voter *voters = x_calloc(n + 1, sizeof(*voters));
	const struct skeleton **all = x_calloc(n + 1, sizeof(*all));
	struct texts_on_pages t;
	uint32_t n_voters = 0;

	for (uint32_t i = 0; i < n; i++)
		all[i] = &pages[i];
	t = count_texts(all, n);
	find_template(all, &t, profile);
	find_names(pages, n, profile);
	for (uint32_t i = 0; i < n; i++) {
		struct voter v = voter_new(&pages[i], profile);

		if (v.own[0] >= LEAST_OWN && pages[i].n > 1)
			voters[n_voters++] = v;
		else
			voter_free(&v);
	}
	find_bodies(voters, n_voters, &t, profile);
	for (uint32_t i = 0; i < n_voters; i++)
		voter_free(&voters[i]);
	recurrence_free(&t.r);
	free(voters);
	free(all);
}
