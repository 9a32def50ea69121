/* built.c - the tables in the program are those of the data files. */
#include <stdlib.h>
#include <string.h>

#include "base/data.h"
#include "base/hint_tables.h"
#include "links/missing_titles_table.h"
#include "page/clues.h"
#include "page/forest_table.h"
#include "page/phrase_tables.h"
#include "page/rules_table.h"
#include "tap.h"

static bool
same_bytes(const void *a, const void *b, size_t n)
{
	return n == 0 || memcmp(a, b, n) == 0;
}

static bool
same_index(const struct literal_index *a, const struct literal_index *b)
{
	const size_t n = LITERAL_BUCKETS + 1;

	if (!a->first || !b->first)
		return a->first == b->first;
	return same_bytes(a->first, b->first, n * sizeof(*a->first)) &&
	       same_bytes(a->keys, b->keys, a->first[n - 1] * sizeof(*a->keys));
}

static bool
same_literals(const struct literals *a, const struct literals *b)
{
	if (a->n != b->n || a->key != b->key || a->bits != b->bits || a->step != b->step ||
	    a->any_lone != b->any_lone || !a->coarse != !b->coarse)
		return false;
	return a->n == 0 ||
	       (same_bytes(a->list, b->list, a->n * sizeof(*a->list)) &&
		   same_bytes(a->begins, b->begins, ((size_t)1 << a->bits) / 8) &&
		   (!a->coarse || same_bytes(a->coarse, b->coarse, LITERAL_COARSE)) &&
		   same_bytes(a->lone, b->lone, 256) && same_index(&a->index, &b->index) &&
		   same_index(&a->shorts, &b->shorts));
}

static bool
same_alternatives(const struct hints *a, const struct hints *b)
{
	for (uint32_t i = 0; i < a->n_alternatives; i++) {
		const struct hint_alternative *x = &a->alternatives[i],
					      *y = &b->alternatives[i];

		if (!same_bytes(x->lists, y->lists, sizeof(x->lists)) ||
		    x->pattern != y->pattern || x->alone != y->alone)
			return false;
	}
	return true;
}

static bool
same_hints(const struct hints *a, const struct hints *b)
{
	return a->n_bytes == b->n_bytes && a->n_texts == b->n_texts &&
	       a->n_alternatives == b->n_alternatives && a->numbers == b->numbers &&
	       a->ascii == b->ascii && same_bytes(a->bytes, b->bytes, a->n_bytes) &&
	       same_bytes(a->texts, b->texts, a->n_texts * sizeof(*a->texts)) &&
	       same_bytes(a->always, b->always, sizeof(*a->always)) &&
	       same_alternatives(a, b) && same_literals(&a->literals, &b->literals);
}

static bool
same_rows(const struct phrase_tables *a, const struct phrase_tables *b)
{
	for (uint32_t i = 0; i < a->n; i++)
		if (a->rows[i].at != b->rows[i].at || a->rows[i].n != b->rows[i].n ||
		    a->rows[i].phrase != b->rows[i].phrase)
			return false;
	return true;
}

static bool
same_phrases(const struct phrase_tables *a, const struct phrase_tables *b)
{
	for (uint32_t i = 0; i < a->n_phrases; i++) {
		const struct phrase_entry *x = &a->phrases[i], *y = &b->phrases[i];

		if (x->language != y->language || x->pattern != y->pattern ||
		    x->pattern_n != y->pattern_n || x->language_n != y->language_n ||
		    x->kind != y->kind)
			return false;
	}
	return true;
}

static void
test_phrases(void)
{
	const struct phrase_tables *made = &phrase_index;
	char *file = schema_path("stub.phrases");
	struct phrase_tables *t = phrases_read(file, NULL, 0);

	ok(str_eq(t->text, made->text), "the text is the file's");
	ok(made->n > 1000 && t->n == made->n && same_rows(t, made), "its rows");
	ok(t->n_phrases == made->n_phrases && same_phrases(t, made), "its phrases");
	ok(same_bytes(t->of_place, made->of_place, sizeof(t->of_place)) &&
		same_bytes(t->of_kind, made->of_kind, sizeof(t->of_kind)),
	    "places and kinds of rows");
	for (int i = 0; i < PLACES; i++)
		ok(same_hints(t->hints[i], made->hints[i]), "hints of place %d", i);
	ok(made->foreign->literals.n > 100 && same_hints(t->foreign, made->foreign),
	    "hints of foreign sentences");
	phrase_tables_free(t);
	free(file);
}

static bool
same_sources(const struct str *a, const struct str *b, int n)
{
	for (int i = 0; i < n; i++)
		if (!a[i].n || !str_eq(a[i], b[i]))
			return false;
	return true;
}

static void
test_rules(void)
{
	const struct rule_tables *made = &rule_index;
	char *rules = schema_path("page.rules"), *weights = schema_path("menu.weights");
	const struct rule_tables *t = rule_tables_read(rules, weights);

	ok(same_sources(t->sources, made->sources, RULES), "patterns of rules");
	ok(same_hints(t->hints, made->hints), "their hints");
	ok(same_bytes(t->weights, made->weights, sizeof(t->weights)), "weights of traits");
	rule_tables_free(t);
	free(rules);
	free(weights);
}

static void
test_titles(void)
{
	const struct missing_title_tables *made = &missing_title_index;
	char *file = schema_path("missing.rules");
	const struct missing_title_tables *t = missing_title_tables_read(file);

	ok(same_sources(t->sources, made->sources, MISSING_TITLES), "patterns of titles");
	ok(same_hints(t->hints, made->hints), "their hints");
	missing_title_tables_free(t);
	free(file);
}

static bool
same_nodes(const struct forest *a, const struct forest *b)
{
	for (size_t i = 0; i < a->n; i++)
		if (a->at[i].column != b->at[i].column || a->at[i].value != b->at[i].value ||
		    a->at[i].high != b->at[i].high)
			return false;
	return a->n > 1000 && a->n == b->n;
}

static void
test_trees(void)
{
	const struct forest *made = &forest_index;
	char *file = schema_path("body.model");
	const struct forest *t = forest_read(file, clue_names, CLUES);

	ok(same_nodes(made, t), "nodes of trees");
	ok(t->n_trees == made->n_trees && t->n_splits == made->n_splits &&
		same_bytes(t->trees, made->trees, t->n_trees * sizeof(*t->trees)) &&
		same_bytes(t->splits, made->splits, t->n_splits * sizeof(*t->splits)),
	    "trees and their splits");
	ok(t->n_leaves == made->n_leaves &&
		same_bytes(t->leaves, made->leaves, t->n_leaves * sizeof(*t->leaves)) &&
		t->bias == made->bias && t->n_columns == made->n_columns,
	    "their leaves");
	forest_free(t);
	free(file);
}

int
main(void)
{
	test_phrases();
	test_rules();
	test_titles();
	test_trees();
	return tap_end();
}
