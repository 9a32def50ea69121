/* carving.c - from verdicts on units to the subtrees of main and those cut out of it. */
#include "verdict.h"

#include "body.h"
#include "region_steps.h"

struct carving {
	struct regions *regions;
	struct arena *arena;
	struct blocks *blocks;
	const struct verdicts *verdicts;
	const uint32_t *body; /* n + 1 prefix sums: characters of the units that are body */
	const uint32_t *all;  /* of all units that no settled region holds */
	uint32_t core;        /* the innermost block that holds all of the body */
	uint32_t last_cut;    /* the block last cut out, 0: main went on behind it */
	uint32_t whole_end;   /* index after the structure that stays whole */
};

/* Characters of a block's subtree by prefix sums. */
static uint32_t
within(const struct carving *c, const uint32_t *sums, uint32_t block)
{
	const struct units *u = c->verdicts->table.units;

	return sums[units_end(u, block)] - sums[units_first(u, block)];
}

/* True for regions that no verdict changes: navigation, what the profile knows, and dialogs. */
static bool
is_settled(const struct root *root)
{
	return root->kind == REGION_NAV || root->by == BY_PROFILE || root->is_apart;
}

/* A block without a root of its own is where its parent is. */
static void
spread_roots(struct blocks *b)
{
	for (uint32_t i = 0; i < b->n; i++)
		b->at[i].region = b->at[i].rooted ? b->at[i].rooted
		                  : i             ? b->at[b->at[i].parent].region
		                                  : STRAY;
}

static void
sum_up(struct carving *c)
{
	const struct units *u = c->verdicts->table.units;
	uint32_t *body = arena_alloc(c->arena, (u->n + 1) * sizeof(*body));
	uint32_t *all = arena_alloc(c->arena, (u->n + 1) * sizeof(*all));

	body[0] = all[0] = 0;
	for (uint32_t i = 0; i < u->n; i++) {
		bool out = is_settled(&c->regions->at[c->blocks->at[u->at[i].block].region]);
		uint32_t n = out ? 0 : u->at[i].shape.characters;

		all[i + 1] = all[i] + n;
		body[i + 1] = body[i] + (c->verdicts->body[i] ? n : 0);
	}
	c->body = body;
	c->all = all;
}

/* Go down while one child holds all of the body. */
static uint32_t
find_core(const struct carving *c)
{
	uint32_t core = 0, total = within(c, c->body, 0);

	for (uint32_t i = 0; i < c->blocks->at[core].end; i++)
		if (within(c, c->body, i) == total)
			core = i;
	return core;
}

/* True for an item, a cell, a row or the like, which stands in structures of its kind only. */
static bool
is_part_of_structure(const struct html_node *e)
{
	return element_rule(e)->within[0] != 0;
}

/* True for what says nothing alone: what heads the figure or table it stands in, and a figure,
 * whose words are its caption. */
static bool
goes_along(const struct html_node *e)
{
	return html_is(e, TAG_FIGCAPTION) || html_is(e, TAG_CAPTION) || html_is(e, TAG_FIGURE);
}

/* True for the page's main heading where it stands within the core before all of the body. */
static bool
heads_body(const struct carving *c, uint32_t i)
{
	const struct units *u = c->verdicts->table.units;

	return html_is(c->blocks->at[i].node, TAG_H1) && i > c->core &&
	       i < c->blocks->at[c->core].end && !c->body[units_first(u, i)];
}

/* True for a heading whose neighbour, which follows it, is body: it is that one's. */
static bool
heads_next(const struct carving *c, uint32_t i)
{
	const struct units *u = c->verdicts->table.units;
	uint32_t next = units_end(u, i);
	const struct block *block = &c->blocks->at[i];

	return is_heading(block->node) && next < u->n && c->verdicts->body[next] &&
	       u->at[next].block == block->end &&
	       c->blocks->at[block->end].parent == block->parent;
}

/* Is a block to be in main? What has words of its own goes where its verdict says, what only
 * holds others where most of them go, and what holds nothing where its parent is. In a list or
 * a table of main, what holds any of the body stays around it, and a structure that is whole
 * stays so. */
