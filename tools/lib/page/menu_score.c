/* menu_score.c - does a tree of links look like a menu of the site? */
#include "menu_score.h"

#include <math.h>

enum { CLOSE = 4, FAR = 24 }; /* how many elements up are looked at */

static bool
says(const struct rules *rules, enum rule rule, const struct html_node *e)
{
	return rules_match(rules, rule, html_value(e, ATTR_CLASS)) ||
	       rules_match(rules, rule, html_value(e, ATTR_ID));
}

static bool
says_other(const struct rules *rules, const struct html_node *e)
{
	static const enum rule others[] = { CLASS_RELATED, CLASS_TAGS, CLASS_SOCIAL,
		CLASS_TOOLS, CLASS_FORM, CLASS_LANGUAGE };

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (says(rules, others[i], e))
			return true;
	return false;
}

/* What the elements around a tree say. */
static void
surroundings(const struct html_node *root, const struct rules *rules, struct traits *t)
{
	const struct html_node *e = root;

	t->of[TRAIT_OWN_CLASS] = says(rules, CLASS_MENU, root);
	t->of[TRAIT_LIST] = html_is(root, TAG_UL) || html_is(root, TAG_OL);
	for (int up = 0; e && e->kind == HTML_ELEMENT && up < FAR; e = e->parent, up++) {
		if (html_is(e, TAG_BODY))
			break;
		if (up < CLOSE) {
			t->of[TRAIT_LANDMARK] += is_nav_landmark(e);
			t->of[TRAIT_CLASS] += says(rules, CLASS_MENU, e);
			t->of[TRAIT_MAIN_CLASS] += says(rules, CLASS_MAIN_MENU, e);
			t->of[TRAIT_OTHER] += says_other(rules, e);
		}
		t->of[TRAIT_HEADER] += html_is(e, TAG_HEADER) || says(rules, CLASS_BANNER, e);
		t->of[TRAIT_FOOTER] += html_is(e, TAG_FOOTER) || says(rules, CLASS_FOOTER, e);
		t->of[TRAIT_ASIDE] +=
		    html_is(e, TAG_ASIDE) || says(rules, CLASS_COMPLEMENTARY, e);
	}
	for (int i = TRAIT_LANDMARK; i <= TRAIT_OTHER; i++)
		t->of[i] = t->of[i] > 0;
	t->of[TRAIT_MAIN_CLASS] = t->of[TRAIT_MAIN_CLASS] > 0;
}

/* Host of an absolute address, absent of another. */
static struct str
host_of(struct str href)
{
	size_t at = str_find(href, STR("//"), 0), end;

	if (at == href.n)
		return (struct str){ 0 };
	href = str_part(href, at + 2, href.n);
	for (end = 0; end < href.n && href.p[end] != '/'; end++)
		;
	return str_part(href, 0, end);
}

static bool
has_number(struct str s)
{
	enum { LONG_NUMBER = 4 };
	int run = 0;

	for (size_t i = 0; i < s.n; i++) {
		run = is_digit(s.p[i]) ? run + 1 : 0;
		if (run == LONG_NUMBER)
			return true;
	}
	return false;
}

/* Path segments of an address. */
static unsigned
depth_of(struct str href)
{
	size_t i = str_find(href, STR("//"), 0);
	unsigned depth = 0;

	i = i == href.n ? 0 : str_find_char(href, '/', i + 2);
	for (; i < href.n && href.p[i] != '?' && href.p[i] != '#'; i++)
		depth += href.p[i] != '/' && (i == 0 || href.p[i - 1] == '/');
	return depth;
}

/* Has a segment the words of a title? */
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

