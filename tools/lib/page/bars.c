/* bars.c - the bars of links above and below what a page says, where its body is all of it. */
#include "body.h"
#include "region_steps.h"

enum {
	LONGEST = 1000,     /* characters of a bar */
	LEAST_PERCENT = 25, /* of its words that are the template's: "Next", "Contents" */
};

/* A text of main that has words. */
static bool
speaks(const struct blocks *b, const struct html_node *n)
{
	return n->kind == HTML_TEXT && !is_blank(n) && block_around(b, n)->counts &&
	       block_around(b, n)->region == MAIN && str_has_letters(n->text);
}

static bool
is_repeated(const struct profile *profile, const struct html_node *text)
{
	return profile_has_text(profile, text_fingerprint(str_trim(text->text)));
}

/* May a block be a bar by what is counted of it? What holds all that its parent does is none
 * either where that is none. */
static bool
may_be_bar(const struct blocks *b, const struct block *block)
{
	return block->region == MAIN && !block->rooted && block->links && !block->headings &&
	       block->characters <= LONGEST &&
	       block->characters < b->at[block->parent].characters && block->is & IS_GROUP &&
	       !is_phrasing(block->node) && !element_rule(block->node)->within[0];
}

/* Does a group hold links, and no word of its own outside them, but some that the site repeats?
 */
static bool
is_bar(const struct blocks *b, const struct profile *profile, const struct block *group)
{
	size_t all = 0, repeated = 0;

	if (!may_be_bar(b, group))
		return false;
	for (const struct html_node *n = group->node; n; n = html_next(n, group->node)) {
		bool repeats;

		if (!speaks(b, n))
			continue;
		repeats = is_repeated(profile, n);
		if (!repeats && !block_around(b, n)->in_link)
			return false;
		all += n->text.n;
		repeated += repeats ? n->text.n : 0;
	}
	return all && repeated * 100 >= all * LEAST_PERCENT;
}

/* The node after n in document order within root, or before it; left out: what is in n. */
static const struct html_node *
step(const struct html_node *n, const struct html_node *root, bool back, bool leave_out)
{
	const struct html_node *inner = back ? n->last : n->first;

	if (inner && !leave_out)
		return inner;
	while (n != root && !(back ? n->prev : n->next))
		n = n->parent;
	if (n == root)
		return NULL;
	return back ? n->prev : n->next;
}

/* Cut off bars from one end of main, as far as its first word of its own. */
static void
cut_from(struct regions *r, struct arena *a, struct blocks *b, const struct profile *profile,
    bool back)
{
	const struct html_node *main = r->at[MAIN].node, *n = main;
	bool is_cut = false;

	while ((n = step(n, main, back, is_cut))) {
		struct block *block = n->kind == HTML_ELEMENT ? block_of(b, n) : NULL;

		if (speaks(b, n) && !block_around(b, n)->in_link && !is_repeated(profile, n))
			return;
		is_cut = block && is_bar(b, profile, block);
		if (is_cut)
			regions_root(r, a, block,
			    (struct root){
				.kind = REGION_NAV, .nav_kind = -1, .by = BY_LINKS });
	}
}

void
cut_bars(struct regions *r, struct arena *a, struct blocks *b, const struct profile *profile)
{
	const struct html_node *main = r->at[MAIN].node;

	if (!main || !html_is(main, TAG_BODY))
		return;
	cut_from(r, a, b, profile, false);
	cut_from(r, a, b, profile, true);
}