static bool
wanted(const struct carving *c, uint32_t i, bool parent)
{
	const struct units *u = c->verdicts->table.units;
	uint32_t first = units_first(u, i);

	if (parent && (i < c->whole_end || goes_along(c->blocks->at[i].node)))
		return true;
	if (parent && is_part_of_structure(c->blocks->at[i].node) && within(c, c->body, i))
		return true;
	if (first < u->n && u->at[first].block == i)
		return c->verdicts->body[first] || heads_body(c, i) ||
		       (parent && heads_next(c, i));
	if (first == units_end(u, i) || !within(c, c->all, i))
		return parent;
	if (i < c->core)
		return false;
	return within(c, c->body, i) * 2 >= within(c, c->all, i);
}

/* Make a subtree part of main. */
static void
claim(const struct carving *c, struct block *root)
{
	struct blocks *b = c->blocks;

	root->rooted = MAIN;
	if (!c->regions->at[MAIN].node)
		c->regions->at[MAIN].node = root->node;
	for (uint32_t up = root->parent; !b->at[up].above_main; up = b->at[up].parent)
		b->at[up].above_main = true;
}

/* Cut a subtree out of main: into the part that took the sibling before it, or a new one. */
static void
cut_out(struct carving *c, struct block *block)
{
	if (c->last_cut && c->blocks->at[c->last_cut].parent == block->parent)
		block->rooted = c->blocks->at[c->last_cut].rooted;
	else
		regions_root(c->regions, c->arena, block,
		    (struct root){ .kind = REGION_PART, .role = PART_REGION });
	c->last_cut = (uint32_t)(block - c->blocks->at);
}

/* Is all of a list body but for one of its entries? */
static bool
lacks_one(const struct carving *c, uint32_t i)
{
	enum { LEAST = 3 };
	const struct block *b = c->blocks->at;
	unsigned entries = 0, lacking = 0;

	if (!html_is(b[i].node, TAG_UL) && !html_is(b[i].node, TAG_OL))
		return false;
	for (uint32_t k = i + 1; k < b[i].end; k = b[k].end) {
		entries++;
		lacking += within(c, c->all, k) && !within(c, c->body, k);
	}
	return entries >= LEAST && lacking == 1;
}

/* True for a structure that says what it says as a whole, where most of it is body: lines of a
 * table or a quotation are no furniture, nor is one entry of a list. What holds half of the
 * page only lays it out. */
static bool
stays_whole(const struct carving *c, uint32_t i)
{
	static const uint16_t tags[] = { TAG_TABLE, TAG_DL, TAG_FIGURE, TAG_BLOCKQUOTE,
		TAG_PRE };
	uint32_t all = within(c, c->all, i);
	bool is_whole = lacks_one(c, i);

	for (size_t k = 0; k < sizeof(tags) / sizeof(tags[0]); k++)
		is_whole |= html_is(c->blocks->at[i].node, tags[k]);
	return is_whole && all && within(c, c->body, i) * 2ull >= all &&
	       all * 2ull <= within(c, c->all, 0);
}

static void
carve(struct carving *c, uint32_t i)
{
	struct block *block = &c->blocks->at[i];
	uint32_t region = i ? c->blocks->at[block->parent].region : STRAY;

	if (block->rooted)
		region = block->rooted;
	if (i >= c->whole_end && stays_whole(c, i))
		c->whole_end = block->end;
	if (!is_settled(&c->regions->at[region])) {
		bool want = wanted(c, i, region == MAIN);

		if (want && region != MAIN)
			claim(c, block);
		else if (!want && region == MAIN)
			cut_out(c, block);
	}
	block->region = block->rooted ? block->rooted : region;
	if (block->region == MAIN &&
	    units_first(c->verdicts->table.units, i) < units_end(c->verdicts->table.units, i))
		c->last_cut = 0;
}

void
carve_main(
    struct regions *r, struct arena *a, struct blocks *b, const struct verdicts *verdicts)
{
	struct carving c = { .regions = r, .arena = a, .blocks = b, .verdicts = verdicts };

	spread_roots(b);
	sum_up(&c);
	r->at[MAIN].node = NULL;
	if (!within(&c, c.body, 0))
		return;
	c.core = find_core(&c);
	for (uint32_t i = 0; i < b->n; i++)
		carve(&c, i);
}
