/* part_roles.c - what parts of a page its markup or class words declare. */
#include "part_roles.h"

static const struct {
	struct str role;
	enum part_role part;
} landmark_roles[] = {
	{ STR_INIT("banner"), PART_BANNER },
	{ STR_INIT("complementary"), PART_COMPLEMENTARY },
	{ STR_INIT("contentinfo"), PART_CONTENTINFO },
	{ STR_INIT("form"), PART_FORM },
	{ STR_INIT("search"), PART_SEARCH },
};

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
	enum { PAGE = 500 };
	const struct html_node *e = b->node;

	if (!block_is(b, TAG_DIALOG) &&
	    !(b->has & HAS_ROLE && (has_token(e, ATTR_ROLE, STR("dialog")) ||
				       has_token(e, ATTR_ROLE, STR("alertdialog")))))
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

	if (b->has & HAS_ROLE)
		for (size_t i = 0; i < sizeof(landmark_roles) / sizeof(landmark_roles[0]); i++)
			if (has_token(e, ATTR_ROLE, landmark_roles[i].role))
				return (int)landmark_roles[i].part;
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
