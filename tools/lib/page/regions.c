/* regions.c - which region each part of a page belongs to. */
#include "regions.h"

#include "head.h"
#include "known_body.h"
#include "link_lists.h"
#include "region_steps.h"
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

static bool
is_footer(const struct root *root)
{
	return root->kind == REGION_PART && root->role == PART_CONTENTINFO;
}

void
regions_spread(const struct regions *r, struct blocks *b, const struct block *top)
{
	for (struct block *block = b->at + (top - b->at); block < b->at + top->end; block++) {
		const struct block *around = &b->at[block->parent];

		block->region = block->rooted ? block->rooted : around->region;
		block->in_footer = around->in_footer || block_is(block, TAG_FOOTER) ||
		                   (block->rooted && is_footer(&r->at[block->rooted]));
	}
}

static void
spread(const struct regions *r, struct blocks *b)
{
	if (b->n)
		regions_spread(r, b, b->at);
}

/* The same where only the regions from number `first` on are new. */
static void
spread_new(const struct regions *r, struct blocks *b, uint32_t first)
{
	for (; first < r->n; first++)
		regions_spread(r, b, block_of(b, r->at[first].node));
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

	note_links(b, rules);
	find_landmarks(&r, a, b, rules, profile, body);
	return r;
}

/* A page with nothing beside what it declares as main, and no furniture in that, has been
 * cleaned already. */
static bool
is_clean(const struct regions *r, const struct blocks *b)
{
	const struct html_node *main = r->at[MAIN].node;

	return main && r->n == MAIN + 1 && block_of(b, main)->characters == b->at[0].characters;
}

/* The share of a page's words that stand in elements whose class names the model knows. */
static double
share_in_known_classes(const struct clue_table *t)
{
	const float *weights = clue_column(t, CLUE_CLASS);
	double known = 0, all = 0;

	for (uint32_t i = 0; i < t->n; i++) {
		uint32_t words = shape_words(&t->units->at[i].shape);

		all += words;
		known += weights[i] != 0 ? words : 0;
	}
	return all > 0 ? known / all : 0;
}

/* Characters outside links, or outside navigation where these are more. */
static uint32_t
characters_to_weigh(const struct regions *r, const struct blocks *b)
{
	uint32_t i = 0, left = b->n ? b->at[0].characters : 0;
	uint32_t open = b->n ? left - b->at[0].link_characters : 0;

	while (i < b->n) {
		const struct block *block = &b->at[i++];

		if (!block->rooted || r->at[block->rooted].kind != REGION_NAV)
			continue;
		left -= block->characters;
		i = block->end;
	}
	return left > open ? left : open;
}

/* Of such characters: a notice of one sentence is all the body its page has, and
 * little text is too little to weigh unless its classes speak. */
enum { NOTICE = 500, SHORT = 1000 };

/* The model was fitted to pages in English. It knows enough of a page by its words, or by its
 * class names, which are much the same in all languages; of a short one only by these. What is
 * full of links has little prose that structure could find instead. */
static bool
knows_enough(const struct clue_table *t, uint32_t characters)
{
	struct unit_sums all = units_sum(t->units, 0, t->units->n);
	double words = all.words ? (double)all.known / all.words : 0;
	double classes = share_in_known_classes(t);
	bool linked = all.link_characters * 3ull >= all.characters;

	return (linked || words + classes >= .5) && (characters >= SHORT || classes >= .5);
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

/* Cut out of a body that is known what others say, and off it what the site has at its ends. */
static void
cut_known(struct regions *r, struct arena *a, const struct html_document *doc, struct blocks *b,
    const struct rules *rules, const struct profile *profile)
{
	uint32_t n = r->n;

	cut_discussions(r, a, doc, b, rules);
	spread_new(r, b, n);
	n = r->n;
	cut_closing(r, a, b, profile);
	spread_new(r, b, n);
	n = r->n;
	cut_bars(r, a, b, profile);
	spread_new(r, b, n);
}

struct regions
regions_find(struct arena *a, const struct html_document *doc, struct blocks *b,
    const struct rules *rules, const struct profile *profile)
{
	struct block *written = b->n ? written_body(b) : NULL;
	const struct known_body *at = NULL;
	const struct block *body;
	const struct body_model *model = NULL;
	struct clue_table table;
	struct regions r;
	uint32_t n, characters;
	bool weigh = false;

	if (written)
		return regions_written(a, b, written);
	body = profile ? known_body_find(a, profile, b, &at) : NULL;
	r = regions_landmarks(a, b, rules, profile, body);
	r.main_by = body ? BY_PROFILE : BY_NOTHING;
	r.main_at = at;
	characters = body ? 0 : characters_to_weigh(&r, b);
	if (characters >= NOTICE && !is_clean(&r, b)) {
		model = rules_body_model(rules);
		table = clues_of(a, doc, b, &r, model->lexicon);
		weigh = knows_enough(&table, characters);
	}
	if (weigh) {
		r.verdicts = arena_alloc(a, sizeof(*r.verdicts));
		*r.verdicts = verdicts_of(a, &table, model);
		drop_copies(a, b, r.verdicts);
		part_discussions(&r, a, b, rules, r.verdicts);
		r.main_by = BY_MODEL;
		settle_claims(&r, a, doc, b, rules, r.verdicts);
		carve_main(&r, a, b, r.verdicts);
	} else {
		find_main(&r, a, b, document_title(a, doc), profile);
	}
	spread(&r, b);
	if (body)
		cut_known(&r, a, doc, b, rules, profile);
	n = r.n;
	find_link_lists(&r, a, b);
	spread_new(&r, b, n);
	return r;
}
