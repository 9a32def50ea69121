/* formatting.c - the list of active formatting elements and the adoption agency. */
#include "formatting.h"

#include "builder.h"
#include "insertion.h"
#include "mode.h"

/* Put an entry into the list behind another (NULL: at its end). */
static void
link_after(struct formatting_list *list, struct formatting *f, struct formatting *before)
{
	f->prev = before;
	f->next = before ? before->next : NULL;
	if (before)
		before->next = f;
	if (f->next)
		f->next->prev = f;
	else
		list->last = f;
}

static void
take_out(struct formatting_list *list, struct formatting *f)
{
	if (f->prev)
		f->prev->next = f->next;
	if (f->next)
		f->next->prev = f->prev;
	else
		list->last = f->prev;
}

static struct formatting *
push(struct builder *b, struct html_node *node, uint32_t open)
{
	struct formatting *f = b->formatting.unused;

	if (f)
		b->formatting.unused = f->next;
	else
		f = arena_alloc(b->arena, sizeof(*f));
	f->node = node;
	f->open = open;
	link_after(&b->formatting, f, b->formatting.last);
	return f;
}

void
formatting_remove(struct builder *b, struct formatting *f)
{
	if (f->open)
		b->open.entries[f->open].formatting = NULL;
	take_out(&b->formatting, f);
	f->next = b->formatting.unused;
	b->formatting.unused = f;
}

static bool
has_attr(const struct html_node *n, const struct html_attr *a)
{
	for (uint32_t i = 0; i < n->n_attrs; i++)
		if (str_eq(n->attrs[i].key, a->key))
			return str_eq(n->attrs[i].value, a->value);
	return false;
}

/* Same tag and attributes, in any order. */
static bool
alike(struct builder *b, const struct html_node *x, const struct html_node *y)
{
	if (x->tag != y->tag || x->n_attrs != y->n_attrs)
		return false;
	if (!builder_toil(b, (uint64_t)x->n_attrs * y->n_attrs))
		return false;
	for (uint32_t i = 0; i < x->n_attrs; i++)
		if (!has_attr(y, &x->attrs[i]))
			return false;
	return true;
}

/* The Noah's Ark clause: of three entries like n after the last marker drop the first. */
static void
make_room(struct builder *b, const struct html_node *n)
{
	struct formatting *first = NULL;
	int count = 0;

	for (struct formatting *f = b->formatting.last; f && f->node; f = f->prev) {
		if (!builder_toil(b, 1))
			return;
		if (alike(b, f->node, n)) {
			first = f;
			count++;
		}
	}
	if (count >= 3)
		formatting_remove(b, first);
}

void
formatting_push(struct builder *b)
{
	struct open *e = open_top(&b->open);

	make_room(b, e->node);
	e->formatting = push(b, e->node, b->open.depth);
}

void
formatting_push_marker(struct builder *b)
{
	push(b, NULL, 0);
}

void
formatting_clear_to_marker(struct builder *b)
{
	struct formatting *f;
	bool marker = false;

	while (!marker && (f = b->formatting.last)) {
		marker = !f->node;
		formatting_remove(b, f);
	}
}

struct formatting *
formatting_find(struct builder *b, enum tag tag)
{
	for (struct formatting *f = b->formatting.last; f && f->node; f = f->prev) {
		if (f->node->tag == tag)
			return f;
		if (!builder_toil(b, 1))
			break;
	}
	return NULL;
}

void
formatting_reconstruct(struct builder *b)
{
	struct formatting *f = b->formatting.last;

	if (!formatting_lost(&b->formatting) || !builder_toil(b, 0))
		return;
	while (f->prev && f->prev->node && !f->prev->open)
		f = f->prev;
	for (; f && builder_toil(b, TOIL_COPY); f = f->next) {
		struct html_node *n = insertion_copy(b, f->node);

		insert_node(b, n, open_top(&b->open)->node);
		open_push(&b->open, n, OPEN_HTML(n->tag));
		f->node = n;
		f->open = b->open.depth;
		open_top(&b->open)->formatting = f;
	}
}

/* The furthest block: the first special entry above index i. */
static uint32_t
furthest_block(const struct open_stack *s, uint32_t i)
{
	while (s->entries[i].special < i)
		i++;
	return i;
}

/* The inner loop: copy the nodes between the formatting element f and the furthest block that
 * are still in the list, hang the block into the innermost copy and so on outwards. Entries of
 * the stack that are to go lose their node. Returns the outermost, and in *after the entry of
 * the list to put the formatting element behind (NULL: where it is). */
static struct html_node *
copy_between(
    struct builder *b, const struct formatting *f, uint32_t block, struct formatting **after)
{
	struct html_node *last = b->open.entries[block].node;
	int count = 0;

	*after = NULL;
	for (uint32_t i = block - 1; i > f->open; i--) {
		struct open *e = &b->open.entries[i];

		if (++count > 3 && e->formatting)
			formatting_remove(b, e->formatting);
		if (!e->formatting) {
			e->node = NULL;
			continue;
		}
		e->node = insertion_copy(b, e->node);
		e->formatting->node = e->node;
		if (!*after)
			*after = e->formatting;
		html_remove(last);
		html_append(e->node, last);
		last = e->node;
	}
	return last;
}

/* Move the children of a node into another, which becomes its only child. */
static void
wrap_children(struct html_node *n, struct html_node *wrapper)
{
	for (struct html_node *child = n->first; child; child = child->next)
		child->parent = wrapper;
	wrapper->first = n->first;
	wrapper->last = n->last;
	n->first = n->last = NULL;
	html_append(n, wrapper);
}

/* Steps of the agency for a formatting element that is open around a furthest block. */
static void
adopt_into(struct builder *b, struct formatting *f, uint32_t block)
{
	struct open_stack *s = &b->open;
	uint32_t depth = s->depth, from = f->open, to = from;
	struct html_node *copy = insertion_copy(b, f->node);
	struct html_node *n, *ancestor = s->entries[from - 1].node;
	struct formatting *after;

	open_unlink(s, from);
	n = copy_between(b, f, block, &after);
	html_remove(n);
	insert_node(b, n, ancestor);
	wrap_children(s->entries[block].node, copy);
	f->node = copy;
	if (after && after != f->prev) {
		take_out(&b->formatting, f);
		link_after(&b->formatting, f, after);
	}
	for (uint32_t i = from + 1; i <= block; i++)
		if (s->entries[i].node)
			open_replace(s, to++, i);
	open_place(s, to++, copy, OPEN_HTML(copy->tag), f);
	for (uint32_t i = block + 1; i <= depth; i++)
		open_replace(s, to++, i);
}

bool
formatting_adopt(struct builder *b, const struct token *t)
{
	struct open_stack *s = &b->open;
	struct formatting *f;

	if (open_is(s, t->tag) && !open_top(s)->formatting) {
		open_pop_to(s, s->depth);
		return true;
	}
	for (int i = 0; i < 8; i++) {
		f = formatting_find(b, t->tag);
		if (!f)
			return false;
		if (f->open && f->open < open_top(s)->scope)
			return true;
		if (!f->open || open_top(s)->special < f->open) {
			if (f->open)
				open_pop_to(s, f->open);
			formatting_remove(b, f);
			return true;
		}
		if (!builder_toil(b, s->depth - f->open + TOIL_COPY)) {
			formatting_remove(b, f);
			return true;
		}
		adopt_into(b, f, furthest_block(s, f->open));
	}
	return true;
}
