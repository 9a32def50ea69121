/* language.h - language tags (BCP 47: RFC 5646). */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include <stdbool.h>

#include "arena.h"
#include "str.h"

/* True for a tag that is well-formed and valid (RFC 5646, section 2.2.9): each language,
 * script, region and variant is in the registry, an extended language follows the one it
 * belongs to, and nothing is there twice. Case does not count; "en_GB" and the empty tag are
 * not valid. */
bool language_is_valid(struct str tag);

/* The tag in the usual case, such as "pt-BR" or "zh-Hant" (section 2.1.1); tag itself when it
 * is written so. Subtags are not replaced by preferred ones. */
struct str language_canonical(struct arena *a, struct str tag);

#endif
