/* phrases.c - the tables of phrases in the program are those of the file. */
#include "base/hint_tables.h"
#include "page/phrase_tables.h"

#include <stdlib.h>
#include <string.h>

#include "base/data.h"
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

int
main(void)
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
	return tap_end();
}
