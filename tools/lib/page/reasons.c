/* reasons.c - why each block of a page is in its body, or is not. */
#include "reasons.h"

#include <math.h>

#include "../base/buffer.h"
#include "../base/utf8.h"
#include "count.h"
#include "fold.h"
#include "verdict.h"

static const char *const names[] = {
	[BY_NOTHING] = "nothing",
	[BY_WRITTEN] = "written",
	[BY_PROFILE] = "profile",
	[BY_MODEL] = "model",
	[BY_STRUCTURE] = "structure",
	[BY_MARKUP] = "markup",
	[BY_WEIGHT] = "weight",
	[BY_TITLE] = "title",
	[BY_LANDMARK] = "landmark",
	[BY_LINKS] = "links",
	[BY_COPY] = "copy",
	[BY_CLOSING] = "closing",
	[BY_DATA] = "data",
};

const struct kind_names decider_names = { names, sizeof(names) / sizeof(names[0]) };

enum { ENOUGH = 60 }; /* bytes of a text that is quoted */

struct account {
	struct arena *arena;
	const struct blocks *blocks;
	const struct regions *regions;
	const struct rules *rules;
	const struct profile *profile;
	struct position_finder *where;
	struct buffer text; /* scratch */
	float needed;       /* the least chance that was kept */
};

static struct str
take(struct account *s)
{
	struct str text = arena_str(s->arena, buffer_str(&s->text));

	s->text.n = 0;
	return text;
}

static struct str
share_text(struct account *s, float share)
{
	buffer_printf(&s->text, "%.2f", (double)share);
	return take(s);
}

/* The beginning of a text. */
static struct str
excerpt(struct account *s, struct str text)
{
	if (text.n <= ENOUGH)
		return text;
	text = utf8_cut(text, ENOUGH);
	buffer_printf(&s->text, "%.*s…", (int)text.n, text.p);
	return take(s);
}

/* Has a unit words that are where it is, and were not cut out of it? */
static bool
has_words(const struct account *s, const struct block *b)
{
	const struct html_node *n = b->node->first;

	while (n) {
		bool other = n->kind == HTML_ELEMENT && is_unit(block_of(s->blocks, n));

		if (n->kind == HTML_TEXT && !text_is_white(n->text) &&
		    block_around(s->blocks, n)->counts &&
		    block_around(s->blocks, n)->region == b->region)
			return true;
		n = other ? html_next_sibling_or_up(n, b->node) : html_next(n, b->node);
	}
	return false;
}

/* The first words that a unit has of its own, without what was cut out of it; *around is what
 * they stand in. */
static struct str
first_words(struct account *s, const struct block *b, const struct block **around)
{
	bool has_own = has_words(s, b);
	struct pieces words = { 0 };
	const struct html_node *n = b->node->first;
	enum gap gap = GAP_NONE;
	size_t seen = 0;

	while (n && seen < ENOUGH) {
		bool other = n->kind == HTML_ELEMENT && is_unit(block_of(s->blocks, n));

		if (n->kind == HTML_TEXT && block_around(s->blocks, n)->counts &&
		    (!has_own || block_around(s->blocks, n)->region == b->region)) {
			if (!*around && !text_is_white(n->text))
				*around = block_around(s->blocks, n);
			pieces_add(s->arena, &words, gap, n->text);
			gap = GAP_NONE;
			seen += str_trim(n->text).n;
		} else if (other || html_is(n, TAG_BR)) {
			gap = GAP_SPACE;
		}
		n = other ? html_next_sibling_or_up(n, b->node) : html_next(n, b->node);
	}
	return excerpt(s, fold(s->arena, pieces_fold(s->arena, &words)));
}

/* The clues that moved the score most, with their values and by how much. */
static struct str
strongest_clues(struct account *s, uint32_t unit)
{
	enum { SHOWN = 4 };
	const struct clue_table *t = &s->regions->verdicts->table;
	float shares[CLUES];

	forest_shares(rules_body_model(s->rules)->forest, t->at, t->n, unit, shares);
	for (int i = 0; i < SHOWN; i++) {
		enum clue best = (enum clue)0;

		for (int k = 1; k < CLUES; k++)
			if (fabsf(shares[k]) > fabsf(shares[best]))
				best = (enum clue)k;
		if (fabsf(shares[best]) < 0.005f)
			break;
		buffer_printf(&s->text, "%s%s %g %+.2f", i ? ", " : "", clue_names[best],
		    (double)clue_column(t, best)[unit], (double)shares[best]);
		shares[best] = 0;
	}
	return take(s);
}

/* What a region starts at: what it is, the element and its place. */
static struct str
root_text(struct account *s, const struct root *root)
{
	struct position at = position_of(s->where, root->node->offset);
	const struct region *region = root->region;
	const char *what = "";

	if (region && region->kind == REGION_NAV)
		what = kind_name(&nav_kind_names, region->nav.kind);
	else if (root->kind == REGION_PART)
		what = kind_name(&part_role_names, root->role);
	buffer_printf(&s->text, "%s%s%.*s at %u:%u", what, *what ? ", " : "",
	    (int)root->node->text.n, root->node->text.p, at.line, at.column);
	return take(s);
}

