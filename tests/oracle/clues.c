/* clues.c - what the library sees of the units of pages, for fitting the model of bodies.
 *
 * usage: clues numbers|words|names PATH...
 *
 * numbers: for each page the count of its units, then a row of numbers a unit, all 32 bits of
 * the machine's order (an unsigned integer, then floats). words: a line of JSON a page, a list
 * of units, each {"text": its words, "classes": [class words of it and its ancestors], "names":
 * [words of headings above it and labels around it]}. names: the names of the numbers. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/diagnostics.h"
#include "page/clues.h"
#include "page/fold.h"
#include "page/headings.h"

static void
add_names(json_t *list, struct str names, struct str before)
{
	struct str word;
	char both[200];
	bool joined, first = true;

	while (class_word(&names, &word, &joined)) {
		json_array_append_new(list, json_sprintf("%.*s", (int)word.n, word.p));
		if (before.n && (first || joined) && before.n + word.n < 80) {
			snprintf(both, sizeof(both), "%.*s-%.*s", (int)before.n, before.p,
			    (int)word.n, word.p);
			json_array_append_new(list, json_string(both));
		}
		before = word;
		first = false;
	}
}

static json_t *
classes_of(const struct blocks *b, uint32_t i)
{
	json_t *list = json_array();

	for (;; i = b->at[i].parent) {
		const struct html_node *e = b->at[i].node;

		if (is_custom(e))
			add_names(list, e->text, STR(""));
		add_names(list, html_value(e, ATTR_CLASS), STR(""));
		add_names(list, html_value(e, ATTR_ID), STR(""));
		add_names(list, html_value(e, ATTR_ITEMPROP), STR("itemprop"));
		add_names(list, html_value(e, ATTR_ROLE), STR("role"));
		if (i == 0)
			return list;
	}
}

static void
add_name(json_t *list, struct str name)
{
	struct str word;

	while (name_word(&name, &word))
		json_array_append_new(list, json_stringn(word.p, word.n));
}

/* The words of headings above a block, and of labels around it. */
static json_t *
names_of(const struct blocks *b, uint32_t i, const struct headings *open)
{
	json_t *list = json_array();

	for (int k = 0; k < HEADING_LEVELS; k++)
		for (const struct html_node *n = open->at[k]; n; n = html_next(n, open->at[k]))
			if (n->kind == HTML_TEXT)
				add_name(list, n->text);
	for (;; i = b->at[i].parent) {
		add_name(list, html_value(b->at[i].node, ATTR_ARIA_LABEL));
		if (i == 0)
			return list;
	}
}

static json_t *
text_of(struct arena *a, const struct blocks *b, const struct html_node *e)
{
	struct pieces words = { 0 };
	struct str text;
	const struct html_node *n = e;

	while (n) {
		if (n != e && n->kind == HTML_ELEMENT &&
		    (is_unit(block_of(b, n)) || !block_of(b, n)->counts)) {
			n = html_next_sibling_or_up(n, e);
			continue;
		}
		if (n->kind == HTML_TEXT)
			pieces_add(a, &words, GAP_NONE, n->text);
		else if (html_is(n, TAG_BR))
			pieces_add(a, &words, GAP_NONE, STR(" "));
		n = html_next(n, e);
	}
	text = pieces_fold(a, &words);
	return json_stringn(text.p ? text.p : "", text.n);
}

static void
print_words(struct arena *a, const struct units *u)
{
	const struct blocks *b = u->blocks;
	struct headings open = { 0 };
	json_t *page = json_array();

	for (uint32_t i = 0; i < u->n; i++) {
		uint32_t at = u->at[i].block;

		headings_meet(&open, b, at);
		json_array_append_new(
		    page, json_pack("{s:o, s:o, s:o}", "text", text_of(a, b, b->at[at].node),
			      "classes", classes_of(b, at), "names", names_of(b, at, &open)));
	}
	json_dumpf(page, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(page);
}

static void
print_numbers(const struct clue_table *t)
{
	fwrite(&t->n, sizeof(t->n), 1, stdout);
	for (uint32_t i = 0; i < t->n; i++)
		for (int k = 0; k < CLUES; k++)
			fwrite(clue_column(t, (enum clue)k) + i, sizeof(float), 1, stdout);
}

int
main(int argc, char **argv)
{
	const struct lexicon *lexicon = lexicon_new();
	struct rules *rules = rules_new();
	struct arena a = { 0 };

	program_start(argv[0]);
	if (argc < 2)
		die("usage: clues numbers|words|names PATH...");
	for (int k = 0; strcmp(argv[1], "names") == 0 && k < CLUES; k++)
		puts(clue_names[k]);
	for (int i = 2; i < argc; i++) {
		const struct html_options options = { 0 };
		struct buffer page = { 0 };
		struct html_document doc;
		struct blocks blocks;
		struct regions regions;
		struct clue_table t;
		FILE *f = fopen(argv[i], "r");
		size_t n;

		while (f && (n = fread(buffer_room(&page, 65536), 1, 65536, f)) > 0)
			page.n += n;
		if (!f || ferror(f))
			die("%s: cannot be read", argv[i]);
		fclose(f);
		html_parse(&a, buffer_str(&page), &options, &doc);
		blocks = blocks_of(&a, &doc);
		regions = regions_landmarks(&a, &blocks, rules, NULL, NULL);
		t = clues_of(&a, &doc, &blocks, &regions, lexicon);
		if (strcmp(argv[1], "words") == 0)
			print_words(&a, t.units);
		else
			print_numbers(&t);
		arena_reset(&a);
		buffer_free(&page);
	}
	arena_free(&a);
	rules_free(rules);
	lexicon_free(lexicon);
	return program_end();
}
