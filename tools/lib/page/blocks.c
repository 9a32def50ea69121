/* blocks.c - the elements of a page in document order, with what stands in each. */
#include "blocks.h"

#include "../html/hash.h"
#include "count.h"
#include "fold.h"

/* The html element; pages always have one (13.2.6.4.2). */
static struct html_node *
document_element(const struct html_document *doc)
{
	for (struct html_node *n = doc->root->first; n; n = n->next)
		if (n->kind == HTML_ELEMENT)
			return n;
	return NULL;
}

/* Does a control take input? */
static bool
takes_input(const struct html_node *e)
{
	return e->tag != TAG_INPUT || !str_eq_nocase(html_value(e, ATTR_TYPE), STR("hidden"));
}

bool
is_nav_landmark(const struct html_node *e)
{
	static const struct str roles[] = { STR_INIT("navigation"), STR_INIT("menubar"),
		STR_INIT("menu"), STR_INIT("doc-toc") };

	if (!html_attr(e, ATTR_ROLE))
		return html_is(e, TAG_NAV);
	return first_token(e, ATTR_ROLE, roles, 4) >= 0;
}

static void
fill_link(struct block *b)
{
	struct str href = str_trim(html_value(b->node, ATTR_HREF));

	b->in_link = true;
	b->links = b->counts;
	b->toggles = b->links && str_eq(href, STR("#"));
	b->fragments = b->links && !b->toggles && str_starts(href, STR("#"));
}

/* Class attributes that were met of late, by their words (hash.h). */
enum { RECENT_BITS = 7 };

struct recent_class {
	uint64_t first, last;
	uint32_t n;
	uint32_t number; /* 0: the place is free */
};

/* A table that is being made. */
struct draft {
	struct blocks blocks;
	struct arena *arena;
	struct block *in; /* the element that the walk is in */
	uint32_t cap;
	uint32_t before;    /* characters outside links so far */
	uint32_t last_told; /* mark of the last in the chain, 0: none */
	unsigned any;       /* IS_… bits of all elements */
	struct recent_class recent[1 << RECENT_BITS];
};

static uint32_t
add_class(struct draft *d, struct block_class class)
{
	struct blocks *b = &d->blocks;

	if (b->n_classes == b->cap_classes) {
		size_t old = b->cap_classes * sizeof(*b->classes);

		b->cap_classes = b->cap_classes ? 4 * b->cap_classes : 64;
		b->classes =
		    arena_grow(d->arena, b->classes, old, b->cap_classes * sizeof(*b->classes));
	}
	b->classes[b->n_classes] = class;
	return b->n_classes++;
}

static inline uint32_t
number_of_class(struct draft *d, struct str text)
{
	struct recent_class new = { word_of(text), last_word_of(text), (uint32_t)text.n, 0 };
	struct recent_class *at = &d->recent[hash_slot(
	    new.first, new.last, text.n, UINT64_C(0x9E3779B97F4A7C15), RECENT_BITS)];

	if (at->number && at->first == new.first && at->last == new.last && at->n == new.n &&
	    (text.n <= 16 || str_eq(d->blocks.classes[at->number].text, text)))
		return at->number;
	*at = new;
	return at->number = add_class(d, (struct block_class){ .text = text });
}

/* Of the element itself: what its parts hold is added later. */
static void
fill_counts(struct blocks *all, struct block *b)
{
	if (b->is & IS_LINK && b->has & HAS_HREF)
		fill_link(b);
	b->controls = b->is & IS_INPUT && takes_input(b->node);
	b->images = block_is(b, TAG_IMG);
	b->headings = b->is & IS_HEADING ? 1 : 0;
	b->navs = b->has & HAS_ROLE ? is_nav_landmark(b->node) : block_is(b, TAG_NAV);
	b->has_counts = b->links || b->controls || b->images || b->headings || b->navs;
	all->has_hreflang |= b->is & IS_LINK && b->has & HAS_HREFLANG;
	all->has_buttons |= block_is(b, TAG_BUTTON);
}

/* The attributes an element has, as element_has() says, and the value of its class. */
static inline unsigned
meet_attributes(const struct html_node *e, struct str *class)
{
	unsigned has = 0;

	for (uint32_t i = e->n_attrs; i-- > 0;) {
		const struct html_attr *attr = &e->attrs[i];

		if (attr->prefix != HTML_PREFIX_NONE)
			continue;
		has |= attribute_bits[attr->name];
		if (attr->name == ATTR_CLASS)
			*class = attr->value;
	}
	return has;
}

/* Does an element begin a section of the page, so that a header in it is not the page's? */
static bool
opens_section(const struct block *b)
{
	return b->is & IS_SECTION ||
	       (b->has & HAS_ROLE && has_token(b->node, ATTR_ROLE, STR("main")));
}

/* What few elements are or have, and most of what is to be told of one is told by. */
enum {
	TELLING_IS = IS_PROSE | IS_SILENT | IS_COUNTED | IS_TOLD,
	TELLING_HAS = HAS_ROLE | HAS_REL | HAS_ITEMPROP,
};

static void
fill_telling(struct draft *d, struct block *b)
{
	if (b->is & IS_PROSE)
		b->in_prose = true;
	if (b->is & IS_SILENT)
		b->counts = false;
	if (b->is & IS_COUNTED || b->has & HAS_ROLE)
		fill_counts(&d->blocks, b);
	if (b->is & IS_TOLD || b->has & (HAS_REL | HAS_ITEMPROP)) {
		*(d->last_told ? &d->blocks.at[d->last_told - 1].told : &d->blocks.told) =
		    d->blocks.n;
		d->last_told = d->blocks.n;
	}
}

