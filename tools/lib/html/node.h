/* node.h - nodes made and hung in without a call, for the tree construction; others take
 * html_new() and html_append(). */
#ifndef HTML_NODE_H
#define HTML_NODE_H

#include <stddef.h>

#include "html.h"

enum { NODE_ELEMENT_SIZE = offsetof(struct html_node, content) + sizeof(struct html_node *) };

/* A node of a kind that is known where it is asked for; all but a doctype's own part is set. */
static inline struct html_node *
node_new(struct arena *a, enum html_kind kind)
{
	const size_t common = offsetof(struct html_node, attrs);
	struct html_node *n = arena_alloc(a, kind == HTML_ELEMENT   ? (size_t)NODE_ELEMENT_SIZE
					     : kind == HTML_DOCTYPE ? sizeof(*n)
								    : common);

	memset(n, 0, common);
	n->kind = (uint8_t)kind;
	if (kind == HTML_ELEMENT) {
		n->attrs = NULL;
		n->content = NULL;
	}
	return n;
}

static inline void
node_append(struct html_node *parent, struct html_node *child)
{
	struct html_node *last = parent->last;

	child->parent = parent;
	child->prev = last;
	child->next = NULL;
	parent->last = child;
	if (last)
		last->next = child;
	else
		parent->first = child;
}

#endif
