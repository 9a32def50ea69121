/* places.c - where on its page each region stands. */
#include "places.h"

/* True for what lies beside the body or what is around it, and was left over whole. */
static bool
is_left_over(const struct blocks *b, const struct block *block)
{
	return block->region == STRAY && !block->rooted && block->characters &&
	       !block->above_main && b->at[block->parent].above_main;
}

/* True for a region beside the body that was told by what its element is or holds. */
static bool
is_told(const struct blocks *b, const struct root *root, const struct block *block)
{
	if (!root->region || b->at[block->parent].region == MAIN ||
	    (root->by != BY_LANDMARK && root->by != BY_LINKS))
		return false;
	return root->kind == REGION_NAV ||
	       (root->kind == REGION_PART && !is_phrasing(block->node));
}

struct region_place *
places_of(struct arena *a, const struct blocks *b, const struct regions *r,
    const struct profile *profile)
{
	struct region_place *first = NULL, **end = &first;

	for (uint32_t i = 1; i < b->n && r->at[MAIN].node; i++) {
		const struct block *block = &b->at[i];
		const struct root *root = &r->at[block->rooted];
		struct known_region known = {
			.kind = root->kind, .nav_kind = -1, .role = root->role
		};

		if (!is_left_over(b, block) && !(block->rooted && is_told(b, root, block)))
			continue;
		if (known.kind == REGION_NAV)
			known.nav_kind = (int)root->region->nav.kind;
		if (selector_of(block->node, &known.locator.way) == -1 ||
		    !known_holds(&known, profile, b, block))
			continue;
		*end = arena_zalloc(a, sizeof(**end));
		(*end)->region = known;
		end = &(*end)->next;
	}
	return first;
}
