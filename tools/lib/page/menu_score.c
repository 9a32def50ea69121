/* menu_score.c - does a tree of links look like a menu of the site? */
#include "menu_score.h"

#include <math.h>

#include "link_lists.h"
#include "nav_shape.h"

#define LOWEST (-1.5) /* the score of a menu, whatever else speaks for it */
#define LEAST  (-.75) /* the same in the header, or where markup names it or others */

/* What the elements around a tree say. */
static void
surroundings(const struct block *block, const struct rules *rules, struct traits *t)
{
	enum { CLOSE = 4 };
	const struct html_node *root = block->node, *e = root;
	bool landmark = false, footer = block->in_footer;
	uint64_t said = 0;

	for (int up = 0; up < CLOSE && e->kind == HTML_ELEMENT && !html_is(e, TAG_BODY); up++) {
		uint64_t says =
		    rules_say_of_class(rules, RULE(CLASS_MENU) | RULE(CLASS_FOOTER), e);

		if (!up)
			t->of[TRAIT_OWN_CLASS] = (says & RULE(CLASS_MENU)) != 0;
		said |= says;
		landmark |= is_nav_landmark(e);
		e = e->parent;
	}
	footer |= (said & RULE(CLASS_FOOTER)) != 0;
	t->of[TRAIT_CLASS] = (said & RULE(CLASS_MENU)) != 0;
	t->of[TRAIT_DECLARED] = landmark && !footer;
	t->of[TRAIT_ID] = html_value(root, ATTR_ID).n || html_value(root->parent, ATTR_ID).n;
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

/* Has it a fragment? A lone "#" leads nowhere. */
static bool
has_fragment(struct str href)
{
	return memchr(href.p, '#', href.n - 1);
}

/* Text of a tree outside labels: words, or signs that part links. */
static unsigned
length_of_words(struct str text, struct traits *t)
{
	if (has_letters(text))
		return (unsigned)text.n;
	if (text.n)
		t->of[TRAIT_SIGNS] = 1;
	return 0;
}

static void
items_say(const struct nav *nav, const struct rules *rules, const struct repeats *repeats,
    struct traits *t)
{
	enum { LONG_LABEL = 30, LONGEST_LABEL = 60 };
	unsigned links = 0, labels = 0, words = length_of_words(nav->text, t), slugs = 0,
		 far = 0, social = 0, fragments = 0, repeated = 0, twice = 0;

	for (const struct item *i = nav->first; i; i = item_next(i)) {
		struct str href = i->link.href;
		struct repeat *repeat;

		words +=
		    i->first ? 0 : length_of_words(i->text, t); /* else it names what opens */
		labels += (unsigned)i->label.n;
		t->hierarchy |= i->parent != NULL;
		if (!href.n)
			continue;
		if (!links++)
			t->of[TRAIT_HOME] = rules_match(rules, LABEL_HOME, i->label);
		far += i->label.n > LONG_LABEL;
		slugs += has_slug(href);
		fragments += has_fragment(href);
		social += rules_match(rules, HREF_SOCIAL, href);
		if (href.p[href.n - 1] == '#') /* leads nowhere: that is no repetition */
			continue;
		repeat = repeat_of(repeats, href);
		repeated += repeat->count > 1;
		twice += repeat->last == nav;
		repeat->last = nav;
	}
	t->of[TRAIT_LINKS] = log2(1 + links);
	t->of[TRAIT_WORDS] = words ? (double)words / (words + labels) : 0;
	if (!links)
		return;
	t->of[TRAIT_LABELS] = fmin((double)labels / links, LONGEST_LABEL) / 10;
	t->of[TRAIT_LONG] = (double)far / links;
	t->of[TRAIT_SLUGS] = (double)slugs / links;
	t->of[TRAIT_FRAGMENTS] = (double)fragments / links;
	t->of[TRAIT_SOCIAL] = (double)social / links;
	t->of[TRAIT_REPEATED] = (double)repeated / links;
	t->of[TRAIT_TWICE] = (double)twice / links;
}

/* Does a tree stand in the header of the page, which is there to get about? */
static bool
is_in_header(const struct blocks *b, const struct html_node *root)
{
	for (const struct html_node *e = root; e->kind == HTML_ELEMENT; e = e->parent)
		if ((html_is(e, TAG_HEADER) && !block_of(b, e)->in_section) ||
		    has_token(e, ATTR_ROLE, STR("banner")))
			return true;
	return false;
}

struct traits
menu_traits(const struct blocks *b, const struct html_node *root, const struct nav *nav,
    const struct rules *rules, const struct repeats *repeats)
{
	const struct block *block = block_of(b, root), *page = &b->at[0];
	double before = (double)block->before / (1 + page->characters - page->link_characters);
	struct traits t = { .of = { [TRAIT_ANY] = 1 } };

	surroundings(block, rules, &t);
	items_say(nav, rules, repeats, &t);
	t.of[TRAIT_BEFORE] = sqrt(before);
	if (before < .02)
		t.of[TRAIT_SIGNS] = 0;
	t.of[TRAIT_START] = (double)(block - b->at) / b->n;
	t.of[TRAIT_PROSE] = fmin(block->prose / 100.0, 5);
	t.of[TRAIT_LIST] = holds_list(b, block);
	t.of[TRAIT_OPEN] = opens_with_links(b, block);
	t.hierarchy = t.hierarchy && t.of[TRAIT_OPEN] && before < .3 && t.of[TRAIT_LONG] < .5;
	t.header = t.of[TRAIT_LINKS] > 1 && is_in_header(b, root);
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

/* Menus that nothing declares score not much worse than the best of the page. Pages whose
 * markup names nothing have less that speaks for any, but the best is one there too. */
static double
enough_of(double best, bool named)
{
	const double near = 2;

	if (named && best > LEAST)
		return fmax(LEAST, best - near);
	return fmax(LOWEST, named ? best : best - near);
}

void
tell_menus(struct arena *a, const struct blocks *b, const struct rules *rules,
    const struct region *regions, struct menu_tree *trees)
{
	struct repeats repeats;
	double best = -HUGE_VAL, enough;
	bool named = false;

	if (!trees)
		return;
	repeats = repeats_of(a, regions);
	for (struct menu_tree *t = trees; t; t = t->next) {
		struct traits traits = menu_traits(b, t->root, t->nav, rules, &repeats);

		t->score = menu_score(&traits, rules);
		t->sure = traits.of[TRAIT_DECLARED] ||
		          (traits.hierarchy && t->score > LOWEST) ||
		          (traits.header && t->score > LEAST);
		named |= traits.of[TRAIT_CLASS] || traits.of[TRAIT_ID];
		best = fmax(best, t->score);
	}
	enough = enough_of(best, named);
	for (struct menu_tree *t = trees; t; t = t->next) {
		if (t->sure || t->score >= enough)
			t->nav->kind = NAV_MENU;
		else if (t->nav->kind == NAV_MENU)
			t->nav->kind = NAV_RELATED;
	}
}
