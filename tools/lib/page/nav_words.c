/* nav_words.c - where the words of a tree go. */
#include "../base/letters.h"
#include "../base/utf8.h"
#include "nav_builder.h"
#include "nav_shape.h"

static bool
is_wordlike(uint32_t cp)
{
	if (cp < 0x80)
		return is_alpha((char)cp) || is_digit((char)cp);
	return !is_white_space(cp) && cp != 0xAB && cp != 0xBB && cp != 0xB7 &&
	       !(cp >= 0x2000 && cp < 0x2C00);
}

bool
has_letters(struct str s)
{
	const char *p = s.p, *end = s.p + s.n;
	uint32_t cp;

	while (p < end) {
		p += utf8_read(p, end, &cp);
		if (is_wordlike(cp))
			return true;
	}
	return false;
}

/* What parts the steps of a trail. */
static bool
is_separator(uint32_t cp)
{
	switch (cp) {
	case '>':
	case '|':
	case '/':
	case '\\':
	case 0xB7: /* middle dot */
	case 0xBB: /* angle quotation marks */
	case 0x203A:
	case 0x2022: /* bullet */
	case 0x2192: /* arrow */
	case 0x25B6: /* triangles */
	case 0x25B8: return true;
	default: return false;
	}
}

/* The length of what s begins with that is, or is not, separators and white space. */
static size_t
run_of(struct str s, bool separators)
{
	const char *p = s.p, *end = s.p + s.n;

	while (p < end) {
		uint32_t cp;
		size_t n = utf8_read(p, end, &cp);

		if (is_separator(cp) != separators && !is_white_space(cp))
			break;
		p += n;
	}
	return (size_t)(p - s.p);
}

/* Words of a trail outside links: each step is an item, what parts them text of the nav. */
static void
trail_words(struct builder *s, const struct html_node *n, bool current)
{
	struct str left = n->text;

	while (left.n) {
		size_t parts = run_of(left, true), step;

		if (parts)
			pieces_add(s->arena, &s->text, GAP_SPACE, str_part(left, 0, parts));
		left = str_part(left, parts, left.n);
		step = run_of(left, false);
		if (step) {
			struct draft *d = new_draft(s, innermost_draft(s), n);

			d->item.current = current;
			pieces_add(s->arena, &d->label, GAP_NONE, str_part(left, 0, step));
		}
		left = str_part(left, step, left.n);
	}
}

/* Words inside a link. */
static void
link_words(struct builder *s, struct str text)
{
	pieces_add(s->arena, s->hidden ? &s->link->helper : s->link_words, s->gap, text);
}

/* A separator after an entry's words is no part of its label. */
static void
label_words(struct builder *s, struct draft *d, struct str text)
{
	size_t n = text.n, from = 0;

	while (from < text.n) { /* to the end of the last run of other characters */
		size_t parts = run_of(str_part(text, from, text.n), true);
		size_t words = run_of(str_part(text, from + parts, text.n), false);

		n = words ? text.n : from;
		from += parts + words;
	}
	pieces_add(s->arena, &d->label, s->gap, str_part(text, 0, n));
	if (n < text.n)
		pieces_add(s->arena, &d->text, GAP_SPACE, str_part(text, n, text.n));
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
	if (e->draft == s->loose && !e->draft->item.first && !s->hidden)
		label_words(s, e->draft, n->text);
	else if (e->draft == s->loose && pieces_white(&e->draft->label))
		pieces_add(s->arena, &e->draft->helper, GAP_SPACE, n->text);
	else
		pieces_add(s->arena, &e->draft->text, s->gap ? s->gap : GAP_SPACE, n->text);
}

static void
heading_words(struct builder *s, const struct html_node *n)
{
	struct holder *top = s->n_holders ? &s->holders[s->n_holders - 1] : NULL;

	if (!s->nav->first && !s->n_holders &&
	    (s->title ? s->title == s->heading : !has_peer(s->heading, s->root))) {
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

/* A caption of all there is is the nav's label. */
static void
caption_words(struct builder *s, const struct html_node *n)
{
	const struct block *list = block_of(s->blocks, s->captioned);
	struct pieces *to = &s->label;

	if (s->caption_draft || s->nav->first || s->n_holders ||
	    list->links < block_of(s->blocks, s->root)->links) {
		if (!s->caption_draft)
			s->caption_draft = new_draft(s, innermost_draft(s), n);
		to = &s->caption_draft->label;
	}
	pieces_add(s->arena, to, s->gap, n->text);
}

/* Words outside links, entries and headings. */
static void
loose_words(struct builder *s, const struct html_node *n)
{
	bool current = is_current(s, n->parent);
	struct pieces *text = &s->text;

	if (!s->nav->first &&
	    (html_is(s->root, TAG_SELECT) ||
		rules_match(s->rules, HEADING_BREADCRUMB, str_trim(n->text)))) {
		pieces_add(s->arena, &s->label, s->gap, n->text);
		return;
	}

	if ((s->trail || current) && has_letters(n->text)) {
		trail_words(s, n, current);
		return;
	}
	if (goes_with_last(s, n))
		text = &s->last_draft->text;
	pieces_add(s->arena, text, s->gap ? s->gap : GAP_SPACE, n->text);
}

/* Words of a button that opens something, outside of entries or first in one. A button that
 * opens all there is names the nav, if that has no name of its own. */
static void
button_words(struct builder *s, const struct html_node *n)
{
	struct control *c = s->controls;

	if (c->opens_all) {
		bool named = html_attr(s->root, ATTR_ARIA_LABEL) || s->hidden;

		pieces_add(s->arena, named ? &s->text : &s->label, s->gap ? s->gap : GAP_SPACE,
		    n->text);
		return;
	}
	if (!c->draft)
		c->draft = add_item(s, n);
	pieces_add(s->arena, s->hidden ? &c->draft->text : &c->draft->label,
	    s->hidden ? GAP_SPACE : s->gap, n->text);
}

void
place_words(struct builder *s, const struct html_node *n)
{
	struct holder *e = entry(s);

	if (is_blank(n)) {
		if (s->gap == GAP_NONE)
			s->gap = GAP_SPACE;
		return;
	}
	if (s->link)
		link_words(s, n->text);
	else if (s->button && (!e || !e->draft || e->draft == s->controls->draft) &&
		 !(e && e->draft && e->draft->link))
		button_words(s, n);
	else if (s->caption)
		caption_words(s, n);
	else if (e)
		entry_words(s, e, n);
	else if (s->heading)
		heading_words(s, n);
	else
		loose_words(s, n);
	s->gap = GAP_NONE;
}
