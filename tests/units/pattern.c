/* pattern.c - a text that is told by its first byte not to match does not, and others may. */
#include "base/pattern.h"

#include "tap.h"

static const struct {
	const char *source, *text;
	bool may, matches;
} cases[] = {
	{ "^(?:next|pr[eé]c|«)", "NEXT", true, true },
	{ "^(?:next|pr[eé]c|«)", "« back", true, true },
	{ "^(?:next|pr[eé]c|«)", "none", true, false },
	{ "^(?:next|pr[eé]c|«)", "a next", false, false },
	{ "^(?:next|pr[eé]c|«)", "", false, false },
	{ "(?:^next|prev)", "the previous", true, true }, { "^a?", "b", true, true },
	{ "^a?", "", true, true }, { "^.*next", "the next", true, true },
	{ "^s", "\u017F", true, true }, /* a long s is one */
};

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pattern *p = pattern_later(str_of(cases[i].source), PATTERN_CASELESS);
		struct str text = str_of(cases[i].text);

		ok(pattern_may_match(p, text), "'%s' may match before it is compiled",
		    cases[i].source);
		ok(pattern_match(p, text) == cases[i].matches, "'%s' in '%s'", cases[i].source,
		    cases[i].text);
		ok(pattern_may_match(p, text) == cases[i].may, "'%s' may be in '%s'",
		    cases[i].source, cases[i].text);
		pattern_free(p);
	}
	return tap_end();
}
