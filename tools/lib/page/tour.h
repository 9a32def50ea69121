/* tour.h - a walk over a subtree that says when it enters a node, and when it leaves one that
 * may have others in it. */
#ifndef PAGE_TOUR_H
#define PAGE_TOUR_H

#include <stdbool.h>

#include "../html/html.h"

/* Start with { .root = subtree's root }. */
struct tour {
	const struct html_node *root;
	struct html_node *node; /* where the tour stands */
	bool leaving;           /* it has seen all that is in node */
};

/* Move on; false when the root has been left. Constant memory. */
static inline bool
tour_next(struct tour *t)
{
	if (!t->node) {
		t->node = (struct html_node *)t->root;
		return true;
	}
	if (!t->leaving && t->node->first) {
		t->node = t->node->first;
		return true;
	}
	if (!t->leaving && t->node->kind < HTML_TEXT) {
		t->leaving = true;
		return true;
	}
	if (t->node == t->root)
		return false;
	t->leaving = !t->node->next;
	t->node = t->leaving ? t->node->parent : t->node->next;
	return true;
}

/* Having entered a node, leave out what is in it: the next stop is its leaving. */
static inline void
tour_skip(struct tour *t)
{
	t->leaving = true;
}

#endif
