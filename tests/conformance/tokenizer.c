/* tokenizer.c - run tokenizer tests written in html5lib's JSON format.
 *
 * usage: tokenizer FILE...
 *
 * Every test runs once for each of its initial states. Parse errors are not compared. Prints
 * what failed and what was skipped, then the counts; exits 1 when a run failed or none passed,
 * 2 when a file cannot be read. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "html/tokenizer.h"

static struct {
	unsigned passed, failed, skipped;
} counts;

static const struct {
	const char *name;
	enum tokenizer_state state;
} states[] = {
	{ "Data state", TOKENIZER_DATA },
	{ "RCDATA state", TOKENIZER_RCDATA },
	{ "RAWTEXT state", TOKENIZER_RAWTEXT },
	{ "Script data state", TOKENIZER_SCRIPT_DATA },
	{ "PLAINTEXT state", TOKENIZER_PLAINTEXT },
	{ "CDATA section state", TOKENIZER_CDATA },
};

static json_t *
string_of(struct str s)
{
	return s.p ? json_stringn(s.p, s.n) : json_null();
}

static struct str
str_of_json(const json_t *string)
{
	return (struct str){ json_string_value(string), json_string_length(string) };
}

/* Read the four hexadecimal digits of "\uHHHH" at p into *unit; false when it is none. */
static bool
unit_read(const char *p, const char *end, uint32_t *unit)
{
	char digits[5] = { 0 };

	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return false;
	memcpy(digits, p + 2, 4);
	*unit = (uint32_t)strtoul(digits, NULL, 16);
	return true;
}

/* The string with each "\uHHHH" in it replaced, or NULL when one is a lone surrogate. */
static json_t *
string_unescaped(struct str s)
{
	struct buffer b = { 0 };
	const char *p = s.p, *end = s.p + s.n;
	json_t *string = NULL;
	uint32_t high, low;

	while (p < end) {
		if (!unit_read(p, end, &high)) {
			buffer_char(&b, *p++);
			continue;
		}
		p += 6;
		if (high >= 0xD800 && high <= 0xDFFF) {
			if (high > 0xDBFF || !unit_read(p, end, &low) || low < 0xDC00 ||
			    low > 0xDFFF)
				goto out;
			high = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
			p += 6;
		}
		buffer_utf8(&b, high);
	}
	string = string_of(buffer_str(&b));
out:
	buffer_free(&b);
	return string;
}

/* The value with all strings in it unescaped; a new reference, or NULL. Recurses on the depth
 * of a test's tokens, which is three. */
static json_t *
unescaped(json_t *value)
{
	json_t *copy, *item;
	const char *key;
	size_t i;

	if (json_is_string(value))
		return string_unescaped(str_of_json(value));
	if (json_is_array(value)) {
		copy = json_array();
		json_array_foreach(value, i, item) json_array_append_new(copy, unescaped(item));
		return copy;
	}
	if (!json_is_object(value))
		return json_incref(value);
	copy = json_object();
	json_object_foreach(value, key, item)
	{
		json_t *name = string_unescaped(str_of(key));

		json_object_set_new(copy, json_string_value(name), unescaped(item));
		json_decref(name);
	}
	return copy;
}

static json_t *
start_tag(const struct token *token)
{
	json_t *attrs = json_object();
	json_t *array = json_pack("[s,o,o]", "StartTag", string_of(token->text), attrs);

	for (uint32_t i = 0; i < token->n_attrs; i++) {
		const struct html_attr *a = &token->attrs[i];

		json_object_setn_new(attrs, a->key.p, a->key.n, string_of(a->value));
	}
	if (token->self_closing)
		json_array_append_new(array, json_true());
	return array;
}

/* Append characters to the tokens, joined to those before. */
static void
add_characters(json_t *tokens, struct str text)
{
	json_t *before = json_array_get(tokens, json_array_size(tokens) - 1);
	struct buffer b = { 0 };

	if (before && strcmp(json_string_value(json_array_get(before, 0)), "Character") == 0) {
		buffer_add(&b, str_of_json(json_array_get(before, 1)));
		buffer_add(&b, text);
		json_array_set_new(before, 1, string_of(buffer_str(&b)));
		buffer_free(&b);
	} else {
		json_array_append_new(tokens, json_pack("[s,o]", "Character", string_of(text)));
	}
}

