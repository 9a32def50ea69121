/* nav_rules.c - the table of rules of menus, and saying what breaks them. */
#include <stdarg.h>
#include <stdio.h>

#include "nav_check.h"

const struct finding_rule nav_rules[NAV_RULES] = {
	[NAV_INACCESSIBLE] = { "nav.inaccessible", LEVEL_WARNING },
	[NAV_EMPTY] = { "nav.empty", LEVEL_WARNING },
	[NAV_DUPLICATE] = { "nav.duplicate", LEVEL_WARNING },
	[NAV_REPEATED] = { "nav.repeated", LEVEL_NOTE },
	[NAV_DEAD] = { "nav.dead", LEVEL_WARNING },
	[NAV_UNLINKED] = { "nav.unlinked", LEVEL_NOTE },
	[NAV_FOREIGN] = { "nav.language", LEVEL_NOTE },
	[NAV_ABSENT] = { "nav.absent", LEVEL_WARNING },
	[NAV_MISSING] = { "nav.missing", LEVEL_WARNING },
	[NAV_ADDED] = { "nav.added", LEVEL_NOTE },
	[NAV_MOVED] = { "nav.moved", LEVEL_WARNING },
	[NAV_RELABELLED] = { "nav.relabelled", LEVEL_WARNING },
	[NAV_RETARGETED] = { "nav.retargeted", LEVEL_WARNING },
	[NAV_NO_MENU] = { "nav.no-menu", LEVEL_WARNING },
	[NAV_DETOUR] = { "nav.breadcrumb", LEVEL_WARNING },
	[NAV_PAGE] = { "nav.page", LEVEL_NOTE },
};

static void
say(struct nav_check *c, enum nav_rule rule, struct sighting page, struct position at,
    const char *format, va_list ap)
{
	char text[1024];
	struct str s = { text, 0 };
	struct finding f = {
		.level = nav_rules[rule].level,
		.rule = nav_rules[rule].id,
		.file = trees_text(c->trees, page.file),
		.page = trees_text(c->trees, page.path),
		.at = at,
	};

	vsnprintf(text, sizeof(text), format, ap);
	s.n = strlen(text);
	s.n = utf8_valid_prefix(s);
	f.text = s;
	if (str_eq(f.file, f.page))
		f.page = (struct str){ 0 };
	c->say(c->context, rule, &f);
}

void
nav_say(struct nav_check *c, enum nav_rule rule, struct spot where, const char *format, ...)
{
	struct position at = where.item->at.line ? where.item->at : where.tree->at;
	va_list ap;

	va_start(ap, format);
	say(c, rule, where.tree->first, at, format, ap);
	va_end(ap);
}

void
nav_say_page(struct nav_check *c, enum nav_rule rule, struct sighting page, struct position at,
    const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	say(c, rule, page, at, format, ap);
	va_end(ap);
}
