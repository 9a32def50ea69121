/* body.c - the body as normalised XHTML: one tour of the page, which opens and closes what main
 * keeps of it. */
#include "body.h"

#include "body_copy.h"
#include "body_window.h"
#include "body_writer.h"
#include "tour.h"

struct body {
	struct body_writer writer;
	const struct blocks *blocks;
	const struct regions *regions;
};

static bool
may_stand_in(const struct element_rule *rule, const struct html_node *parent)
{
	if (!rule->within[0])
		return true;
	for (size_t i = 0; i < 3; i++)
		if (rule->within[i] && rule->within[i] == parent->tag)
			return true;
	return false;
}

/* A cell that heads a group of columns makes the table's colgroups meaningful. */
static void
note_cell(struct body_writer *w, const struct html_node *cell)
{
	size_t i = w->depth;

	if (!str_eq(html_value(cell, ATTR_SCOPE), STR("colgroup")))
		return;
	while (i && !html_is(w->stack[i].out, TAG_TABLE))
		i--;
	w->stack[i].heads_columns = true;
}

static void
enter_block(struct body_writer *w, const struct html_node *e, const struct element_rule *rule)
{
	writer_border(w);
	if (!may_stand_in(rule, writer_top(w)->out) ||
	    (!rule->within[0] && w->depth >= DEEPEST))
		return;
	if (!rule->within[0] && writer_top(w)->fate == FATE_LIST)
		writer_entry(w);
	if (!holds_blocks(writer_top(w)->fate) ||
	    (!rule->within[0] && writer_top(w)->fate == FATE_LIST))
		return;
	writer_push(w, element_copy(w, e, rule), e, rule->fate);
	if (rule->becomes == TAG_TH)
		note_cell(w, writer_top(w)->out);
}

/* Elements that are kept around blocks, though they are phrasing content. */
static bool
holds_either(const struct element_rule *rule)
{
	return rule->becomes == TAG_A || rule->becomes == TAG_VIDEO ||
	       rule->becomes == TAG_AUDIO || rule->becomes == TAG_OBJECT;
}

static void
enter_inline(struct body_writer *w, const struct html_node *e, const struct element_rule *rule,
    bool has_block)
{
	if (has_block)
		writer_border(w);
	if (w->depth >= DEEPEST || !may_stand_in(rule, writer_top(w)->out) ||
	    (has_block && !holds_either(rule)))
		return;
	if (has_block && writer_top(w)->fate == FATE_LIST)
		writer_entry(w);
	if (has_block && holds_blocks(writer_top(w)->fate)) {
		writer_push(w, element_copy(w, e, rule), e, FATE_BLOCK);
		return;
	}
	if (!w->preformatted)
		writer_place(w);
	writer_push(w, element_copy(w, e, rule), e, FATE_INLINE);
}

/* True where the alternative text of an image is what an annotation of the formula says. */
static bool
shows_math(const struct html_node *math, struct str alt)
{
	for (const struct html_node *n = math; n; n = html_next(n, math))
		if (n->kind == HTML_TEXT && n->parent->tag == TAG_ANNOTATION &&
		    str_eq(str_trim(n->text), str_trim(alt)))
			return true;
	return false;
}

/* True for the image that stands in for the one before it where no script loads that, or for
 * the formula before it where that cannot be shown. */
static bool
is_stand_in(
    const struct html_node *last, const struct html_node *copy, const struct html_node *e)
{
	if (!last || !html_is(copy, TAG_IMG))
		return false;
	if (is_math(last))
		return shows_math(last, html_value(copy, ATTR_ALT));
	return html_is(last, TAG_IMG) && html_is(e->parent, TAG_NOSCRIPT) &&
	       str_eq(html_value(last, ATTR_SRC), html_value(copy, ATTR_SRC));
}

static void
enter_void(struct body_writer *w, const struct html_node *e, const struct element_rule *rule)
{
	struct html_node *copy;

	if (rule->becomes == TAG_BR) {
		writer_break(w);
		return;
	}
	copy = element_copy(w, e, rule);
	if (!may_stand_in(rule, writer_top(w)->out) ||
	    (copy->tag != TAG_WBR && !may_be_empty(copy)) ||
	    is_stand_in(writer_top(w)->out->last, copy, e)) {
		writer_keep_id(w, html_value(copy, ATTR_ID));
		return;
	}
	if (!rule->within[0]) {
		writer_place(w);
		writer_anchors(w);
	}
	writer_append(w, copy);
	w->fresh = false;
}

/* MathML is kept as it is, but for what is foreign to it. */
static void
enter_math(struct body_writer *w, const struct html_node *e)
{
	struct html_node *copy;

	if (e->tag == TAG_UNKNOWN || (e->tag != TAG_MATH && !w->math) || w->depth >= DEEPEST)
		return;
	if (!w->math)
		writer_place(w);
	copy = html_new(w->nodes, HTML_ELEMENT);
	copy->ns = HTML_NS_MATHML;
	copy->tag = e->tag;
	copy->text = e->text;
	copy_math_attributes(w->nodes, e, copy);
	writer_push(w, copy, e, FATE_INLINE);
	w->math++;
}

