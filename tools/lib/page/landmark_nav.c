/* landmark_nav.c - which kind of navigation a block declares itself to be: by its markup, class
 * words and label, by its heading, and by what its links are. */
#include "landmark_search.h"

#include "controls.h"
#include "fold.h"
#include "link_lists.h"
#include "nav_shape.h"

/* Class words that name a kind of navigation, in the order in which they are asked. */
static const struct {
	enum rule rule;
	enum nav_kind kind;
	unsigned links, percent; /* at least so many links, and share of characters in links */
} nav_classes[] = {
	{ CLASS_BREADCRUMB, NAV_BREADCRUMB, 1, 30 },
	{ CLASS_SKIP, NAV_SKIP, 1, 80 },
	{ CLASS_LANGUAGE, NAV_LANGUAGE, 1, 50 },
	{ CLASS_CONTENTS, NAV_CONTENTS, 2, 60 },
	{ CLASS_PAGINATION, NAV_PAGINATION, 1, 50 },
	{ CLASS_SOCIAL, NAV_SOCIAL, 2, 0 },
	{ CLASS_TAGS, NAV_TAGS, 1, 40 },
	{ CLASS_FOOTER, NAV_FOOTER, 3, 80 },
};

/* schema.org's BreadcrumbList as microdata or RDFa, on the element that holds the trail. */
static bool
is_breadcrumb_list(const struct html_node *e)
{
	return str_ends(html_value(e, ATTR_ITEMTYPE), STR("BreadcrumbList")) ||
	       str_ends(html_value(e, ATTR_TYPEOF), STR("BreadcrumbList"));
}

/* A menu holds lists of one kind only, and its panels may hold more than links. */
static bool
is_menu(const struct landmark_search *s, const struct block *b)
{
	if (b->links < 2 || !is_one_list(s->blocks, b))
		return false;
	return link_percent(b) >= 60 ||
	       (b->prose <= s->blocks->at[0].prose / 3 && opens_with_links(s->blocks, b));
}

/* Do the links of a block confirm what class words name? A landmark that is called a trail is
 * one, long as the words for the page itself may be, but no list of the page's own places is a
 * pager for being called "page-nav", nor is a brief page for the pager in it. */
static bool
confirms(const struct block *b, size_t class)
{
	bool landmark = is_nav_landmark(b->node),
	     pager = nav_classes[class].kind == NAV_PAGINATION;

	if (pager && ((landmark && b->fragments == b->links) || holds_page(b)))
		return false;
	return b->links >= nav_classes[class].links &&
	       (link_percent(b) >= nav_classes[class].percent ||
		   (landmark && nav_classes[class].kind == NAV_BREADCRUMB));
}

/* Does a block hold a navigation landmark and nothing beside it? */
static bool
wraps_landmark(const struct landmark_search *s, const struct block *b)
{
	const struct html_node *n = b->node;

	do
		n = html_next(n, b->node);
	while (n && (n->kind != HTML_ELEMENT || !is_nav_landmark(n)));
	return n && block_of(s->blocks, n)->links == b->links &&
	       block_of(s->blocks, n)->characters == b->characters;
}

/* The kind of navigation that class words name and links confirm, or -1. */
static int
nav_by_class(const struct landmark_search *s, const struct block *b, uint64_t says)
{
	if (!b->links || !says || !(b->is & IS_GROUP))
		return -1;
	if (b->navs > is_nav_landmark(b->node))
		return says & RULE(CLASS_BREADCRUMB) && wraps_landmark(s, b) ? NAV_BREADCRUMB
		                                                             : -1;
	for (size_t i = 0; i < sizeof(nav_classes) / sizeof(nav_classes[0]); i++)
		if (says & RULE(nav_classes[i].rule) && confirms(b, i))
			return (int)nav_classes[i].kind;
	if (says & RULE(CLASS_MENU) && is_menu(s, b))
		return NAV_MENU;
	return -1;
}

/* Is it at the start of the body that is known: in its first quarter, and not far down? */
static bool
is_at_start(const struct landmark_search *s, const struct block *b)
{
	enum { FARTHEST = 600 };
	uint32_t all = s->body_hint->characters - s->body_hint->link_characters;
	uint32_t before = b->before - s->body_hint->before;

	return before <= FARTHEST && before <= all / 4;
}

/* Text may refer to other places of its page. */
bool
is_contents(const struct landmark_search *s, const struct block *b)
{
	enum { LEAST_LINKS = 3 }; /* in a body */

	if (b->links < 2 || !(block_is(b, TAG_UL) || block_is(b, TAG_OL)) || b->toggles > 1 ||
	    b->fragments + b->toggles != b->links || link_percent(b) < 50)
		return false;
	return !is_in_known_body(s, b) || (b->links >= LEAST_LINKS && is_at_start(s, b));
}

/* What authors write of: other pages of a manual or a wiki, in a body that is known. */
static bool
is_see_also(struct landmark_search *s, const struct block *b, const struct html_node *heading)
{
	return is_in_known_body(s, b) &&
	       rules_match(s->rules, HEADING_SEE_ALSO, fold(s->arena, heading->text));
}

/* The text before any link of a group whose first heading or line is a title such as
 * "Breadcrumb": a kind of navigation, or -1. */
