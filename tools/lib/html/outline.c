/* outline.c - the body of a page without its tree. */
#include "outline.h"

#include "characters.h"
#include "foreign.h"
#include "insertion.h"
#include "markup.h"
#include "names_find.h"
#include "skim.h"

enum { MOST_TABLES = 64, MOST_FOREIGN = 64 };

struct outline {
	struct builder *b;
	struct html_node *body;
	struct html_node element; /* told last, unless it is in the tree */
	unsigned n_tables;        /* open */
	uint64_t in_cell; /* a bit a table, the innermost lowest: a cell or caption is open */
	unsigned n_objects;
	enum tag object; /* what these are: object, applet or marquee */
	bool in_select;
	unsigned select_tables; /* open when the select was opened */
	struct open_foreign {
		uint16_t tag;
		struct str name;
	} foreign[MOST_FOREIGN]; /* elements of SVG that are open */
	unsigned n_foreign;
};

#define A SKIM_LETTER
#define N SKIM_LENGTH

/* Tags that change how what follows is read, or are not always heeded. */
static const uint32_t tag_lengths[32] = {
	A('a') = N(6),                       /* applet */
	A('b') = N(4),                       /* body */
	A('c') = N(3) | N(7) | N(8),         /* col, caption, colgroup */
	A('f') = N(4) | N(5) | N(8),         /* form, frame, frameset */
	A('h') = N(4),                       /* html, head */
	A('i') = N(5) | N(6),                /* image, iframe */
	A('m') = N(4) | N(7),                /* math, meta, marquee */
	A('n') = N(7) | N(8),                /* noembed, noframes */
	A('o') = N(6),                       /* object */
	A('p') = N(9),                       /* plaintext */
	A('s') = N(3) | N(5) | N(6) | N(15), /* svg, style, script, select, selectedcontent */
	A('t') = N(2) | N(5) | N(8), /* td, th, tr, table …, title, template, textarea */
	A('x') = N(3),               /* xmp */
};

bool
outline_fits(const struct builder *b)
{
	uint32_t top = open_top(&b->open)->name;

	if (b->mode != MODE_IN_BODY || b->open.depth < 2 || b->open.depth > 3 ||
	    b->n_template_modes || b->open.entries[2].name != OPEN_HTML(TAG_BODY))
		return false;
	return !(top & 1) && top != OPEN_HTML(TAG_SELECT) && top != OPEN_HTML(TAG_OBJECT) &&
	       top != OPEN_HTML(TAG_APPLET) && top != OPEN_HTML(TAG_MARQUEE) &&
	       top != OPEN_HTML(TAG_SELECTEDCONTENT) && b->tokenizer.state == TOKENIZER_DATA;
}

/* True for those that are asked for in the tree. */
static bool
is_kept(enum tag tag)
{
	return tag == TAG_META || tag == TAG_BASE || tag == TAG_TITLE || tag == TAG_STYLE;
}

static void
tell(const struct outline *o, const struct html_node *e)
{
	o->b->outline->element(o->b->outline->context, e);
}

static struct html_node *
make(struct outline *o, const struct token *t, enum html_ns ns)
{
	struct html_node *e;

	o->b->offset = t->offset;
	e = insertion_new(o->b, t, ns);
	if (is_kept(t->tag))
		html_append(o->body, e);
	else
		e->parent = o->body;
	return e;
}

/* Read on to the end tag of an element whose content is text, and keep that where it counts. */
static bool
add_raw(struct outline *o, const struct token *t, enum tokenizer_state state)
{
	bool keep = t->tag == TAG_TITLE || t->tag == TAG_STYLE;
	struct html_node *e = keep || t->n_attrs ? make(o, t, HTML_NS_HTML) : NULL, *text;
	struct token content;

	o->b->tokenizer.state = state;
	if (!keep)
		o->b->tokenizer.next = raw_text_end(&o->b->tokenizer);
	while (tokenizer_next(&o->b->tokenizer, &content), content.kind == TOKEN_TEXT) {
		text = html_new(o->b->arena, HTML_TEXT);
		text->offset = content.offset;
		text->text = content.text;
		html_append(e, text);
	}
	if (e)
		tell(o, e);
	return true;
}

/* True where nothing but text stands before the element's end tag. */
static bool
holds_text(const struct outline *o, const struct token *t)
{
	const struct tokenizer *z = &o->b->tokenizer;
	struct str rest = { z->next, (size_t)(z->end - z->next) };
	size_t tag = str_find_char(rest, '<', 0);

	rest = str_part(rest, tag, rest.n);
	return str_starts(rest, STR("</")) &&
	       str_starts_nocase(str_part(rest, 2, rest.n), t->text);
}

