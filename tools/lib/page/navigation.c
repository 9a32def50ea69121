/* navigation.c - a region of links as a tree of items.
 *
 * One tour of the region. A list entry (li, dt, dd, details) holds one item: its first link, or
 * its words where it has none. Items of entries nested in it are its children. A heading
 * outside of entries is a parent of what follows it in the same element, and a caption of the
 * list after it. */
#include "navigation.h"

#include "count.h"
#include "nav_builder.h"
#include "nav_shape.h"
#include "tour.h"

/* A heading ends what an equal or lesser heading beside it began. */
static void
enter_heading(struct builder *s, const struct html_node *h)
{
	int level = h->tag - TAG_H1 + 1;

	while (s->n_holders && s->holders[s->n_holders - 1].level >= level &&
	       s->holders[s->n_holders - 1].node == h->parent)
		s->n_holders--;
	s->heading = h;
	s->loose = NULL;
}

/* Deeper than any heading: a list's entries, not what is around it, belong under one of it. */
enum { GROUP_LEVEL = 7 };

/* Does an entry name the links after it, as "header" rows of side bars do? */
static bool
names_group(const struct builder *s, const struct block *b)
{
	const struct html_node *next = b->node->next;

	if (!block_is(b, TAG_LI) || b->links || !b->characters ||
	    !rules_say_of_block(s->rules, s->blocks, RULE(CLASS_GROUP), b))
		return false;
	while (next && next->kind != HTML_ELEMENT)
		next = next->next;
	return next && html_is(next, TAG_LI) && block_of(s->blocks, next)->links;
}

/* One that names a group, or is empty and parts the list, ends what the one before began. */
static void
end_group(struct builder *s, const struct html_node *list)
{
	const struct holder *top = s->n_holders ? &s->holders[s->n_holders - 1] : NULL;

	if (top && top->level == GROUP_LEVEL && top->node == list)
		s->n_holders--;
}

static void
enter_entry(struct builder *s, const struct html_node *e)
{
	const struct block *b = block_of(s->blocks, e);

	if (names_group(s, b))
		s->group = e;
	if (s->group == e || (!b->links && !b->characters))
		end_group(s, e->parent);
	push_holder(s, e, NULL, 0);
	if (html_is(e, TAG_DD) && s->term && s->dl == e->parent)
		entry(s)->above = s->term;
}

/* A caption's list belongs under it. */
static void
enter_captioned(struct builder *s, const struct html_node *list)
{
	if (s->caption_draft)
		push_holder(s, list, s->caption_draft, 0);
	s->captioned = NULL;
	s->caption_draft = NULL;
}

/* Does the element of that id hold all links of the nav, as behind a button for small screens?
 */
static bool
holds_all_links(const struct builder *s, struct str id)
{
	const struct block *root = block_of(s->blocks, s->root);

	for (const struct block *b = root + 1; b < s->blocks->at + root->end; b++)
		if (b->has & HAS_ID && str_eq(html_value(b->node, ATTR_ID), id))
			return b->links == root->links;
	return false;
}

/* A button that says what it opens: items of that belong under its words. */
static void
enter_control(struct builder *s, const struct html_node *e)
{
	enum { MOST_CONTROLS = 64 };
	struct str id = str_trim(html_value(e, ATTR_ARIA_CONTROLS));
	struct control *c;

	if (!id.n || s->link || s->button || s->n_controls == MOST_CONTROLS)
		return;
	c = arena_zalloc(s->arena, sizeof(*c));
	c->id = id;
	c->draft = entry(s) ? entry(s)->draft : NULL;
	c->opens_all = !s->drafts && holds_all_links(s, id);
	c->next = s->controls;
	s->controls = c;
	s->n_controls++;
	s->button = e;
}

/* The panel of a button that stands elsewhere. */
static void
enter_panel(struct builder *s, const struct html_node *e)
{
	struct str id = html_value(e, ATTR_ID);

	if (!id.n)
		return;
	for (const struct control *c = s->controls; c; c = c->next)
		if (c->draft && c->draft != innermost_draft(s) && str_eq(c->id, id)) {
			push_holder(s, e, c->draft, 0);
			return;
		}
}

/* Is e the caption of the list after it, where nothing else makes a parent of it? */
static bool
begins_caption(const struct builder *s, const struct block *b)
{
	const struct holder *holder;

	if (b->links || !b->characters || s->link || s->caption || s->heading ||
	    block_is(b, TAG_LABEL) || block_is(b, TAG_BUTTON))
		return false;
	holder = entry(s);
	return (holder ? holder->draft != NULL : !(b->is & IS_HEADING)) &&
	       list_captioned(s->blocks, b->node);
}

