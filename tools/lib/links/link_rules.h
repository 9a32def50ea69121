/* link_rules.h - what can be wrong with references and with what they lead to. */
#ifndef LINKS_LINK_RULES_H
#define LINKS_LINK_RULES_H

#include "../stream/finding.h"

/* In the order of the table of rules. */
enum link_rule {
	LINK_MISSING,
	LINK_UNCAPTURED,
	LINK_ERROR_PAGE,
	LINK_CASE,
	LINK_FRAGMENT,
	LINK_REDIRECT,
	LINK_SLASH,
	LINK_ESCAPE,
	LINK_MIXED,
	LINK_INSECURE,
	LINK_EMPTY,
	LINK_DEAD,
	LINK_STAGING,
	ID_DUPLICATE,
	IMAGE_ALT,
	PAGE_ORPHAN,
	PAGE_UNREACHABLE,
	PAGE_DEADEND,
	BASELINE_GONE,
	LINK_RULES, /* how many there are; where a rule is told: none yet, or no fault */
};

/* The levels at which rules are reported: enum level, or LEVEL_OFF. */
struct link_levels {
	signed char of[LINK_RULES];
};

/* The id of a rule, such as "link.case"; the rule of an id, or -1. */
const char *link_rule_id(enum link_rule rule);
int link_rule_of(struct str id);

/* The levels a check starts with. */
struct link_levels link_levels_default(void);

#endif
