/* json_ld.h - what a page declares as JSON-LD (schema.org). */
#ifndef PAGE_JSON_LD_H
#define PAGE_JSON_LD_H

#include <jansson.h>
#include <stdbool.h>

#include "blocks.h"

/* The data of the next script of JSON-LD after *at (NULL: from the first), which becomes that
 * script; NULL at the end. What is no JSON is passed over. The caller releases it with
 * json_decref(). */
json_t *json_ld_next(const struct blocks *b, const struct block **at);

/* A string, its white space folded, copied; absent where it is none or white. Character
 * references are replaced: JSON has none, but those who write it by templates escape twice. */
struct str json_ld_str(struct arena *a, const json_t *value);

/* True when the object's @type is this, or its first one is. */
bool json_ld_is(const json_t *object, const char *type);

#endif
