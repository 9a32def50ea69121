/* language_hint.h - what an invalid language tag was probably meant to be. */
#ifndef BASE_LANGUAGE_HINT_H
#define BASE_LANGUAGE_HINT_H

#include "arena.h"
#include "str.h"

/* The valid tag that an invalid one seems to mean: "en-GB" for "en-UK" or "en_GB.UTF-8", "cs"
 * for the country "cz", "fr" for "fra". Absent where there is none to suggest. */
struct str language_hint(struct arena *a, struct str tag);

#endif
