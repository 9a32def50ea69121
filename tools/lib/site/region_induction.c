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
	uint32_t last; /* page that was counted last, from 1 */
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

/* On how many pages is there an element at all? */
static uint32_t
pages_with(const struct selector *way, const struct html_document *const *pages, uint32_t n)
{
	uint32_t found = 0;

	for (uint32_t i = 0; i < n; i++)
		found += selector_node(way, pages[i]->root) != NULL;
	return found;
}

void
induce_regions(struct arena *a, const struct html_document *const *pages, uint32_t n,
    const struct rules *rules, struct profile *profile)
{
	struct tallies t = { 0 };

	for (uint32_t i = 0; i < n; i++) {
		struct page page;

		page_extract(a, pages[i], rules, profile, WANT_REGIONS | WANT_PLACES, &page);
		for (const struct region_place *p = page.places; p; p = p->next)
			count(&t, &p->region, i + 1);
	}
	for (uint32_t i = 0; i < t.n; i++) {
		const struct known_region *region = &t.at[i].region;
		uint64_t on = region->pages;

		if (on >= FEWEST_PAGES && on * 100 >= (uint64_t)n * TEMPLATE_PERCENT &&
		    on * 100 >=
			(uint64_t)pages_with(&region->locator.way, pages, n) * AGREEING_PERCENT)
			profile_add_region(profile, region);
	}
	free(t.at);
}
