/* body.c - the body as normalised XHTML.
 *
 * One tour of the page. The elements of main that are kept are open on a stack of their own;
 * words that stand where words may not (in the body itself, in a list beside its entries) get
 * an element of the right kind, which a border between blocks closes again. */
#include "body.h"

#include "count.h"
#include "tour.h"

enum { DEEPEST = 190 }; /* cells and entries of what stands there add a few levels: 200 */

struct open {
	struct html_node *out;
	const struct html_node *source; /* NULL: made here */
	enum fate fate;
};

struct body {
	struct arena *arena;
	const struct blocks *blocks;
	const struct regions *regions;
	struct position_finder *where;
	struct open stack[DEEPEST + 16]; /* stack[0] is the body itself */
	size_t depth;                    /* index of the innermost */
	unsigned preformatted;           /* open pre elements */
	bool space;                      /* due before the next word */
	bool fresh;                      /* no space may stand here: a block begins */
	bool broken;                     /* a border lies before the next word */
};

static struct open *
top(struct body *s)
{
	return &s->stack[s->depth];
}

static bool
holds_blocks(enum fate fate)
{
	return fate == FATE_FLOW || fate == FATE_BLOCK || fate == FATE_LIST;
}

static struct html_node *
new_element(struct body *s, enum tag tag)
{
	struct html_node *e = html_new(s->arena, HTML_ELEMENT);

	e->ns = HTML_NS_HTML;
	e->tag = (uint16_t)tag;
	e->text = tag_name(tag);
	return e;
}

static void
push(struct body *s, struct html_node *e, const struct html_node *source, enum fate fate)
{
	html_append(top(s)->out, e);
	s->stack[++s->depth] = (struct open){ e, source, fate };
	s->preformatted += e->tag == TAG_PRE;
	if (fate != FATE_INLINE) {
		s->fresh = true;
		s->space = false;
	}
}

static void
append_text(struct body *s, struct str text)
{
	struct html_node *out = top(s)->out, *last = out->last;

	if (!text.n)
		return;
	if (last && last->kind == HTML_TEXT && last->text.p + last->text.n == text.p) {
		last->text.n += text.n;
		return;
	}
	last = html_new(s->arena, HTML_TEXT);
	last->text = text;
	html_append(out, last);
}

/* Take the space off the end of a block that is being closed. */
static void
trim_end(struct html_node *block)
{
	struct html_node *last = block;

	while (last->last && (last == block || element_rule(last)->fate == FATE_INLINE))
		last = last->last;
	if (last->kind != HTML_TEXT || !last->text.n || last->text.p[last->text.n - 1] != ' ')
		return;
	if (--last->text.n == 0)
		html_remove(last);
}

static bool
may_be_empty(const struct html_node *e)
{
	return e->tag == TAG_TD || e->tag == TAG_TH || e->tag == TAG_HR || e->tag == TAG_COL ||
	       e->tag == TAG_COLGROUP;
}

static void
pop(struct body *s)
{
	struct open *o = top(s);

	s->preformatted -= o->out->tag == TAG_PRE;
	if (o->fate != FATE_INLINE) {
		s->broken = true;
		if (o->out->tag != TAG_PRE)
			trim_end(o->out);
		s->fresh = true;
		s->space = false;
	}
	if (!o->out->first && !may_be_empty(o->out))
		html_remove(o->out);
	s->depth--;
}

/* A border between blocks: what was made to hold words before it ends here. */
static void
border(struct body *s)
{
	while (s->depth && !top(s)->source)
		pop(s);
	if (holds_blocks(top(s)->fate)) {
		s->broken = true;
		s->fresh = true;
		s->space = false;
	} else if (!s->fresh) {
		s->space = true;
	}
}

/* Make an element for what a list holds beside its entries. */
static void
open_entry(struct body *s)
{
	enum tag tag = top(s)->out->tag;

	if (tag == TAG_UL || tag == TAG_OL)
		push(s, new_element(s, TAG_LI), NULL, FATE_FLOW);
	else if (tag == TAG_DL)
		push(s, new_element(s, TAG_DD), NULL, FATE_FLOW);
}

/* See to it that words may stand in the innermost open element: in a paragraph where it holds
 * blocks only, or has other content before a border. */
