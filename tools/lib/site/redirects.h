/* redirects.h - the redirects that a build hands to its server in a file: lines of a path,
 * perhaps parameters of a query, the place it leads to and perhaps a status, with '*' at the
 * end of a path for anything and ":name" for one of its parts. */
#ifndef SITE_REDIRECTS_H
#define SITE_REDIRECTS_H

#include <stdbool.h>

#include "../base/arena.h"

struct redirect {
	struct str from, to; /* to absent: the status says that nothing is there */
	bool has_parameters;
};

/* Zero-initialise before first use. */
struct redirects {
	struct arena arena;
	struct redirect *rows;
	size_t n, cap;
};

/* Add the lines of a file. */
void redirects_read(struct redirects *r, struct str text);
void redirects_free(struct redirects *r);

/* Where a path, '/' first, perhaps with a query, is sent by the first line that matches, or an
 * absent slice. What the query has is not looked at. */
struct str redirects_find(const struct redirects *r, struct arena *a, struct str path);

#endif
