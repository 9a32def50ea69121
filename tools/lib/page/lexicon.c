/* lexicon.c - a table of words and weights, found by hash. */
#include "lexicon_table.h"
#include "shape.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/data.h"
#include "../base/decimal.h"
#include "../base/diagnostics.h"
#include "../base/memory.h"

enum { BLOCK = 16 * 1024 }; /* bytes read at once, and more than a line has */

uint64_t
lexicon_hash(struct str word, enum lexicon_kind kind)
{
	uint64_t h = UINT64_C(0xCBF29CE484222325) + kind;

	for (size_t i = 0; i < word.n; i++) /* FNV-1a */
		h = (h ^ (unsigned char)to_lower(word.p[i])) * UINT64_C(0x100000001B3);
	return h ? h : 1;
}

uint64_t
lexicon_pair(uint64_t first, uint64_t second)
{
	uint64_t h = (first * 31 + second) * UINT64_C(0x9E3779B97F4A7C15);

	return h ? h : 1;
}

static uint32_t
upper_half(uint64_t hash)
{
	return hash >> 32 ? (uint32_t)(hash >> 32) : 1;
}

/* Where the entry of a hash is, or is to be. */
static size_t
slot_of(const struct lexicon *l, uint64_t hash)
{
	uint32_t upper = upper_half(hash);
	size_t i = (size_t)hash & (l->cap - 1);

	while (l->at[i].upper && l->at[i].upper != upper)
		i = (i + 1) & (l->cap - 1);
	return i;
}

/* A table that is being filled. */
struct draft {
	struct lexicon lexicon; /* first: what lexicon_new() returns */
	struct lexicon_entry *at;
};

/* Make room for n entries, which are all. Cleared by hand: memory that is read before it is
 * written, as a search would, is fetched twice. */
static void
reserve(struct draft *d, size_t n)
{
	size_t cap = 1024;

	while (2 * n > cap)
		cap *= 2;
	d->at = x_malloc(cap * sizeof(*d->at));
	memset(d->at, 0, cap * sizeof(*d->at));
	d->lexicon.at = d->at;
	d->lexicon.cap = cap;
}

static void
put(struct draft *d, uint64_t hash, float weight)
{
	d->at[slot_of(&d->lexicon, hash)] = (struct lexicon_entry){ upper_half(hash), weight };
}

bool
class_word(struct str *left, struct str *word, bool *joined)
{
	const char *p = left->p, *end = left->p + left->n;

	*joined = true;
	for (; p < end && !is_alpha(*p); p++)
		*joined = *joined && !is_space(*p);
	word->p = p;
	while (p < end && is_alpha(*p) && (p == word->p || (*p & 0x20) || !(p[-1] & 0x20)))
		p++;
	word->n = (size_t)(p - word->p);
	*left = (struct str){ p, (size_t)(end - p) };
	return word->n > 0;
}

bool
name_word(struct str *left, struct str *word)
{
	const char *p = left->p, *end = left->p + left->n;

	while (p < end && !is_alpha(*p))
		p++;
	word->p = p;
	while (p < end && is_alpha(*p))
		p++;
	word->n = (size_t)(p - word->p);
	*left = (struct str){ p, (size_t)(end - p) };
	return word->n > 0;
}

/* "add-to-cart" as the run of its words. */
static uint64_t
phrase_of(struct str name)
{
	struct shape shape = { 0 };

	shape_add(&shape, NULL, name);
	return phrase_hash(&shape);
}

/* "post-content" as the pair of its words, "content" as itself. */
static uint64_t
class_hash(struct str name)
{
	struct str word;
	uint64_t hash = 0;
	bool joined;

	while (class_word(&name, &word, &joined)) {
		uint64_t h = lexicon_hash(word, LEXICON_CLASS);

		hash = hash ? lexicon_pair(hash, h) : h;
	}
	return hash;
}

/* Take the next token off a line; empty where none is left. */
static struct str
take_token(struct str *line)
{
	const char *p = line->p, *end = p + line->n, *from;

	while (p < end && is_space(*p))
		p++;
	for (from = p; p < end && ((unsigned char)*p > ' ' || !is_space(*p)); p++)
		;
	*line = (struct str){ p, (size_t)(end - p) };
	return (struct str){ from, (size_t)(p - from) };
}

static void
read_line(struct draft *d, const char *file, int number, struct str line)
{
	struct str kind = take_token(&line), word = take_token(&line),
		   weight = take_token(&line);
	float value;

	if (!kind.n || kind.p[0] == '#')
		return;
	if (!weight.n)
		die("%s: line %d: no kind, word and weight", file, number);
	if (!decimal_read(weight, &value))
		die("%s: line %d: '%.*s' is no weight", file, number, (int)weight.n, weight.p);
	if (str_eq(kind, STR("text")))
		put(d, lexicon_hash(word, LEXICON_TEXT), value);
	else if (str_eq(kind, STR("name")))
		put(d, lexicon_hash(word, LEXICON_NAME), value);
	else if (str_eq(kind, STR("phrase")))
		put(d, phrase_of(word), value);
	else if (str_eq(kind, STR("class")))
		put(d, class_hash(word), value);
	else
		die("%s: line %d: '%.*s' is no kind", file, number, (int)kind.n, kind.p);
}

/* The lines of a file that is then read from its start. */
static size_t
count_lines(FILE *f, char block[static BLOCK])
{
	size_t lines = 1, n;

	while ((n = fread(block, 1, BLOCK, f)) > 0)
		for (const char *p = block; (p = memchr(p, '\n', (size_t)(block + n - p))); p++)
			lines++;
	rewind(f);
	return lines;
}

/* Read the lines of a file block by block: less memory to be had at a start than for all. */
static void
read_lines(struct draft *d, const char *file, FILE *f, char block[static BLOCK])
{
	size_t kept = 0, n;
	int number = 0;

	while ((n = fread(block + kept, 1, BLOCK - kept, f)) > 0) {
		struct str left = { block, kept + n };
		size_t line;

		while ((line = str_find_char(left, '\n', 0)) < left.n) {
			read_line(d, file, ++number, str_part(left, 0, line));
			left = str_part(left, line + 1, left.n);
		}
		if (left.n == BLOCK)
			die("%s: line %d: too long", file, number + 1);
		kept = left.n;
		memmove(block, left.p, kept);
	}
	read_line(d, file, ++number, (struct str){ block, kept });
}

const struct lexicon *
lexicon_read(const char *file)
{
	struct draft *d = x_calloc(1, sizeof(*d));
	char block[BLOCK];
	FILE *f = fopen(file, "r");

	if (!f)
		die("%s: %s", file, strerror(errno));
	setvbuf(f, NULL, _IONBF, 0);
	reserve(d, count_lines(f, block));
	read_lines(d, file, f, block);
	if (ferror(f))
		die("%s: %s", file, strerror(errno));
	fclose(f);
	d->lexicon.file = data_hash(file);
	return &d->lexicon;
}

const struct lexicon *
lexicon_new(void)
{
	char *file = schema_path("body.lexicon");
	bool is_built = lexicon_index.file && data_hash(file) == lexicon_index.file;
	const struct lexicon *l = is_built ? &lexicon_index : lexicon_read(file);

	free(file);
	return l;
}

void
lexicon_free(const struct lexicon *l)
{
	if (!l || l == &lexicon_index)
		return;
	free((void *)l->at);
	free((void *)l);
}

const float *
lexicon_find(const struct lexicon *l, uint64_t hash)
{
	const struct lexicon_entry *e = &l->at[slot_of(l, hash)];

	return e->upper ? &e->weight : NULL;
}
