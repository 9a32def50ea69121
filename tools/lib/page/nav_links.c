/* nav_links.c - the links of a tree and their labels. */
#include "choices.h"
#include "nav_builder.h"

bool
goes_with_last(const struct builder *s, const struct html_node *n)
{
	enum { NEAR = 5 };
	const struct html_node *group = n->parent;

	if (!s->last_draft || !s->last_draft->link)
		return false;
	for (int i = 0; i < NEAR && block_of(s->blocks, group)->rooted != s->region; i++) {
		if (block_within(s->blocks, block_of(s->blocks, s->last_draft->link),
			block_of(s->blocks, group)))
			return !html_is(group, TAG_UL) && !html_is(group, TAG_OL);
		group = group->parent;
	}
	return false;
}

/* The item that a link only repeats, such as the "read more" of a teaser, or NULL. */
static struct draft *
repeated_item(const struct builder *s, const struct html_node *a, struct str href)
{
	struct holder *e = entry(s);
	struct draft *d = e ? e->draft : NULL;

	if (!e && goes_with_last(s, a))
		d = s->last_draft;
	if (!d || !d->link || str_starts(href, STR("#")) || !str_eq(d->item.link.href, href))
		return NULL;
	return d;
}

/* A heading's only link is a parent as the heading is; an h1's is the site's name. */
static void
hold_under_heading(struct builder *s, struct draft *d)
{
	const struct html_node *h = s->heading;

	if (!html_is(h, TAG_H1) && block_of(s->blocks, h)->links == 1)
		push_holder(s, h->parent, d, h->tag - TAG_H1 + 1);
}

/* The words from here on are those of a link. */
static void
begin_words(struct builder *s, struct draft *d)
{
	s->link = d;
	s->link_words = pieces_white(&d->label) ? &d->label : &d->text;
	if (s->link_words == &d->text)
		s->gap = GAP_SPACE;
	s->loose = NULL;
}

void
enter_link(struct builder *s, const struct html_node *a)
{
	struct str href = str_trim(html_value(a, ATTR_HREF));
	struct holder *e = entry(s);
	struct draft *d;

	if (!href.p)
		return;
	d = repeated_item(s, a, href);
	if (!d) {
		bool own = e && !e->draft;

		d = add_item(s, a);
		d->link = a;
		d->item.link.href = href;
		d->item.current = (own && is_current(s, e->node)) || is_current(s, a);
		block_of(s->blocks, a)->is_item = true;
		if (s->heading)
			hold_under_heading(s, d);
	}
	begin_words(s, d);
}

/* A choice without address before all others says what they are for. */
void
enter_choice(struct builder *s, const struct html_node *option)
{
	struct str href = choice_address(option);
	struct draft *d;

	if (!href.p) {
		if (s->nav->first)
			push_holder(s, option, NULL, 0);
		return;
	}
	d = add_item(s, option);
	d->link = option;
	d->item.link.href = href;
	d->item.current = html_attr(option, ATTR_SELECTED);
	begin_words(s, d);
}

/* The name of a group of choices is no text of the page. */
void
enter_choices(struct builder *s, const struct html_node *group)
{
	struct str label = str_trim(html_value(group, ATTR_LABEL));
	struct draft *d;

	if (!label.n)
		return;
	d = new_draft(s, innermost_draft(s), group);
	d->item.label = label;
	d->item.label_from = LABEL_GROUP;
	push_holder(s, group, d, 0);
}

/* What a link shows or says where it has no words of its own. */
void
label_of_image(struct builder *s, const struct html_node *img)
{
	struct str alt = str_trim(html_value(img, ATTR_ALT));

	if (s->link && alt.n && !s->link->item.label.p) {
		s->link->item.label = alt;
		s->link->item.label_from = LABEL_ALT;
	}
}

/* The entry's item that the words before its first link made, where the link stands in the
 * entry itself and says the same, or they are hidden: the label of a switch stands before it.
 * NULL: there is none. */
static struct draft *
labelled_item(const struct builder *s, const struct draft *link)
{
	const struct holder *e = entry(s);
	struct draft *d = e ? e->draft : NULL;

	if (!d || !link->link || link->link->parent != e->node || d->link || d->item.label.p ||
	    d->item.first != &link->item)
		return NULL;
	if (pieces_white(&d->label))
		return d;
	return str_eq(pieces_fold(s->arena, &d->label), pieces_fold(s->arena, &link->label))
	           ? d
	           : NULL;
}

/* Make the last item, a link that repeats its parent's words or has the only ones that show,
 * its parent's. */
static void
take_link(struct builder *s, struct draft *parent, struct draft *link)
{
	bool named = !pieces_white(&parent->label);
	struct draft *before = parent;

	while (before->next != link)
		before = before->next;
	before->next = NULL;
	s->last_draft = before;
	parent->link = link->link;
	parent->item.link = link->item.link;
	parent->item.label = link->item.label;
	parent->item.label_from = link->item.label_from;
	parent->item.current |= link->item.current;
	parent->item.first = parent->item.last = NULL;
	if (link->item.label.p || !pieces_white(&link->label))
		pieces_move(&parent->text, &parent->helper, GAP_SPACE);
	pieces_move(named ? &parent->text : &parent->label, &link->label, GAP_SPACE);
	pieces_move(&parent->text, &link->text, GAP_SPACE);
	pieces_move(&parent->helper, &link->helper, GAP_SPACE);
}

/* What says of a link without words what it is: its title, else its aria-label. */
static void
label_of_attribute(struct draft *d, const struct html_node *a)
{
	struct str said = html_value(a, ATTR_TITLE);
	enum label_from from = LABEL_TITLE;

	if (str_is_white(said)) {
		said = html_value(a, ATTR_ARIA_LABEL);
		from = LABEL_ARIA;
	}
	if (!str_is_white(said)) {
		d->item.label = said;
		d->item.label_from = from;
	}
}

void
leave_link(struct builder *s, const struct html_node *a)
{
	struct draft *d = s->link, *labelled;

	s->link = NULL;
	if (!d)
		return;
	if (!d->item.label.p && pieces_white(&d->label) && pieces_white(&d->helper))
		label_of_attribute(d, a);
	labelled = labelled_item(s, d);
	if (labelled)
		take_link(s, labelled, d);
}
