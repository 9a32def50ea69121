/* link_rules.c - the table of rules. */
#include "link_rules.h"

static const struct finding_rule rules[LINK_RULES] = {
	[LINK_MISSING] = { "link.missing", LEVEL_ERROR },
	[LINK_UNCAPTURED] = { "link.uncaptured", LEVEL_NOTE },
	[LINK_ERROR_PAGE] = { "link.error-page", LEVEL_ERROR },
	[LINK_CASE] = { "link.case", LEVEL_ERROR },
	[LINK_FRAGMENT] = { "link.fragment", LEVEL_WARNING },
	[LINK_REDIRECT] = { "link.redirect", LEVEL_WARNING },
	[LINK_SLASH] = { "link.slash", LEVEL_NOTE },
	[LINK_ESCAPE] = { "link.escape", LEVEL_ERROR },
	[LINK_MIXED] = { "link.mixed", LEVEL_WARNING },
	[LINK_INSECURE] = { "link.insecure", LEVEL_NOTE },
	[LINK_EMPTY] = { "link.empty", LEVEL_WARNING },
	[LINK_DEAD] = { "link.dead", LEVEL_NOTE },
	[LINK_STAGING] = { "link.staging", LEVEL_ERROR },
	[ID_DUPLICATE] = { "id.duplicate", LEVEL_WARNING },
	[IMAGE_ALT] = { "image.alt", LEVEL_WARNING },
	[PAGE_ORPHAN] = { "page.orphan", LEVEL_WARNING },
	[PAGE_UNREACHABLE] = { "page.unreachable", LEVEL_NOTE },
	[PAGE_DEADEND] = { "page.deadend", LEVEL_NOTE },
	[BASELINE_GONE] = { "baseline.gone", LEVEL_NOTE },
};

const char *
link_rule_id(enum link_rule rule)
{
	return rules[rule].id;
}

int
link_rule_of(struct str id)
{
	for (int i = 0; i < LINK_RULES; i++)
		if (str_eq(id, str_of(rules[i].id)))
			return i;
	return -1;
}

struct link_levels
link_levels_default(void)
{
	struct link_levels levels;

	for (int i = 0; i < LINK_RULES; i++)
		levels.of[i] = (signed char)rules[i].level;
	return levels;
}
