/* data-tables.c - print the tables of data files as C, for make to build into filters.
 *
 * usage: data-tables PHRASES LEXICON MODEL RULES WEIGHTS TITLES */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/diagnostics.h"
#include "lib/base/hint_tables.h"
#include "lib/links/missing_titles_table.h"
#include "lib/page/clues.h"
#include "lib/page/forest_table.h"
#include "lib/page/lexicon_table.h"
#include "lib/page/phrase_tables.h"
#include "lib/page/rules_table.h"

/* There are none yet. */
const struct phrase_tables phrase_index;
const struct lexicon lexicon_index;
const struct forest forest_index;
const struct rule_tables rule_index;
const struct missing_title_tables missing_title_index;

/* An array begins; its name is that of a set of hints and its own. */
static void
begin(const char *type, const char *set, const char *name)
{
	printf("static const %s %s%s[] = {\n", type, set, name);
}

static void
end(void)
{
	printf("};\n");
}

static void
print_bytes(const char *set, const char *name, struct str bytes)
{
	printf("static const char %s%s[] =\n\"", set, name);
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char c = (unsigned char)bytes.p[i];

		if (c < ' ' || c > '~' || strchr("\"\\?", c))
			printf("\\%03o", c);
		else
			putchar(c);
		if (i % 64 == 63)
			printf("\"\n\"");
	}
	printf("\";\n");
}

static void
print_words(const char *set, const char *name, const uint64_t *words, size_t n)
{
	begin("uint64_t", set, name);
	for (size_t i = 0; i < n; i++)
		printf("0x%" PRIX64 ",\n", words[i]);
	end();
}

static void
print_flags(const char *set, const char *name, const uint8_t *flags, size_t n)
{
	begin("uint8_t", set, name);
	for (size_t i = 0; i < n; i++)
		printf("%u,%s", flags[i], i % 16 == 15 ? "\n" : " ");
	end();
}

static void
print_keys(const char *set, const char *name, const struct literal_index *x)
{
	begin("uint32_t", set, name);
	for (size_t i = 0; i <= LITERAL_BUCKETS; i++)
		printf("%" PRIu32 ",\n", x->first[i]);
	end();
	printf("static const struct literal_key %s%s_keys[] = {\n", set, name);
	for (size_t i = 0; i < x->first[LITERAL_BUCKETS]; i++)
		printf("{ 0x%" PRIX64 ", %" PRIu32 ", %u, %u, %d },\n", x->keys[i].head,
		    x->keys[i].literal, x->keys[i].at, x->keys[i].n, x->keys[i].at_border);
	end();
}

static void
print_literals(const char *set, const struct literals *l)
{
	begin("struct literal", set, "_literals");
	for (uint32_t i = 0; i < l->n; i++)
		printf("{ %" PRIu32 ", %u, %u, %" PRIu32 " },\n", l->list[i].at, l->list[i].n,
		    l->list[i].at_border, l->list[i].number);
	end();
	print_words(set, "_begins", l->begins, ((size_t)1 << l->bits) / 64);
	if (l->coarse)
		print_flags(set, "_coarse", l->coarse, LITERAL_COARSE);
	print_flags(set, "_lone", l->lone, 256);
	print_keys(set, "_index", &l->index);
	if (l->shorts.first)
		print_keys(set, "_shorts", &l->shorts);
}

static void
print_hints(const char *set, const struct hints *h)
{
	print_bytes(set, "_bytes", (struct str){ h->bytes, h->n_bytes });
	begin("struct hint_text", set, "_texts");
	for (uint32_t i = 0; i < h->n_texts; i++)
		printf("{ %" PRIu32 ", %u, %u, %u, %u },\n", h->texts[i].at, h->texts[i].n,
		    h->texts[i].at_border, h->texts[i].rarest, h->texts[i].last);
	end();
	begin("struct hint_alternative", set, "_alternatives");
	for (uint32_t i = 0; i < h->n_alternatives; i++) {
		printf("{ { ");
		for (int k = 0; k < HINT_LISTS; k++)
			printf("{ %" PRIu32 ", %" PRIu32 " }, ",
			    h->alternatives[i].lists[k].first, h->alternatives[i].lists[k].n);
		printf("}, %u, %d },\n", h->alternatives[i].pattern, h->alternatives[i].alone);
	}
	end();
	if (h->literals.n)
		print_literals(set, &h->literals);
}

