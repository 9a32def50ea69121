/* menu_score.c - does a tree of links look like a menu of the site? */
#include "menu_score.h"

#include <math.h>

static bool
says(const struct rules *rules, enum rule rule, const struct html_node *e)
{
	return rules_match(rules, rule, html_value(e, ATTR_CLASS)) ||
	       rules_match(rules, rule, html_value(e, ATTR_ID));
}

/* What the elements around a tree say. */
static void
surroundings(const struct html_node *root, const struct rules *rules, struct traits *t)
{
	enum { CLOSE = 4, FAR = 24 };
	bool menu = false, main_menu = false, header = false, footer = false, landmark = false;
	const struct html_node *e = root;

	for (int up = 0; up < FAR && e->kind == HTML_ELEMENT && !html_is(e, TAG_BODY); up++) {
		if (up < CLOSE) {
			landmark |= is_nav_landmark(e);
			menu |= says(rules, CLASS_MENU, e);
			main_menu |= says(rules, CLASS_MAIN_MENU, e);
		}
		header |= html_is(e, TAG_HEADER) || says(rules, CLASS_BANNER, e);
		footer |= html_is(e, TAG_FOOTER) || says(rules, CLASS_FOOTER, e);
		e = e->parent;
	}
	t->of[TRAIT_OWN_CLASS] = says(rules, CLASS_MENU, root);
	t->of[TRAIT_CLASS] = menu;
	t->of[TRAIT_MAIN_CLASS] = main_menu;
	t->of[TRAIT_HEADER] = header;
	t->declared = landmark && !footer;
}

/* Has a segment of an address the words of a title? */
static bool
has_slug(struct str href)
{
	enum { WORDS = 4 };
	int words = 0;

	for (size_t i = 0; i < href.n; i++) {
		if (href.p[i] == '/')
			words = 0;
		words += href.p[i] == '-' || href.p[i] == '_' || href.p[i] == '+';
		if (words == WORDS)
			return true;
	}
	return false;
}

static void
items_say(const struct nav *nav, const struct rules *rules, struct traits *t)
{
	enum { LONG_LABEL = 30, LONGEST_LABEL = 60 };
	unsigned links = 0, labels = 0, words = (unsigned)nav->text.n, slugs = 0, far = 0,
		 social = 0;

	for (const struct item *i = nav->first; i; i = item_next(i)) {
		words += (unsigned)i->text.n;
		labels += (unsigned)i->label.n;
		t->hierarchy |= i->parent != NULL;
		if (!i->link.href.n)
			continue;
		if (!links++)
			t->of[TRAIT_HOME] = rules_match(rules, LABEL_HOME, i->label);
		far += i->label.n > LONG_LABEL;
		slugs += has_slug(i->link.href);
		social += rules_match(rules, HREF_SOCIAL, i->link.href);
	}
	t->of[TRAIT_LINKS] = log2(1 + links);
	t->of[TRAIT_WORDS] = words ? (double)words / (words + labels) : 0;
	if (!links)
		return;
	t->of[TRAIT_LABELS] = fmin((double)labels / links, LONGEST_LABEL) / 10;
	t->of[TRAIT_LONG] = (double)far / links;
	t->of[TRAIT_SLUGS] = (double)slugs / links;
	t->of[TRAIT_SOCIAL] = (double)social / links;
}

struct traits
menu_traits(const struct blocks *b, const struct regions *r, const struct html_node *root,
    const struct nav *nav, const struct rules *rules)
{
	const struct block *block = block_of(b, root), *page = &b->at[0];
	struct traits t = { .of = { [TRAIT_ANY] = 1 } };

	surroundings(root, rules, &t);
	items_say(nav, rules, &t);
	t.of[TRAIT_IN_MAIN] =
	    r->at[MAIN].node && block_within(b, block, block_of(b, r->at[MAIN].node));
	t.of[TRAIT_BEFORE] =
	    (double)block->before / (1 + page->characters - page->link_characters);
	t.of[TRAIT_START] = (double)(block - b->at) / b->n;
	t.of[TRAIT_LIST] = holds_list(b, block);
	t.of[TRAIT_OPEN] = opens_with_links(b, block);
	t.hierarchy =
	    t.hierarchy && t.of[TRAIT_OPEN] && t.of[TRAIT_BEFORE] < .3 && t.of[TRAIT_LONG] < .5;
	return t;
}

double
menu_score(const struct traits *t, const struct rules *rules)
{
	double score = 0;

	for (int i = 0; i < TRAITS; i++)
		score += t->of[i] * rules_weight(rules, i);
	return score;
}

bool
is_menu(const struct traits *t, double score, double best)
{
	const double near = 1.75, least = -1;

	if (t->declared || (t->hierarchy && score > least))
		return true;
	return score > fmax(least, best - near);
}
