/* region_induction.c - where pages of a site have their menus and furniture. */
#include "region_induction.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "../page/extract.h"
#include "../page/places.h"
#include "induction.h"

/* A region and the pages that have it. */
struct tally {
	struct known_region region;
	uint32_t last;  /* page that was counted last, from 1 */
	uint32_t there; /* pages that have anything at its place */
};

struct tallies {
	struct tally *at;
	uint32_t n, cap;
};

static bool
is_same(const struct known_region *a, const struct known_region *b)
{
	return a->kind == b->kind && a->nav_kind == b->nav_kind && a->role == b->role &&
	       selector_equal(&a->locator.way, &b->locator.way);
}

static void
count(struct tallies *t, const struct known_region *region, uint32_t page)
{
	uint32_t i = 0;

	while (i < t->n && !is_same(&t->at[i].region, region))
		i++;
	if (i == t->n) {
		if (t->n == t->cap) {
			t->cap = t->cap ? 2 * t->cap : 64;
			t->at = x_realloc(t->at, t->cap * sizeof(*t->at));
		}
		t->at[t->n++] = (struct tally){ .region = *region };
	}
	t->at[i].region.pages += t->at[i].last != page;
	t->at[i].last = page;
}

/* Of regions, keep those that enough pages have. */
static void
keep_frequent(struct tallies *t, uint32_t n)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < t->n; i++) {
		uint64_t on = t->at[i].region.pages;

		if (on >= FEWEST_PAGES && on * 100 >= (uint64_t)n * TEMPLATE_PERCENT)
			t->at[kept++] = t->at[i];
	}
	t->n = kept;
}

void
induce_regions(const struct sample_page *pages, uint32_t n, const struct rules *rules,
    struct profile *profile)
{
	struct tallies t = { 0 };
	struct arena arena = { 0 };
	struct html_document doc;

	for (uint32_t i = 0; i < n; i++, arena_reset(&arena)) {
		struct page page;

		html_parse(&arena, pages[i].bytes, &pages[i].options, &doc);
		page_extract(
		    &arena, &doc, rules, profile, WANT_REGIONS | WANT_PLACES, NULL, &page);
		for (const struct region_place *p = page.places; p; p = p->next)
			count(&t, &p->region, i + 1);
	}
	keep_frequent(&t, n);
	for (uint32_t i = 0; t.n && i < n; i++, arena_reset(&arena)) {
		html_parse(&arena, pages[i].bytes, &pages[i].options, &doc);
		for (uint32_t k = 0; k < t.n; k++)
			t.at[k].there +=
			    selector_node(&t.at[k].region.locator.way, doc.root) != NULL;
	}
	for (uint32_t i = 0; i < t.n; i++)
		if (t.at[i].region.pages * 100ull >= t.at[i].there * (uint64_t)AGREEING_PERCENT)
			profile_add_region(profile, &t.at[i].region);
	arena_free(&arena);
	free(t.at);
}
