/* hostile.c - a megabyte of what makes careless tokenizers quadratic. An alarm ends the program
 * when one takes far longer than linear work would. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buffer.h"
#include "html/tokenizer.h"

enum { SECONDS = 60, TIMES = 250000, ATTRS = 100000 };

static unsigned failures;

static void
check(const char *what, const char *value, size_t got, size_t expected)
{
	if (got != expected) {
		printf("hostile: %s: %s: expected %zu, got %zu\n", what, value, expected, got);
		failures++;
	}
}

/* A pattern TIMES times over: the tokens that come of it but for the end of the page, and the
 * bytes of their texts. */
static const struct {
	const char *pattern;
	size_t length;
	enum tokenizer_state state;
	const char *last_start;
	size_t tokens, bytes;
} cases[] = {
	{ "<<<<", 4, TOKENIZER_DATA, NULL, 1, 4 * TIMES },
	{ "&&&&", 4, TOKENIZER_DATA, NULL, 1, 4 * TIMES },
	{ "&&&&", 4, TOKENIZER_RCDATA, "title", 1, 4 * TIMES },
	{ "&not", 4, TOKENIZER_DATA, NULL, 1, 2 * TIMES },
	{ "&zzz", 4, TOKENIZER_DATA, NULL, 1, 4 * TIMES },
	{ "&nGt;", 5, TOKENIZER_DATA, NULL, 1, 6 * TIMES },
	{ "&#x0", 4, TOKENIZER_DATA, NULL, 1, 3 * TIMES },
	{ "\r\n\r", 3, TOKENIZER_DATA, NULL, 1, 2 * TIMES },
	{ "\0\0\0\0", 4, TOKENIZER_DATA, NULL, 4 * TIMES, 4 * TIMES },
	{ "\0\0\0\0", 4, TOKENIZER_RAWTEXT, "style", 1, 12 * TIMES },
	{ "\0\0\0\0", 4, TOKENIZER_CDATA, NULL, 4 * TIMES, 4 * TIMES },
	{ "]]]>", 4, TOKENIZER_CDATA, NULL, 2, 4 * TIMES - 3 },
	{ "<a ", 3, TOKENIZER_DATA, NULL, 0, 0 },
	{ "<a b='", 6, TOKENIZER_DATA, NULL, 0, 0 },
	{ "<//>", 4, TOKENIZER_DATA, NULL, TIMES, TIMES },
	{ "</>", 3, TOKENIZER_DATA, NULL, 0, 0 },
	{ "<!--", 4, TOKENIZER_DATA, NULL, 1, 4 * TIMES - 4 - 2 },
	{ "<!-->", 5, TOKENIZER_DATA, NULL, TIMES, 0 },
	{ "<!DOCTYPE ", 10, TOKENIZER_DATA, NULL, 1, 9 },
	{ "</style", 7, TOKENIZER_RAWTEXT, "style", 1, 7 * TIMES },
	{ "<!--<script ", 12, TOKENIZER_SCRIPT_DATA, "script", 1, 12 * TIMES },
	{ "<!---->", 7, TOKENIZER_SCRIPT_DATA, "script", 1, 7 * TIMES },
};

static void
run_case(size_t i)
{
	struct str pattern = { cases[i].pattern, cases[i].length };
	struct arena arena = { 0 };
	struct buffer text = { 0 };
	size_t tokens = 0, bytes = 0;
	struct tokenizer t;
	struct token token;

	for (int n = 0; n < TIMES; n++)
		buffer_add(&text, pattern);
	tokenizer_init(&t, buffer_str(&text), &arena);
	t.state = cases[i].state;
	t.last_start = str_of(cases[i].last_start);
	for (tokenizer_next(&t, &token); token.kind != TOKEN_EOF; tokenizer_next(&t, &token)) {
		tokens++;
		bytes += token.text.n;
	}
	check(cases[i].pattern, "tokens", tokens, cases[i].tokens);
	check(cases[i].pattern, "bytes", bytes, cases[i].bytes);
	buffer_free(&text);
	arena_free(&arena);
}

/* A tag of many attributes, each name standing in it `repeats` times. */
static void
run_attributes(size_t repeats)
{
	struct arena arena = { 0 };
	struct buffer text = { 0 };
	struct tokenizer t;
	struct token token;

	buffer_add(&text, STR("<p"));
	for (size_t i = 0; i < ATTRS; i++)
		buffer_printf(&text, " a%zu=%zu", i % (ATTRS / repeats), i);
	buffer_char(&text, '>');
	tokenizer_init(&t, buffer_str(&text), &arena);
	tokenizer_next(&t, &token);
	check("attributes", "kind", token.kind, TOKEN_START);
	check("attributes", "count", token.n_attrs, ATTRS / repeats);
	for (uint32_t i = 0; i < token.n_attrs; i++)
		check("attributes", "value", strtoul(token.attrs[i].value.p, NULL, 10), i);
	buffer_free(&text);
	arena_free(&arena);
}

int
main(void)
{
	alarm(SECONDS);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		run_case(i);
	run_attributes(1);
	run_attributes(2);
	run_attributes(ATTRS);
	printf("hostile: %u failed\n", failures);
	return failures > 0;
}
