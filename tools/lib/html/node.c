/* node.c - nodes: making them, hanging them in, walking over them. */
#include "node.h"

struct html_node *
html_new(struct arena *a, enum html_kind kind)
{
	struct html_node *n = node_new(a, kind);

	if (kind == HTML_DOCTYPE)
		n->public_id = n->system_id = (struct str){ NULL, 0 };
	return n;
}

void
html_append(struct html_node *parent, struct html_node *child)
{
	node_append(parent, child);
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
