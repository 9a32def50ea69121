/* nav_kind.c - what kind of navigation a tree is. */
#include "navigation.h"

enum { OTHERS = 40 }; /* percent of items, at most, of a kind that are not of it */

/* True too where it leads nowhere: such items are not among the links. */
static bool
leads_to_network(const struct item *i, const struct rules *rules)
{
	return !i->link.href.n || rules_match(rules, HREF_SOCIAL, i->link.href);
}

/* True too of an icon alone, and of what stays on the page. */
static bool
says_network(const struct item *i, const struct rules *rules)
{
	return !i->label.n || leads_to_network(i, rules) || i->link.href.p[0] == '#' ||
	       rules_match(rules, LABEL_SOCIAL, i->label);
}

/* Is it so of all items but so many percent of a number? Asks no further when too many are not.
 */
static bool
is_of_most(const struct nav *nav, unsigned all, unsigned percent, const struct rules *rules,
    bool (*is_so)(const struct item *i, const struct rules *rules))
{
	unsigned others = 0;

	for (const struct item *i = nav->first; i && others * 100 <= all * percent;
	     i = item_next(i))
		others += !is_so(i, rules);
	return others * 100 <= all * percent;
}

/* A bar that is named after the networks in it may be the menu of the site, too. */
static bool
is_only_called_social(const struct nav *nav, const struct rules *rules)
{
	enum { LEAST = 6, MOST_OTHERS = 70 };
	unsigned links = 0;

	for (const struct item *i = nav->first; i; i = item_next(i))
		links += i->link.href.n > 0;
	return links >= LEAST && !is_of_most(nav, links, MOST_OTHERS, rules, says_network);
}

/* Of languages and pages of a list, which most labels name. */
static uint64_t
named_by_most(const struct nav *nav, unsigned items, const struct rules *rules)
{
	uint64_t named = RULE(LABEL_LANGUAGE) | RULE(LABEL_PAGINATION);
	unsigned no_languages = 0, no_pages = 0;

	for (const struct item *i = nav->first; i && named; i = item_next(i)) {
		uint64_t says = rules_say(rules, named, i->label);

		no_languages += !(says & RULE(LABEL_LANGUAGE));
		no_pages += !(says & RULE(LABEL_PAGINATION));
		if (no_languages * 100 > items * OTHERS)
			named &= ~RULE(LABEL_LANGUAGE);
		if (no_pages * 100 > items * OTHERS)
			named &= ~RULE(LABEL_PAGINATION);
	}
	return named;
}

/* Do few links lead to what is no language? A menu may have a switcher at its end, see
 * nav_split.h. */
static bool
is_switcher(const struct nav *nav, const struct rules *rules)
{
	enum { MOST_OTHERS = 4 };
	unsigned others = 0;

	for (const struct item *i = nav->first; i && others <= MOST_OTHERS; i = item_next(i))
		others += i->link.href.n && !rules_match(rules, LABEL_LANGUAGE, i->label);
	return others <= MOST_OTHERS;
}

/* The folder that an address from the root of its host leads to, without the last slash; absent
 * for others. */
static struct str
folder_of(struct str href)
{
	size_t host = str_find(href, STR("//"), 0), name;

	if (host < href.n)
		href = str_part(href, str_find_char(href, '/', host + 2), href.n);
	else if (!str_starts(href, STR("/")))
		return (struct str){ 0 };
	href = str_part(href, 0, str_find_char(href, '?', 0));
	href = str_part(href, 0, str_find_char(href, '#', 0));
	for (name = href.n; name && href.p[name - 1] != '/'; name--)
		;
	if (name && str_starts(str_part(href, name, href.n), STR("index.")))
		href.n = name;
	return str_ends(href, STR("/")) ? str_part(href, 0, href.n - 1) : href;
}

/* Does each link lead below where the one before it does? The page itself may come last and
 * have none. */
static bool
leads_down(const struct nav *nav)
{
	enum { LEAST = 3 };
	struct str up = { 0 };
	unsigned links = 0;

	for (const struct item *i = nav->first; i; i = i->next) {
		struct str folder = folder_of(i->link.href);

		if (i->first || (!folder.p && (i->link.href.n || i->next)))
			return false;
		if (!folder.p)
			break;
		if (links &&
		    !(folder.n > up.n && folder.p[up.n] == '/' && str_starts(folder, up)))
			return false;
		up = folder;
		links++;
	}
	return links >= LEAST;
}

/* A kind that the visible heading names, or -1. */
static int
kind_of_label(struct str label, const struct rules *rules)
{
	static const struct {
		enum rule rule;
		enum nav_kind kind;
	} headings[] = {
		{ HEADING_BREADCRUMB, NAV_BREADCRUMB },
		{ HEADING_LANGUAGE, NAV_LANGUAGE },
		{ HEADING_CONTENTS, NAV_CONTENTS },
		{ HEADING_RELATED, NAV_RELATED },
		{ HEADING_FOOTER, NAV_FOOTER },
	};

	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++)
		if (rules_match(rules, headings[i].rule, label))
			return (int)headings[i].kind;
	return -1;
}

enum nav_kind
nav_kind_of_tree(
    const struct nav *nav, int declared, const struct block *root, const struct rules *rules)
{
	unsigned items = 0, links = 0, fragments = 0;
	uint64_t named;
	int said;

	if (declared == NAV_SOCIAL && is_only_called_social(nav, rules))
		declared = -1;
	if (declared >= 0 && declared != NAV_MENU && declared != NAV_FOOTER)
		return (enum nav_kind)declared;
	said = kind_of_label(nav->label, rules);
	if (said >= 0)
		return (enum nav_kind)said;
	for (const struct item *i = nav->first; i; i = item_next(i)) {
		struct str href = i->link.href;

		items++;
		links += href.n > 0;
		fragments += href.n > 1 && href.p[0] == '#';
	}
	named = items ? named_by_most(nav, items, rules) : 0;
	if (named & RULE(LABEL_LANGUAGE) && links && is_switcher(nav, rules))
		return NAV_LANGUAGE;
	if (named & RULE(LABEL_PAGINATION))
		return NAV_PAGINATION;
	if (leads_down(nav))
		return NAV_BREADCRUMB;
	if (links >= 2 && is_of_most(nav, links, OTHERS, rules, leads_to_network))
		return NAV_SOCIAL;
	if (links >= 2 && fragments * 10 >= links * 8)
		return NAV_CONTENTS;
	if (html_is(root->node, TAG_SELECT))
		return NAV_RELATED;
	return root->in_footer || declared == NAV_FOOTER ? NAV_FOOTER : NAV_MENU;
}
