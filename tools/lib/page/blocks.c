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
	if (!html_attr(e, ATTR_ROLE))
		return html_is(e, TAG_NAV);
	return has_token(e, ATTR_ROLE, STR("navigation")) ||
	       has_token(e, ATTR_ROLE, STR("menubar")) ||
	       has_token(e, ATTR_ROLE, STR("menu")) || has_token(e, ATTR_ROLE, STR("doc-toc"));
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

static uint32_t
add_class(struct blocks *b, struct arena *a, struct block_class class)
{
	if (b->n_classes == b->cap_classes) {
		size_t old = b->cap_classes * sizeof(*b->classes);

		b->cap_classes = b->cap_classes ? 4 * b->cap_classes : 64;
		b->classes =
		    arena_grow(a, b->classes, old, b->cap_classes * sizeof(*b->classes));
	}
	b->classes[b->n_classes] = class;
	return b->n_classes++;
}

static uint32_t
number_of_class(struct blocks *b, struct arena *a,
    struct recent_class recent[static 1 << RECENT_BITS], struct str text)
{
	struct recent_class new = { word_of(text), last_word_of(text), (uint32_t)text.n, 0 };
	struct recent_class *at = &recent[hash_slot(
	    new.first, new.last, text.n, UINT64_C(0x9E3779B97F4A7C15), RECENT_BITS)];

	if (at->number && at->first == new.first && at->last == new.last && at->n == new.n &&
	    (text.n <= 16 || str_eq(b->classes[at->number].text, text)))
		return at->number;
	*at = new;
	return at->number = add_class(b, a, (struct block_class){ .text = text });
}

/* Of the element itself: what its parts hold is added later. */
static void
fill_counts(struct block *b)
{
	if (b->is & IS_LINK && b->has & HAS_HREF)
		fill_link(b);
	b->controls = b->is & IS_INPUT && takes_input(b->node);
	b->images = block_is(b, TAG_IMG);
	b->headings = b->is & IS_HEADING ? 1 : 0;
	b->navs = b->has & HAS_ROLE ? is_nav_landmark(b->node) : block_is(b, TAG_NAV);
	b->has_counts = b->links || b->controls || b->images || b->headings || b->navs;
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

static inline void
fill(struct block *b, const struct block *parent, struct html_node *e, unsigned has)
{
	unsigned is = element_is(e);

	b->node = e;
	b->tag = e->ns == HTML_NS_HTML ? e->tag : N_TAGS;
	b->is = (uint16_t)is;
	b->has = (uint16_t)has;
	b->in_link = parent->in_link;
	b->in_prose = parent->in_prose | !!(is & IS_PROSE);
	b->counts = parent->counts & !(is & IS_SILENT);
	b->in_section =
	    parent->in_section || parent->is & IS_SECTION ||
	    (parent->has & HAS_ROLE && has_token(parent->node, ATTR_ROLE, STR("main")));
	b->depth = parent->depth + 1;
	b->entries = parent->entries + (parent->is & IS_ENTRY ? 1 : 0);
	if (is & (IS_LINK | IS_INPUT | IS_HEADING) || has & HAS_ROLE || b->tag == TAG_IMG ||
	    b->tag == TAG_NAV)
		fill_counts(b);
}

enum { CLEARED = 32 }; /* blocks at once */

/* Room for one more; what has no parts yet ends right behind itself. Blocks are cleared many at
 * once, which takes less than one by one. */
static struct block *
add_block(struct blocks *b, struct arena *a, uint32_t *cap)
{
	struct block *block;

	if (b->n == *cap) {
		size_t old = *cap * sizeof(*b->at);

		*cap *= 2;
		b->at = arena_grow(a, b->at, old, *cap * sizeof(*b->at));
	}
	block = &b->at[b->n];
	if (b->n++ % CLEARED == 0)
		memset(block, 0, CLEARED * sizeof(*block));
	block->end = b->n;
	return block;
}

/* What a subtree holds is what its parts hold. */
static void
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

/* Note what a text shows; returns the characters that stand outside links. */
static uint32_t
add_text(struct block *b, struct html_node *text)
{
	uint32_t n;

	if (!b->counts) {
		text->mark = !text_is_white(text->text);
		return 0;
	}
	n = text->mark = text_characters(text->text);
	b->characters += n;
	if (b->in_link)
		b->link_characters += n;
	else if (b->in_prose)
		b->prose += n;
	return b->in_link ? 0 : n;
}

/* Go on from a node whose parts have been seen: leave it, and all that end with it. */
static struct html_node *
leave(struct blocks *b, struct html_node *n)
{
	for (;;) {
		struct block *block;

		if (n->kind == HTML_ELEMENT) {
			block = &b->at[n->mark - 1];
			block->end = b->n;
			if (block->class && block->characters - 1 < BRIEF)
				b->classes[block->class].is_brief = true;
			if (n == b->at[0].node)
				return NULL;
			add_up(&b->at[block->parent], block);
		}
		if (n->next)
			return n->next;
		n = n->parent;
	}
}

struct blocks
blocks_of(struct arena *a, const struct html_document *doc)
{
	static const struct block none = { .counts = true };
	struct html_node *root = document_element(doc);
	struct recent_class recent[1 << RECENT_BITS] = { 0 };
	struct blocks b = { 0 };
	uint32_t before = 0, last_told = 0;
	uint32_t cap = (doc->n_elements / CLEARED + 1) * CLEARED;

	add_class(&b, a, (struct block_class){ .asked = true });
	b.at = arena_alloc(a, cap * sizeof(*b.at));
	for (struct html_node *n = root; n; n = n->first ? n->first : leave(&b, n)) {
		if (n->kind == HTML_ELEMENT) {
			struct block *block = add_block(&b, a, &cap);
			struct str class = { 0 };

			n->mark = b.n;
			block->parent = n == root ? 0 : n->parent->mark - 1;
			block->before = before;
			fill(block, n == root ? &none : &b.at[block->parent], n,
			    meet_attributes(n, &class));
			if (class.n)
				block->class = number_of_class(&b, a, recent, class);
			b.has_math |= is_math(n);
			b.has_hreflang |= block->is & IS_LINK && block->has & HAS_HREFLANG;
			b.has_buttons |= block_is(block, TAG_BUTTON);
			b.has_code |= block_is(block, TAG_PRE) || block_is(block, TAG_CODE);
			if (block->is & IS_TOLD || block->has & (HAS_REL | HAS_ITEMPROP)) {
				*(last_told ? &b.at[last_told - 1].told : &b.told) = b.n;
				last_told = b.n;
			}
		} else if (n->kind == HTML_TEXT) {
			before += add_text(block_around(&b, n), n);
		}
	}
	arena_shrink(a, b.at, cap * sizeof(*b.at), b.n * sizeof(*b.at));
	return b;
}

bool
has_token(const struct html_node *e, enum attr name, struct str token)
{
	struct str left = html_value(e, name), word;

	while (str_token(&left, &word))
		if (str_eq_nocase(word, token))
			return true;
	return false;
}
