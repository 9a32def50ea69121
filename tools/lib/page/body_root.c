/* body_root.c - where the body of a page is, by structure alone. */
#include "fold.h"
#include "metadata.h"
#include "region_steps.h"

/* Make a subtree part of main. */
static void
claim(const struct blocks *b, struct block *root)
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

/* The heading of the whole page may stand before the body: an h1 that is in its title, or any
 * that has the title, where the body is known. */
static void
add_title_heading(struct arena *a, struct blocks *b, const struct block *main, struct str title,
    const struct profile *profile, bool is_known)
{
	for (struct block *h = b->at; h < main; h++) {
		struct pieces text = { 0 };
		struct str label;

		if (!(is_known ? is_heading(h->node) : block_is(h, TAG_H1)) ||
		    h->region != STRAY || h->in_link)
			continue;
		for (const struct html_node *n = h->node; n; n = html_next(n, h->node))
			if (n->kind == HTML_TEXT)
				pieces_add(a, &text, GAP_NONE, n->text);
		label = pieces_fold(a, &text);
		if (label.n && (block_is(h, TAG_H1) ? is_in_title(label, title, profile)
						    : is_title(label, title, profile)))
			claim(b, h);
	}
}

void
find_main(struct regions *r, struct arena *a, struct blocks *b, struct str title,
    const struct profile *profile)
{
	struct block *main = find_dominant(r, a, b);

	if (!main)
		return;
	claim(b, main);
	if (!r->main_by)
		r->main_by =
		    r->at[MAIN].node || block_is(main, TAG_ARTICLE) ? BY_MARKUP : BY_WEIGHT;
	r->at[MAIN].node = main->node;
	if (!block_is(main, TAG_BODY))
		add_title_heading(a, b, main, title, profile, r->main_by == BY_PROFILE);
}