static int
nav_by_heading(struct landmark_search *s, const struct block *b)
{
	static const struct {
		enum rule rule;
		enum nav_kind kind;
		unsigned percent;
	} headings[] = {
		{ HEADING_BREADCRUMB, NAV_BREADCRUMB, 30 },
		{ HEADING_LANGUAGE, NAV_LANGUAGE, 40 },
		{ HEADING_CONTENTS, NAV_CONTENTS, 60 },
		{ HEADING_RELATED, NAV_RELATED, 30 },
		{ HEADING_MENU, NAV_MENU, 60 },
	};
	enum { LONGEST_TRAIL = 300, LEAST_OF_TRAIL = 15, LEAST_OF_ANY = 30, NEAR = 256 };
	const struct html_node *n = b->node;
	uint64_t says;

	if (!b->links || b->navs || !(b->is & IS_GROUP) || b->in_link)
		return -1;
	if (b->headings ? link_percent(b) < LEAST_OF_ANY
			: b->characters > LONGEST_TRAIL || link_percent(b) < LEAST_OF_TRAIL)
		return -1;
	for (int i = 0; i < NEAR && (n = html_next(n, b->node)); i++)
		if (n->kind == HTML_TEXT && !is_blank(n))
			break;
	if (!n || n->kind != HTML_TEXT || is_blank(n) || block_around(s->blocks, n)->in_link)
		return -1;
	if (!is_heading(n->parent))
		return !b->headings && rules_say_again(s->rules, &s->lines,
					   RULE(HEADING_BREADCRUMB), str_trim(n->text))
		           ? NAV_BREADCRUMB
		           : -1;
	says = rules_say(s->rules,
	    RULE(HEADING_BREADCRUMB) | RULE(HEADING_LANGUAGE) | RULE(HEADING_CONTENTS) |
		RULE(HEADING_RELATED) | RULE(HEADING_MENU),
	    fold(s->arena, n->text));
	if (says & RULE(HEADING_RELATED) && is_see_also(s, b, n))
		return -1;
	if (says & RULE(HEADING_CONTENTS) && is_in_known_body(s, b) && !is_at_start(s, b))
		return -1;
	for (size_t i = 0; says && i < sizeof(headings) / sizeof(headings[0]); i++)
		if (says & RULE(headings[i].rule) && link_percent(b) >= headings[i].percent)
			return (int)headings[i].kind;
	return -1;
}

/* A short line or list whose links say in which language what they lead to is, in more than
 * one, but for the one that may stand for the page itself. */
static bool
links_say_languages(const struct block *b)
{
	enum { LABEL = 24, HEADING = 60 }; /* characters: of each, and before them */
	const struct html_node *n = b->node;
	struct str first = { 0 };
	uint32_t without = 0;
	bool differ = false;

	if (b->links < 2 || b->navs > is_nav_landmark(b->node) ||
	    b->characters > b->links * LABEL + HEADING)
		return false;
	while (without < 2 && (n = html_next(n, b->node))) {
		struct str language;

		if (n->kind != HTML_ELEMENT || !(element_is(n) & IS_LINK) ||
		    !html_value(n, ATTR_HREF).n)
			continue;
		language = html_value(n, ATTR_HREFLANG);
		without += !language.n;
		first = first.n ? first : language;
		differ |= language.n && !str_eq_nocase(language, first);
	}
	return without < 2 && without < b->links - 1 && differ;
}

/* Does its label for those who cannot see say that a block is a trail? */
static bool
is_called_trail(const struct landmark_search *s, const struct block *b, bool declared)
{
	enum { LONGEST = 12 }; /* in links */
	return b->has & HAS_LABEL && (declared || (b->is & IS_GROUP && b->links <= LONGEST)) &&
	       rules_match(s->rules, HEADING_BREADCRUMB, html_value(b->node, ATTR_ARIA_LABEL));
}

int
nav_kind_at(struct landmark_search *s, const struct block *b, uint64_t says, bool *declared)
{
	bool is_trail = b->has & HAS_TYPE && is_breadcrumb_list(b->node);
	const struct html_node *list;
	int kind;

	*declared = is_trail || (b->navs && is_nav_landmark(b->node));
	if (b->links && (is_trail || is_called_trail(s, b, *declared)))
		return NAV_BREADCRUMB;
	if (b->pagers && (*declared || b->is & IS_GROUP) && holds_pagers(b))
		return NAV_PAGINATION;
	if (block_is(b, TAG_A) && is_skip_link(s->arena, s->rules, b))
		return NAV_SKIP;
	if (s->blocks->has_hreflang && (*declared || b->is & IS_GROUP) &&
	    links_say_languages(b))
		return NAV_LANGUAGE;
	list = b->links && b->is & IS_GROUP ? sole_captioned_list(s->blocks, b->node) : NULL;
	if (list)
		says = rules_say_of_class(s->rules, NAV_CLASSES, list);
	kind = nav_by_class(s, b, says);
	if (kind < 0 && is_contents(s, b))
		kind = NAV_CONTENTS;
	if (kind < 0)
		kind = nav_by_heading(s, b);
	if (kind < 0 && *declared)
		kind = NAV_MENU;
	return kind;
}
