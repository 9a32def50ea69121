/* headings.c - the headings that a place in a page stands under. */
#include "headings.h"

/* The heading that a block is or stands in, or NULL. */
static const struct html_node *
heading_around(const struct blocks *b, const struct block *block)
{
	enum { DEEPEST = 3 };

	for (int k = 0; k < DEEPEST; k++, block = &b->at[block->parent])
		if (block->is & IS_HEADING)
			return block->node;
	return NULL;
}

int
headings_meet(struct headings *h, const struct blocks *b, uint32_t block)
{
	const struct html_node *heading = heading_around(b, &b->at[block]);
	int level;

	if (!heading)
		return -1;
	level = heading->text.p[1] - '1';
	if (h->at[level] == heading)
		return -1;
	h->at[level] = heading;
	for (int k = level + 1; k < HEADING_LEVELS; k++)
		h->at[k] = NULL;
	return level;
}
