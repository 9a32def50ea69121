/* navigation.c - a region of links as a tree of items.
 *
 * One tour of the region. A list entry (li, dt, dd, details) holds one item: its first link, or
 * its words where it has none. Items of entries nested in it are its children. A heading
 * outside of entries is a parent of what follows it in the same element. */
#include "navigation.h"

#include "../base/utf8.h"
#include "count.h"
#include "fold.h"
#include "tour.h"

/* An item while its words are gathered. */
struct draft {
	struct item item;    /* first: an item's draft is found from it */
	struct pieces label; /* words that may be its label */
	struct pieces
	    helper; /* hidden words in its link: the label only if there is no other */
	struct pieces text;
	const struct html_node *link; /* its a[href], or NULL */
	int depth;                    /* from 1 */
	struct draft *next;
};

/* An element that items belong under while the tour is in it. */
struct holder {
	const struct html_node *node;
	struct draft *draft; /* NULL until its first words or link */
	struct draft *above; /* what its items belong under while it has no draft */
	int level;           /* of a heading's holder, 1 to 6; 0: a list entry */
};

struct builder {
	struct arena *arena;
	const struct blocks *blocks;
	const struct rules *rules;
	struct position_finder *where;
	struct nav *nav;
	uint32_t region;
	bool trail; /* a breadcrumb or pagination: words outside links are items too */
	struct draft *drafts, *last_draft;
	struct holder *holders;
	size_t n_holders, cap_holders;
	struct draft *link;              /* of the link the tour is in, or NULL */
	struct pieces *link_words;       /* where that link's words go */
	const struct html_node *heading; /* the heading the tour is in, outside of entries */
	const struct html_node *title;   /* the heading that is the nav's label, or NULL */
	const struct html_node *hidden;  /* the hidden helper the tour is in */
	const struct html_node *dl;      /* the list of the last dt */
	struct draft *term;              /* of the last dt: the dd after it belong under it */
	struct draft *loose;             /* the last label-only item: its words may go on */
	struct pieces label, text;       /* of the nav itself */
	enum gap gap;
};

/* The draft that a new item belongs under. */
static struct draft *
innermost_draft(const struct builder *s)
{
	const struct holder *top = s->n_holders ? &s->holders[s->n_holders - 1] : NULL;

	if (!top)
		return NULL;
	return top->draft ? top->draft : top->above;
}

static void
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

/* The innermost list entry, or NULL where a heading's holder or nothing is innermost. */
static struct holder *
entry(const struct builder *s)
{
	struct holder *top = s->n_holders ? &s->holders[s->n_holders - 1] : NULL;

	return top && !top->level ? top : NULL;
}

static struct draft *
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

/* A new item where the tour stands: the entry's own if it has none yet, else under it. */
static struct draft *
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

static bool
is_entry(const struct html_node *e)
{
	return html_is(e, TAG_LI) || html_is(e, TAG_DT) || html_is(e, TAG_DD) ||
	       html_is(e, TAG_DETAILS) || has_token(e, ATTR_ROLE, STR("treeitem"));
}

static bool
is_current(const struct builder *s, const struct html_node *e)
{
	struct str aria = html_value(e, ATTR_ARIA_CURRENT);

	if (aria.n && !str_eq(aria, STR("false")))
		return true;
	return rules_match(s->rules, CLASS_CURRENT, html_value(e, ATTR_CLASS));
}

/* Does node n stand in a group of its own with the last item's link, as in a teaser? */
static bool
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

	if (!d && goes_with_last(s, a))
		d = s->last_draft;
	if (!d || !d->link || str_starts(href, STR("#")) || !str_eq(d->item.link.href, href))
		return NULL;
	return d;
}

static void
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
	}
	s->link = d;
	s->link_words = pieces_white(&d->label) ? &d->label : &d->text;
	if (s->link_words == &d->text)
		s->gap = GAP_SPACE;
	s->loose = NULL;
}

/* What a link shows or says where it has no words of its own. */
static void
label_of_image(struct builder *s, const struct html_node *img)
{
	struct str alt = str_trim(html_value(img, ATTR_ALT));

	if (s->link && alt.n && !s->link->item.label.p) {
		s->link->item.label = alt;
		s->link->item.label_from = LABEL_ALT;
	}
}

static void
leave_link(struct builder *s, const struct html_node *a)
{
	struct draft *d = s->link;
	struct str said = html_value(a, ATTR_TITLE);
	enum label_from from = LABEL_TITLE;

	s->link = NULL;
	if (!d || d->item.label.p || !pieces_white(&d->label) || !pieces_white(&d->helper))
		return;
	if (str_is_white(said)) {
		said = html_value(a, ATTR_ARIA_LABEL);
		from = LABEL_ARIA;
	}
	if (!str_is_white(said)) {
		d->item.label = said;
		d->item.label_from = from;
	}
}

static bool
has_letters(struct str s)
{
	const char *p = s.p, *end = s.p + s.n;
	uint32_t cp;

	for (; p < end;) {
		p += utf8_read(p, end, &cp);
		if (cp >= 0x80 ? !is_white_space(cp) && cp != 0xAB && cp != 0xBB &&
				     cp != 0xB7 && !(cp >= 0x2000 && cp < 0x2C00)
			       : is_alpha((char)cp) || is_digit((char)cp))
			return true;
	}
	return false;
}

/* Words inside a link. */
static void
link_words(struct builder *s, struct str text)
{
	pieces_add(s->arena, s->hidden ? &s->link->helper : s->link_words, s->gap, text);
}

/* Words of a list entry outside links: its label where it has no link before them, else text.
 */
