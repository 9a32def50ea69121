/* landmarks.c - regions that markup declares (ARIA in HTML; HTML-AAM 3.4), or that class words
 * and headings name where the structure agrees. */
#include "body.h"
#include "choices.h"
#include "code_margin.h"
#include "controls.h"
#include "fold.h"
#include "known.h"
#include "link_lists.h"
#include "nav_shape.h"
#include "part_roles.h"
#include "region_steps.h"

struct search {
	struct regions *regions;
	struct arena *arena;
	struct blocks *blocks;
	const struct rules *rules;
	const struct profile *profile;     /* of the site, or NULL */
	bool knows_body;                   /* it, and body_hint is what it knows */
	const struct known_region **known; /* by block, or NULL */
	const struct block *body_hint;     /* the block that says it is main, or NULL */
	struct recent lines;               /* what was said of these */
	/* The region of links in headings and the like, and that of what is beside code, 0:
	 * none yet. */
	uint32_t controls, margin;
};

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

/* All sets of these, and of menus. */
#define NAV_CLASSES                                                                            \
	(RULE(CLASS_BREADCRUMB) | RULE(CLASS_SKIP) | RULE(CLASS_LANGUAGE) |                    \
	    RULE(CLASS_CONTENTS) | RULE(CLASS_PAGINATION) | RULE(CLASS_SOCIAL) |               \
	    RULE(CLASS_TAGS) | RULE(CLASS_FOOTER) | RULE(CLASS_MENU))

/* schema.org's BreadcrumbList as microdata or RDFa, on the element that holds the trail. */
static bool
is_breadcrumb_list(const struct html_node *e)
{
	return str_ends(html_value(e, ATTR_ITEMTYPE), STR("BreadcrumbList")) ||
	       str_ends(html_value(e, ATTR_TYPEOF), STR("BreadcrumbList"));
}

/* A menu holds lists of one kind only, and its panels may hold more than links. */
static bool
is_menu(const struct search *s, const struct block *b)
{
	if (b->links < 2 || !is_one_list(s->blocks, b))
		return false;
	return link_percent(b) >= 60 ||
	       (b->prose <= s->blocks->at[0].prose / 3 && opens_with_links(s->blocks, b));
}

/* Do the links of a block confirm what class words name? A landmark that is called a trail is
 * one, long as the words for the page itself may be, but no list of the page's own places is a
 * pager for being called "page-nav". */
static bool
confirms(const struct block *b, size_t class)
{
	bool landmark = is_nav_landmark(b->node);

	if (landmark && nav_classes[class].kind == NAV_PAGINATION && b->fragments == b->links)
		return false;
	return b->links >= nav_classes[class].links &&
	       (link_percent(b) >= nav_classes[class].percent ||
		   (landmark && nav_classes[class].kind == NAV_BREADCRUMB));
}

/* Does a block hold a navigation landmark and nothing beside it? */
static bool
wraps_landmark(const struct search *s, const struct block *b)
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
nav_by_class(const struct search *s, const struct block *b, uint64_t says)
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

static bool
is_in_known_body(const struct search *s, const struct block *b)
{
	return s->knows_body && block_within(s->blocks, b, s->body_hint);
}

/* Is it at the start of the body that is known: in its first quarter, and not far down? */
static bool
is_at_start(const struct search *s, const struct block *b)
{
	enum { FARTHEST = 600 };
	uint32_t all = s->body_hint->characters - s->body_hint->link_characters;
	uint32_t before = b->before - s->body_hint->before;

	return before <= FARTHEST && before <= all / 4;
}

/* A list of links to the page itself, one of them perhaps to its top, and of little else: text
 * may refer to other places of its page. */
static bool
is_contents(const struct search *s, const struct block *b)
{
	enum { LEAST_LINKS = 3 }; /* in a body */

	if (b->links < 2 || !(block_is(b, TAG_UL) || block_is(b, TAG_OL)) || b->toggles > 1 ||
	    b->fragments + b->toggles != b->links || link_percent(b) < 50)
		return false;
	return !is_in_known_body(s, b) || (b->links >= LEAST_LINKS && is_at_start(s, b));
}

