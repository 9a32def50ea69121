/* hint_scripts.h - patterns that only texts in other scripts than Latin match: hints of these
 * need not be read before there is such a text. */
#ifndef BASE_HINT_SCRIPTS_H
#define BASE_HINT_SCRIPTS_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* True where the text has characters of other scripts than Latin, or such as differ from one by
 * letter case alone, as the micro sign does. Punctuation is of no script. */
bool hint_text_is_foreign(struct str text);

/* True where it can be told that each alternative of a pattern, which compiles, must match such
 * a character. */
bool hint_pattern_is_foreign(struct str pattern);

#endif
