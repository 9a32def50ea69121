/* forest.c - regression trees read from a data file. */
#include "forest.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/data.h"
#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "../base/str.h"

enum { LEAF = UINT16_MAX };

/* The low branch of a split is the node behind it. */
struct tree_node {
	uint16_t column; /* LEAF: value is the leaf's */
	float value;     /* else the threshold */
	uint32_t high;   /* index of the high branch */
};

struct forest {
	struct tree_node *at;
	size_t n, cap;
	uint32_t *trees; /* indices of roots */
	size_t n_trees, cap_trees;
	float bias;
	const char *const *columns;
	size_t n_columns;
};

struct source {
	const char *file;
	int line;
};

/* -1 for a number, or what is neither. */
static int
column_of(const struct forest *f, struct str name)
{
	if (!is_alpha(*name.p))
		return -1;
	for (size_t i = 0; i < f->n_columns; i++)
		if (str_eq(name, str_of(f->columns[i])))
			return (int)i;
	return -1;
}

static float
number(const struct source *s, struct str word)
{
	char *end;
	float value = word.n ? strtof(word.p, &end) : 0;

	if (!word.n || end != word.p + word.n)
		die("%s: line %d: '%.*s' is no column and no number", s->file, s->line,
		    (int)word.n, word.n ? word.p : "");
	return value;
}

static void
read_tree(struct forest *f, const struct source *s, struct str line)
{
	uint32_t *open = NULL; /* splits whose high branch is to come */
	size_t depth = 0, cap = 0;
	struct str word;

	f->trees = x_grow(f->trees, &f->cap_trees, f->n_trees + 1, sizeof(*f->trees));
	f->trees[f->n_trees++] = (uint32_t)f->n;
	for (;;) {
		struct tree_node node = { .column = LEAF };
		int column;

		if (!str_token(&line, &word))
			die("%s: line %d: the tree is not complete", s->file, s->line);
		column = column_of(f, word);
		if (column >= 0) {
			node.column = (uint16_t)column;
			if (!str_token(&line, &word))
				die("%s: line %d: a split has no threshold", s->file, s->line);
		}
		node.value = number(s, word);
		f->at = x_grow(f->at, &f->cap, f->n + 1, sizeof(*f->at));
		f->at[f->n++] = node;
		if (column >= 0) {
			open = x_grow(open, &cap, depth + 1, sizeof(*open));
			open[depth++] = (uint32_t)f->n - 1;
		} else if (depth > 0) {
			f->at[open[--depth]].high = (uint32_t)f->n;
		} else {
			break;
		}
	}
	if (str_token(&line, &word))
		die("%s: line %d: '%.*s' after the tree", s->file, s->line, (int)word.n,
		    word.p);
	free(open);
}

static void
read_line(struct forest *f, const struct source *s, struct str line)
{
	struct str word;

	if (!str_token(&line, &word) || word.p[0] == '#')
		return;
	if (str_eq(word, STR("tree")))
		read_tree(f, s, line);
	else if (str_eq(word, STR("bias")) && str_token(&line, &word))
		f->bias = number(s, word);
	else
		die("%s: line %d: '%.*s' is no tree and no bias", s->file, s->line, (int)word.n,
		    word.p);
}

struct forest *
forest_new(const char *name, const char *const *columns, size_t n)
{
	struct forest *f = x_calloc(1, sizeof(*f));
	char *file = schema_path(name), *line = NULL;
	struct source s = { .file = file };
	size_t cap = 0;
	ssize_t length;
	FILE *in = fopen(file, "r");

	if (!in)
		die("%s: %s", file, strerror(errno));
	f->columns = columns;
	f->n_columns = n;
	for (s.line = 1; (length = getline(&line, &cap, in)) >= 0; s.line++)
		read_line(f, &s, (struct str){ line, (size_t)length });
	if (ferror(in))
		die("%s: %s", file, strerror(errno));
	if (!f->n_trees)
		die("%s: no trees", file);
	fclose(in);
	free(line);
	free(file);
	return f;
}

void
forest_free(struct forest *f)
{
	if (!f)
		return;
	free(f->at);
	free(f->trees);
	free(f);
}

/* The branch that a row takes. */
static inline uint32_t
branch(const struct forest *f, uint32_t i, const float *columns, uint32_t n, uint32_t row)
{
	const struct tree_node *node = &f->at[i];

	return columns[(size_t)node->column * n + row] <= node->value ? i + 1 : node->high;
}

void
forest_scores(const struct forest *f, const float *columns, uint32_t n, float *score)
{
	for (uint32_t row = 0; row < n; row++)
		score[row] = f->bias;
	for (size_t t = 0; t < f->n_trees; t++) {
		for (uint32_t row = 0; row < n; row++) {
			uint32_t i = f->trees[t];

			while (f->at[i].column != LEAF)
				i = branch(f, i, columns, n, row);
			score[row] += f->at[i].value;
		}
	}
}

/* By node: its value, or the mean of its branches; these come after it. */
static float *
means(const struct forest *f)
{
	float *mean = x_malloc(f->n * sizeof(*mean));

	for (size_t i = f->n; i-- > 0;)
		mean[i] = f->at[i].column == LEAF ? f->at[i].value
		                                  : (mean[i + 1] + mean[f->at[i].high]) / 2;
	return mean;
}

void
forest_shares(
    const struct forest *f, const float *columns, uint32_t n, uint32_t row, float *shares)
{
	float *mean = means(f);

	for (size_t k = 0; k < f->n_columns; k++)
		shares[k] = 0;
	for (size_t t = 0; t < f->n_trees; t++) {
		uint32_t i = f->trees[t];

		while (f->at[i].column != LEAF) {
			uint32_t next = branch(f, i, columns, n, row);

			shares[f->at[i].column] += mean[next] - mean[i];
			i = next;
		}
	}
	free(mean);
}
