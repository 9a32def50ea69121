/* claims.c - lists of links that the body claims as well as the menus.
 *
 * The model of bodies judges each entry by itself and knows no menus; what tells menus knows
 * little of bodies. Where both want a list, the odds that either gives decide. */
#include <math.h>

#include "link_lists.h"
#include "menu_score.h"
#include "navigation.h"
#include "region_steps.h"
#include "verdict.h"

struct claims {
	struct regions *regions;
	struct arena *arena;
	struct blocks *blocks;
	const struct rules *rules;
	const struct verdicts *verdicts;
	struct position_finder where;
	uint32_t body; /* characters */
	double needed; /* the least chance that was kept */
};

/* Of the units of a subtree. */
struct claim {
	uint32_t characters, body; /* body: those of units that are body */
	double chance;             /* their mean, by characters */
};

static struct claim
claim_of(const struct claims *c, uint32_t block)
{
	const struct units *u = c->verdicts->table.units;
	struct claim claim = { 0 };

	for (uint32_t k = units_first(u, block); k < units_end(u, block); k++) {
		uint32_t n = u->at[k].shape.characters;

		claim.characters += n;
		claim.body += c->verdicts->body[k] ? n : 0;
		claim.chance += (double)n * c->verdicts->chance[k];
	}
	claim.chance /= claim.characters ? claim.characters : 1;
	return claim;
}

static double
log_odds(double chance)
{
	return log(chance / (1 - chance));
}

/* Does more speak for a menu than for the body? Both are log odds: the score of its tree, which
 * knows of no other trees yet, and the chance beyond what was needed. */
static bool
is_rather_menu(struct claims *c, uint32_t number, const struct claim *claim)
{
	const double margin = .5;
	const struct root *root = &c->regions->at[number];
	struct region region = { .kind = REGION_NAV };
	struct nav *nav = &region.nav;
	struct repeats repeats;
	struct traits traits;

	navigation_build(c->arena, c->blocks, c->regions, number, c->rules, &c->where, nav);
	nav->kind =
	    nav_kind_of_tree(nav, root->nav_kind, block_of(c->blocks, root->node), c->rules);
	if (!nav->first || (nav->kind != NAV_MENU && nav->kind != NAV_FOOTER))
		return false;
	repeats = repeats_of(c->arena, &region);
	traits = menu_traits(c->blocks, root->node, nav, c->rules, &repeats);
	return menu_score(&traits, c->rules) - margin >
	       log_odds(claim->chance) - log_odds(c->needed);
}

/* Navigation that the verdicts say is body becomes body, and so does what they say holds most
 * of the body, unless it is rather a menu; the rest stays whole. */
static void
settle_navigation(struct claims *c)
{
	for (uint32_t i = 0; i < c->blocks->n; i++) {
		struct block *b = &c->blocks->at[i];
		const struct root *root = &c->regions->at[b->rooted];
		struct claim claim;

		if (!b->rooted || root->kind != REGION_NAV || root->by == BY_PROFILE ||
		    root->is_apart)
			continue;
		claim = claim_of(c, i);
		if ((claim.body * 2 > claim.characters || claim.body * 2 > c->body) &&
		    !is_rather_menu(c, b->rooted, &claim))
			b->rooted = 0;
	}
}

/* Is a list of which some is body none of the body: a small one as a whole less likely than
 * what was kept, or rather a menu? But what leaves little of the body is no menu. */
static bool
leaves_body(struct claims *c, uint32_t number, const struct claim *claim)
{
	if (claim->body * 4ull > c->body * 3ull)
		return false;
	if (claim->body * 2 <= claim->characters && claim->body * 10ull <= c->body &&
	    claim->chance < c->needed)
		return true;
	return is_rather_menu(c, number, claim);
}

/* Make a region of a list that leaves the body. */
static void
settle_list(struct claims *c, struct block *list, const struct claim *claim)
{
	uint32_t number = regions_root(c->regions, c->arena, list,
	    (struct root){ .kind = REGION_NAV, .nav_kind = NAV_MENU, .by = BY_LINKS });

	regions_spread(c->regions, c->blocks, list);
	if (leaves_body(c, number, claim))
		return;
	list->rooted = 0;
	c->regions->n--;
	regions_spread(c->regions, c->blocks, list);
}

/* Lists of links that nothing declares: each goes as a whole. */
static void
settle_lists(struct claims *c)
{
	struct blocks *b = c->blocks;

	for (uint32_t i = 1; i < b->n; i++) {
		struct block *block = &b->at[i], *list;
		struct claim claim;

		if (c->regions->at[block->region].kind == REGION_NAV || !block->counts ||
		    block_is(block, TAG_BODY) || !(list = link_list_of(b, block)))
			continue;
		claim = claim_of(c, i);
		if (claim.body && !list->rooted &&
		    c->regions->at[list->region].kind != REGION_NAV)
			settle_list(c, list, &claim);
		i = block->end - 1;
	}
}

void
settle_claims(struct regions *r, struct arena *a, const struct html_document *doc,
    struct blocks *b, const struct rules *rules, const struct verdicts *verdicts)
{
	struct claims c = { .regions = r,
		.arena = a,
		.blocks = b,
		.rules = rules,
		.verdicts = verdicts,
		.where = { .text = doc->text, .arena = a },
		.needed = 1 };

	for (uint32_t k = 0; k < verdicts->table.n; k++) {
		if (!verdicts->body[k])
			continue;
		c.body += verdicts->table.units->at[k].shape.characters;
		c.needed = fmin(c.needed, verdicts->chance[k]);
	}
	regions_spread(r, b, b->at);
	settle_navigation(&c);
	regions_spread(r, b, b->at);
	settle_lists(&c);
}
