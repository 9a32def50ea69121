/* regions.c - which region each part of a page belongs to. */
#include "regions.h"

#include "head.h"
#include "verdict.h"
#include "written.h"

uint32_t
regions_root(struct regions *r, struct arena *a, struct block *b, struct root root)
{
	if (r->n == r->cap) {
		size_t old = r->cap * sizeof(*r->at);

		r->cap = r->cap ? 2 * r->cap : 16;
		r->at = arena_grow(a, r->at, old, r->cap * sizeof(*r->at));
	}
	if (b) {
		root.node = b->node;
		b->rooted = r->n;
	}
	r->at[r->n] = root;
	return r->n++;
}

/* Of a subtree: a block without a root of its own is where its parent is; parents come first.
 */
static void
spread_below(const struct regions *r, struct blocks *b, const struct block *top)
{
	for (uint32_t i = (uint32_t)(top - b->at); i < top->end; i++) {
		struct block *block = &b->at[i];

		if (block->rooted)
			block->region = block->rooted;
		else if (i > 0)
			block->region = b->at[block->parent].region;
		block->in_footer = b->at[block->parent].in_footer ||
		                   block_is(block, TAG_FOOTER) ||
		                   (r->at[block->rooted].kind == REGION_PART &&
				       r->at[block->rooted].role == PART_CONTENTINFO);
	}
}

static void
spread(const struct regions *r, struct blocks *b)
{
	if (b->n)
		spread_below(r, b, b->at);
}

/* The same where only the regions from number `first` on are new. */
static void
spread_new(const struct regions *r, struct blocks *b, uint32_t first)
{
	for (; first < r->n; first++)
		spread_below(r, b, block_of(b, r->at[first].node));
}

/* The two that there always are. */
static struct regions
regions_none(struct arena *a)
{
	struct regions r = { 0 };

	regions_root(&r, a, NULL, (struct root){ .kind = REGION_PART, .role = PART_REGION });
	regions_root(&r, a, NULL, (struct root){ .kind = REGION_MAIN });
	return r;
}

struct regions
regions_landmarks(struct arena *a, struct blocks *b, const struct rules *rules,
    const struct profile *profile, const struct block *body)
{
	struct regions r = regions_none(a);

	note_lists(b);
	note_pagers(b, rules);
	find_landmarks(&r, a, b, rules, profile, body);
	return r;
}

/* With little to read there is too little to weigh: a notice of one sentence is all the body
 * its page has. */
static bool
is_short(const struct blocks *b)
{
	enum { SHORT = 1000 };

	return b->at[0].characters - b->at[0].link_characters < SHORT;
}

/* A page with nothing beside what it declares as main has been cleaned already. */
static bool
is_clean(const struct regions *r, const struct blocks *b)
{
	const struct html_node *main = r->at[MAIN].node;

	return main && block_of(b, main)->characters == b->at[0].characters;
}

/* The model was fitted to pages in English: where most words are unknown to it, it knows too
 * little of the page. */
static bool
is_foreign(const struct units *u)
{
	struct unit_sums all = units_sum(u, 0, u->n);

	return all.known * 2 < all.words;
}

/* A page that is nothing but a body: all of it is main. */
static struct regions
regions_written(struct arena *a, struct blocks *b, struct block *body)
{
	struct regions r = regions_none(a);

	r.main_by = BY_WRITTEN;
	body->rooted = MAIN;
	r.at[MAIN].node = body->node;
	b->at[0].above_main = true;
	spread(&r, b);
	return r;
}

struct regions
regions_find(struct arena *a, const struct html_document *doc, struct blocks *b,
    const struct rules *rules, const struct profile *profile)
{
	struct block *written = b->n ? written_body(b) : NULL;
	const struct block *body;
	const struct body_model *model = NULL;
	struct clue_table table;
	struct regions r;
	uint32_t n;
	bool weigh = false;

	if (written)
		return regions_written(a, b, written);
	body = profile ? profile_body(a, profile, b) : NULL;
	r = regions_landmarks(a, b, rules, profile, body);
	r.main_by = body ? BY_PROFILE : BY_NOTHING;
	if (!body && !is_short(b) && !is_clean(&r, b)) {
		model = rules_body_model(rules);
		table = clues_of(a, doc, b, &r, model->lexicon);
		weigh = !is_foreign(table.units);
	}
	if (weigh) {
		r.verdicts = arena_alloc(a, sizeof(*r.verdicts));
		*r.verdicts = verdicts_of(a, &table, model);
		r.main_by = BY_MODEL;
		carve_main(&r, a, b, r.verdicts);
	} else {
		find_main(&r, a, b, document_title(a, doc));
	}
	spread(&r, b);
	n = r.n;
	if (body)
		cut_closing(&r, a, b, profile);
	spread_new(&r, b, n);
	n = r.n;
	find_link_lists(&r, a, b);
	spread_new(&r, b, n);
	return r;
}