/* A start tag in SVG, and that of SVG itself. */
static bool
start_foreign(struct outline *o, const struct token *t)
{
	if (o->n_foreign && foreign_breaks_out(t))
		return false;
	if (t->n_attrs)
		tell(o, make(o, t, HTML_NS_SVG));
	if (t->self_closing)
		return true;
	if (o->n_foreign == MOST_FOREIGN || t->tag == TAG_FOREIGNOBJECT ||
	    t->tag == TAG_STYLE ||
	    ((t->tag == TAG_TITLE || t->tag == TAG_DESC) && !holds_text(o, t)))
		return false;
	o->foreign[o->n_foreign++] = (struct open_foreign){ t->tag, t->text };
	return true;
}

/* What is to be done about a start tag. */
enum effect {
	EFFECT_ADD,   /* nothing but its attributes matters */
	EFFECT_DROP,  /* nothing at all */
	EFFECT_TOKEN, /* the tokenizer is to read it */
	EFFECT_TREE,  /* the page needs its tree */
};

/* The start tag of a table, which closes one that has no cell open, or of a part of one. */
static enum effect
start_table_part(struct outline *o, enum tag tag)
{
	if (tag == TAG_TABLE) {
		bool regular = o->n_tables < MOST_TABLES && (!o->n_tables || o->in_cell & 1);

		o->n_tables++;
		o->in_cell <<= 1;
		return regular ? EFFECT_ADD : EFFECT_TREE;
	}
	o->in_cell &= ~UINT64_C(1);
	if (tag == TAG_TD || tag == TAG_TH || tag == TAG_CAPTION)
		o->in_cell |= 1;
	return o->n_tables ? EFFECT_ADD : EFFECT_DROP;
}

/* Note what a start tag of HTML opens. A table of tags. */
static enum effect
effect_of(struct outline *o, enum tag tag)
{
	switch (tag) {
	case TAG_HEAD:
	case TAG_FRAME: return EFFECT_DROP;
	case TAG_FRAMESET:
	case TAG_TEMPLATE:
	case TAG_MATH:
	case TAG_SELECTEDCONTENT: return EFFECT_TREE;
	case TAG_META: return o->b->tentative ? EFFECT_TREE : EFFECT_ADD;
	case TAG_FORM:
		if (o->b->form)
			return EFFECT_DROP;
		o->b->form = o->body;
		return EFFECT_ADD;
	case TAG_SELECT:
		if (o->in_select)
			return EFFECT_TREE;
		o->in_select = true;
		o->select_tables = o->n_tables;
		return EFFECT_ADD;
	case TAG_APPLET:
	case TAG_MARQUEE:
	case TAG_OBJECT:
		if (o->in_select || (o->n_objects && o->object != tag))
			return EFFECT_TREE;
		o->object = tag;
		o->n_objects++;
		return EFFECT_ADD;
	case TAG_CAPTION:
	case TAG_COL:
	case TAG_COLGROUP:
	case TAG_TABLE:
	case TAG_TBODY:
	case TAG_TD:
	case TAG_TFOOT:
	case TAG_TH:
	case TAG_THEAD:
	case TAG_TR: return start_table_part(o, tag);
	case TAG_BODY:
	case TAG_HTML:
	case TAG_IFRAME:
	case TAG_NOEMBED:
	case TAG_NOFRAMES:
	case TAG_PLAINTEXT:
	case TAG_SCRIPT:
	case TAG_STYLE:
	case TAG_SVG:
	case TAG_TEXTAREA:
	case TAG_TITLE:
	case TAG_XMP: return EFFECT_TOKEN;
	default: return EFFECT_ADD;
	}
}

/* A start tag of HTML that the tokenizer read. False where the page needs its tree. */
static bool
start_token(struct outline *o, struct token *t)
{
	switch (t->tag) {
	case TAG_SVG: return start_foreign(o, t);
	case TAG_TITLE:
	case TAG_TEXTAREA: return add_raw(o, t, TOKENIZER_RCDATA);
	case TAG_IFRAME:
	case TAG_NOEMBED:
	case TAG_NOFRAMES:
	case TAG_STYLE:
	case TAG_XMP: return add_raw(o, t, TOKENIZER_RAWTEXT);
	case TAG_SCRIPT: return add_raw(o, t, TOKENIZER_SCRIPT_DATA);
	case TAG_PLAINTEXT: return add_raw(o, t, TOKENIZER_PLAINTEXT);
	case TAG_BODY:
	case TAG_HTML: return !t->n_attrs;
	default: /* of more attributes than are skimmed */
		if (t->tag == TAG_IMAGE) {
			t->tag = TAG_IMG;
			t->text = tag_name(TAG_IMG);
		}
		tell(o, make(o, t, HTML_NS_HTML));
		return true;
	}
}

