/* merge_edit.h - a page being merged; for the rooms of merge alone. */
#ifndef TABLES_MERGE_EDIT_H
#define TABLES_MERGE_EDIT_H

#include "../base/utf8.h"
#include "../stream/navform.h"
#include "merge.h"

void merge_find(struct merged *out, enum merge_rule rule, const struct sheet_row *row,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* True where the row's value in the column of that field is what the table would have; also
 * where it has no such column. Of what the object has not, an empty value is one. */
bool merge_agrees(const struct merge *m, const struct sheet_row *row, size_t column,
    const struct field *f, const void *object);

/* Give the object the row's value, white space folded in text. Returns -1 after a finding. */
int merge_set(const struct merge *m, struct merged *out, const struct sheet_row *row,
    size_t column, const struct field *f, void *object);

/* merge_nav.c: put the rows of a path into the trees of out->page. */
void merge_nav(const struct merge *m, const struct merge_path *path, struct merged *out);

/* merge_tree.c */
struct item_node {
	struct site_item *item; /* NULL: it is a tree */
	struct site_nav *tree;
	const struct sheet_row *row, *kind_row; /* that says what it is, or its kind; or NULL */
	int kind;                               /* that a tree had, -1: it is new */
	struct item_node *home;                 /* the tree it was in */
	struct item_node *parent;               /* the item or tree it is in now */
	uint32_t position;                      /* where it is to stand, if moved, from 1 */
	bool moved, gone;
	struct item_node *kept, *kept_last, *came, *came_last, *next;
};

/* Link items and trees by the parents of all nodes. Siblings that are not moved keep the order
 * of the nodes, and those moved get the places that they name among them. Items below
 * themselves or nested too deep are findings; then nothing is linked. */
void merge_tree(struct item_node *const *nodes, size_t n, struct merged *out);

#endif
