/* hints.h - which of many patterns may match a text, found by what every match must hold: much
 * faster than to try them all.
 *
 * Each alternative of a pattern has a few lists of literals, one of each of which is in
 * whatever it matches, one behind the other. Where these cannot be told, the pattern is always
 * hinted at. */
#ifndef BASE_HINTS_H
#define BASE_HINTS_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

enum { HINTED = 8192 }; /* numbers of patterns are below this */

/* Patterns that may match, a bit for each. */
struct hinted {
	uint64_t bits[HINTED / 64];
};

struct hints;

struct hints *hints_new(void);
void hints_free(struct hints *h);

/* Add a pattern, which compiles without regard to letter case. Numbers do not fall. */
void hints_add(struct hints *h, uint32_t number, struct str pattern);

enum { HINT_PARTS = 256 };

/* The same, but each of its alternatives, which are set down in parts, has a number of its own,
 * from first on: what is not hinted at need not be matched. One where they cannot be told, or
 * are more. Returns how many. at_border: no letter or digit of ASCII stands before a match. */
uint32_t hints_add_parts(struct hints *h, uint32_t first, struct str pattern, bool at_border,
    struct str parts[static HINT_PARTS]);

/* Once, when all are added. */
void hints_ready(struct hints *h);

/* Which patterns may match in the text, and in any part of it that does not begin within a
 * word; among: only of these, NULL: of all. Safe from any thread. */
void hints_look(
    const struct hints *h, struct str text, const struct hinted *among, struct hinted *out);

/* Add to *out which of those that were hinted at in a text may match in a part of it: faster
 * where they are few. */
void hints_narrow(
    const struct hints *h, struct str part, const struct hinted *among, struct hinted *out);

#endif
