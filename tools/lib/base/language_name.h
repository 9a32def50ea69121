/* language_name.h - languages by the names they have in switchers. */
#ifndef BASE_LANGUAGE_NAME_H
#define BASE_LANGUAGE_NAME_H

#include "arena.h"
#include "str.h"

/* The tag of a language that a label names: by its tag ("FR", "pt-br"), in the language itself
 * or in English ("Deutsch", "German"), letter case and what stands in brackets aside. Absent
 * where it names none. Names are those of ICU (Unicode CLDR). Costs about a millisecond. */
struct str language_named(struct arena *a, struct str label);

#endif
