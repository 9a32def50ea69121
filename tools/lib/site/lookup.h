/* lookup.h - from the path and query of a URL to the name of a file in a save. */
#ifndef SITE_LOOKUP_H
#define SITE_LOOKUP_H

#include "../base/arena.h"
#include "../stream/names.h"

/* The file below a folder that a URL's path (from '/' on, or "") and query (p NULL: none) lead
 * to, or NAME_NONE; *known is then false where the search left the folders that were walked. */
uint32_t lookup_path(struct arena *a, const struct names *names, uint32_t folder,
    struct str path, struct str query, bool *known);

#endif
