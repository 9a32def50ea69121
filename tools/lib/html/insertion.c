/* insertion.c - making nodes for tokens and putting them in their place. */
#include "insertion.h"

#include <search.h>

#include "../base/memory.h"
#include "foreign.h"
#include "node.h"

/* Where a node goes: before a sibling, or last in its parent. */
struct place {
	struct html_node *parent, *before;
};

static bool
takes_no_text(enum tag tag)
{
	return tag == TAG_TABLE || tag == TAG_TBODY || tag == TAG_TFOOT || tag == TAG_THEAD ||
	       tag == TAG_TR;
}

/* Foster parenting's part of the "appropriate place for inserting a node". */
static struct place
foster_place(const struct builder *b)
{
	uint32_t table = open_find(&b->open, TAG_TABLE);
	uint32_t template = open_find(&b->open, TAG_TEMPLATE);
	struct html_node *n = b->open.entries[table].node;

	if (template > table)
		return (struct place){ b->open.entries[template].node->content, NULL };
	if (!table)
		return (struct place){ b->open.entries[1].node, NULL };
	if (n->parent)
		return (struct place){ n->parent, n };
	return (struct place){ b->open.entries[table - 1].node, NULL };
}

static inline struct place
place_in(const struct builder *b, struct html_node *target)
{
	struct place at = { target, NULL };

	if (b->foster && target->kind == HTML_ELEMENT && target->ns == HTML_NS_HTML &&
	    takes_no_text(target->tag))
		at = foster_place(b);
	if (html_is(at.parent, TAG_TEMPLATE))
		at.parent = at.parent->content;
	return at;
}

static inline void
hang(struct place at, struct html_node *n)
{
	if (at.before)
		html_insert_before(at.before, n);
	else
		node_append(at.parent, n);
}

void
insert_node(struct builder *b, struct html_node *n, struct html_node *target)
{
	hang(place_in(b, target), n);
}

static inline struct html_node *
element_new(struct builder *b, const struct token *t)
{
	struct html_node *n = node_new(b->arena, HTML_ELEMENT);

	b->doc->n_elements++;
	n->tag = t->tag;
	n->offset = b->offset;
	n->n_attrs = t->n_attrs;
	n->text = t->text;
	n->attrs = t->attrs;
	return n;
}

struct html_node *
insertion_new(struct builder *b, const struct token *t, enum html_ns ns)
{
	struct html_node *n = element_new(b, t);

	if (ns != HTML_NS_HTML)
		foreign_adjust(t, ns);
	n->ns = (uint8_t)ns;
	if (ns == HTML_NS_SVG && t->tag)
		n->text = tag_svg_name(t->tag);
	return n;
}

struct html_node *
insert_void(struct builder *b, const struct token *t)
{
	struct html_node *n = element_new(b, t);

	hang(place_in(b, open_top(&b->open)->node), n);
	return n;
}

struct html_node *
insert_element(struct builder *b, const struct token *t)
{
	struct html_node *n = insert_void(b, t);

	open_push(&b->open, n, open_name(&b->open, t->tag, t->text, false));
	return n;
}

struct html_node *
insert_foreign(struct builder *b, const struct token *t, enum html_ns ns)
{
	struct html_node *n = insertion_new(b, t, ns);

	insert_node(b, n, open_top(&b->open)->node);
	open_push(&b->open, n, open_name(&b->open, t->tag, t->text, true));
	return n;
}

struct html_node *
insert_implied(struct builder *b, enum tag tag)
{
	struct token t = { .kind = TOKEN_START, .tag = (uint16_t)tag, .text = tag_name(tag) };

	return insert_element(b, &t);
}

struct html_node *
insertion_copy(struct builder *b, const struct html_node *n)
{
	struct token t = {
		.tag = n->tag, .text = n->text, .attrs = n->attrs, .n_attrs = n->n_attrs
	};

	return insertion_new(b, &t, HTML_NS_HTML);
}