static void
print_hints_head(const char *set, const struct hints *h)
{
	const struct literals *l = &h->literals;

	printf("static const struct hints %s = { %s_bytes, %s_texts, %s_alternatives, %" PRIu32
	       ", %" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %d,\n",
	    set, set, set, set, h->n_bytes, h->n_texts, h->n_alternatives, h->numbers,
	    h->ascii);
	if (!l->n)
		printf("{ NULL }, ");
	else
		printf(
		    "{ %s_bytes, %s_literals, %" PRIu32
		    ", %u, %u, %u, %d, %s_begins, %s%s, %s_lone, { %s_index, %s_index_keys }, ",
		    set, set, l->n, l->key, l->bits, l->step, l->any_lone, set,
		    l->coarse ? set : "NULL", l->coarse ? "_coarse" : "", set, set, set);
	if (l->n && l->shorts.first)
		printf("{ %s_shorts, %s_shorts_keys } }, ", set, set);
	else if (l->n)
		printf("{ NULL, NULL } }, ");
	printf("&%s_always };\n", set);
}

static void
print_set(const char *set, const struct hints *h)
{
	print_hints(set, h);
	printf("static const struct hinted %s_always = { { ", set);
	for (size_t i = 0; i < HINTED / 64; i++)
		printf("0x%" PRIX64 ", ", h->always->bits[i]);
	printf("} };\n");
	print_hints_head(set, h);
}

static void
print_rows(const struct phrase_tables *t)
{
	begin("struct phrase_entry", "", "phrases");
	for (uint32_t i = 0; i < t->n_phrases; i++)
		printf("{ %" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %u, %u },\n",
		    t->phrases[i].language, t->phrases[i].pattern, t->phrases[i].pattern_n,
		    t->phrases[i].language_n, t->phrases[i].kind);
	end();
	begin("struct phrase_row", "", "rows");
	for (uint32_t i = 0; i < t->n; i++)
		printf("{ %" PRIu32 ", %" PRIu32 ", %u },\n", t->rows[i].at, t->rows[i].n,
		    t->rows[i].phrase);
	end();
}

/* Sets of rows. */
static void
print_sets(const struct hinted *sets, size_t n)
{
	printf("\t{ ");
	for (size_t i = 0; i < n; i++) {
		printf("{ { ");
		for (size_t word = 0; word < HINTED / 64; word++)
			printf("0x%" PRIX64 ", ", sets[i].bits[word]);
		printf("} },\n");
	}
	printf("},\n");
}

static void
print_phrases(const struct phrase_tables *t)
{
	char name[32];

	print_bytes("", "text", t->text);
	print_rows(t);
	for (int i = 0; i < PLACES; i++) {
		snprintf(name, sizeof(name), "place_%d", i);
		print_set(name, t->hints[i]);
	}
	print_set("foreign", t->foreign);
	printf("const struct phrase_tables phrase_index = { { text, sizeof(text) - 1 }, "
	       "0x%" PRIX64 ", phrases, rows, %" PRIu32 ", %" PRIu32 ",\n",
	    t->file, t->n_phrases, t->n);
	print_sets(t->of_place, PLACES);
	print_sets(t->of_kind, PHRASES);
	printf("\t{ ");
	for (int i = 0; i < PLACES; i++)
		printf("&place_%d, ", i);
	printf("}, &foreign };\n");
}

static void
print_lexicon(const struct lexicon *l)
{
	begin("struct lexicon_entry", "", "words");
	for (size_t i = 0; i < l->cap; i++)
		printf("{ 0x%" PRIX32 ", %af },\n", l->at[i].upper, (double)l->at[i].weight);
	end();
	printf("const struct lexicon lexicon_index = { words, %zu, 0x%" PRIX64 " };\n", l->cap,
	    l->file);
}