/* Another region was here: say which. */
static void
cut(struct body *s, const struct block *b)
{
	const struct region *region = s->regions->at[b->rooted].region;
	const struct html_node *last = writer_top(&s->writer)->out->last;
	struct html_node *e;

	if (!last || !is_math(last)) /* the drawing of a formula parts no words */
		writer_border(&s->writer);
	if (!region)
		return;
	e = html_new(s->writer.nodes, HTML_ELEMENT);
	e->ns = HTML_NS_OTHER;
	e->text = STR("cut");
	e->attrs = arena_zalloc(s->writer.nodes, sizeof(*e->attrs));
	e->attrs[0].key = STR("ref");
	e->attrs[0].value = region->id;
	e->n_attrs = 1;
	writer_append(&s->writer, e);
}

/* True for an element whose language or direction is not that of where it will stand. */
static bool
speaks(struct body_writer *w, const struct block *b)
{
	const struct speech *around = writer_top(w)->speech, *own;

	if (!(b->has & HAS_SPEECH))
		return false;
	own = speech_of(w->arena, b->node, around);
	return !str_eq(own->lang, around->lang) || !str_eq(own->dir, around->dir);
}

/* Keep the language of an element in a div or span. True: that has its id too. */
static bool
enter_speech(struct body_writer *w, const struct html_node *e, bool is_block, bool has_block)
{
	size_t depth = w->depth;

	if (is_block && holds_blocks(writer_top(w)->fate)) {
		if (writer_top(w)->fate != FATE_LIST)
			enter_block(w, e, &wrapper_div);
	} else if (!is_block || !has_block) {
		enter_inline(w, e, &wrapper_span, false);
	}
	return w->depth > depth;
}

/* An element that is not kept for itself: its id and language may be. */
static void
enter_wrapper(
    struct body_writer *w, const struct html_node *e, const struct block *b, bool is_block)
{
	bool shows = b->characters || b->images;

	if (e->ns != HTML_NS_HTML) /* ids in a drawing name its parts */
		return;
	if (shows && speaks(w, b) && enter_speech(w, e, is_block, b->has_block))
		return;
	if (!is_block || shows)
		writer_keep_id(w, html_value(e, ATTR_ID));
	if (html_is(e, TAG_A) && !html_value(e, ATTR_ID).n)
		writer_keep_id(w, html_value(e, ATTR_NAME));
}

/* The first text in a subtree, or the last; NULL: none. */
static const struct html_node *
outer_text(const struct html_node *n, bool last)
{
	while (n && n->kind == HTML_ELEMENT)
		n = last ? n->last : n->first;
	return n && n->kind == HTML_TEXT ? n : NULL;
}

/* Words run together where a span follows another and nothing else stands between them in a
 * span of spans: style sheets show such spans as lines. */
static bool
is_line_of_spans(const struct body *s, const struct html_node *e)
{
	enum { SHORTEST = 3 };
	const struct html_node *before, *after;

	if (!html_is(e, TAG_SPAN) || !e->prev || !html_is(e->prev, TAG_SPAN) ||
	    !html_is(e->parent, TAG_SPAN) || (e->next && !html_is(e->next, TAG_SPAN)))
		return false;
	if (block_of(s->blocks, e)->characters < SHORTEST ||
	    block_of(s->blocks, e->prev)->characters < SHORTEST)
		return false;
	before = outer_text(e->prev, true);
	after = outer_text(e, false);
	return before && after && before->text.n && after->text.n &&
	       is_word_byte(before->text.p[before->text.n - 1]) &&
	       is_word_byte(after->text.p[0]);
}

/* A control is drawn as a thing of its own, with space around it. */
static bool
is_widget(const struct block *b)
{
	return b->is & IS_WIDGET ||
	       (b->has & HAS_ROLE && has_token(b->node, ATTR_ROLE, STR("tab")));
}

/* See that no word runs into it: neighbour is what stands before it, or behind. */
static void
part_words(struct body_writer *w, const struct html_node *neighbour, bool behind)
{
	struct str text =
	    neighbour && neighbour->kind == HTML_TEXT ? neighbour->text : STR("x");

	if (!w->fresh && !w->math && !w->preformatted && text.n &&
	    is_word_byte(text.p[behind ? 0 : text.n - 1]))
		writer_space(w);
}

