/* landmarks.c - regions that markup declares (ARIA in HTML; HTML-AAM 3.4), or that class words
 * and headings name where the structure agrees. */
#include "body.h"
#include "choices.h"
#include "code_margin.h"
#include "controls.h"
#include "landmark_search.h"
#include "link_lists.h"
#include "part_roles.h"
#include "region_steps.h"

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
may_start(const struct landmark_search *s, const struct block *b, const struct root *outer,
    int nav, int role, bool dialog)
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

/* A banner is of the site, and says what that repeats (ARIA: "site-oriented content, rather
 * than page-specific"): what has a heading of its page, and no menu, is none. Within the body
 * it comes before all else: later ones head tables. */
static bool
may_be_banner(const struct landmark_search *s, const struct block *b)
{
	if (!s->knows_body)
		return true;
	if (!is_in_known_body(s, b))
		return b->navs || !b->headings || profile_repeats(s->profile, s->blocks, b);
	return b->before <= s->body_hint->before &&
	       profile_repeats_all(s->profile, s->blocks, b);
}

/* Inside what is known to be the body, names of classes and asides prove little: a book has its
 * notes in asides, and a section on sharing is called so. What leaves it is navigation by what
 * it holds, were it images alone, a trail, what its heading says is related, what takes input,
 * and what the site repeats. But contents that are most of a body are what that is about, and
 * rows and entries stay among their like: a table may list "previous" and "next". */
static bool
may_leave_body(
    const struct landmark_search *s, const struct block *b, int nav, int role, bool declared)
{
	if (role == PART_BANNER)
		return may_be_banner(s, b);
	if (!is_in_known_body(s, b))
		return true;
	if (nav == NAV_CONTENTS && b->characters * 2ull > s->body_hint->characters)
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
said_by_class(struct landmark_search *s, const struct block *b)
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
may_start_known(const struct landmark_search *s, const struct block *b,
    const struct root *outer, const struct known_region *known)
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
start_known(struct landmark_search *s, struct block *b, const struct known_region *known)
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
start_part(struct landmark_search *s, struct block *b)
{
	return regions_root(s->regions, s->arena, b,
	    (struct root){
		.kind = REGION_PART, .role = PART_REGION, .nav_kind = -1, .by = BY_LANDMARK });
}

/* All links that headings and the like have beside their words are one part of the page, and
 * all that code has beside it is another: no reader wants them, and none is lost. */
static uint32_t
add_to_part(struct landmark_search *s, struct block *b, uint32_t *part)
{
	if (*part)
		b->rooted = *part;
	else
		*part = start_part(s, b);
	return *part;
}

static uint32_t
add_to_margin(struct landmark_search *s, struct block *b)
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

/* May a block be anything of what follows? Of most elements nothing is said, and they are no
 * group with links in it. */
static bool
is_of_interest(const struct blocks *all, const struct block *b)
{
	const unsigned says = HAS_CLASS | HAS_ID | HAS_ROLE | HAS_TYPE | HAS_OTHER;

	return (b->is & IS_GROUP ? b->links : b->fragments + b->toggles) || b->has & says ||
	       b->is & (IS_LANDMARK | IS_INPUT | IS_WIDGET) || block_is(b, TAG_DIALOG) ||
	       all->has_math || (all->has_code && is_cell(b)) ||
	       (all->has_buttons && opens_with_button(all, b));
}

/* What no landmark holds and readers use, or see, and do not read: *part is its region. */
static bool
is_beside_words(struct landmark_search *s, struct block *b, uint32_t *part)
{
	const struct blocks *all = s->blocks;

	if (b->links && b->is & IS_PHRASING &&
	    ((b->fragments && is_permalink(all, b)) ||
		(b->has & HAS_CLASS && is_control(all, s->rules, b))))
		*part = add_to_part(s, b, &s->controls);
	else if (all->has_code && b->links == b->fragments && is_beside_code(all, s->rules, b))
		*part = add_to_margin(s, b);
	else if (all->has_buttons && !b->links && is_in_known_body(s, b) &&
		 is_button_bar(s->profile, all, b))
		*part = start_part(s, b);
	else
		return false;
	return true;
}

/* The region of a block that may be the root of one, and is in another. */
static uint32_t
find_root(struct landmark_search *s, struct block *b, uint32_t outer, uint64_t says)
{
	bool declared, dialog = false;
	int nav = nav_kind_at(s, b, says, &declared), role = -1;

	if (nav < 0 && (says || b->is & IS_LANDMARK || b->has & HAS_ROLE))
		role = declared_part(s->blocks, b, says);
	if (nav < 0)
		dialog = is_dialog(s->blocks, b);
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

static uint32_t
find_region(struct landmark_search *s, struct block *b, uint32_t outer)
{
	uint32_t part;
	uint64_t says;

	if (s->blocks->has_math && is_drawn_math(b))
		return start_part(s, b);
	if (!outer && b->characters && is_beside_words(s, b, &part))
		return part;
	if (block_is(b, TAG_SELECT) && leads_to_choices(b->node))
		return regions_root(s->regions, s->arena, b,
		    (struct root){ .kind = REGION_NAV, .nav_kind = NAV_MENU, .by = BY_LINKS });
	says = said_by_class(s, b);
	return may_be_root(b, says) ? find_root(s, b, outer, says) : outer;
}

/* What someone wrote of the site comes first, then what the page says, then what was learned.
 */
static uint32_t
start_region(struct landmark_search *s, struct block *b, uint32_t outer,
    const struct known_region *known)
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
	struct landmark_search s = { .regions = r,
		.arena = a,
		.blocks = b,
		.rules = rules,
		.profile = profile,
		.knows_body = body != NULL,
		.known = profile ? known_regions(a, profile, b) : NULL,
		.body_hint = body ? body : declared_main(b) };

	if (s.body_hint)
		r->at[MAIN].node = s.body_hint->node;
	for (struct block *block = b->at + 1; block < b->at + b->n; block++) {
		const struct known_region *known = s.known ? s.known[block - b->at] : NULL;

		block->region = b->at[block->parent].region;
		if (block->counts && !block_is(block, TAG_BODY) &&
		    (known || is_of_interest(b, block)))
			block->region = start_region(&s, block, block->region, known);
	}
}
