/* known.c - the menus and furniture that the profile of a site knows, on a page. */
#include "known.h"

#include "xpath.h"

/* A region whose elements are being looked for. */
struct finding {
	const struct known_region **at; /* by block */
	const struct blocks *blocks;
	const struct known_region *region;
	bool any;
};

/* xpath: found */
static void
note(void *context, struct block *b)
{
	struct finding *f = context;
	const struct known_region **at = &f->at[b - f->blocks->at];

	if (!*at)
		*at = f->region;
	f->any = true;
}

const struct known_region **
known_regions(struct arena *a, const struct profile *p, const struct blocks *b)
{
	struct finding f = { .blocks = b };
	struct xpath_page *page = NULL;

	if (!p->n_regions)
		return NULL;
	f.at = arena_zalloc(a, b->n * sizeof(*f.at));
	for (uint32_t i = 0; i < p->n_regions; i++) {
		const struct locator *l = &p->regions[i].locator;
		struct block *found = l->xpath ? NULL : selector_find(&l->way, b);

		f.region = &p->regions[i];
		if (l->xpath && !page)
			page = xpath_page_new(b);
		if (l->xpath)
			xpath_each(page, l->xpath, note, &f);
		else if (found)
			note(&f, found);
	}
	if (page)
		xpath_page_free(page);
	return f.any ? f.at : NULL;
}

bool
known_holds(const struct known_region *known, const struct profile *p, const struct blocks *b,
    const struct block *block)
{
	enum { LEAST_PERCENT = 60 };
	bool is_alike;

	if (known->kind == REGION_NAV)
		is_alike = block->links && (is_nav_landmark(block->node) ||
					       link_percent(block) >= LEAST_PERCENT);
	else
		is_alike = block->is & IS_LANDMARK;
	return (is_alike && block->prose * 2ull <= b->at[0].prose) ||
	       profile_repeats(p, b, block);
}
