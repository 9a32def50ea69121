/* lang_rules.h - what the check of languages can find, and to whom it says so. */
#ifndef LANGUAGES_LANG_RULES_H
#define LANGUAGES_LANG_RULES_H

#include "../stream/finding.h"
#include "versions.h"

enum lang_rule {
	LANG_CODE,
	LANG_COVERAGE,
	LANG_WRONG,
	LANG_FALLBACK,
	LANG_STUB,
	LANG_PARTIAL,
	LANG_SHORT,
	LANG_LABEL,
	LANG_TITLE,
	LANG_DESCRIPTION,
	LANG_DECLARED,
	LANG_SELF,
	LANG_RETURN,
	LANG_TARGET,
	LANG_DUPLICATE,
	LANG_CANONICAL,
	LANG_NOINDEX,
	LANG_HEAD,
	LANG_RELATIVE,
	LANG_SWITCHER,
	LANG_SITEMAP,
	LANG_MISSING,
	LANG_DEFAULT,
	LANG_RULES
};

extern const struct finding_rule lang_rules[LANG_RULES];

/* Who hears of findings: of a version, or, with NONE, of the site. target is what it is about
 * besides the page, such as the path of another or a label; absent: nothing. */
struct lang_listener {
	void *context;
	void (*say)(void *context, enum lang_rule rule, uint32_t version, struct position at,
	    struct str target, struct str text);
};

/* Say something as printf does. */
void lang_say(const struct lang_listener *l, enum lang_rule rule, uint32_t version,
    struct position at, struct str target, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* printf arguments for "%.*s". */
#define SHOWN(s) (int)(s).n, (s).p ? (s).p : ""

#endif