static void
make_place(struct body *s)
{
	if (top(s)->fate == FATE_LIST)
		open_entry(s);
	if (top(s)->fate == FATE_BLOCK ||
	    (top(s)->fate == FATE_FLOW && s->broken && top(s)->out->last))
		push(s, new_element(s, TAG_P), NULL, FATE_LINE);
	s->broken = false;
}

static void
put_space(struct body *s)
{
	if (s->space && !s->fresh) {
		append_text(s, STR(" "));
		s->fresh = true;
	}
	s->space = false;
}

/* True when every run of white space in s is one space. */
static bool
is_spaced(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (is_space(s.p[i]) &&
		    (s.p[i] != ' ' || (i + 1 < s.n && is_space(s.p[i + 1]))))
			return false;
	return true;
}

static struct str
respaced(struct arena *a, struct str s)
{
	char *copy = arena_alloc(a, s.n);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		if (!is_space(s.p[i]))
			copy[n++] = s.p[i];
		else if (!is_space(s.p[i - 1])) /* s is trimmed: not the first */
			copy[n++] = ' ';
	return (struct str){ copy, n };
}

static void
words(struct body *s, struct str text)
{
	struct str trimmed = str_trim(text);

	if (s->preformatted) {
		if (s->space)
			append_text(s, STR("\n"));
		append_text(s, text);
		s->fresh = s->space = false;
		return;
	}
	if (trimmed.n)
		make_place(s);
	if (text.n && is_space(text.p[0]))
		s->space = true;
	if (!trimmed.n)
		return;
	put_space(s);
	append_text(s, is_spaced(trimmed) ? trimmed : respaced(s->arena, trimmed));
	s->fresh = false;
	s->space = is_space(text.p[text.n - 1]);
}

static bool
is_kept(const struct element_rule *rule, const struct html_attr *attr)
{
	static const uint16_t global[] = { ATTR_ID, ATTR_LANG, ATTR_DIR, ATTR_TITLE };

	if (attr->prefix != HTML_PREFIX_NONE || attr->name == ATTR_UNKNOWN)
		return false;
	for (size_t i = 0; i < sizeof(global) / sizeof(global[0]); i++)
		if (attr->name == global[i])
			return true;
	for (size_t i = 0; i < sizeof(rule->attrs) / sizeof(rule->attrs[0]); i++)
		if (attr->name == rule->attrs[i])
			return true;
	return false;
}

/* The element as kept: its meaning in attributes, and where it stands in the page. */
static struct html_node *
copy_element(struct body *s, const struct html_node *e, const struct element_rule *rule)
{
	struct html_node *copy = new_element(s, rule->becomes);
	bool placed = rule->within[0] == 0 && (rule->fate != FATE_INLINE || e->tag == TAG_A) &&
	              rule->becomes != TAG_BR && rule->becomes != TAG_WBR;

	copy->offset = e->offset;
	copy->attrs = arena_alloc(s->arena, (e->n_attrs + 1) * sizeof(*copy->attrs));
	for (uint32_t i = 0; i < e->n_attrs; i++) {
		struct html_attr attr = e->attrs[i];

		if (!is_kept(rule, &attr))
			continue;
		attr.value = attribute_value(s->arena, rule, attr.name, attr.value);
		if (attr.value.p)
			copy->attrs[copy->n_attrs++] = attr;
	}
	if (placed)
		copy->attrs[copy->n_attrs++] = (struct html_attr){ .key = STR("data-at"),
			.value = position_text(s->arena, position_of(s->where, e->offset)) };
	return copy;
}

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

static void
enter_block(struct body *s, const struct html_node *e, const struct element_rule *rule)
{
	border(s);
	if (!may_stand_in(rule, top(s)->out) || (!rule->within[0] && s->depth >= DEEPEST))
		return;
	if (!rule->within[0] && top(s)->fate == FATE_LIST)
		open_entry(s);
	if (holds_blocks(top(s)->fate) && (rule->within[0] || top(s)->fate != FATE_LIST))
		push(s, copy_element(s, e, rule), e, rule->fate);
}

