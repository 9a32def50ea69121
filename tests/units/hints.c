/* hints.c - whatever a pattern matches hints at it, and next to nothing else does. */
#include "base/hints.h"

#include <stdlib.h>

#include "base/pattern.h"
#include "tap.h"

static const char *const patterns[] = {
	"\\bunder (construction|repair)\\b",
	"\\b(no|not any) (content|text)\\b.{0,30}\\b(yet|here)\\b|^nothing here$",
	"404|%|[a-z]+ab",
	"(page|site) (will )?come|\\bsoon\\b",
	"стройк|[éè]crit|ξανά",
	"x{3,}|(?:ab){2}c?d",
	"工事中|準備",
};

enum { PATTERNS = sizeof(patterns) / sizeof(*patterns), TEXTS = 200000 };

/* What patterns and texts are made of. */
static const char *const pieces[] = { "under", "construction", "repair", "no", "not any",
	"content", "text", "yet", "here", "nothing", "404", "%", "ab", "page", "site", "will",
	"come", "soon", "СТРОЙКА", "стройк", "Écrit", "ÈCRIT", "ΞΑΝΆ", "x", "xX", "Ab", "cd",
	"工事中", "準備", " ", " ", " ", "-", "\u017Foon", "co\u212Ae", "ß", "a", "\xff" };

static struct pattern *compiled[PATTERNS];

static bool
is_hinted(const struct hinted *may, unsigned i)
{
	return may->bits[i / 64] >> (i % 64) & 1;
}

/* True where every pattern that matches is hinted at; counts those that do not match but are.
 */
static bool
looks_right(const struct hints *h, struct str text, unsigned *vain)
{
	struct hinted may;

	hints_look(h, text, &may);
	for (unsigned i = 0; i < PATTERNS; i++) {
		bool matches = pattern_match(compiled[i], text);

		if (matches && !is_hinted(&may, i)) {
			printf("# '%s' in '%.*s'\n", patterns[i], (int)text.n, text.p);
			return false;
		}
		*vain += !matches && is_hinted(&may, i);
	}
	return true;
}

static bool
is_alone(const struct hints *h, const char *text, unsigned pattern, bool hinted)
{
	struct hinted may;

	hints_look(h, str_of(text), &may);
	return is_hinted(&may, pattern) == hinted;
}

int
main(void)
{
	struct hints *h = hints_new();
	struct buffer why = { 0 }, text = { 0 };
	unsigned vain = 0;
	bool right = true;

	for (unsigned i = 0; i < PATTERNS; i++) {
		hints_add(h, i, str_of(patterns[i]));
		compiled[i] =
		    pattern_new(str_of(patterns[i]), PATTERN_CASELESS | PATTERN_UNICODE, &why);
	}
	hints_ready(h);
	srand(1);
	for (unsigned i = 0; i < TEXTS && right; i++) {
		text.n = 0;
		for (int n = rand() % 12; n >= 0; n--)
			buffer_add(&text,
			    str_of(
				pieces[(size_t)rand() % (sizeof(pieces) / sizeof(*pieces))]));
		right = looks_right(h, buffer_str(&text), &vain);
	}
	ok(right, "what matches is hinted at");
	ok(vain < TEXTS, "little else is: %u of %u", vain, TEXTS * PATTERNS);
	ok(is_alone(h, "Under construction", 0, true), "letter case does not count");
	ok(is_alone(h, "construction under", 0, false), "the order of literals does");
	ok(is_alone(h, "no content", 1, false), "each list is asked");
	for (unsigned i = 0; i < PATTERNS; i++)
		pattern_free(compiled[i]);
	hints_free(h);
	buffer_free(&text);
	return tap_end();
}