static void
entry_words(struct builder *s, struct holder *e, const struct html_node *n)
{
	if (!e->draft && !has_letters(n->text)) {
		struct draft *up = innermost_draft(s);

		pieces_add(s->arena, up ? &up->text : &s->text, GAP_SPACE, n->text);
		return;
	}
	if (!e->draft) {
		add_item(s, n);
		e->draft->item.current = is_current(s, e->node) || is_current(s, n->parent);
		s->loose = e->draft;
	}
	if (e->draft == s->loose && !e->draft->item.first)
		pieces_add(s->arena, &e->draft->label, s->gap, n->text);
	else
		pieces_add(s->arena, &e->draft->text, s->gap ? s->gap : GAP_SPACE, n->text);
}

static void
heading_words(struct builder *s, const struct html_node *n)
{
	struct holder *top = s->n_holders ? &s->holders[s->n_holders - 1] : NULL;

	if (!s->nav->first && !s->n_holders && (!s->title || s->title == s->heading)) {
		s->title = s->heading;
		pieces_add(s->arena, &s->label, s->gap, n->text);
		return;
	}
	if (!top || top->node != s->heading->parent || top->draft != s->loose || !s->loose) {
		s->loose = new_draft(s, innermost_draft(s), n);
		push_holder(s, s->heading->parent, s->loose, s->heading->tag - TAG_H1 + 1);
	}
	pieces_add(s->arena, &s->loose->label, s->gap, n->text);
}

static void
enter_entry(struct builder *s, const struct html_node *e)
{
	push_holder(s, e, NULL, 0);
	if (html_is(e, TAG_DD) && s->term && s->dl == e->parent)
		entry(s)->above = s->term;
}

/* Words outside links, entries and headings. */
static void
loose_words(struct builder *s, const struct html_node *n)
{
	bool current = is_current(s, n->parent);
	struct pieces *text = &s->text;

	if (!s->nav->first && rules_match(s->rules, HEADING_BREADCRUMB, str_trim(n->text))) {
		pieces_add(s->arena, &s->label, s->gap, n->text);
		return;
	}

	if ((s->trail || current) && has_letters(n->text)) {
		struct draft *d = new_draft(s, innermost_draft(s), n);

		d->item.current = current;
		pieces_add(s->arena, &d->label, GAP_NONE, n->text);
		return;
	}
	if (goes_with_last(s, n))
		text = &s->last_draft->text;
	pieces_add(s->arena, text, s->gap ? s->gap : GAP_SPACE, n->text);
}

static void
words(struct builder *s, const struct html_node *n)
{
	struct holder *e = entry(s);

	if (str_is_white(n->text)) {
		if (s->gap == GAP_NONE)
			s->gap = GAP_SPACE;
		return;
	}
	if (s->link)
		link_words(s, n->text);
	else if (e)
		entry_words(s, e, n);
	else if (s->heading)
		heading_words(s, n);
	else
		loose_words(s, n);
	s->gap = GAP_NONE;
}

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

static void
enter(struct builder *s, struct tour *t)
{
	const struct html_node *e = t->node;
	const struct block *b = block_of(s->blocks, e);

	if (b->region != s->region || !b->counts) {
		tour_skip(t);
		return;
	}
	if (!is_phrasing(e) || html_is(e, TAG_BR))
		s->gap = GAP_SPACE;
	if (is_entry(e))
		enter_entry(s, e);
	else if (is_heading(e) && !entry(s) && !s->link)
		enter_heading(s, e);
	else if (html_is(e, TAG_A) && !s->link)
		enter_link(s, e);
	else if (html_is(e, TAG_IMG))
		label_of_image(s, e);
	if (!s->hidden && rules_match(s->rules, CLASS_HIDDEN, html_value(e, ATTR_CLASS)))
		s->hidden = e;
}

static void
leave(struct builder *s, const struct html_node *e)
{
	if (block_of(s->blocks, e)->region != s->region)
		return;
	if (!is_phrasing(e))
		s->gap = GAP_SPACE;
	while (s->n_holders && s->holders[s->n_holders - 1].node == e) {
		if (html_is(e, TAG_DT)) {
			s->dl = e->parent;
			s->term = entry(s)->draft;
		}
		s->n_holders--;
		s->loose = NULL;
	}
	if (s->link && html_is(e, TAG_A))
		leave_link(s, e);
	if (s->heading == e)
		s->heading = NULL;
	if (s->hidden == e)
		s->hidden = NULL;
}

/* Turn gathered pieces into labels and texts. */
static void
settle(struct builder *s)
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
		} else if (i->label.p) {
			i->label = fold(s->arena, i->label);
		}
		if (!i->label.p) {
			i->label = STR("");
			i->label_from = LABEL_TEXT;
		}
		i->text = pieces_fold(s->arena, &d->text);
	}
	s->nav->label = pieces_fold(s->arena, &s->label);
	s->nav->text = pieces_fold(s->arena, &s->text);
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
		.trail = root->nav_kind == NAV_BREADCRUMB || root->nav_kind == NAV_PAGINATION };
	struct tour t = { .root = root->node };

	*nav = (struct nav){ .at = position_of(where, root->node->offset) };
	while (tour_next(&t)) {
		if (t.node->kind == HTML_TEXT && !t.leaving)
			words(&s, t.node);
		else if (t.node->kind == HTML_ELEMENT && !t.leaving)
			enter(&s, &t);
		else if (t.node->kind == HTML_ELEMENT)
			leave(&s, t.node);
	}
	settle(&s);
	if (!nav->label.p && !str_is_white(html_value(root->node, ATTR_ARIA_LABEL))) {
		nav->label = fold(a, html_value(root->node, ATTR_ARIA_LABEL));
		nav->label_from = LABEL_ARIA;
	}
}
