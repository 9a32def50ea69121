/* forest.h - regression trees of a data file: how numbers become a verdict. */
#ifndef PAGE_FOREST_H
#define PAGE_FOREST_H

#include <stddef.h>
#include <stdint.h>

struct forest;

/* The trees of a data file of schemas/: those that were built into the program where the file
 * is the one they were made of, else it is read. A line "tree …" is a tree in prefix order: a
 * name of one of the n columns and a threshold, then the tree of rows at or below it, then that
 * of rows above it; a number is a leaf, of which a tree has at most 32. A line "bias NUMBER" is
 * what every row begins with, # starts a comment. Dies with a message naming file and line when
 * it cannot be read. */
const struct forest *forest_new(const char *name, const char *const *columns, size_t n);
void forest_free(const struct forest *f);

/* Add up the leaves that each of n rows falls in, into score. Columns stand one after another
 * in the order of their names, n numbers each. */
void forest_scores(const struct forest *f, const float *columns, uint32_t n, float *score);

/* Say of one row what each column did to its score: the changes from each split to the branch
 * the row takes, where a split is worth the mean of its branches. shares: one for each column.
 */
void forest_shares(
    const struct forest *f, const float *columns, uint32_t n, uint32_t row, float *shares);

#endif
