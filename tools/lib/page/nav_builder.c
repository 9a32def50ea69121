/* nav_builder.c - a tree of items while it is built. */
#include "nav_builder.h"

struct draft *
innermost_draft(const struct builder *s)
{
	const struct holder *top = s->n_holders ? &s->holders[s->n_holders - 1] : NULL;

	if (!top)
		return NULL;
	return top->draft ? top->draft : top->above;
}

void
push_holder(struct builder *s, const struct html_node *node, struct draft *draft, int level)
{
	struct draft *above = innermost_draft(s);

	if (s->n_holders == s->cap_holders) {
		size_t old = s->cap_holders * sizeof(*s->holders);

		s->cap_holders = s->cap_holders ? 2 * s->cap_holders : 16;
		s->holders =
		    arena_grow(s->arena, s->holders, old, s->cap_holders * sizeof(*s->holders));
	}
	s->holders[s->n_holders++] = (struct holder){ node, draft, above, level };
}

struct draft *
new_draft(struct builder *s, struct draft *parent, const struct html_node *node)
{
	struct draft *d = arena_zalloc(s->arena, sizeof(*d));
	struct item **first, **last;

	if (parent && parent->depth == ITEM_DEPTH) /* what would nest deeper stands beside */
		parent = (struct draft *)parent->item.parent;
	first = parent ? &parent->item.first : &s->nav->first;
	last = parent ? &parent->item.last : &s->nav->last;
	d->depth = parent ? parent->depth + 1 : 1;
	d->item.parent = parent ? &parent->item : NULL;
	d->item.link.at = position_of(s->where, node->offset);
	if (*last)
		(*last)->next = &d->item;
	else
		*first = &d->item;
	*last = &d->item;
	if (s->last_draft)
		s->last_draft->next = d;
	else
		s->drafts = d;
	s->last_draft = d;
	return d;
}

struct draft *
add_item(struct builder *s, const struct html_node *node)
{
	struct holder *e = entry(s);
	struct draft *d;

	if (!e || e->draft)
		return new_draft(s, innermost_draft(s), node);
	d = new_draft(s, e->above, node);
	e->draft = d;
	return d;
}

bool
is_current(struct builder *s, const struct html_node *e)
{
	struct str aria = html_value(e, ATTR_ARIA_CURRENT);

	if (aria.n && !str_eq(aria, STR("false")))
		return true;
	return rules_say_of_block(
	    s->rules, s->blocks, RULE(CLASS_CURRENT), block_of(s->blocks, e));
}

/* Words that stand twice, on a button and again above what it opens, are a label once. */
static void
say_once(struct builder *s, struct draft *d)
{
	struct str label = d->item.label, half = str_part(label, 0, label.n / 2),
		   again = str_part(label, half.n + 1, label.n);

	if (d->link || label.n % 2 == 0 || !is_space(label.p[half.n]) || !str_eq(half, again) ||
	    !pieces_several(&d->label))
		return;
	d->item.label = half;
	pieces_add(s->arena, &d->text, GAP_SPACE, again);
}

/* The only item below another that says the same again, as the heading of a panel says what
 * stands on the button that opens it; NULL: none does. What is below it belongs to both. */
static struct draft *
echo_of(const struct draft *d)
{
	const struct item *i = &d->item, *below = i->first;

	return below && !below->next && below->first && i->label.n &&
	               str_eq(below->label, i->label) && !(i->link.href.p && below->link.href.p)
	           ? (struct draft *)below
	           : NULL;
}

/* Let an item have what is below its echo, whose words are no label. */
static void
merge_echo(struct builder *s, struct draft *d, struct draft *echo)
{
	struct item *i = &d->item;

	i->first = echo->item.first;
	i->last = echo->item.last;
	for (struct item *below = i->first; below; below = below->next)
		below->parent = i;
	if (echo->item.link.href.p)
		i->link = echo->item.link;
	i->current |= echo->item.current;
	pieces_add(s->arena, &d->text, GAP_SPACE, echo->item.label);
	pieces_move(&d->text, &echo->text, GAP_SPACE);
	i->text = pieces_fold(s->arena, &d->text);
}

/* After items have their labels. */
static void
merge_echoes(struct builder *s)
{
	struct draft *echo;

	for (struct draft *d = s->drafts; d; d = d->next)
		while ((echo = echo_of(d)))
			merge_echo(s, d, echo);
}

void
settle_drafts(struct builder *s)
{
	for (struct draft *d = s->drafts; d; d = d->next) {
		struct item *i = &d->item;

		if (pieces_white(&d->label))
			pieces_move(&d->label, &d->helper, GAP_SPACE);
		else
			pieces_move(&d->text, &d->helper, GAP_SPACE);
		if (!pieces_white(&d->label)) {
			i->label = pieces_fold(s->arena, &d->label);
			i->label_from = LABEL_TEXT;
			say_once(s, d);
		} else if (i->label.p) {
			i->label = fold(s->arena, i->label);
		}
		if (!i->label.p) {
			i->label = STR("");
			i->label_from = LABEL_TEXT;
		}
		i->text = pieces_fold(s->arena, &d->text);
	}
	merge_echoes(s);
	s->nav->label = pieces_fold(s->arena, &s->label);
	s->nav->text = pieces_fold(s->arena, &s->text);
}
