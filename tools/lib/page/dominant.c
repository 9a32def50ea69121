/* dominant.c - the subtree that most of the text of a page stands in. */
#include "region_steps.h"

/* What a block weighs as body: its characters that no other region claims, links counted for a
 * quarter. Indexed as blocks are. */
static uint32_t *
weights(struct arena *a, const struct blocks *b)
{
	uint32_t *w = arena_zalloc(a, b->n * sizeof(*w));

	for (uint32_t i = b->n; i-- > 0;) {
		const struct block *block = &b->at[i];
		uint32_t all =
		    block->characters - block->link_characters + block->link_characters / 4;

		/* w[i] holds what the regions below take away until it is turned over. */
		if (block->rooted)
			w[i] = all;
		else if (w[i] > all)
			w[i] = all;
		if (i > 0)
			w[block->parent] += w[i];
		w[i] = all - w[i];
	}
	return w;
}

/* The child of `at` that holds three quarters of its weight, or NULL. */
static struct block *
heavy_child(const struct blocks *b, const uint32_t *w, const struct block *at)
{
	for (const struct html_node *n = at->node->first; n; n = n->next) {
		struct block *child;

		if (n->kind != HTML_ELEMENT)
			continue;
		child = block_of(b, n);
		if (!child->rooted && is_container(n) &&
		    (uint64_t)w[n->mark - 1] * 4 >= (uint64_t)w[at->node->mark - 1] * 3)
			return child;
	}
	return NULL;
}

/* Go down from body to the last block that still holds most of what weighs. */
static struct block *
dominant(const struct blocks *b, const uint32_t *w)
{
	struct block *at = NULL, *child;

	for (uint32_t i = 0; i < b->n && !at; i++)
		if (block_is(&b->at[i], TAG_BODY))
			at = &b->at[i];
	if (!at || !w[at->node->mark - 1])
		return NULL;
	while ((child = heavy_child(b, w, at)))
		at = child;
	return at;
}

/* The one article of the page that holds a good part of the weight, or NULL. */
static struct block *
sole_article(const struct blocks *b, const uint32_t *w)
{
	struct block *found = NULL;

	for (uint32_t i = 0; i < b->n; i++) {
		if (!block_is(&b->at[i], TAG_ARTICLE) || b->at[i].region != STRAY)
			continue;
		if (found && i >= found->end)
			return NULL;
		if (!found)
			found = &b->at[i];
	}
	return found && (uint64_t)w[found->node->mark - 1] * 2 >= w[0] ? found : NULL;
}

/* The subtree that most of the text stands in, by markup or weight. */
struct block *
find_dominant(const struct regions *r, struct arena *a, const struct blocks *b)
{
	struct block *main;
	uint32_t *w;

	if (r->at[MAIN].node)
		return block_of(b, r->at[MAIN].node);
	w = weights(a, b);
	main = sole_article(b, w);
	return main ? main : dominant(b, w);
}
