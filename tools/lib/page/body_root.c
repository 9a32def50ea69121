/* body_root.c - where the body of a page is, by structure alone. */
#include "body.h"
#include "fold.h"
#include "metadata.h"
#include "region_steps.h"

void
claim_for_main(const struct blocks *b, struct block *root)
{
	root->rooted = MAIN;
	for (uint32_t up = root->parent; !b->at[up].above_main; up = b->at[up].parent)
		b->at[up].above_main = true;
}

/* Does the title of a page repeat a heading, or the heading the title without the name of the
 * site? A heading that is that name is the page's only where the title says no more. */
static bool
is_in_title(struct str label, struct str title, const struct profile *profile)
{
	enum { SHORTEST_TITLE = 4 }; /* that more than chance finds in a heading */
	static const struct str none = { 0 };
	const struct str *names = profile && profile->names ? profile->names : &none;
	struct str own = title_without_site(title, names, &none);

	if (title_is_one_of(label, names))
		return label.n == title.n;
	return str_find(title, label, 0) < title.n ||
	       (own.n < title.n && own.n >= SHORTEST_TITLE &&
		   str_find(label, own, 0) < label.n);
}

/* Is it that of the page, of any level, where its body is known? */
static bool
is_title(struct str label, struct str title, const struct profile *profile)
{
	return title_is_in(title, label) &&
	       !(profile->names && title_is_one_of(label, profile->names));
}

bool
has_heading_like(struct arena *a, const struct html_node *main, const struct html_node *heading)
{
	enum { FIRST = 32 }; /* in main that may be that of the page */
	struct str labels[2] = { fold_texts(a, heading), { 0 } };
	int seen = 0;

	for (const struct html_node *n = main; n && seen < FIRST; n = html_next(n, main)) {
		if (!is_heading(n))
			continue;
		if (title_is_one_of(fold_texts(a, n), labels))
			return true;
		seen++;
	}
	return false;
}

/* Has any heading of the body, or claimed for it before, the title? */
static bool
has_title(struct arena *a, const struct blocks *b, const struct block *main, struct str title,
    const struct profile *profile)
{
	for (const struct block *h = b->at; h < b->at + main->end; h++)
		if (h->is & IS_HEADING && (h >= main || h->rooted == MAIN) &&
		    is_title(fold_texts(a, h->node), title, profile))
			return true;
	return false;
}

/* Where no heading has the title, a line before the body may: it says little more. */
static void
add_title_line(struct arena *a, struct blocks *b, const struct block *main, struct str title,
    const struct profile *profile)
{
	if (has_title(a, b, main, title, profile))
		return;
	for (struct block *line = b->at; line < main; line++) {
		struct str label;

		if (line->region != STRAY || line->rooted || line->has_block || line->in_link ||
		    line->link_characters || !line->characters || is_phrasing(line->node) ||
		    element_rule(line->node)->within[0])
			continue;
		label = fold_texts(a, line->node);
		if (label.n && label.n <= title.n && is_title(label, title, profile) &&
		    !profile_repeats(profile, b, line)) {
			claim_for_main(b, line);
			return;
		}
	}
}

/* The heading of the whole page may stand before the body: an h1 that is in its title, or any
 * that has the title, where the body is known. */
static void
add_title_heading(struct arena *a, struct blocks *b, const struct block *main, struct str title,
    const struct profile *profile, bool is_known)
{
	for (struct block *h = b->at; h < main; h++) {
		struct str label;

		if (!(is_known ? h->is & IS_HEADING : block_is(h, TAG_H1)) ||
		    h->region != STRAY || h->in_link)
			continue;
		label = fold_texts(a, h->node);
		if (label.n &&
		    (block_is(h, TAG_H1) ? is_in_title(label, title, profile)
					 : is_title(label, title, profile)) &&
		    !(is_known && has_heading_like(a, main->node, h->node)))
			claim_for_main(b, h);
	}
}

/* Was main learned, and what stands beside it may belong to it? */
static bool
has_siblings(const struct regions *r)
{
	return r->main_by == BY_PROFILE && r->main_at->with_siblings &&
	       !r->main_at->locator.xpath;
}

void
find_main(struct regions *r, struct arena *a, struct blocks *b, struct str title,
    const struct profile *profile)
{
	struct block *main = find_dominant(r, a, b);

	if (!main)
		return;
	claim_for_main(b, main);
	if (!r->main_by)
		r->main_by =
		    r->at[MAIN].node || block_is(main, TAG_ARTICLE) ? BY_MARKUP : BY_WEIGHT;
	r->at[MAIN].node = main->node;
	if (block_is(main, TAG_BODY))
		return;
	if (has_siblings(r))
		add_siblings(a, b, main, profile);
	add_title_heading(a, b, main, title, profile, r->main_by == BY_PROFILE);
	if (has_siblings(r))
		add_title_line(a, b, main, title, profile);
}