/* What authors write of: other pages of a manual or a wiki, in a body that is known. */
static bool
is_see_also(struct search *s, const struct block *b, const struct html_node *heading)
{
	return is_in_known_body(s, b) &&
	       rules_match(s->rules, HEADING_SEE_ALSO, fold(s->arena, heading->text));
}

/* The text before any link of a group whose first heading or line is a title such as
 * "Breadcrumb": a kind of navigation, or -1. */
static int
nav_by_heading(struct search *s, const struct block *b)
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
is_switcher(const struct block *b)
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
is_called_trail(const struct search *s, const struct block *b, bool declared)
{
	enum { LONGEST = 12 }; /* in links */
	struct str label;

	if (!declared && !(b->is & IS_GROUP && b->links <= LONGEST))
		return false;
	label = html_value(b->node, ATTR_ARIA_LABEL);
	return label.n && rules_match(s->rules, HEADING_BREADCRUMB, label);
}

/* The kind of navigation a block is by all there is to go by: -1 none, NAV_MENU where only a
 * landmark speaks. */
static int
nav_kind_at(struct search *s, const struct block *b, uint64_t says, bool *declared)
{
	bool is_trail = b->has & HAS_TYPE && is_breadcrumb_list(b->node);
	const struct html_node *list;
	int kind;

	*declared = is_trail || (b->navs && is_nav_landmark(b->node));
	if (b->links && (is_trail || is_called_trail(s, b, *declared)))
		return NAV_BREADCRUMB;
	if ((*declared || b->is & IS_GROUP) && holds_pagers(b))
		return NAV_PAGINATION;
	if (is_skip_link(s->arena, s->rules, b))
		return NAV_SKIP;
	if (s->blocks->has_hreflang && (*declared || b->is & IS_GROUP) && is_switcher(b))
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

/* The list of an entry that says something else first: what that opens. */
static bool
is_submenu(const struct blocks *b, const struct html_node *e)
{
	const struct html_node *n = e->prev;

	if (!html_is(e->parent, TAG_LI) || !(html_is(e, TAG_UL) || html_is(e, TAG_OL)))
		return false;
	while (n && !(n->kind == HTML_ELEMENT && block_of(b, n)->links))
		n = n->prev;
	return n;
}

/* May a region start here, inside the one that outer is the root of? Lists of one tree stay one
 * tree, but a switcher or trail within a larger bar is its own. */
static bool
may_start(const struct search *s, const struct block *b, const struct root *outer, int nav,
    int role, bool dialog)
{
	if (s->body_hint && block_within(s->blocks, s->body_hint, b))
		return false;
	if (nav == NAV_SOCIAL && is_submenu(s->blocks, b->node))
		return false;
	if (!outer->node)
		return true;
	if (outer->kind == REGION_PART)
		return nav >= 0 || role == PART_SEARCH || dialog ||
		       (role == PART_FORM && outer->role != PART_SEARCH &&
			   outer->role != PART_FORM);
	if (nav == NAV_CONTENTS && b->entries == block_of(s->blocks, outer->node)->entries &&
	    outer->nav_kind == NAV_MENU && is_contents(s, b) &&
	    b->links < block_of(s->blocks, outer->node)->links)
		return true;
	if (nav == NAV_PAGINATION)
		return outer->nav_kind != NAV_PAGINATION && holds_pagers(b);
	if (outer->nav_kind == NAV_BREADCRUMB && /* a step of it, or all of them */
	    (nav == NAV_BREADCRUMB ||
		(nav == NAV_MENU && b->links == block_of(s->blocks, outer->node)->links)))
		return false;
	if (nav == NAV_MENU && outer->nav_kind == NAV_RELATED) /* it opens what is related */
		return b->links < block_of(s->blocks, outer->node)->links;
	if (b->entries > block_of(s->blocks, outer->node)->entries)
		return role == PART_SEARCH;
	if (nav == NAV_LANGUAGE && outer->nav_kind == NAV_LANGUAGE)
		return false;
	return is_nav_landmark(b->node) || role == PART_SEARCH || nav == NAV_LANGUAGE ||
	       nav == NAV_BREADCRUMB || nav == NAV_SKIP;
}

/* Inside what is known to be the body, names of classes and asides prove little: a book has its
 * notes in asides, and a section on sharing is called so. What leaves it is navigation by what
 * it holds, were it images alone, a trail, what its heading says is related, what takes input,
 * and what the site repeats. But a banner comes before all else that a body says: later ones
 * head tables. And rows and entries stay among their like: a table may list "previous" and
 * "next". */
static bool
may_leave_body(const struct search *s, const struct block *b, int nav, int role, bool declared)
{
	if (!is_in_known_body(s, b))
		return true;
	if (role == PART_BANNER && b->before > s->body_hint->before)
		return false;
	if (nav >= 0 && !declared && element_rule(b->node)->within[0])
		return false;
	if (nav >= 0 ? declared || nav == NAV_RELATED || nav == NAV_BREADCRUMB ||
			   (nav != NAV_LANGUAGE && (!b->characters || link_percent(b) >= 60))
		     : role == PART_SEARCH || b->controls || declared)
		return true;
	return profile_repeats(s->profile, s->blocks, b);
}

/* What the class and id of an element say. */
static uint64_t
said_by_class(struct search *s, const struct block *b)
{
	uint64_t sets = NAV_CLASSES | PART_CLASSES;

	if (!(b->is & IS_GROUP) && !block_is(b, TAG_FORM))
		return 0;
	if (!b->links)
		sets = PART_CLASSES;
	if (b->has & HAS_ID)
		return rules_say_of_class(s->rules, sets, b->node);
	return rules_say_of_block(s->rules, s->blocks, sets, b);
}

/* May what was learned of other pages start here, where the page itself says nothing of it?
 * Only where the body is not known: beside it there is nothing to decide. */
static bool
may_start_known(const struct search *s, const struct block *b, const struct root *outer,
    const struct known_region *known)
{
	int nav = known->nav_kind, role = -1;

	if (known->kind == REGION_NAV && nav < 0)
		nav = NAV_MENU;
	else if (known->kind == REGION_PART)
		role = (int)known->role;
	return !s->knows_body && known_holds(known, s->profile, s->blocks, b) &&
	       may_start(s, b, outer, nav, role, false);
}

/* A tree that someone named is one, whatever is in it. */
static bool
is_told_tree(const struct root *outer)
{
	return outer->kind == REGION_NAV && outer->known && known_is_told(outer->known);
}

static uint32_t
start_known(struct search *s, struct block *b, const struct known_region *known)
{
	return regions_root(s->regions, s->arena, b,
	    (struct root){ .kind = known->kind,
		.role = known->role,
		.nav_kind = known->kind == REGION_NAV ? known->nav_kind : -1,
		.by = BY_PROFILE,
		.known = known });
}

/* A part without a role of its own. */
static uint32_t
start_part(struct search *s, struct block *b)
{
	return regions_root(s->regions, s->arena, b,
	    (struct root){
		.kind = REGION_PART, .role = PART_REGION, .nav_kind = -1, .by = BY_LANDMARK });
}

/* All links that headings and the like have beside their words are one part of the page, and
 * all that code has beside it is another: no reader wants them, and none is lost. */
static uint32_t
add_to_part(struct search *s, struct block *b, uint32_t *part)
{
	if (*part)
		b->rooted = *part;
	else
		*part = start_part(s, b);
	return *part;
}

static uint32_t
add_to_margin(struct search *s, struct block *b)
{
	add_to_part(s, b, &s->margin);
	s->regions->at[s->margin].is_apart = true;
	return s->margin;
}

/* May a block be the root of a region at all: a group of which something is said, a landmark,
 * what says what it is, or a link past the menus? */
static bool
may_be_root(const struct block *b, uint64_t says)
{
	if (b->is & IS_LANDMARK || b->has & (HAS_ROLE | HAS_TYPE) || block_is(b, TAG_DIALOG))
		return true;
	if (b->is & IS_GROUP)
		return says || b->links;
	return block_is(b, TAG_A) && b->fragments + b->toggles;
}

/* What no landmark holds and readers use, or see, and do not read: *part is its region. */
static bool
is_beside_words(struct search *s, struct block *b, uint32_t *part)
{
	const struct blocks *all = s->blocks;

	if (b->links && (is_permalink(all, b) || is_control(all, s->rules, b)))
		*part = add_to_part(s, b, &s->controls);
	else if (all->has_code &&
		 (is_line_number(all, s->rules, b) || is_code_button(all, s->rules, b)))
		*part = add_to_margin(s, b);
	else if (all->has_buttons && is_in_known_body(s, b) &&
		 is_button_bar(s->profile, all, b))
		*part = start_part(s, b);
	else
		return false;
	return true;
}

static uint32_t
find_region(struct search *s, struct block *b, uint32_t outer)
{
	uint32_t part;
	uint64_t says;
	bool declared, dialog;
	int nav, role;

	if (s->blocks->has_math && is_drawn_math(b))
		return start_part(s, b);
	if (!outer && b->characters && is_beside_words(s, b, &part))
		return part;
	says = said_by_class(s, b);
	if (block_is(b, TAG_SELECT) && b->counts && leads_to_choices(b->node))
		return regions_root(s->regions, s->arena, b,
		    (struct root){ .kind = REGION_NAV, .nav_kind = NAV_MENU, .by = BY_LINKS });
	if (!may_be_root(b, says))
		return outer;
	nav = nav_kind_at(s, b, says, &declared);
	role = nav < 0 ? declared_part(s->blocks, b, says) : -1;
	dialog = nav < 0 && is_dialog(s->blocks, b);
	if (dialog && role < 0)
		role = PART_REGION;
	declared |= dialog;
	if (nav < 0 && role < 0)
		return outer;
	if (!declared && b->prose > s->blocks->at[0].prose / 2 + 200 && nav != NAV_RELATED)
		return outer;
	if (!may_start(s, b, &s->regions->at[outer], nav, role, dialog) ||
	    !may_leave_body(s, b, nav, role, declared))
		return outer;
	if (nav >= 0)
		return regions_root(s->regions, s->arena, b,
		    (struct root){ .kind = REGION_NAV,
			.nav_kind = nav,
			.by = BY_LANDMARK,
			.is_apart = s->regions->at[outer].is_apart });
	return regions_root(s->regions, s->arena, b,
	    (struct root){ .kind = REGION_PART,
		.role = (enum part_role)role,
		.nav_kind = -1,
		.by = BY_LANDMARK,
		.is_apart = dialog || s->regions->at[outer].is_apart });
}

/* What someone wrote of the site comes first, then what the page says, then what was learned.
 */
static uint32_t
start_region(
    struct search *s, struct block *b, uint32_t outer, const struct known_region *known)
{
	uint32_t found;

	if (known && known_is_told(known))
		return start_known(s, b, known);
	if (s->known && is_told_tree(&s->regions->at[outer]))
		return outer;
	found = find_region(s, b, outer);
	if (found == outer && known && may_start_known(s, b, &s->regions->at[outer], known))
		return start_known(s, b, known);
	return found;
}

/* The element that says it is the body: main or role=main, the one with most text. */
static const struct block *
declared_main(const struct blocks *b)
{
	const struct block *best = NULL;

	for (uint32_t i = 0; i < b->n; i++)
		if ((block_is(&b->at[i], TAG_MAIN) ||
			(b->at[i].has & HAS_ROLE &&
			    has_token(b->at[i].node, ATTR_ROLE, STR("main")))) &&
		    b->at[i].counts && (!best || b->at[i].characters > best->characters))
			best = &b->at[i];
	return best;
}

void
find_landmarks(struct regions *r, struct arena *a, struct blocks *b, const struct rules *rules,
    const struct profile *profile, const struct block *body)
{
	struct search s = { .regions = r,
		.arena = a,
		.blocks = b,
		.rules = rules,
		.profile = profile,
		.knows_body = body != NULL,
		.known = profile ? known_regions(a, profile, b) : NULL,
		.body_hint = body ? body : declared_main(b) };

	if (s.body_hint)
		r->at[MAIN].node = s.body_hint->node;
	for (uint32_t i = 1; i < b->n; i++) {
		struct block *block = &b->at[i];

		block->region = b->at[block->parent].region;
		if (block->counts && !block_is(block, TAG_BODY))
			block->region =
			    start_region(&s, block, block->region, s.known ? s.known[i] : NULL);
	}
}
