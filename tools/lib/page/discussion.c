/* discussion.c - what others say beside a page's own body: comments on an article, reviews of a
 * product. */
#include "region_steps.h"
#include "schema_org.h"
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

static inline bool
is_named_so(const struct rules *rules, const struct block *b)
{
	return b->is & IS_GROUP && b->has & HAS_ID &&
	       rules_match(rules, ID_DISCUSSION, html_value(b->node, ATTR_ID));
}

/* Where a page is a discussion, by its data or since there is little else, that is its body. */
static bool
is_discussion(const struct verdicts *v, const struct rules *rules, const struct block *b,
    uint32_t number, uint32_t all)
{
	uint32_t words = is_named_so(rules, b) ? body_words(v, number) : 0;

	return words && words * 5ull < all * 4ull;
}

static void
part_discussion(struct regions *r, struct arena *a, struct block *b)
{
	regions_root(r, a, b,
	    (struct root){ .kind = REGION_PART,
		.role = PART_COMPLEMENTARY,
		.nav_kind = -1,
		.by = BY_LANDMARK,
		.is_apart = true });
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
			part_discussion(r, a, block);
		i = block->end - 1;
	}
}

/* Characters beside a discussion that are a body by themselves, however much others said. */
enum { BODY = 500 };

/* The same of a part of a body that is known. */
static bool
is_discussion_of(const struct block *b, const struct block *body, const struct blocks *all,
    const struct rules *rules)
{
	uint32_t rest = body->characters - b->characters;

	if (!(b->is & IS_GROUP && b->has & (HAS_CLASS | HAS_ID)) || b->region != MAIN ||
	    b->rooted || !b->characters)
		return false;
	if (rest < BODY && rest * 5ull <= body->characters)
		return false;
	return is_named_so(rules, b) ||
	       rules_say_of_block(rules, all, RULE(CLASS_DISCUSSION), b);
}

void
cut_discussions(struct regions *r, struct arena *a, const struct html_document *doc,
    struct blocks *b, const struct rules *rules)
{
	const struct html_node *main = r->at[MAIN].node;
	const struct block *body = main ? block_of(b, main) : NULL;
	uint32_t first = r->n;

	for (uint32_t i = body ? main->mark : 0; body && i < body->end; i++) {
		struct block *block = &b->at[i];

		if (!is_discussion_of(block, body, b, rules))
			continue;
		if (r->n == first && schema_org_of(a, doc).types & DATA_FORUM)
			return;
		part_discussion(r, a, block);
		i = block->end - 1;
	}
}
