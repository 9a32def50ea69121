/* hint_fold.h - texts and literals with their letters folded, so that letters that are the same
 * but for their case are the same; for hints.c and hint_lists.c alone. */
#ifndef BASE_HINT_FOLD_H
#define BASE_HINT_FOLD_H

#include <stdbool.h>

#include "str.h"

enum { HINT_FOLD_MOST = 4 }; /* bytes that one may become when letters are folded */

/* Write a text with all its letters folded; returns its bytes. */
size_t hint_fold(char *to, struct str text);

/* Write it with those of ASCII alone folded, in as many bytes; false where it has others. */
bool hint_fold_ascii(char *restrict to, struct str text);

/* True where characters beyond ASCII fold to letters of it: the long s, and the sign of Kelvin.
 */
bool hint_has_ascii_forms(struct str text);

#endif
