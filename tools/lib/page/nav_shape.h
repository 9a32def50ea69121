/* nav_shape.h - the parts of a tree of links that markup draws without naming them. */
#ifndef PAGE_NAV_SHAPE_H
#define PAGE_NAV_SHAPE_H

#include "blocks.h"

/* A group that holds links and whose first row is a label, or one link beside the block of its
 * own entries. root is the tree's. */
bool is_entry_group(
    const struct blocks *b, const struct html_node *root, const struct block *group);

/* One item with what belongs under it: li, dt, dd, details, ARIA's treeitem; or such a group.
 */
static inline bool
is_entry(const struct blocks *b, const struct html_node *root, const struct block *block)
{
	if (block->is & IS_ENTRY || block_is(block, TAG_DT) || block_is(block, TAG_DETAILS))
		return true;
	if (block->has & HAS_ROLE && has_token(block->node, ATTR_ROLE, STR("treeitem")))
		return true;
	return block->links && block->node != root &&
	       (block_is(block, TAG_DIV) || block_is(block, TAG_SECTION) ||
		   block_is(block, TAG_TD)) &&
	       is_entry_group(b, root, block);
}

/* The list right after an element that is its caption: a few words without link. NULL: it is
 * no caption. */
const struct html_node *list_captioned(const struct blocks *b, const struct html_node *e);

/* The list of an element that holds nothing but a caption and it, or NULL. */
const struct html_node *sole_captioned_list(const struct blocks *b, const struct html_node *e);

/* Is all there is in a block lists of links, some under captions of their own? */
bool holds_captioned_lists(const struct blocks *b, const struct block *block);

/* nav_words.c: is there a letter or a digit in a text, more than what parts links? */
bool has_letters(struct str s);

/* Is there another heading after h in root that h does not stand above? */
bool has_peer(const struct html_node *h, const struct html_node *root);

#endif