/* The tag of a name that tag_lengths lists. */
static inline enum tag
special_tag(struct str name, const char *end)
{
	if (name.n != 2)
		return tag_within(name, end);
	switch (to_lower(name.p[1])) {
	case 'd': return TAG_TD;
	case 'h': return TAG_TH;
	case 'r': return TAG_TR;
	default: return TAG_UNKNOWN;
	}
}

/* Read the start tag at p by the tokenizer's rules. */
static const char *
read_token(struct outline *o, const char *p)
{
	struct tokenizer *z = &o->b->tokenizer;
	struct token t;

	z->next = p;
	tokenizer_next(z, &t);
	if (t.kind != TOKEN_START) /* the text ends in it */
		return z->end;
	if (o->n_foreign ? start_foreign(o, &t) : start_token(o, &t))
		return z->next;
	return NULL;
}

/* Tell of an element of which nothing but its attributes matters. */
static void
tell_skimmed(struct outline *o, struct str name, struct skimmed *s)
{
	struct tokenizer *z = &o->b->tokenizer;
	bool is_a = name.n == 1 && to_lower(*name.p) == 'a';
	enum tag tag = is_a ? TAG_A : tag_within(name, z->end);
	uint32_t n = skim_keep(z->arena, s);
	struct html_node *e = &o->element;

	e->attrs = s->attrs;
	if (is_kept(tag)) {
		e = html_new(z->arena, HTML_ELEMENT);
		e->attrs = arena_alloc(z->arena, n * sizeof(*e->attrs));
		memcpy(e->attrs, s->attrs, n * sizeof(*e->attrs));
		html_append(o->body, e);
	}
	if (tag == TAG_IMAGE)
		tag = TAG_IMG;
	e->tag = (uint16_t)tag;
	e->offset = (uint32_t)(name.p - 1 - z->start);
	e->text = tag ? tag_name(tag) : characters_name(z->arena, name);
	e->n_attrs = n;
	tell(o, e);
}

/* Read the start tag at p; returns what follows it, or NULL where the page needs its tree. */
static const char *
read_start(struct outline *o, const char *p)
{
	const struct tokenizer *z = &o->b->tokenizer;
	const char *after = skim_name(p + 1, z->end);
	struct str name = { p + 1, (size_t)(after - p - 1) };
	enum effect effect = EFFECT_ADD;
	struct skimmed s;

	if (o->n_foreign)
		return read_token(o, p);
	if (skim_may_be(tag_lengths, name))
		effect = effect_of(o, special_tag(name, z->end));
	if (effect == EFFECT_TOKEN)
		return read_token(o, p);
	if (effect == EFFECT_TREE)
		return NULL;
	after = skim_class(after, z->end);
	if (after < z->end && *after == '>')
		return after + 1;
	after = skim_attrs(o->b->doc->text, after, &s);
	if (after == z->end)
		return after;
	if (s.wanted && effect == EFFECT_ADD) {
		if (s.n > SKIM_ATTRS)
			return read_token(o, p);
		tell_skimmed(o, name, &s);
	}
	return after + 1;
}

static bool
end_foreign(struct outline *o, enum tag tag, struct str name)
{
	unsigned i = o->n_foreign;

	while (i > 0 &&
	       !(o->foreign[i - 1].tag == tag && str_eq_nocase(o->foreign[i - 1].name, name)))
		i--;
	if (i > 0)
		o->n_foreign = i - 1;
	return i > 0;
}

/* An end tag in HTML. False where the page needs its tree. A table of tags. */
static bool
end_tag(struct outline *o, enum tag tag)
{
	switch (tag) {
	case TAG_TABLE:
		if (!o->n_tables)
			return true;
		o->n_tables--;
		o->in_cell >>= 1;
		o->in_select = o->in_select && o->select_tables <= o->n_tables;
		return true;
	case TAG_CAPTION:
	case TAG_COLGROUP:
	case TAG_TBODY:
	case TAG_TD:
	case TAG_TFOOT:
	case TAG_TH:
	case TAG_THEAD:
	case TAG_TR: o->in_cell &= ~UINT64_C(1); return true;
	case TAG_FORM: o->b->form = NULL; return true;
	case TAG_SELECT:
		if (o->in_select && o->select_tables != o->n_tables)
			return false;
		o->in_select = false;
		return true;
	case TAG_APPLET:
	case TAG_MARQUEE:
	case TAG_OBJECT:
		if (o->n_objects && o->object != tag)
			return false;
		o->n_objects -= o->n_objects > 0;
		return true;
	default: return true;
	}
}

