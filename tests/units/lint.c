/* lint.c - a line is found to be good by the tables of its schema as by libxml2: nothing that
 * is said of thousands of broken and changed lines depends on who looks. */
#include "lint/lint_check.h"

#include <inttypes.h>

#include "change.h"
#include "tap.h"

enum { ROUNDS = 2500, MOST_SHOWN = 3 };

/* All that a check says of a line. */
static void
say(const struct lint_schema *schema, struct str line, bool scraped, struct buffer *out)
{
	struct lint_page page = { 0 };

	lint_check(schema, line, scraped, &page);
	buffer_printf(out, "path %.*s\n", (int)page.path.n, page.path.p ? page.path.p : "");
	for (struct lint_finding *f = page.findings; f; f = f->next)
		buffer_printf(out, "%" PRIu32 ":%" PRIu32 " %s %.*s %.*s\n", f->at.line,
		    f->at.column, lint_rules[f->rule].id, (int)f->xpath.n,
		    f->xpath.p ? f->xpath.p : "", (int)f->text.n, f->text.p);
	for (struct lint_target *t = page.targets; t; t = t->next)
		buffer_printf(out, "%" PRIu32 ":%" PRIu32 " %.*s -> %.*s\n", t->at.line,
		    t->at.column, (int)t->xpath.n, t->xpath.p, (int)t->path.n, t->path.p);
	arena_free(&page.arena);
}

/* True when both ways say the same of a line. taken: the tables found it good. */
static bool
agree(const struct lint_schema *quick, struct str line, bool scraped, bool *taken)
{
	struct lint_schema slow = { quick->schema, NULL };
	struct lint_page page = { 0 };
	struct buffer a = { 0 }, b = { 0 };
	bool same;

	say(quick, line, scraped, &a);
	say(&slow, line, scraped, &b);
	same = str_eq(buffer_str(&a), buffer_str(&b));
	*taken = check_quickly(quick->grammar, line, scraped, &page);
	arena_free(&page.arena);
	if (!same)
		printf("# %.*s\n# quick: %.*s\n# slow: %.*s\n", (int)line.n, line.p, (int)a.n,
		    a.data, (int)b.n, b.data);
	buffer_free(&a);
	buffer_free(&b);
	return same;
}

static void
try_line(const struct lint_schema *schema, struct str line, const char *name)
{
	unsigned differ = 0, n_taken = 0;
	bool taken;

	ok(agree(schema, line, false, &taken) && agree(schema, line, true, &taken) && taken,
	    "%s is good, by its tables too", name);
	for (int i = 0; i < ROUNDS && differ < MOST_SHOWN; i++) {
		struct buffer other = changed(line);

		differ += !agree(schema, buffer_str(&other), i % 2, &taken);
		n_taken += taken;
		buffer_free(&other);
	}
	ok(!differ, "%s changed %d times: the same is said", name, ROUNDS);
	ok(n_taken > ROUNDS / 20, "of these the tables take %u", n_taken);
}

int
main(void)
{
	struct grammar *grammar = grammar_new("schemas/page.xsd");
	struct lint_schema schema = { schema_new("schemas/page.xsd", true), grammar };
	struct buffer good = change_good();

	ok(grammar && schema.schema, "page.xsd becomes tables");
	try_line(&schema, buffer_str(&good), "good.xml");
	try_line(&schema, STR(change_other), "a line with other things");
	buffer_free(&good);
	schema_free(schema.schema);
	grammar_free(grammar);
	return tap_end();
}
