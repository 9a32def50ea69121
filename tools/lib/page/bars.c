/* bars.c - the bars of links that a body which is known begins and ends with. */
#include "body.h"
#include "region_steps.h"

enum {
	LONGEST = 1000,     /* characters of a bar */
	LEAST_PERCENT = 25, /* of its words that are the template's: "Next", "Contents" */
	/* Where the body is an element of its page: */
	FEWEST_LINKS = 2,
	MOST_LINKS = 12,   /* more are a menu */
	MOST_ROWS = 3,     /* of a table: more are a list */
	LONGEST_SIGN = 24, /* bytes of a text outside links: "Next:", "|" */
	ENOUGH_KNOWN = 2,  /* links that the site repeats, however long the others are */
};

struct bars {
	struct regions *regions;
	struct arena *arena;
	struct blocks *blocks;
	const struct profile *profile;
	bool is_page; /* the body is all of its page, and may begin and end with any bar */
};

/* What a bar says. */
struct bar {
	size_t all, repeated; /* bytes of its words; those that the site repeats */
	size_t longest_sign;  /* bytes of a text outside links */
	unsigned known_links; /* of which the site repeats words */
};

/* A text of main that has words. */
static bool
speaks(const struct blocks *b, const struct html_node *n)
{
	return n->kind == HTML_TEXT && !is_blank(n) && block_around(b, n)->counts &&
	       block_around(b, n)->region == MAIN && str_has_letters(n->text);
}

/* May a block be a bar by what is counted of it? What holds all that its parent does is none
 * either where that is none, and a list of links may be what a page is about. */
static bool
may_be_bar(const struct blocks *b, const struct block *block)
{
	return block->region == MAIN && !block->rooted && block->links && !block->headings &&
	       block->lists == LISTS_NONE && block->characters <= LONGEST &&
	       block->characters < b->at[block->parent].characters && block->is & IS_GROUP &&
	       !is_phrasing(block->node) && !element_rule(block->node)->within[0];
}

/* Weigh the words of a group. False where some outside its links are its own. */
static bool
weigh(const struct bars *s, const struct block *group, struct bar *bar)
{
	for (const struct html_node *n = group->node; n; n = html_next(n, group->node)) {
		struct str words = str_trim(n->text);
		bool repeats, in_link;

		if (!speaks(s->blocks, n))
			continue;
		repeats = profile_has_words(s->profile, words);
		in_link = block_around(s->blocks, n)->in_link;
		if (!repeats && !in_link)
			return false;
		bar->all += words.n;
		bar->repeated += repeats ? words.n : 0;
		bar->known_links += repeats && in_link;
		if (!in_link && words.n > bar->longest_sign)
			bar->longest_sign = words.n;
	}
	return true;
}

static unsigned
rows_of(const struct html_node *e)
{
	unsigned rows = 0;

	for (const struct html_node *n = e; n; n = html_next(n, e))
		rows += html_is(n, TAG_TR);
	return rows;
}

/* Is it a line that leads to the pages around, and to some that all lead to? */
static bool
is_line(const struct block *group, const struct bar *bar)
{
	return group->links >= FEWEST_LINKS && group->links <= MOST_LINKS && bar->known_links &&
	       bar->longest_sign <= LONGEST_SIGN && rows_of(group->node) <= MOST_ROWS;
}

/* Does a group hold links, and no word of its own outside them, but some that the site repeats?
 */
static bool
is_bar(const struct bars *s, const struct block *group)
{
	struct bar bar = { 0 };

	if (!may_be_bar(s->blocks, group) || !weigh(s, group, &bar) || !bar.all ||
	    !(s->is_page || is_line(group, &bar)))
		return false;
	return bar.repeated * 100 >= bar.all * LEAST_PERCENT ||
	       (!s->is_page && bar.known_links >= ENOUGH_KNOWN);
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

/* Is it a word that no bar stands behind? In a body that is all of its page, titles and the
 * like that the site repeats may stand before one. */
static bool
is_first_word(const struct bars *s, const struct html_node *n)
{
	return speaks(s->blocks, n) &&
	       !(s->is_page && (block_around(s->blocks, n)->in_link ||
				   profile_has_words(s->profile, n->text)));
}

/* Cut off bars from one end of main, as far as its first word. */
static void
cut_from(const struct bars *s, const struct html_node *main, bool back)
{
	const struct html_node *n = main;
	bool is_cut = false;

	while ((n = step(n, main, back, is_cut)) && !is_first_word(s, n)) {
		struct block *block = n->kind == HTML_ELEMENT ? block_of(s->blocks, n) : NULL;

		is_cut = block && is_bar(s, block);
		if (is_cut)
			regions_root(s->regions, s->arena, block,
			    (struct root){
				.kind = REGION_NAV, .nav_kind = -1, .by = BY_LINKS });
	}
}

void
cut_bars(struct regions *r, struct arena *a, struct blocks *b, const struct profile *profile)
{
	const struct html_node *main = r->at[MAIN].node;
	uint32_t before = r->n;
	struct bars s = { r, a, b, profile, main && html_is(main, TAG_BODY) };

	if (!main)
		return;
	cut_from(&s, main, false);
	if (s.is_page || r->n > before)
		cut_from(&s, main, true);
}