/* A selector of the site and what it found here: the body, or what root is. */
static struct str
selector_text(struct account *s, const struct locator *locator, const struct root *root)
{
	locator_print(locator, &s->text);
	buffer_add(&s->text, STR(", "));
	return root_text(s, root);
}

/* The block whose being in main put this one there. */
static const struct block *
root_of(const struct account *s, const struct block *b)
{
	while (b != s->blocks->at && b->rooted != MAIN)
		b = &s->blocks->at[b->parent];
	return b;
}

/* Who decided, of a block that no region but main could claim. */
static enum decider
decider_of(const struct account *s, const struct block *b, uint32_t unit)
{
	const struct regions *r = s->regions;

	if (r->verdicts && r->verdicts->copied[unit] != unit && b->region != MAIN)
		return BY_COPY;
	if (r->verdicts)
		return r->verdicts->body[unit] == (b->region == MAIN) ? BY_MODEL : BY_STRUCTURE;
	if (b->region == MAIN && root_of(s, b)->node != r->at[MAIN].node)
		return is_heading(root_of(s, b)->node) ? BY_TITLE : r->main_by;
	return r->main_by;
}

static struct str
why(struct account *s, const struct block *b, const struct block_reason *reason, uint32_t unit)
{
	const struct root *root = &s->regions->at[reason->kept ? MAIN : b->region];
	const struct root top = { .node = root_of(s, b)->node, .kind = REGION_MAIN };
	struct root copied = { 0 };

	switch (reason->by) {
	case BY_PROFILE:
		if (root->known)
			return selector_text(s, &root->known->locator, root);
		return selector_text(s, &s->regions->main_at->locator,
		    reason->kept ? &top : &s->regions->at[MAIN]);
	case BY_MODEL:
	case BY_STRUCTURE: return strongest_clues(s, unit);
	case BY_TITLE: return root_text(s, &top);
	case BY_COPY:
		unit = s->regions->verdicts->copied[unit];
		copied.node =
		    s->blocks->at[s->regions->verdicts->table.units->at[unit].block].node;
		copied.kind = REGION_MAIN;
		return root_text(s, &copied);
	case BY_MARKUP:
	case BY_WEIGHT: root = &s->regions->at[MAIN]; break;
	default: break;
	}
	return root->node ? root_text(s, root) : (struct str){ 0 };
}

static struct block_reason *
reason_of(struct account *s, const struct unit *u, uint32_t unit)
{
	const struct block *block = &s->blocks->at[u->block], *b = NULL;
	struct block_reason *reason = arena_zalloc(s->arena, sizeof(*reason));
	const struct root *root;

	reason->text = first_words(s, block, &b);
	b = b ? b : block;
	root = &s->regions->at[b->region];

	reason->at = position_of(s->where, block->node->offset);
	reason->element = block->node->text;
	reason->kept = b->region == MAIN;
	reason->by = root->by ? root->by : decider_of(s, b, unit);
	if (reason->by == BY_MODEL || reason->by == BY_STRUCTURE) {
		reason->chance = share_text(s, s->regions->verdicts->chance[unit]);
		reason->needed = share_text(s, s->needed);
	}
	reason->why = why(s, b, reason, unit);
	reason->region = root->region && root->region->id.n ? root->region->id : STR("main");
	reason->words = shape_words(&u->shape);
	return reason;
}

struct block_reason *
reasons_of(struct arena *a, const struct blocks *b, const struct regions *r,
    const struct rules *rules, const struct profile *profile, struct position_finder *where)
{
	struct account s = { .arena = a,
		.blocks = b,
		.regions = r,
		.rules = rules,
		.profile = profile,
		.where = where,
		.needed = 1 };
	struct units u = r->verdicts ? *r->verdicts->table.units
	                             : units_of(a, b, rules_body_model(rules)->lexicon);
	struct block_reason *first = NULL, **end = &first;

	for (uint32_t i = 0; r->verdicts && i < u.n; i++)
		if (r->verdicts->body[i] && r->verdicts->chance[i] < s.needed)
			s.needed = r->verdicts->chance[i];
	for (uint32_t i = 0; i < u.n; i++) {
		*end = reason_of(&s, &u.at[i], i);
		end = &(*end)->next;
	}
	buffer_free(&s.text);
	return first;
}

struct block_reason *
reasons_of_data(struct arena *a, const struct data_body *body, struct block_reason *reasons,
    struct position_finder *where)
{
	struct block_reason *data = arena_zalloc(a, sizeof(*data));
	struct account s = { .arena = a, .where = where };
	struct tally tally = { 0 };

	data->at = position_of(where, body->script->offset);
	data->element = body->script->text;
	data->kept = true;
	data->by = BY_DATA;
	buffer_printf(&s.text, "%s of JSON-LD", body->property);
	data->why = take(&s);
	tally_text(&tally, body->text);
	data->words = tally.words;
	data->text = excerpt(&s, fold(a, body->text));
	for (struct block_reason *r = reasons; r; r = r->next) {
		if (!r->kept)
			continue;
		r->kept = false;
		r->by = BY_DATA;
		r->why = data->why;
		r->chance = r->needed = (struct str){ 0 };
	}
	data->next = reasons;
	buffer_free(&s.text);
	return data;
}
