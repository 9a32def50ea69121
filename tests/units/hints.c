/* hints.c - whatever a pattern matches hints at it, and next to nothing else does. */
#include "base/hints.h"
#include "base/hint_scripts.h"

#include <stdlib.h>

#include "base/pattern.h"
#include "base/utf8.h"
#include "tap.h"

static const char *const patterns[] = {
	"\\bunder (construction|repair)\\b",
	"\\b(no|not any) (content|text)\\b.{0,30}\\b(yet|here)\\b|^nothing here$",
	"404|%|[a-z]+ab",
	"(page|site) (will )?come|\\bsoon\\b",
	"стройк|[éè]crit|ξανά",
	"x{3,}|(?:ab){2}c?d",
	"工事中|準備",
	"[[:alpha:]_]soon",
	"\\b(?:no )?(content|text|ab)\\b",
	"\\b(no,? ?|un)?(site|page)",
	"(?<=re)pair|\\b(?<!x)page|(?:ab ?)+cd",
	"\\b(not any|no-?|here ){0,2}(yet|soon)|\\b(?=h)here$",
	"^(under|no )+(?:repair|text)|[a-z ]come\\b",
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
	struct hinted may, again = { 0 };

	hints_look(h, text, NULL, &may);
	hints_narrow(h, text, &may, &again);
	if (memcmp(&may, &again, sizeof(may)) != 0) {
		printf("# '%.*s' is no part of itself\n", (int)text.n, text.p);
		return false;
	}
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

	hints_look(h, str_of(text), NULL, &may);
	return is_hinted(&may, pattern) == hinted;
}

/* Of those hinted at in a text, a part may match fewer, and no others. */
static void
test_narrow(const struct hints *h)
{
	struct hinted may, in = { 0 }, none = { 0 };

	hints_look(h, STR("Under construction. Coming soon."), NULL, &may);
	hints_narrow(h, STR("Coming soon."), &may, &in);
	ok(is_hinted(&in, 3) && !is_hinted(&in, 0), "a part may match fewer patterns");
	hints_narrow(h, STR("Coming soon."), &(struct hinted){ 0 }, &none);
	ok(!is_hinted(&none, 3), "and none but those of the text");
}

/* Alternatives of a pattern have numbers of their own, unless one of them may be anything. */
static void
test_parts(void)
{
	struct str known = STR("under repair|closed for (good|ever)|^gone$"), parts[HINT_PARTS];
	struct hints *h = hints_new();

	ok(hints_add_parts(h, 5, known, true, parts) == 3 &&
		str_eq(parts[1], STR("closed for (good|ever)")),
	    "a pattern falls into its alternatives");
	ok(hints_add_parts(h, 8, STR("sunken|[a-z]+"), false, parts) == 1 &&
		str_eq(parts[0], STR("sunken|[a-z]+")),
	    "but not where one may be anything");
	hints_ready(h);
	ok(is_alone(h, "closed for good", 6, true) &&
		is_alone(h, "closed for good", 5, false) &&
		is_alone(h, "closed for good", 7, false),
	    "that which may match is hinted at");
	ok(is_alone(h, "disclosed for good", 6, false), "where a word begins, if so asked");
	ok(is_alone(h, "sunken", 8, true) && is_alone(h, "", 8, true), "and so is that");
	hints_free(h);
}

/* Append a pattern, or a part of one: what is understood of them, and some that is not. */
static void
make_up(struct buffer *out, int depth)
{
	static const char *const ends[] = { "?", "*", "+", "{2}", "{0,2}", "??", "++" };
	static const char *const groups[] = { "(", "(", "(?:", "(?-i:", "(?=", "(?!",
		"(?<=", "(?<!" };
	static const char *const atoms[] = { "ab", "b", "abba", "a b", " ", "A", "-", "9", "é",
		"_", "\\b", "\\b", "^", "$", ".", "\\w", "\\W", "\\S", "[ab]", "[^a ]", "\\-",
		"\\." };
	const size_t n_ends = sizeof(ends) / sizeof(*ends),
		     n_groups = sizeof(groups) / sizeof(*groups);
	const size_t n_atoms = sizeof(atoms) / sizeof(*atoms);

	for (int n = 1 + rand() % 4; n; n--) {
		bool group = depth && rand() % 3 == 0;

		buffer_printf(out, "%s",
		    group ? groups[(size_t)rand() % n_groups]
			  : atoms[(size_t)rand() % n_atoms]);
		if (group) {
			make_up(out, depth - 1);
			buffer_char(out, ')');
		}
		if (rand() % 4 == 0)
			buffer_printf(out, "%s", ends[(size_t)rand() % n_ends]);
	}
	if (rand() % 3 == 0) {
		buffer_char(out, '|');
		make_up(out, depth);
	}
}

