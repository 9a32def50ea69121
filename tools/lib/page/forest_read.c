/* forest_read.c - regression trees from a data file. */
#include "forest_table.h"

#include <stdlib.h>

#include "../base/data.h"
#include "../base/decimal.h"
#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "../base/str.h"

enum { LEAVES = 32 }; /* most of a tree */

/* A forest that is being read. */
struct draft {
	struct forest forest; /* first: what forest_read() returns */
	struct tree_node *at;
	struct tree *trees;
	struct split *splits;
	float *leaves;
	size_t cap, cap_trees, cap_splits, cap_leaves;
	struct str *columns; /* their names */
	const char *file;
	int line;
};

/* -1 for a number, or what is neither. */
static int
column_of(const struct draft *d, struct str name)
{
	if (!is_alpha(*name.p))
		return -1;
	for (size_t i = 0; i < d->forest.n_columns; i++)
		if (str_eq(name, d->columns[i]))
			return (int)i;
	return -1;
}

static float
read_number(const struct draft *d, struct str word)
{
	float value;

	if (!decimal_read(word, &value))
		die("%s: line %d: '%.*s' is no column and no number", d->file, d->line,
		    (int)word.n, word.n ? word.p : "");
	return value;
}

static void
add_leaf(struct draft *d, float value)
{
	size_t n = d->forest.n_leaves++;

	d->leaves = x_grow(d->leaves, &d->cap_leaves, n + 1, sizeof(*d->leaves));
	d->leaves[n] = value;
}

static void
add_split(struct draft *d, struct split split)
{
	size_t n = d->forest.n_splits++;

	d->splits = x_grow(d->splits, &d->cap_splits, n + 1, sizeof(*d->splits));
	d->splits[n] = split;
}

/* Returns its number. */
static uint32_t
add_node(struct draft *d, struct tree_node node)
{
	size_t n = d->forest.n++;

	d->at = x_grow(d->at, &d->cap, n + 1, sizeof(*d->at));
	d->at[n] = node;
	return (uint32_t)n;
}

static struct tree *
add_tree(struct draft *d)
{
	size_t n = d->forest.n_trees++;

	d->trees = x_grow(d->trees, &d->cap_trees, n + 1, sizeof(*d->trees));
	d->trees[n] = (struct tree){ .root = (uint32_t)d->forest.n,
		.splits = (uint32_t)d->forest.n_splits,
		.leaf = (uint32_t)d->forest.n_leaves };
	return &d->trees[n];
}

/* The bits of the leaves that come before the nth. */
static uint32_t
leaves_before(uint32_t n)
{
	return n < LEAVES ? (UINT32_C(1) << n) - 1 : UINT32_MAX;
}

/* Note the splits and leaves of a tree whose nodes have been read. -1: too many. */
static int
index_tree(struct draft *d, struct tree *t)
{
	uint32_t before[2 * LEAVES]; /* by node: leaves that come before it */
	uint32_t n = (uint32_t)d->forest.n - t->root, leaves = 0;
	const struct tree_node *nodes = d->at + t->root;

	if (n > 2 * LEAVES - 1)
		return -1;
	t->n_splits = n / 2;
	for (uint32_t i = 0; i < n; i++) {
		before[i] = leaves;
		leaves += nodes[i].column == FOREST_LEAF;
	}
	for (uint32_t i = 0; i < n; i++) {
		const struct tree_node *node = &nodes[i];

		if (node->column == FOREST_LEAF)
			add_leaf(d, node->value);
		else
			add_split(d, (struct split){ node->column,
					 ~leaves_before(before[node->high - t->root]) |
					     leaves_before(before[i]),
					 node->value });
	}
	return 0;
}

/* Read the nodes of a tree. */
static void
read_nodes(struct draft *d, struct str *line)
{
	uint32_t *open = NULL; /* splits whose high branch is to come */
	size_t depth = 0, cap = 0;
	struct str word;

	for (;;) {
		struct tree_node node = { .column = FOREST_LEAF };
		int column;

		if (!str_token(line, &word))
			die("%s: line %d: the tree is not complete", d->file, d->line);
		column = column_of(d, word);
		if (column >= 0) {
			node.column = (uint16_t)column;
			if (!str_token(line, &word))
				die("%s: line %d: a split has no threshold", d->file, d->line);
		}
		node.value = read_number(d, word);
		if (column >= 0) {
			open = x_grow(open, &cap, depth + 1, sizeof(*open));
			open[depth++] = add_node(d, node);
			continue;
		}
		add_node(d, node);
		if (depth == 0)
			break;
		d->at[open[--depth]].high = (uint32_t)d->forest.n;
	}
	free(open);
}

static void
read_tree(struct draft *d, struct str line)
{
	struct tree *t = add_tree(d);
	struct str word;

	read_nodes(d, &line);
	if (str_token(&line, &word))
		die("%s: line %d: '%.*s' after the tree", d->file, d->line, (int)word.n,
		    word.p);
	if (index_tree(d, t))
		die("%s: line %d: a tree of more than %d leaves", d->file, d->line, LEAVES);
}

static void
read_line(void *context, int number, struct str line)
{
	struct draft *d = context;
	struct str word;

	d->line = number;
	if (!str_token(&line, &word) || word.p[0] == '#')
		return;
	if (str_eq(word, STR("tree")))
		read_tree(d, line);
	else if (str_eq(word, STR("bias")) && str_token(&line, &word))
		d->forest.bias = read_number(d, word);
	else
		die("%s: line %d: '%.*s' is no tree and no bias", d->file, d->line, (int)word.n,
		    word.p);
}

const struct forest *
forest_read(const char *file, const char *const *columns, size_t n)
{
	struct draft *d = x_calloc(1, sizeof(*d));

	d->columns = x_malloc((n + 1) * sizeof(*d->columns));
	for (size_t i = 0; i < n; i++)
		d->columns[i] = str_of(columns[i]);
	d->forest.n_columns = n;
	d->forest.file = data_hash(file);
	d->file = file;
	data_lines(file, read_line, d);
	if (!d->forest.n_trees)
		die("%s: no trees", file);
	d->forest.at = d->at;
	d->forest.trees = d->trees;
	d->forest.splits = d->splits;
	d->forest.leaves = d->leaves;
	free(d->columns);
	return &d->forest;
}

const struct forest *
forest_new(const char *name, const char *const *columns, size_t n)
{
	char *file = schema_path(name);
	bool is_built = forest_index.file && data_hash(file) == forest_index.file;
	const struct forest *f = is_built ? &forest_index : forest_read(file, columns, n);

	free(file);
	return f;
}

void
forest_free(const struct forest *f)
{
	if (!f || f == &forest_index)
		return;
	free((void *)f->at);
	free((void *)f->trees);
	free((void *)f->splits);
	free((void *)f->leaves);
	free((void *)f);
}
