/* forest.c - regression trees read from a data file. */
#include "forest.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/data.h"
#include "../base/decimal.h"
#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "../base/str.h"

enum { LEAF = UINT16_MAX, LEAVES = 32 /* most of a tree */ };

/* The low branch of a split is the node behind it. */
struct tree_node {
	uint16_t column; /* LEAF: value is the leaf's */
	float value;     /* else the threshold */
	uint32_t high;   /* index of the high branch */
};

/* A split as scores are added up by it: rows above the threshold keep the leaves that are not
 * those of its low branch, which a bit stands for each, the lowest for the leftmost. */
struct split {
	uint32_t column, keep;
	float value;
};

struct tree {
	uint32_t root;                   /* index of its node */
	uint32_t splits, n_splits, leaf; /* of the first, and of its first leaf */
};

struct forest {
	struct tree_node *at;
	size_t n, cap;
	struct tree *trees;
	size_t n_trees, cap_trees;
	struct split *splits; /* of all trees */
	size_t n_splits, cap_splits;
	float *leaves;
	size_t n_leaves, cap_leaves;
	float bias;
	struct str *columns; /* their names */
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
		if (str_eq(name, f->columns[i]))
			return (int)i;
	return -1;
}

static float
number(const struct source *s, struct str word)
{
	float value;

	if (!decimal_read(word, &value))
		die("%s: line %d: '%.*s' is no column and no number", s->file, s->line,
		    (int)word.n, word.n ? word.p : "");
	return value;
}

static void
add_leaf(struct forest *f, float value)
{
	f->leaves = x_grow(f->leaves, &f->cap_leaves, f->n_leaves + 1, sizeof(*f->leaves));
	f->leaves[f->n_leaves++] = value;
}

/* The bits of the leaves that come before the nth. */
static uint32_t
leaves_before(uint32_t n)
{
	return n < LEAVES ? (UINT32_C(1) << n) - 1 : UINT32_MAX;
}

/* Note the splits and leaves of a tree whose nodes have been read. -1: too many. */
static int
index_tree(struct forest *f, struct tree *t)
{
	uint32_t before[2 * LEAVES]; /* by node: leaves that come before it */
	uint32_t n = (uint32_t)f->n - t->root, leaves = 0;

	if (n > 2 * LEAVES - 1)
		return -1;
	t->splits = (uint32_t)f->n_splits;
	t->n_splits = n / 2;
	t->leaf = (uint32_t)f->n_leaves;
	for (uint32_t i = 0; i < n; i++) {
		before[i] = leaves;
		leaves += f->at[t->root + i].column == LEAF;
	}
	for (uint32_t i = 0; i < n; i++) {
		const struct tree_node *node = &f->at[t->root + i];

		if (node->column == LEAF) {
			add_leaf(f, node->value);
			continue;
		}
		f->splits =
		    x_grow(f->splits, &f->cap_splits, f->n_splits + 1, sizeof(*f->splits));
		f->splits[f->n_splits++] = (struct split){ node->column,
			~leaves_before(before[node->high - t->root]) | leaves_before(before[i]),
			node->value };
	}
	return 0;
}

static void
read_tree(struct forest *f, const struct source *s, struct str line)
{
	uint32_t *open = NULL; /* splits whose high branch is to come */
	size_t depth = 0, cap = 0;
	struct str word;

	f->trees = x_grow(f->trees, &f->cap_trees, f->n_trees + 1, sizeof(*f->trees));
	f->trees[f->n_trees++] = (struct tree){ .root = (uint32_t)f->n };
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
	if (index_tree(f, &f->trees[f->n_trees - 1]))
		die("%s: line %d: a tree of more than %d leaves", s->file, s->line, LEAVES);
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
	f->columns = x_malloc((n + 1) * sizeof(*f->columns));
	for (f->n_columns = 0; f->n_columns < n; f->n_columns++)
		f->columns[f->n_columns] = str_of(columns[f->n_columns]);
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
	free(f->columns);
	free(f->at);
	free(f->trees);
	free(f->splits);
	free(f->leaves);
	free(f);
}

/* The branch that a row takes. */
static inline uint32_t
branch(const struct forest *f, uint32_t i, const float *columns, uint32_t n, uint32_t row)
{
	const struct tree_node *node = &f->at[i];

	return columns[(size_t)node->column * n + row] <= node->value ? i + 1 : node->high;
}

/* Add up a tree for the rows from `row` on. A row goes to the leftmost of the leaves that all
 * splits keep for it (Lucchese and others, "QuickScorer", 2015). */
static void
score_rows(const struct forest *f, const struct tree *t, const float *columns, uint32_t n,
    uint32_t row, float *score)
{
	const struct split *splits = f->splits + t->splits;

	for (; row < n; row++) {
		uint32_t leaves = UINT32_MAX;

		for (uint32_t i = 0; i < t->n_splits; i++)
			if (!(columns[(size_t)splits[i].column * n + row] <= splits[i].value))
				leaves &= splits[i].keep;
		score[row] += f->leaves[t->leaf + (uint32_t)__builtin_ctz(leaves)];
	}
}

#ifdef __SSE2__
/* The same for as many rows as make eights; returns the first row of the rest. */
static uint32_t
score_eights(const struct forest *f, const struct tree *t, const float *columns, uint32_t n,
    float *score)
{
	const struct split *end = f->splits + t->splits + t->n_splits;
	uint32_t row = 0;

	for (; n - row >= 8; row += 8) {
		__m128i low = _mm_set1_epi32(-1), high = low;
		uint32_t leaves[8];

		for (const struct split *s = f->splits + t->splits; s < end; s++) {
			const float *x = columns + (size_t)s->column * n + row;
			__m128i keep = _mm_set1_epi32((int)s->keep);
			__m128 value = _mm_set1_ps(s->value);
			__m128 first = _mm_cmple_ps(_mm_loadu_ps(x), value);
			__m128 second = _mm_cmple_ps(_mm_loadu_ps(x + 4), value);

			low = _mm_and_si128(low, _mm_or_si128(_mm_castps_si128(first), keep));
			high =
			    _mm_and_si128(high, _mm_or_si128(_mm_castps_si128(second), keep));
		}
		_mm_storeu_si128((void *)leaves, low);
		_mm_storeu_si128((void *)(leaves + 4), high);
		for (uint32_t i = 0; i < 8; i++)
			score[row + i] +=
			    f->leaves[t->leaf + (uint32_t)__builtin_ctz(leaves[i])];
	}
	return row;
}
#else
static uint32_t
score_eights(const struct forest *f, const struct tree *t, const float *columns, uint32_t n,
    float *score)
{
	(void)f;
	(void)t;
	(void)columns;
	(void)n;
	(void)score;
	return 0;
}
#endif

void
forest_scores(const struct forest *f, const float *columns, uint32_t n, float *score)
{
	for (uint32_t row = 0; row < n; row++)
		score[row] = f->bias;
	for (const struct tree *t = f->trees; t < f->trees + f->n_trees; t++)
		score_rows(f, t, columns, n, score_eights(f, t, columns, n, score), score);
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
		uint32_t i = f->trees[t].root;

		while (f->at[i].column != LEAF) {
			uint32_t next = branch(f, i, columns, n, row);

			shares[f->at[i].column] += mean[next] - mean[i];
			i = next;
		}
	}
	free(mean);
}
