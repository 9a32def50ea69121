/* lexicon.c - words are found with their weights, in texts and in classes apart. */
#include "page/lexicon_table.h"

#include <math.h>
#include <string.h>

#include "base/data.h"
#include "base/decimal.h"
#include "data_file.h"
#include "tap.h"

/* The words of a class name with a bar between them, a plus where one continues a name. */
static bool
splits(const char *name, const char *expected)
{
	struct str left = str_of(name), word;
	char got[100] = "";
	bool joined;

	while (class_word(&left, &word, &joined)) {
		if (*got)
			strcat(got, joined ? "+" : "|");
		strncat(got, word.p, word.n);
	}
	return strcmp(got, expected) == 0;
}

static bool
weighs(const struct lexicon *l, uint64_t hash, float weight)
{
	const float *found = lexicon_find(l, hash);

	return found && fabsf(*found - weight) < 1e-6f;
}

/* Every number that decimal_read() reads, beside what strtof() makes of it. */
static void
test_numbers(void)
{
	static const char *const good[] = { "0", "-0.5", "12.25", "1e-35", "+3E4", ".5", "5.",
		"-1.17", "0.07998", "123456789", "1.0000000180025" };
	static const char *const bad[] = { "", "-", ".", "e5", "1e", "1e+", "1,5", "0x10",
		"nan", "inf", "1 ", "12345678901234567" };
	float value;

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		ok(decimal_read(str_of(good[i]), &value) && value == strtof(good[i], NULL),
		    "the number %s", good[i]);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ok(!decimal_read(str_of(bad[i]), &value), "no number: '%s'", bad[i]);
}

/* The table that is built in is that of the file. */
static void
test_built(void)
{
	char *file = schema_path("body.lexicon");
	const struct lexicon *l = lexicon_read(file);

	ok(l->cap && l->cap == lexicon_index.cap && l->file == lexicon_index.file &&
		memcmp(l->at, lexicon_index.at, l->cap * sizeof(*l->at)) == 0,
	    "the built-in table is of the file");
	lexicon_free(l);
	free(file);
}

int
main(void)
{
	const struct lexicon *l;
	uint64_t post = lexicon_hash(STR("post"), LEXICON_CLASS);
	uint64_t content = lexicon_hash(STR("content"), LEXICON_CLASS);

	test_built();
	data_folder();
	data_file("# words\n\ntext post -1.5\nclass post 0.25\nclass post-content 2\n",
	    "body.lexicon");
	l = lexicon_new();
	ok(weighs(l, lexicon_hash(STR("post"), LEXICON_TEXT), -1.5f), "a word of texts");
	ok(weighs(l, lexicon_hash(STR("POST"), LEXICON_TEXT), -1.5f), "in capitals");
	ok(weighs(l, post, .25f), "the same word of classes");
	ok(weighs(l, lexicon_pair(post, content), 2), "two words of a class");
	ok(!lexicon_find(l, lexicon_pair(content, post)), "not the other way round");
	ok(!lexicon_find(l, content), "a word that stands only in a pair");
	lexicon_free(l);
	ok(splits("mainContent post-7", "main+Content|post"), "mainContent post-7");
	ok(splits("  a__b2c\td ", "a+b+c|d"), "a__b2c d");
	ok(splits("12 --", ""), "no words");
	test_numbers();
	return tap_end();
}