/* What helps those who cannot see a link, or only those who can, is no label. */
static bool
is_helper(struct builder *s, const struct block *b)
{
	const struct html_node *e = b->node;

	if (!b->characters)
		return false;
	if (e->n_attrs && b->is & IS_PHRASING && !b->links &&
	    str_eq(html_value(e, ATTR_ARIA_HIDDEN), STR("true")))
		return true;
	return rules_say_of_block(s->rules, s->blocks, RULE(CLASS_HIDDEN), b);
}

static void
enter(struct builder *s, struct tour *t)
{
	const struct html_node *e = t->node;
	const struct block *b = block_of(s->blocks, e);

	if (b->region != s->region || !b->counts) {
		tour_skip(t);
		return;
	}
	if (!(b->is & IS_PHRASING) || block_is(b, TAG_BR))
		s->gap = GAP_SPACE;
	if (e == s->captioned)
		enter_captioned(s, e);
	if (s->controls)
		enter_panel(s, e);
	if (block_is(b, TAG_BUTTON))
		enter_control(s, e);
	if (is_entry(s->blocks, s->root, b)) {
		enter_entry(s, e);
	} else if (begins_caption(s, b)) {
		s->caption = e;
		s->captioned = list_captioned(s->blocks, e);
	} else if (b->is & IS_HEADING && !entry(s) && !s->link) {
		enter_heading(s, e);
	} else if (block_is(b, TAG_A) && !s->link) {
		enter_link(s, e);
	} else if (block_is(b, TAG_IMG)) {
		label_of_image(s, e);
	} else if (block_is(b, TAG_OPTION) && html_is(s->root, TAG_SELECT)) {
		enter_choice(s, e);
	} else if (block_is(b, TAG_OPTGROUP) && html_is(s->root, TAG_SELECT)) {
		enter_choices(s, e);
	}
	if (!s->hidden && is_helper(s, b))
		s->hidden = e;
}

static void
leave_group(struct builder *s, const struct html_node *e, struct draft *draft)
{
	if (draft)
		push_holder(s, e->parent, draft, GROUP_LEVEL);
	s->group = NULL;
}

static void
leave(struct builder *s, const struct html_node *e)
{
	const struct block *b = block_of(s->blocks, e);
	struct draft *own = s->group == e && entry(s) ? entry(s)->draft : NULL;

	if (b->region != s->region)
		return;
	if (!(b->is & IS_PHRASING))
		s->gap = GAP_SPACE;
	while (s->n_holders && s->holders[s->n_holders - 1].node == e) {
		if (block_is(b, TAG_DT)) {
			s->dl = e->parent;
			s->term = entry(s)->draft;
		}
		s->n_holders--;
		s->loose = NULL;
	}
	if (s->group == e)
		leave_group(s, e, own);
	if (s->link && (block_is(b, TAG_A) || block_is(b, TAG_OPTION)))
		leave_link(s, e);
	if (s->heading == e)
		s->heading = NULL;
	if (s->caption == e)
		s->caption = NULL;
	if (s->button == e)
		s->button = NULL;
	if (s->hidden == e)
		s->hidden = NULL;
}

void
navigation_build(struct arena *a, const struct blocks *b, const struct regions *r,
    uint32_t region, const struct rules *rules, struct position_finder *where, struct nav *nav)
{
	const struct root *root = &r->at[region];
	struct builder s = { .arena = a,
		.blocks = b,
		.rules = rules,
		.where = where,
		.nav = nav,
		.region = region,
		.root = root->node,
		.trail = root->nav_kind == NAV_BREADCRUMB || root->nav_kind == NAV_PAGINATION };
	struct tour t = { .root = root->node };

	*nav = (struct nav){ .at = position_of(where, root->node->offset) };
	while (tour_next(&t)) {
		if (t.node->kind == HTML_TEXT && !t.leaving)
			place_words(&s, t.node);
		else if (t.node->kind == HTML_ELEMENT && !t.leaving)
			enter(&s, &t);
		else if (t.node->kind == HTML_ELEMENT)
			leave(&s, t.node);
	}
	settle_drafts(&s);
	if (!nav->label.p && !str_is_white(html_value(root->node, ATTR_ARIA_LABEL))) {
		nav->label = fold(a, html_value(root->node, ATTR_ARIA_LABEL));
		nav->label_from = LABEL_ARIA;
	}
}