static inline void
fill(struct draft *d, struct block *b, struct html_node *e, unsigned has)
{
	const struct block *parent = d->in;
	unsigned is = element_is(e);

	b->node = e;
	b->tag = e->ns == HTML_NS_HTML ? e->tag : N_TAGS;
	b->is = (uint16_t)is;
	b->has = (uint16_t)has;
	b->inherited = parent->inherited;
	b->depth = parent->depth + 1;
	b->entries = parent->entries + (parent->is & IS_ENTRY ? 1 : 0);
	b->before = d->before;
	if (parent->is & IS_SECTION || parent->has & HAS_ROLE)
		b->in_section |= opens_section(parent);
	if (is & TELLING_IS || has & TELLING_HAS)
		fill_telling(d, b);
	d->any |= is;
	if (e->ns != HTML_NS_HTML)
		d->blocks.has_math |= is_math(e);
}

enum { CLEARED = 32 }; /* blocks at once */

/* Make the table larger, as for a page with elements that were not made for its tree. */
static void
grow(struct draft *d)
{
	size_t in = (size_t)(d->in - d->blocks.at), old = d->cap * sizeof(*d->in);

	d->cap *= 2;
	d->blocks.at = arena_grow(d->arena, d->blocks.at, old, d->cap * sizeof(*d->in));
	d->in = d->blocks.at + in;
}

/* Room for one more. Blocks are cleared many at once, which takes less than one by one. */
static inline struct block *
add_block(struct draft *d)
{
	struct block *block;

	if (d->blocks.n == d->cap)
		grow(d);
	block = &d->blocks.at[d->blocks.n];
	if (d->blocks.n++ % CLEARED == 0)
		memset(block, 0, CLEARED * sizeof(*block));
	return block;
}

/* What a subtree holds is what its parts hold. */
static inline void
add_up(struct block *restrict parent, const struct block *restrict child)
{
	parent->characters += child->characters;
	parent->link_characters += child->link_characters;
	parent->prose += child->prose;
	if (child->has_counts) {
		parent->has_counts = true;
		for (size_t i = 0; i < BLOCK_COUNTS; i++)
			parent->counts_of[i] += child->counts_of[i];
	}
	parent->has_block |= child->has_block | (child->counts & !(child->is & IS_PHRASING));
}

static inline void
enter(struct draft *d, struct html_node *e)
{
	struct block *block = add_block(d);
	struct str class = { 0 };
	unsigned has = meet_attributes(e, &class);

	e->mark = d->blocks.n;
	block->parent = e->parent->mark - 1;
	fill(d, block, e, has);
	if (class.n)
		block->class = number_of_class(d, class);
	d->in = block;
}

/* Leave the element that the walk is in; returns that around it. */
static inline struct block *
leave(struct draft *d)
{
	struct block *block = d->in;

	block->end = d->blocks.n;
	if (block->class && block->characters - 1 < BRIEF)
		d->blocks.classes[block->class].is_brief = true;
	return &d->blocks.at[block->parent];
}

/* Note what a text shows: many are no more than the line end between two elements. */
static inline void
add_text(struct draft *d, struct html_node *text)
{
	struct block *b = d->in;
	struct measure m;
	uint32_t n;

	if (text->text.n == 1 && is_space(*text->text.p)) {
		text->mark = 0;
		text->note = NOTE_PLAIN;
		return;
	}
	if (!b->counts) {
		text->mark = !text_is_white(text->text);
		return;
	}
	m = text_measure(text->text);
	text->note = m.note;
	n = text->mark = m.characters;
	b->characters += n;
	if (b->in_link) {
		b->link_characters += n;
		return;
	}
	d->before += n;
	if (b->in_prose)
		b->prose += n;
}

/* Go on from a node whose parts have been seen: leave it, and all that end with it. NULL at the
 * end of the html element. */
static inline struct html_node *
go_on(struct draft *d, struct html_node *n)
{
	if (n->kind != HTML_ELEMENT) {
		if (n->next)
			return n->next;
		n = n->parent;
	}
	for (;; n = n->parent) {
		struct block *around = leave(d);

		if (d->in == d->blocks.at)
			return NULL;
		add_up(around, d->in);
		d->in = around;
		if (n->next)
			return n->next;
	}
}

struct blocks
blocks_of(struct arena *a, const struct html_document *doc)
{
	struct block page = { .counts = true }; /* that the html element is in */
	struct draft d = {
		.arena = a, .in = &page, .cap = (doc->n_elements / CLEARED + 1) * CLEARED
	};
	struct html_node *n = document_element(doc);

	doc->root->mark = 1; /* so that the first block is its own parent */
	add_class(&d, (struct block_class){ .asked = true });
	d.blocks.at = arena_alloc(a, d.cap * sizeof(*d.blocks.at));
	for (; n; n = n->first ? n->first : go_on(&d, n)) {
		if (n->kind == HTML_ELEMENT)
			enter(&d, n);
		else if (n->kind == HTML_TEXT)
			add_text(&d, n);
	}
	d.blocks.has_code = d.any & IS_CODE;
	arena_shrink(
	    a, d.blocks.at, d.cap * sizeof(*d.blocks.at), d.blocks.n * sizeof(*d.blocks.at));
	return d.blocks;
}

int
first_token(const struct html_node *e, enum attr name, const struct str *tokens, int n)
{
	struct str left = html_value(e, name), word;
	int first = n;

	while (str_token(&left, &word))
		for (int i = 0; i < first; i++)
			if (word.n == tokens[i].n && str_eq_nocase(word, tokens[i]))
				first = i;
	return first < n ? first : -1;
}

bool
has_token(const struct html_node *e, enum attr name, struct str token)
{
	return first_token(e, name, &token, 1) == 0;
}
