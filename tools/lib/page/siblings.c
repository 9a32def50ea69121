/* siblings.c - what stands beside a body that is known, and belongs to it. */
#include "siblings.h"

#include "region_steps.h"

/* The words of an element, in bytes. */
struct words {
	size_t all;
	size_t own;                      /* neither in links nor the template's */
	const struct html_node *heading; /* the first with words of its own, or NULL */
};

static struct words
words_of(const struct blocks *b, const struct profile *profile, const struct html_node *e)
{
	const struct block *heading = NULL; /* the last that was met */
	struct words w = { 0 };

	for (const struct html_node *n = e; n; n = html_next(n, e)) {
		const struct block *around = n->kind == HTML_TEXT ? block_around(b, n) : NULL;
		struct str text;

		if (is_heading(n))
			heading = block_of(b, n);
		if (!around || !around->counts || is_blank(n))
			continue;
		text = str_trim(n->text);
		w.all += text.n;
		if (around->in_link || profile_has(profile, text))
			continue;
		w.own += text.n;
		if (!w.heading && heading && block_within(b, around, heading))
			w.heading = heading->node;
	}
	return w;
}

/* May an element beside the body be part of it? No region is in its way, and it has words
 * enough, of characters of up to four bytes, or a heading. */
static bool
may_belong(const struct block *sibling)
{
	uint32_t open = sibling->characters - sibling->link_characters;

	return sibling->region == STRAY && !sibling->rooted && sibling->counts &&
	       (says_much_of_its_own(4ul * open, 4ul * open) || (open && sibling->headings)) &&
	       !is_phrasing(sibling->node);
}

/* Has it a heading that the body has not? A bar of links has none. */
static bool
heads(struct arena *a, const struct words *w, const struct block *sibling,
    const struct block *main)
{
	enum { BAR_PERCENT = 75 };

	return w->heading && sibling < main && link_percent(sibling) < BAR_PERCENT &&
	       !has_heading_like(a, main->node, w->heading);
}

void
add_siblings(struct arena *a, const struct blocks *b, const struct block *main,
    const struct profile *profile)
{
	for (const struct html_node *at = main->node; !html_is(at, TAG_BODY); at = at->parent)
		for (const struct html_node *n = at->parent->first; n; n = n->next) {
			struct block *sibling = n->kind == HTML_ELEMENT ? block_of(b, n) : NULL;
			struct words w;

			if (!sibling || n == at || !may_belong(sibling))
				continue;
			w = words_of(b, profile, n);
			if (says_much_of_its_own(w.own, w.all) ||
			    (at == main->node && heads(a, &w, sibling, main)))
				claim_for_main(b, sibling);
		}
}