/* Add to a text node: by extending its slice where the new one follows it in memory, else in
 * memory of its own, which always holds a power of two bytes. */
static void
extend(struct builder *b, struct html_node *n, struct str more)
{
	size_t had = n->room ? (size_t)1 << n->room : 0, want = n->text.n + more.n;
	char *p = (char *)n->text.p;

	if (!n->room && p + n->text.n == more.p) {
		n->text.n = want;
		return;
	}
	if (want > had) {
		n->room = (uint8_t)(64 - __builtin_clzll(want));
		p = arena_grow(b->arena, had ? p : NULL, had, (size_t)1 << n->room);
		if (!had)
			memcpy(p, n->text.p, n->text.n);
	}
	memcpy(p + n->text.n, more.p, more.n);
	n->text = (struct str){ p, want };
}

/* Whether text is what an element is for: that of title, script, style (of SVG too) … */
static bool
is_raw(const struct builder *b)
{
	return b->mode == MODE_TEXT || open_top(&b->open)->node->tag == TAG_STYLE;
}

void
insert_text(struct builder *b, const struct token *t)
{
	struct html_node *n;
	struct place at;

	if (b->no_text && !is_raw(b))
		return;
	at = place_in(b, open_top(&b->open)->node);
	n = at.before ? at.before->prev : at.parent->last;
	if (at.parent == b->doc->root)
		return;
	if (n && n->kind == HTML_TEXT) {
		extend(b, n, t->text);
		return;
	}
	n = node_new(b->arena, HTML_TEXT);
	n->offset = t->offset;
	n->text = t->text;
	hang(at, n);
}

void
insert_comment_into(struct builder *b, const struct token *t, struct html_node *parent)
{
	struct html_node *n = node_new(b->arena, HTML_COMMENT);

	n->offset = t->offset;
	n->text = t->text;
	html_append(parent, n);
}

void
insert_comment(struct builder *b, const struct token *t)
{
	struct html_node *n = node_new(b->arena, HTML_COMMENT);

	n->offset = t->offset;
	n->text = t->text;
	insert_node(b, n, open_top(&b->open)->node);
}

void
insert_raw(struct builder *b, const struct token *t, enum tokenizer_state state)
{
	insert_element(b, t);
	b->tokenizer.state = state;
	b->original_mode = b->mode;
	b->mode = MODE_TEXT;
}

static int
compare_keys(const void *a, const void *b)
{
	return str_cmp(((const struct html_attr *)a)->key, ((const struct html_attr *)b)->key);
}

/* Append an attribute, in memory that doubles. */
static void
append_attr(struct arena *a, struct html_node *n, struct html_attr attr, size_t *cap)
{
	if (n->n_attrs == *cap) {
		n->attrs =
		    arena_grow(a, n->attrs, *cap * sizeof(attr), 2 * *cap * sizeof(attr));
		*cap *= 2;
	}
	n->attrs[n->n_attrs++] = attr;
}

/* Keys stay where they were when their attributes move: the arena frees nothing. */
void
insertion_merge(
    struct builder *b, struct html_node *n, const struct token *t, struct merged_attrs *merged)
{
	struct html_attr **found;

	if (!t->n_attrs)
		return;
	if (!merged->cap) {
		for (uint32_t i = 0; i < n->n_attrs; i++)
			if (!tsearch(&n->attrs[i], &merged->known, compare_keys))
				memory_exhausted();
		merged->cap = n->n_attrs + t->n_attrs;
		n->attrs = arena_grow(b->arena, n->attrs, n->n_attrs * sizeof(*n->attrs),
		    merged->cap * sizeof(*n->attrs));
	}
	for (uint32_t i = 0; i < t->n_attrs; i++) {
		found = tsearch(&t->attrs[i], &merged->known, compare_keys);
		if (!found)
			memory_exhausted();
		if (*found == &t->attrs[i])
			append_attr(b->arena, n, t->attrs[i], &merged->cap);
	}
}