static void
add_token(json_t *tokens, const struct token *token)
{
	json_t *name = token->kind == TOKEN_TEXT ? NULL : string_of(token->text);

	switch (token->kind) {
	case TOKEN_TEXT: add_characters(tokens, token->text); break;
	case TOKEN_COMMENT:
		json_array_append_new(tokens, json_pack("[s,O]", "Comment", name));
		break;
	case TOKEN_END:
		json_array_append_new(tokens, json_pack("[s,O]", "EndTag", name));
		break;
	case TOKEN_START: json_array_append_new(tokens, start_tag(token)); break;
	case TOKEN_DOCTYPE:
		json_array_append_new(tokens,
		    json_pack("[s,O,o,o,b]", "DOCTYPE", name, string_of(token->public_id),
			string_of(token->system_id), !token->force_quirks));
		break;
	case TOKEN_EOF: break;
	}
	json_decref(name);
}

/* The tokens of a text, as the tests write them. The text is copied to a block of its very size
 * for a sanitizer to see reads beyond it. */
static json_t *
tokens_of(struct str text, enum tokenizer_state state, struct str last_start)
{
	struct arena arena = { 0 };
	char *copy = memcpy(x_malloc(text.n ? text.n : 1), text.p, text.n);
	json_t *tokens = json_array();
	struct tokenizer tokenizer;
	struct token token;

	tokenizer_init(&tokenizer, (struct str){ copy, text.n }, &arena);
	tokenizer.state = state;
	tokenizer.last_start = last_start;
	do {
		tokenizer_next(&tokenizer, &token);
		add_token(tokens, &token);
	} while (token.kind != TOKEN_EOF);
	free(copy);
	arena_free(&arena);
	return tokens;
}

static void
print_tokens(const char *label, const json_t *tokens)
{
	char *text = json_dumps(tokens, JSON_ENCODE_ANY | JSON_ENSURE_ASCII);

	printf("  %s %s\n", label, text ? text : "(no JSON)");
	free(text);
}

static void
run_state(const char *file, const json_t *test, const char *name, const json_t *input,
    const json_t *expected)
{
	json_t *got;
	size_t i = 0;

	while (i < sizeof(states) / sizeof(*states) && strcmp(states[i].name, name) != 0)
		i++;
	if (i == sizeof(states) / sizeof(*states)) {
		printf("%s: unknown state '%s'\n", file, name);
		counts.failed++;
		return;
	}
	got = tokens_of(str_of_json(input), states[i].state,
	    str_of_json(json_object_get(test, "lastStartTag")));
	if (json_equal(got, expected)) {
		counts.passed++;
	} else {
		counts.failed++;
		printf("%s: failed in %s: %s\n", file, name,
		    json_string_value(json_object_get(test, "description")));
		print_tokens("expected", expected);
		print_tokens("got     ", got);
	}
	json_decref(got);
}

static void
skip(const char *file, const json_t *test, const char *why)
{
	size_t runs = json_array_size(json_object_get(test, "initialStates"));

	counts.skipped += runs ? (unsigned)runs : 1;
	printf("%s: skipped, %s: %s\n", file, why,
	    json_string_value(json_object_get(test, "description")));
}

static void
run_test(const char *file, const json_t *test)
{
	bool escaped = json_is_true(json_object_get(test, "doubleEscaped"));
	json_t *input = json_object_get(test, "input");
	json_t *expected = json_object_get(test, "output");
	json_t *names = json_object_get(test, "initialStates"), *name;
	size_t i;

	input = escaped ? unescaped(input) : json_incref(input);
	expected = escaped ? unescaped(expected) : json_incref(expected);
	if (!input)
		skip(file, test, "a lone surrogate is no UTF-8");
	else if (!names)
		run_state(file, test, "Data state", input, expected);
	else
		json_array_foreach(names, i, name)
		    run_state(file, test, json_string_value(name), input, expected);
	json_decref(input);
	json_decref(expected);
}

static int
run_file(const char *file)
{
	json_error_t error;
	json_t *root = json_load_file(file, JSON_ALLOW_NUL, &error), *test;
	size_t i;

	if (!root) {
		fprintf(stderr, "tokenizer: %s:%d: %s\n", file, error.line, error.text);
		return -1;
	}
	json_array_foreach(json_object_get(root, "tests"), i, test) run_test(file, test);
	json_array_foreach(json_object_get(root, "xmlViolationTests"), i, test)
	    skip(file, test, "expects coercion to XML");
	json_decref(root);
	return 0;
}

int
main(int argc, char **argv)
{
	int status = 0;

	for (int i = 1; i < argc; i++)
		if (run_file(argv[i]) < 0)
			status = 2;
	printf("tokenizer: %u runs passed, %u failed, %u skipped\n", counts.passed,
	    counts.failed, counts.skipped);
	if (status == 0 && (counts.failed || !counts.passed))
		status = 1;
	return status;
}
