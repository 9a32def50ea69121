/* lang_rules.c - what the check of languages can find. */
#include "lang_rules.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/memory.h"

const struct finding_rule lang_rules[LANG_RULES] = {
	[LANG_CODE] = { "lang.code", LEVEL_ERROR },
	[LANG_COVERAGE] = { "lang.coverage", LEVEL_ERROR },
	[LANG_WRONG] = { "lang.wrong", LEVEL_WARNING },
	[LANG_FALLBACK] = { "lang.fallback", LEVEL_WARNING },
	[LANG_STUB] = { "lang.stub", LEVEL_WARNING },
	[LANG_PARTIAL] = { "lang.partial", LEVEL_WARNING },
	[LANG_SHORT] = { "lang.short", LEVEL_WARNING },
	[LANG_LABEL] = { "lang.label", LEVEL_WARNING },
	[LANG_TITLE] = { "lang.title", LEVEL_WARNING },
	[LANG_DESCRIPTION] = { "lang.description", LEVEL_WARNING },
	[LANG_DECLARED] = { "lang.declared", LEVEL_WARNING },
	[LANG_SELF] = { "lang.self", LEVEL_WARNING },
	[LANG_RETURN] = { "lang.return", LEVEL_WARNING },
	[LANG_TARGET] = { "lang.target", LEVEL_WARNING },
	[LANG_DUPLICATE] = { "lang.duplicate", LEVEL_WARNING },
	[LANG_CANONICAL] = { "lang.canonical", LEVEL_WARNING },
	[LANG_NOINDEX] = { "lang.noindex", LEVEL_WARNING },
	[LANG_HEAD] = { "lang.head", LEVEL_WARNING },
	[LANG_RELATIVE] = { "lang.relative", LEVEL_WARNING },
	[LANG_SWITCHER] = { "lang.switcher", LEVEL_WARNING },
	[LANG_SITEMAP] = { "lang.sitemap", LEVEL_WARNING },
	[LANG_MISSING] = { "lang.missing", LEVEL_NOTE },
	[LANG_DEFAULT] = { "lang.default", LEVEL_NOTE },
};

void
lang_say(const struct lang_listener *l, enum lang_rule rule, uint32_t version,
    struct position at, struct str target, const char *format, ...)
{
	va_list ap;
	char *text;
	int n;

	va_start(ap, format);
	n = vasprintf(&text, format, ap);
	va_end(ap);
	if (n < 0)
		memory_exhausted();
	l->say(l->context, rule, version, at, target, (struct str){ text, (size_t)n });
	free(text);
}