static void
print_forest(const struct forest *f)
{
	begin("struct tree_node", "", "nodes");
	for (size_t i = 0; i < f->n; i++)
		printf("{ %u, %af, %" PRIu32 " },\n", f->at[i].column, (double)f->at[i].value,
		    f->at[i].high);
	end();
	begin("struct split", "", "splits");
	for (size_t i = 0; i < f->n_splits; i++)
		printf("{ %" PRIu32 ", 0x%" PRIX32 ", %af },\n", f->splits[i].column,
		    f->splits[i].keep, (double)f->splits[i].value);
	end();
	begin("struct tree", "", "trees");
	for (size_t i = 0; i < f->n_trees; i++)
		printf("{ %" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %" PRIu32 " },\n",
		    f->trees[i].root, f->trees[i].splits, f->trees[i].n_splits,
		    f->trees[i].leaf);
	end();
	begin("float", "", "leaves");
	for (size_t i = 0; i < f->n_leaves; i++)
		printf("%af,\n", (double)f->leaves[i]);
	end();
	printf("const struct forest forest_index = { nodes, trees, splits, leaves, %zu, %zu, "
	       "%zu, %zu, %af, %zu, 0x%" PRIX64 " };\n",
	    f->n, f->n_trees, f->n_splits, f->n_leaves, (double)f->bias, f->n_columns, f->file);
}

/* The patterns that hints are of. */
static void
print_sources(const char *set, const struct str *sources, int n)
{
	char name[32];

	for (int i = 0; i < n; i++) {
		snprintf(name, sizeof(name), "_source_%d", i);
		print_bytes(set, name, sources[i]);
	}
	begin("struct str", set, "_sources");
	for (int i = 0; i < n; i++)
		printf("{ %s_source_%d, sizeof(%s_source_%d) - 1 },\n", set, i, set, i);
	end();
}

static void
print_rules(const struct rule_tables *t)
{
	print_sources("rules", t->sources, RULES);
	print_set("rules", t->hints);
	printf("const struct rule_tables rule_index = { rules_sources, &rules, { ");
	for (int i = 0; i < TRAITS; i++)
		printf("%a, ", t->weights[i]);
	printf("}, 0x%" PRIX64 ", 0x%" PRIX64 " };\n", t->rules_file, t->weights_file);
}

static void
print_titles(const struct missing_title_tables *t)
{
	print_sources("titles", t->sources, MISSING_TITLES);
	print_set("titles", t->hints);
	printf("const struct missing_title_tables missing_title_index = { titles_sources, "
	       "&titles, 0x%" PRIX64 " };\n",
	    t->file);
}

int
main(int argc, char **argv)
{
	struct phrase_tables *phrases;
	const struct lexicon *lexicon;
	const struct forest *forest;
	const struct rule_tables *rules;
	const struct missing_title_tables *titles;

	program_start(argv[0]);
	if (argc != 7)
		die("usage: data-tables PHRASES LEXICON MODEL RULES WEIGHTS TITLES");
	phrases = phrases_read(argv[1], NULL, 0);
	lexicon = lexicon_read(argv[2]);
	forest = forest_read(argv[3], clue_names, CLUES);
	rules = rule_tables_read(argv[4], argv[5]);
	titles = missing_title_tables_read(argv[6]);
	printf("#include \"base/hint_tables.h\"\n"
	       "#include \"links/missing_titles_table.h\"\n"
	       "#include \"page/forest_table.h\"\n#include \"page/lexicon_table.h\"\n"
	       "#include \"page/phrase_tables.h\"\n#include \"page/rules_table.h\"\n\n");
	print_phrases(phrases);
	print_lexicon(lexicon);
	print_forest(forest);
	print_rules(rules);
	print_titles(titles);
	phrase_tables_free(phrases);
	lexicon_free(lexicon);
	forest_free(forest);
	rule_tables_free(rules);
	missing_title_tables_free(titles);
	return program_end();
}
