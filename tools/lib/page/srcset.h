/* srcset.h - the candidates of a srcset attribute (WHATWG 4.8.4.4, "parse a srcset attribute").
 */
#ifndef PAGE_SRCSET_H
#define PAGE_SRCSET_H

#include <stdbool.h>

#include "../base/str.h"

/* Take the next candidate off *left, its descriptors too, and set *url to its URL, a slice of
 * it; false when none is left. */
bool srcset_next(struct str *left, struct str *url);

#endif
