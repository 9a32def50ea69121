/* part_roles.c - what parts of a page its markup or class words declare. */
#include "part_roles.h"

/* Roles of landmarks, and the parts that they are of. */
enum { LANDMARKS = 5 };

static const struct str landmark_roles[LANDMARKS] = { STR_INIT("banner"),
	STR_INIT("complementary"), STR_INIT("contentinfo"), STR_INIT("form"),
	STR_INIT("search") };
static const enum part_role landmark_parts[LANDMARKS] = { PART_BANNER, PART_COMPLEMENTARY,
	PART_CONTENTINFO, PART_FORM, PART_SEARCH };

/* A form that people fill in, not one that some servers put around a whole page. */
static bool
is_form(const struct blocks *all, const struct block *b)
{
	return block_is(b, TAG_FORM) && b->controls &&
	       b->characters <= all->at[0].characters / 4 + 400;
}

static bool
is_search(const struct block *b, uint64_t says)
{
	if (block_is(b, TAG_SEARCH) ||
	    (b->has & HAS_ROLE && has_token(b->node, ATTR_ROLE, STR("search"))))
		return true;
	if (!b->controls || b->controls > 4 || b->characters > 200)
		return false;
	return says & RULE(CLASS_SEARCH) && (block_is(b, TAG_FORM) || b->is & IS_GROUP);
}

bool
is_dialog(const struct blocks *all, const struct block *b)
{
	static const struct str roles[] = { STR_INIT("dialog"), STR_INIT("alertdialog") };
	enum { PAGE = 500 };
	const struct html_node *e = b->node;

	if (!block_is(b, TAG_DIALOG) &&
	    !(b->has & HAS_ROLE && first_token(e, ATTR_ROLE, roles, 2) >= 0))
		return false;
	return b->characters + PAGE <= all->at[0].characters &&
	       !str_eq_nocase(html_value(e, ATTR_ARIA_MODAL), STR("false"));
}

/* In the first quarter of what a page says: further down, names such as "header" are those of
 * tables, cards and the like. */
static bool
is_at_top(const struct blocks *all, const struct block *b)
{
	return b->before <= (all->at[0].characters - all->at[0].link_characters) / 4;
}

int
declared_part(const struct blocks *all, const struct block *b, uint64_t says)
{
	const struct html_node *e = b->node;

	int landmark =
	    b->has & HAS_ROLE ? first_token(e, ATTR_ROLE, landmark_roles, LANDMARKS) : -1;

	if (landmark >= 0)
		return (int)landmark_parts[landmark];
	if (is_search(b, says))
		return PART_SEARCH;
	if (html_is(e, TAG_HEADER) && !b->in_section)
		return PART_BANNER;
	if (html_is(e, TAG_FOOTER) && !b->in_section)
		return PART_CONTENTINFO;
	if (html_is(e, TAG_ASIDE))
		return PART_COMPLEMENTARY;
	if (is_form(all, b))
		return PART_FORM;
	if (!says || !(b->is & IS_GROUP) || b->prose > all->at[0].prose / 3)
		return -1;
	if (says & RULE(CLASS_FOOTER))
		return PART_CONTENTINFO;
	if (says & RULE(CLASS_COMPLEMENTARY))
		return PART_COMPLEMENTARY;
	if (says & RULE(CLASS_FORM) && (b->controls || !b->headings))
		return PART_FORM;
	if (b->headings == 0 && b->characters <= 120 && b->characters == b->link_characters &&
	    says & RULE(CLASS_TOOLS))
		return PART_REGION;
	if (b->headings == 0 && says & RULE(CLASS_BANNER) && is_at_top(all, b))
		return PART_BANNER;
	return -1;
}