/* Sums over items; made shares by the caller. */
static unsigned
sum_items(const struct nav *nav, const struct rules *rules, struct traits *t)
{
	enum { LONG_LABEL = 30 };
	unsigned links = 0, labels = 0, words = 0;
	struct str majority = { 0 }, previous = { 0 };
	int lead = 0;

	for (const struct item *i = nav->first; i; i = item_next(i)) {
		struct str host = host_of(i->link.href);

		words += (unsigned)i->text.n;
		labels += (unsigned)i->label.n;
		t->of[TRAIT_NESTED] = t->of[TRAIT_NESTED] || i->parent;
		if (!i->link.href.n) {
			continue;
		}
		links++;
		if (host.n) {
			if (!lead)
				majority = host;
			lead += str_eq(host, majority) ? 1 : -1;
		}
		t->of[TRAIT_LONG] += i->label.n > LONG_LABEL;
		t->of[TRAIT_IMAGES] += !i->label.n || i->label_from != LABEL_TEXT;
		t->of[TRAIT_HOME] += links == 1 && rules_match(rules, LABEL_HOME, i->label);
		t->of[TRAIT_ACCOUNT] += rules_match(rules, LABEL_ACCOUNT, i->label);
		t->of[TRAIT_LEGAL] += rules_match(rules, LABEL_LEGAL, i->label);
		t->of[TRAIT_SOCIAL] += rules_match(rules, HREF_SOCIAL, i->link.href);
		t->of[TRAIT_LANGUAGES] += rules_match(rules, LABEL_LANGUAGE, i->label);
		t->of[TRAIT_TWICE] += str_eq(previous, i->link.href);
		t->of[TRAIT_DEPTH] += depth_of(i->link.href);
		t->of[TRAIT_SLUGS] += has_slug(i->link.href);
		t->of[TRAIT_NUMBERS] += has_number(i->link.href) || has_number(i->label);
		previous = i->link.href;
	}
	for (const struct item *i = nav->first; i; i = item_next(i)) {
		struct str host = host_of(i->link.href);

		t->of[TRAIT_OUTSIDE] += host.n && !str_eq(host, majority);
	}
	words += (unsigned)nav->text.n;
	t->of[TRAIT_LABELS] = links ? labels / 10.0 / links : 0;
	if (t->of[TRAIT_LABELS] > 6)
		t->of[TRAIT_LABELS] = 6;
	t->of[TRAIT_WORDS] = words ? (double)words / (words + labels) : 0;
	return links;
}

struct traits
menu_traits(const struct blocks *b, const struct regions *r, const struct html_node *root,
    const struct nav *nav, unsigned earlier, const struct rules *rules)
{
	static const enum trait shares[] = { TRAIT_LONG, TRAIT_IMAGES, TRAIT_ACCOUNT,
		TRAIT_LEGAL, TRAIT_TWICE, TRAIT_OUTSIDE, TRAIT_NUMBERS, TRAIT_DEPTH,
		TRAIT_SLUGS };
	struct traits t = { .of = { [TRAIT_ANY] = 1 } };
	const struct block *block = block_of(b, root), *main = NULL;
	unsigned links = sum_items(nav, rules, &t);

	surroundings(root, rules, &t);
	for (size_t i = 0; i < sizeof(shares) / sizeof(shares[0]); i++)
		t.of[shares[i]] /= links ? links : 1;
	if (r->at[MAIN].node)
		main = block_of(b, r->at[MAIN].node);
	t.of[TRAIT_IN_MAIN] = main && block_within(b, block, main);
	t.of[TRAIT_AFTER_MAIN] = main && block >= b->at + main->end;
	t.of[TRAIT_BEFORE] =
	    (double)block->before / (1 + b->at[0].characters - b->at[0].link_characters);
	t.of[TRAIT_HEADED] = nav->label.n && nav->label_from == LABEL_TEXT;
	t.of[TRAIT_LINKS] = log2(1 + links);
	t.of[TRAIT_OPEN] = opens_with_links(b, block);
	t.of[TRAIT_SIZE] = links >= 4 && links <= 15;
	t.of[TRAIT_FEW] = links < 4;
	t.of[TRAIT_START] = (double)(block - b->at) / b->n;
	t.of[TRAIT_EARLIER] = log2(1 + earlier);
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
	const double near = 1.5, least = -2, least_of_hierarchy = -1;
	bool declared = t->of[TRAIT_LANDMARK] && !t->of[TRAIT_FOOTER];
	bool hierarchy = t->of[TRAIT_NESTED] && t->of[TRAIT_OPEN] && t->of[TRAIT_BEFORE] < .1;

	if (declared || (hierarchy && score > least_of_hierarchy))
		return true;
	return score > fmax(0, best - near) || (score == best && best > least);
}
