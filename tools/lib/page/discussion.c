/* discussion.c - what others say beside a page's own body: comments on an article, reviews of a
 * product. */
#include "verdict.h"

/* Words of a block that are to be body. */
static uint32_t
body_words(const struct verdicts *v, uint32_t block)
{
	const struct units *u = v->table.units;
	uint32_t words = 0;

	for (uint32_t i = units_first(u, block); i < units_end(u, block); i++)
		words += v->body[i] ? shape_words(&u->at[i].shape) : 0;
	return words;
}

/* Where a page is a discussion, by its data or since there is little else, that is its body. */
static bool
is_discussion(const struct verdicts *v, const struct rules *rules, const struct block *b,
    uint32_t number, uint32_t all)
{
	uint32_t words;

	if (!(b->has & HAS_ID) || !(b->is & IS_GROUP) ||
	    !rules_match(rules, ID_DISCUSSION, html_value(b->node, ATTR_ID)))
		return false;
	words = body_words(v, number);
	return words && words * 5ull < all * 4ull;
}

void
part_discussions(struct regions *r, struct arena *a, struct blocks *b,
    const struct rules *rules, const struct verdicts *v)
{
	uint32_t all;

	if (!v->table.n || (unsigned)clue_column(&v->table, CLUE_PAGE_DATA)[0] & DATA_FORUM)
		return;
	all = body_words(v, 0);
	for (uint32_t i = 1; i < b->n; i++) {
		struct block *block = &b->at[i];

		if (!is_discussion(v, rules, block, i, all))
			continue;
		if (block->rooted)
			r->at[block->rooted].is_apart = true;
		else
			regions_root(r, a, block,
			    (struct root){ .kind = REGION_PART,
				.role = PART_COMPLEMENTARY,
				.nav_kind = -1,
				.by = BY_LANDMARK,
				.is_apart = true });
		i = block->end - 1;
	}
}
