/* merge_tree.c - items that were moved about, made trees again. */
#include <stdlib.h>

#include "../base/memory.h"
#include "merge_edit.h"

/* The item of a circle that came there by an edit, so that it closes it; from one on it. */
static const struct item_node *
closer(const struct item_node *start)
{
	const struct item_node *node = start;

	while (!node->moved) /* some item is, for the trees of a page have no circles */
		node = node->parent;
	return node;
}

/* False after a finding: the item does not hang on a tree by at most ITEM_DEPTH items. n nodes
 * up from it is the tree, or a circle. */
static bool
hangs(const struct item_node *node, size_t n, struct merged *out)
{
	const struct item_node *above = node;
	int depth = 0;

	for (; above->item && depth <= ITEM_DEPTH; above = above->parent)
		depth++;
	if (!above->item && depth <= ITEM_DEPTH)
		return true;
	while (above->item && n--)
		above = above->parent;
	if (above->item)
		merge_find(
		    out, MERGE_CYCLE, closer(above)->row, "an item cannot be below itself");
	else
		merge_find(
		    out, MERGE_PARENT, node->row, "items nest at most %d deep", ITEM_DEPTH);
	return false;
}

static int
by_position(const void *a, const void *b)
{
	const struct item_node *x = *(struct item_node *const *)a;
	const struct item_node *y = *(struct item_node *const *)b;

	if (x->position != y->position)
		return x->position < y->position ? -1 : 1;
	return (x->row->line > y->row->line) - (x->row->line < y->row->line);
}

static void
append(struct item_node **first, struct item_node **last, struct item_node *node)
{
	if (*first)
		(*last)->next = node;
	else
		*first = node;
	*last = node;
}

/* Share the items out among their parents: those that stay in order, then the others. */
static void
gather(struct item_node *const *nodes, size_t n)
{
	struct item_node **moved = x_malloc((n + 1) * sizeof(struct item_node *));
	size_t n_moved = 0;

	for (size_t i = 0; i < n; i++) {
		struct item_node *node = nodes[i];

		if (node->gone || !node->item)
			continue;
		if (node->moved)
			moved[n_moved++] = node;
		else
			append(&node->parent->kept, &node->parent->kept_last, node);
	}
	qsort(moved, n_moved, sizeof(*moved), by_position);
	for (size_t i = 0; i < n_moved; i++)
		append(&moved[i]->parent->came, &moved[i]->parent->came_last, moved[i]);
	free(moved);
}

/* Link the items below one. Those that came stand where they say, the others around them. */
static void
link_below(struct item_node *above)
{
	struct item_node *kept = above->kept, *came = above->came;
	struct item *parent = above->item ? &above->item->item : NULL, *last = NULL;
	struct item **next = parent ? &parent->first : &above->tree->region.nav.first;

	for (uint32_t at = 1; kept || came; at++) {
		struct item_node **from =
		    came && (!kept || came->position <= at) ? &came : &kept;

		last = *next = &(*from)->item->item;
		last->parent = parent;
		next = &last->next;
		*from = (*from)->next;
	}
	*next = NULL;
	if (parent)
		parent->last = last;
	else
		above->tree->region.nav.last = last;
}

void
merge_tree(struct item_node *const *nodes, size_t n, struct merged *out)
{
	for (size_t i = 0; i < n; i++)
		if (!nodes[i]->gone && !hangs(nodes[i], n, out))
			return;
	gather(nodes, n);
	for (size_t i = 0; i < n; i++)
		if (!nodes[i]->gone)
			link_below(nodes[i]);
}
