/* node.c - nodes: making them, hanging them in, walking over them. */
#include "html.h"

#include <stddef.h>

struct html_node *
html_new(struct arena *a, enum html_kind kind)
{
	static const size_t sizes[] = {
		[HTML_DOCUMENT] = offsetof(struct html_node, attrs),
		[HTML_DOCTYPE] = sizeof(struct html_node),
		[HTML_ELEMENT] =
		    offsetof(struct html_node, content) + sizeof(struct html_node *),
		[HTML_TEXT] = offsetof(struct html_node, attrs),
		[HTML_COMMENT] = offsetof(struct html_node, attrs),
	};
	struct html_node *n = arena_alloc(a, sizes[kind]);

	memset(n, 0, offsetof(struct html_node, attrs));
	n->kind = (uint8_t)kind;
	if (kind == HTML_ELEMENT) {
		n->attrs = NULL;
		n->content = NULL;
	} else if (kind == HTML_DOCTYPE) {
		n->public_id = n->system_id = (struct str){ NULL, 0 };
	}
	return n;
}

void
html_append(struct html_node *parent, struct html_node *child)
{
	child->parent = parent;
	child->prev = parent->last;
	child->next = NULL;
	*(parent->last ? &parent->last->next : &parent->first) = child;
	parent->last = child;
}

void
html_insert_before(struct html_node *sibling, struct html_node *child)
{
	child->parent = sibling->parent;
	child->prev = sibling->prev;
	child->next = sibling;
	*(sibling->prev ? &sibling->prev->next : &sibling->parent->first) = child;
	sibling->prev = child;
}

void
html_remove(struct html_node *n)
{
	if (!n->parent)
		return;
	*(n->prev ? &n->prev->next : &n->parent->first) = n->next;
	*(n->next ? &n->next->prev : &n->parent->last) = n->prev;
	n->parent = n->prev = n->next = NULL;
}

struct html_node *
html_next_sibling_or_up(const struct html_node *n, const struct html_node *root)
{
	for (; n != root; n = n->parent)
		if (n->next)
			return n->next;
	return NULL;
}
