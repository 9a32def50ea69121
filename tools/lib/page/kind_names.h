/* kind_names.h - how page lines spell the values of enums. */
#ifndef PAGE_KIND_NAMES_H
#define PAGE_KIND_NAMES_H

#include "../base/str.h"
#include "kinds.h"

/* The names of an enum's values, by value. NULL: the value that is written by leaving the
 * attribute out (STATE_NONE, URL_NONE, LABEL_TEXT). */
struct kind_names {
	const char *const *names;
	unsigned n;
};

extern const struct kind_names ref_state_names, anchor_from_names, url_from_names,
    nav_kind_names, part_role_names, label_from_names, fact_kind_names, fact_from_names;

/* The name of a value, or NULL; the value of a name, or -1 for a name that is none. */
const char *kind_name(const struct kind_names *kinds, unsigned value);
int kind_of(const struct kind_names *kinds, struct str name);

#endif
