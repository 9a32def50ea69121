/* link_lists.c - blocks outside main that hold little but links: menus that nothing declares.
 */
#include "regions.h"

enum { LEAST_LINKS = 3, LEAST_PERCENT = 80, LONGEST_LABEL = 40 };

static bool
is_link_list(const struct block *b)
{
	return b->links >= LEAST_LINKS && link_percent(b) >= LEAST_PERCENT &&
	       b->link_characters / b->links <= LONGEST_LABEL;
}

/* Go down while one child holds all the links, and stop at a list. */
static struct block *
innermost(const struct blocks *b, struct block *at)
{
	for (;;) {
		struct block *next = NULL;

		if (html_is(at->node, TAG_UL) || html_is(at->node, TAG_OL))
			return at;
		for (const struct html_node *n = at->node->first; n; n = n->next)
			if (n->kind == HTML_ELEMENT && block_of(b, n)->links == at->links &&
			    block_of(b, n)->characters == at->characters)
				next = block_of(b, n);
		if (!next)
			return at;
		at = next;
	}
}

void
find_link_lists(struct regions *r, struct arena *a, struct blocks *b)
{
	for (uint32_t i = 1; i < b->n; i++) {
		struct block *block = &b->at[i];

		if (block->region == MAIN || r->at[block->region].kind == REGION_NAV ||
		    block->rooted || block->above_main || !block->counts ||
		    html_is(block->node, TAG_BODY) || !is_link_list(block))
			continue;
		block = innermost(b, block);
		if (block->rooted)
			continue;
		regions_root(
		    r, a, block, (struct root){ .kind = REGION_NAV, .nav_kind = NAV_MENU });
		i = block->end - 1;
	}
}
