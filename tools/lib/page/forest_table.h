/* forest_table.h - regression trees as rows are sent down them: of a file that was read, or
 * made of ours when the program is built. */
#ifndef PAGE_FOREST_TABLE_H
#define PAGE_FOREST_TABLE_H

#include "forest.h"

enum { FOREST_LEAF = UINT16_MAX };

/* The low branch of a split is the node behind it. */
struct tree_node {
	uint16_t column; /* FOREST_LEAF: value is the leaf's */
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
	const struct tree_node *at;
	const struct tree *trees;
	const struct split *splits; /* of all trees */
	const float *leaves;
	size_t n, n_trees, n_splits, n_leaves;
	float bias;
	size_t n_columns;
	uint64_t file; /* data_hash() of the file */
};

/* Ours, as it was when the program was built. */
extern const struct forest forest_index;

/* Read a file as forest_new() does, whatever is built in. */
const struct forest *forest_read(const char *file, const char *const *columns, size_t n);

#endif
