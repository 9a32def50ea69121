/* lint.c - any bytes may stand where a page line is expected: what is said of them does not
 * depend on whether the tables of the schema are asked first. */
#include <stdlib.h>

#include "lint/lint.h"

/* The same findings and references, by their places and texts. */
static bool
same_finding(const struct lint_finding *a, const struct lint_finding *b)
{
	return a->rule == b->rule && a->at.line == b->at.line && a->at.column == b->at.column &&
	       str_eq(a->xpath, b->xpath) && str_eq(a->text, b->text);
}

static bool
same_target(const struct lint_target *a, const struct lint_target *b)
{
	return a->at.line == b->at.line && a->at.column == b->at.column &&
	       str_eq(a->xpath, b->xpath) && str_eq(a->path, b->path);
}

static bool
same(const struct lint_page *a, const struct lint_page *b)
{
	const struct lint_finding *f = a->findings, *g = b->findings;
	const struct lint_target *t = a->targets, *u = b->targets;

	for (; f && g && same_finding(f, g); f = f->next)
		g = g->next;
	for (; t && u && same_target(t, u); t = t->next)
		u = u->next;
	return !f && !g && !t && !u && str_eq(a->path, b->path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct lint_schema quick, slow;
	struct str bytes = { size ? (const char *)data : "", size };

	if (!quick.schema) {
		quick.grammar = grammar_new("schemas/page.xsd");
		quick.schema = slow.schema = schema_new("schemas/page.xsd", true);
	}
	for (int scraped = 0; scraped < 2; scraped++) {
		struct lint_page a = { 0 }, b = { 0 };

		lint_check(&quick, bytes, scraped, &a);
		lint_check(&slow, bytes, scraped, &b);
		if (!same(&a, &b))
			abort();
		arena_free(&a.arena);
		arena_free(&b.arena);
	}
	return 0;
}
