/* fold.h - text gathered piece by piece, its white space folded. */
#ifndef PAGE_FOLD_H
#define PAGE_FOLD_H

#include <stdbool.h>

#include "../base/arena.h"
#include "../base/str.h"
#include "../html/html.h"

/* What stands between a piece and the one before it, besides the white space of either. */
enum gap { GAP_NONE, GAP_SPACE, GAP_LINE };

struct piece;

/* Pieces of a label or text, in order. Zero-initialise; pieces are borrowed. */
struct pieces {
	struct piece *first, *last;
};

void pieces_add(struct arena *a, struct pieces *p, enum gap gap, struct str text);

/* Append all of more's pieces to p and empty more. */
void pieces_move(struct pieces *p, struct pieces *more, enum gap gap);

/* True when text holds nothing but Unicode white space. */
bool text_is_white(struct str text);

/* True when no piece holds anything but white space. */
bool pieces_white(const struct pieces *p);

/* True when more than one piece holds something else. */
bool pieces_several(const struct pieces *p);

/* The pieces as one string: runs of Unicode white space become one space, or one newline where
 * a GAP_LINE lies in them, and none is left at either end. Absent when nothing is left. Borrows
 * the piece where there is just one and nothing to fold. */
struct str pieces_fold(struct arena *a, const struct pieces *p);

/* The same of all texts in an element, and of one string. */
struct str fold_texts(struct arena *a, const struct html_node *e);
struct str fold(struct arena *a, struct str text);

#endif