/* Enter an element of main; false where nothing in it is wanted. */
static bool
enter_main(struct body *s, const struct block *b)
{
	const struct html_node *e = b->node;
	const struct element_rule *rule = block_rule(b);
	struct body_writer *w = &s->writer;
	bool opens = rule->fate != FATE_DROP && rule->fate != FATE_VOID;

	if (b->rooted)
		writer_border(w);
	if (e->ns == HTML_NS_MATHML)
		enter_math(w, e);
	if (w->math)
		return opens;
	if (rule->fate == FATE_UNWRAP || (rule->fate == FATE_MELT && b->has_block))
		writer_border(w);
	if (is_line_of_spans(s, e))
		writer_break(w);
	if (is_widget(b))
		part_words(w, e->prev, false);
	switch ((enum fate)rule->fate) {
	case FATE_DROP: break;
	case FATE_VOID: enter_void(w, e, rule); break;
	case FATE_INLINE:
		if (rule->becomes == TAG_A && w->links)
			enter_wrapper(w, e, b, false);
		else
			enter_inline(w, e, rule, b->has_block);
		break;
	case FATE_UNWRAP: enter_wrapper(w, e, b, true); break;
	case FATE_MELT: enter_wrapper(w, e, b, b->has_block); break;
	default: enter_block(w, e, rule);
	}
	return opens;
}

/* Enter an element; false where nothing in it is wanted, and it is not to be left. */
static bool
enter(struct body *s, const struct html_node *e)
{
	const struct block *b = block_of(s->blocks, e);
	bool opens = true;

	if (b->region == MAIN && (b->counts || block_rule(b)->fate == FATE_VOID))
		opens = enter_main(s, b);
	else if (!b->above_main)
		opens = false;
	else if (speaks(&s->writer, b))
		enter_block(&s->writer, e, &wrapper_div);
	if (b->rooted && b->region != MAIN && s->blocks->at[b->parent].region == MAIN)
		cut(s, b);
	return opens;
}

static void
meet_text(struct body *s, const struct html_node *text)
{
	const struct block *b = block_around(s->blocks, text);

	if (b->region == MAIN && b->counts)
		writer_words(&s->writer, text);
}

static void
leave(struct body *s, const struct html_node *e)
{
	const struct block *b = block_of(s->blocks, e);
	struct body_writer *w = &s->writer;
	size_t i = w->depth;

	if (b->region != MAIN && !b->above_main)
		return;
	while (i && !w->stack[i].source)
		i--;
	if (i && w->stack[i].source == e)
		while (w->depth >= i)
			writer_pop(w);
	else if (b->rooted || b->has_block || !is_phrasing(e))
		writer_border(w);
	if (is_widget(b))
		part_words(w, e->next, true);
}

/* Go on from a node whose parts have been seen, or are not wanted, and leave the elements that
 * end with it: it too, if it is one and was entered. */
static const struct html_node *
go_on(struct body *s, const struct html_node *n, const struct html_node *root, bool entered)
{
	for (;; n = n->parent, entered = true) {
		if (entered)
			leave(s, n);
		if (n == root)
			return NULL;
		if (n->next)
			return n->next;
	}
}

struct html_node *
body_build(struct arena *a, const struct blocks *b, const struct regions *r,
    struct position_finder *where, struct tally *tally, const struct body_sink *sink)
{
	static const struct speech usual = { .dir = STR_INIT("ltr") };
	const struct html_node *root = b->at[0].node, *n = root;
	struct open stack[MOST_OPEN];
	struct body s = { .writer = { .arena = a,
			      .nodes = sink ? sink->arena : a,
			      .sink = sink,
			      .prose = sink ? sink->prose : NULL,
			      .where = where,
			      .tally = tally,
			      .stack = stack,
			      .fresh = true },
		.blocks = b,
		.regions = r };

	stack[0] =
	    (struct open){ .out = html_new(s.writer.nodes, HTML_DOCUMENT), .fate = FATE_BLOCK };
	window_open(&s.writer);
	stack[0].speech = speech_of(a, root, &usual);
	while (n) {
		bool entered = n->kind == HTML_ELEMENT && enter(&s, n);

		if (n->kind == HTML_TEXT)
			meet_text(&s, n);
		n = entered && n->first ? n->first : go_on(&s, n, root, entered);
	}
	writer_end(&s.writer);
	window_end(&s.writer);
	return sink ? NULL : stack[0].out;
}

/* True for what is left of an element that cuts alone were in, and for a cut. */
static bool
is_left_over(const struct html_node *n)
{
	if (n->kind != HTML_ELEMENT)
		return false;
	return n->ns == HTML_NS_OTHER || (!n->first && !may_be_empty(n));
}

void
body_strip(struct html_node *body)
{
	struct tour t = { .root = body };
	bool more = tour_next(&t);

	while (more) {
		struct html_node *n = t.node;
		bool leaving = t.leaving;

		if (n->kind == HTML_ELEMENT && n->n_attrs &&
		    str_eq(n->attrs[n->n_attrs - 1].key, STR("data-at")))
			n->n_attrs--;
		more = tour_next(&t);
		if (leaving && is_left_over(n))
			html_remove(n);
	}
}