/* Whatever a made-up pattern matches in made-up texts hints at it. */
static bool
holds_made_up(struct str source, unsigned *matches)
{
	static const char *const parts[] = { "ab", "b", "abba", "a", " ", " ", "A", "-", "9",
		"é", "_", ".", "x" };
	struct buffer why = { 0 }, text = { 0 };
	struct pattern *pattern = pattern_new(source, PATTERN_CASELESS | PATTERN_UNICODE, &why);
	struct hints *h = hints_new();
	bool holds = true;

	if (pattern) {
		hints_add(h, 0, source);
		hints_ready(h);
	}
	for (unsigned i = 0; pattern && holds && i < 60; i++) {
		text.n = 0;
		for (int n = rand() % 9; n >= 0; n--)
			buffer_printf(&text, "%s",
			    parts[(size_t)rand() % (sizeof(parts) / sizeof(*parts))]);
		if (pattern_match(pattern, buffer_str(&text))) {
			holds = is_alone(h, text.data, 0, true);
			++*matches;
		}
	}
	if (!holds)
		printf("# '%.*s' in '%.*s'\n", (int)source.n, source.p, (int)text.n, text.data);
	hints_free(h);
	pattern_free(pattern);
	buffer_free(&text);
	buffer_free(&why);
	return holds;
}

static void
test_made_up(void)
{
	enum { MADE_UP = 4000 };
	struct buffer source = { 0 };
	unsigned right = 0, matches = 0;

	for (int i = 0; i < MADE_UP; i++) {
		source.n = 0;
		make_up(&source, 3);
		right += holds_made_up(buffer_str(&source), &matches);
	}
	ok(right == MADE_UP && matches > MADE_UP,
	    "%u of %d made-up patterns hint at their %u matches", right, MADE_UP, matches);
	buffer_free(&source);
}

/* Patterns, and whether each of their alternatives must match a character of another script
 * than Latin. */
static const struct {
	const char *pattern;
	bool foreign;
} scripts[] = {
	{ "страниц\\S*.{0,9}(скоро|позже)", true },
	{ "(скоро|позже)+|工事中", true },
	{ "^(\\S+ ){0,5}(скоро|вскоре)$", true },
	{ "(?:скоро|soon)|позже", false },
	{ "soon|скоро", false },
	{ "(скоро)?soon", false },
	{ "soonс?", false },
	{ "(?!скоро)soon", false },
	{ "[скоро]soon", false },
	{ "((скоро)|(soon))", false },
	{ "\\(скоро\\)|позже", true },
	{ "bientôt|demnächst – “…”", false },
	{ "\\Qскоро|\\E", false },
	{ "[[:alpha:]ж]soon", false },
	{ "[[:^digit:]ж]|скоро", false },
	{ "[]ж]soon", false },
	{ "\uA7AB", false }, /* which is U+025C in capitals */
	{ "μ", true },
};

static void
test_scripts(void)
{
	for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++) {
		bool foreign = hint_pattern_is_foreign(str_of(scripts[i].pattern));

		ok(foreign == scripts[i].foreign, "%s is %s", scripts[i].pattern,
		    scripts[i].foreign ? "foreign" : "not");
	}
	ok(hint_text_is_foreign(STR("twelve letters с")) && hint_text_is_foreign(STR("工")) &&
		!hint_text_is_foreign(STR("Ça coûte – “bientôt” 5 € … trước")),
	    "so are texts");
	ok(hint_text_is_foreign(STR("5 µm")) && hint_text_is_foreign(STR("longer, 5 Ω")),
	    "and signs that are Greek in the other case");
}

enum { LAST_POINT = 0xFFFF };

/* A code point, but no surrogate, as text. */
static struct str
point(uint32_t cp, char room[static 4])
{
	return (struct str){ room, cp - 0xD800 < 0x800 ? 0 : utf8_write(room, cp) };
}

/* Whatever is matched by a pattern that is foreign, is foreign. */
static void
test_cases(void)
{
	struct buffer all = { 0 }, why = { 0 };
	struct pattern *any;
	char room[4];
	uint32_t missed = 0, n_foreign = 0;
	bool before = false;

	buffer_char(&all, '[');
	for (uint32_t cp = 0x80; cp <= LAST_POINT; cp++) {
		bool foreign = hint_pattern_is_foreign(point(cp, room));

		if (foreign != before)
			buffer_printf(&all, foreign ? "\\x{%X}" : "-\\x{%X}", cp - before);
		before = foreign;
		n_foreign += foreign;
	}
	buffer_char(&all, ']');
	any = pattern_new(buffer_str(&all), PATTERN_CASELESS | PATTERN_UNICODE, &why);
	for (uint32_t cp = 0x80; any && cp <= LAST_POINT; cp++) {
		struct str text = point(cp, room);

		if (text.n && !hint_text_is_foreign(text) && pattern_match(any, text)) {
			printf("# U+%04X\n", cp);
			missed++;
		}
	}
	ok(any && n_foreign > 30000 && !missed,
	    "of %u foreign characters no other case is missed", n_foreign);
	pattern_free(any);
	buffer_free(&all);
	buffer_free(&why);
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
	ok(right, "what matches is hinted at, and in parts of a text too");
	ok(vain < PATTERNS * TEXTS / 8, "little else is: %u of %u", vain, TEXTS * PATTERNS);
	ok(is_alone(h, "Under construction", 0, true), "letter case does not count");
	ok(is_alone(h, "construction under", 0, false), "the order of literals does");
	ok(is_alone(h, "no content", 1, false), "each list is asked");
	ok(is_alone(h, "founder construction", 0, false) &&
		is_alone(h, "(under construction", 0, true),
	    "where a literal begins a word, the text has it so");
	test_narrow(h);
	test_parts();
	test_made_up();
	test_scripts();
	test_cases();
	for (unsigned i = 0; i < PATTERNS; i++)
		pattern_free(compiled[i]);
	hints_free(h);
	buffer_free(&text);
	return tap_end();
}
