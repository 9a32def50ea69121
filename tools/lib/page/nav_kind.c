/* nav_kind.c - what kind of navigation a tree is. */
#include "navigation.h"

/* What the items of a tree say together. */
struct tally {
	unsigned items, links, fragments, languages, pages, social, longest;
};

static struct tally
tally(const struct nav *nav, const struct rules *rules)
{
	struct tally t = { 0 };

	for (const struct item *i = nav->first; i; i = item_next(i)) {
		struct str href = i->link.href;
		uint64_t says;

		t.items++;
		t.links += href.n > 0;
		t.fragments += href.n > 1 && href.p[0] == '#';
		says =
		    rules_say(rules, RULE(LABEL_LANGUAGE) | RULE(LABEL_PAGINATION), i->label);
		t.languages += (says & RULE(LABEL_LANGUAGE)) > 0;
		t.pages += (says & RULE(LABEL_PAGINATION)) > 0;
		t.social += rules_match(rules, HREF_SOCIAL, href);
		if (i->label.n > t.longest)
			t.longest = (unsigned)i->label.n;
	}
	return t;
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
	struct tally t;
	int said;

	if (declared >= 0 && declared != NAV_MENU && declared != NAV_FOOTER)
		return (enum nav_kind)declared;
	said = kind_of_label(nav->label, rules);
	if (said >= 0)
		return (enum nav_kind)said;
	t = tally(nav, rules);
	if (t.items && t.languages * 10 >= t.items * 6 && t.links)
		return NAV_LANGUAGE;
	if (t.items && t.pages * 10 >= t.items * 6)
		return NAV_PAGINATION;
	if (t.links >= 2 && t.social * 10 >= t.links * 6)
		return NAV_SOCIAL;
	if (t.links >= 2 && t.fragments * 10 >= t.links * 8)
		return NAV_CONTENTS;
	if (html_is(root->node, TAG_SELECT))
		return NAV_RELATED;
	return root->in_footer || declared == NAV_FOOTER ? NAV_FOOTER : NAV_MENU;
}