/* Read the end tag at p, as read_start() does. *ends becomes true for one that the tree builder
 * is to process: then z->next is p. */
static const char *
read_end(struct outline *o, const char *p, bool *ends)
{
	struct tokenizer *z = &o->b->tokenizer;
	const char *after = skim_name(p + 2, z->end);
	struct str name = { p + 2, (size_t)(after - p - 2) };
	enum tag tag = TAG_UNKNOWN;
	struct skimmed s;

	if (after < z->end && *after != '>')
		after = skim_attrs(o->b->doc->text, after, &s);
	if (after == z->end)
		return after;
	if (o->n_foreign)
		return end_foreign(o, tag_within(name, z->end), name) ? after + 1 : NULL;
	if (skim_may_be(tag_lengths, name))
		tag = special_tag(name, z->end);
	if ((tag == TAG_BODY || tag == TAG_HTML) && !o->n_tables) {
		*ends = true;
		return o->n_objects || o->in_select ? NULL : p;
	}
	return end_tag(o, tag) ? after + 1 : NULL;
}

/* Step over what "<!", "<?" or "</" opens that is no tag. */
static const char *
read_other(struct outline *o, const char *p)
{
	struct tokenizer *z = &o->b->tokenizer;
	struct token t;

	if (o->n_foreign && p[1] == '!' && p[2] == '[') /* CDATA */
		return NULL;
	if (p[1] == '/' && p[2] == '>')
		return p + 3;
	z->next = p;
	tokenizer_next(z, &t);
	return z->next;
}

/* What follows the tag at p, where that is neither special nor has an attribute but a class; p
 * where it is to be looked at. The text goes on for 32 bytes. */
static inline const char *
pass_plain(const char *p, const char *end)
{
	struct str name = { p + 1 + (p[1] == '/'), 0 };
	unsigned low = skim_lows(name.p);
	const char *after;

	name.n = (size_t)__builtin_ctz(low | 1U << 16);
	after = name.p + name.n;
	if (!is_alpha(*name.p) || skim_may_be(tag_lengths, name))
		return p;
	if (*after == ' ' && name.p == p + 1)
		after = skim_class(after, end);
	return after < end && *after == '>' ? after + 1 : p;
}

/* The first '<' in [p, end) that may open something to be looked at. Most tags are stepped over
 * right here. Where they begin is told by block, whatever is in them: so the processor need not
 * know where one ends to look at the next. */
static inline const char *
skip_plain(const char *p, const char *end, bool in_foreign)
{
	enum { BLOCK = 64, LONGEST_PLAIN = 32 }; /* bytes; the latter but for the class */
	const char *block = p;

	for (; end - block >= BLOCK + LONGEST_PLAIN && !in_foreign; block += BLOCK) {
		for (uint64_t tags = equal_64(block, '<'); tags; tags &= tags - 1) {
			const char *tag = block + __builtin_ctzll(tags), *after;

			if (tag < p) /* in a class */
				continue;
			after = pass_plain(tag, end);
			if (after == tag)
				return tag;
			p = after;
		}
	}
	return skim_to(p > block ? p : block, end, '<');
}

bool
outline_read(struct builder *b)
{
	struct outline o = { .b = b, .body = b->open.entries[2].node };
	struct tokenizer *z = &b->tokenizer;
	const char *p = z->next;
	bool ends = false;

	o.element = (struct html_node){ .kind = HTML_ELEMENT, .parent = o.body };
	z->in_foreign = false;
	/* the shortest tag has three bytes */
	while (!ends && (p = skip_plain(p, z->end, o.n_foreign)) && z->end - p >= 3) {
		if (is_alpha(p[1]))
			p = read_start(&o, p);
		else if (p[1] == '/' && is_alpha(p[2]))
			p = read_end(&o, p, &ends);
		else if (p[1] == '!' || p[1] == '?' || p[1] == '/')
			p = read_other(&o, p);
		else
			p++;
		if (!p)
			return false;
	}
	z->next = ends ? p : z->end;
	return true;
}