static void
enter_inline(struct body *s, const struct html_node *e, const struct element_rule *rule)
{
	bool blocks = block_of(s->blocks, e)->has_block;

	if (e->tag == TAG_A && !html_attr(e, ATTR_HREF))
		return;
	if (blocks)
		border(s);
	if (s->depth >= DEEPEST || !may_stand_in(rule, top(s)->out) ||
	    (blocks && e->tag != TAG_A))
		return;
	if (blocks && top(s)->fate == FATE_LIST)
		open_entry(s);
	if (blocks && holds_blocks(top(s)->fate)) {
		push(s, copy_element(s, e, rule), e, FATE_BLOCK);
		return;
	}
	make_place(s);
	put_space(s);
	push(s, copy_element(s, e, rule), e, FATE_INLINE);
}

static void
enter_void(struct body *s, const struct html_node *e, const struct element_rule *rule)
{
	bool line_break = e->tag == TAG_BR;

	if (line_break && s->fresh && !s->preformatted)
		return;
	make_place(s);
	if (line_break)
		s->space = false;
	put_space(s);
	html_append(top(s)->out, copy_element(s, e, rule));
	s->fresh = line_break;
}

/* Another region was here: say which. */
static void
cut(struct body *s, const struct block *b)
{
	const struct region *region = s->regions->at[b->rooted].region;
	struct html_node *e;

	border(s);
	if (!region)
		return;
	e = html_new(s->arena, HTML_ELEMENT);
	e->ns = HTML_NS_OTHER;
	e->text = STR("cut");
	e->attrs = arena_zalloc(s->arena, sizeof(*e->attrs));
	e->attrs[0].key = STR("ref");
	e->attrs[0].value = region->id;
	e->n_attrs = 1;
	html_append(top(s)->out, e);
}

static void
enter_main(struct body *s, struct tour *t)
{
	const struct html_node *e = t->node;
	const struct element_rule *rule = element_rule(e);

	if (block_of(s->blocks, e)->rooted)
		border(s);
	if (rule->fate == FATE_DROP || rule->fate == FATE_VOID)
		tour_skip(t);
	if (rule->fate == FATE_VOID)
		enter_void(s, e, rule);
	else if (rule->fate == FATE_INLINE)
		enter_inline(s, e, rule);
	else if (rule->fate == FATE_UNWRAP || block_of(s->blocks, e)->has_block)
		border(s);
	if (rule->fate >= FATE_LINE && rule->fate != FATE_DROP)
		enter_block(s, e, rule);
}

static void
enter(struct body *s, struct tour *t)
{
	const struct block *b = block_of(s->blocks, t->node);

	if (b->region == MAIN && b->counts)
		enter_main(s, t);
	else if (b->region == MAIN && element_rule(t->node)->fate == FATE_VOID)
		enter_main(s, t);
	else if (!b->above_main)
		tour_skip(t);
	if (b->rooted && b->region != MAIN && s->blocks->at[b->parent].region == MAIN)
		cut(s, b);
}

static void
leave(struct body *s, const struct html_node *e)
{
	const struct block *b = block_of(s->blocks, e);
	size_t i = s->depth;

	if (b->region != MAIN)
		return;
	while (i && !s->stack[i].source)
		i--;
	if (i && s->stack[i].source == e)
		while (s->depth >= i)
			pop(s);
	else if (b->rooted || b->has_block || !is_phrasing(e))
		border(s);
}

struct html_node *
body_build(struct arena *a, const struct blocks *b, const struct regions *r,
    struct position_finder *where)
{
	struct body s = {
		.arena = a, .blocks = b, .regions = r, .where = where, .fresh = true
	};
	struct tour t = { .root = b->at[0].node };

	s.stack[0] = (struct open){ html_new(a, HTML_DOCUMENT), NULL, FATE_BLOCK };
	while (tour_next(&t)) {
		if (t.node->kind == HTML_TEXT && !t.leaving &&
		    block_around(b, t.node)->region == MAIN && block_around(b, t.node)->counts)
			words(&s, t.node->text);
		else if (t.node->kind == HTML_ELEMENT && !t.leaving)
			enter(&s, &t);
		else if (t.node->kind == HTML_ELEMENT)
			leave(&s, t.node);
	}
	border(&s);
	return s.stack[0].out;
}
