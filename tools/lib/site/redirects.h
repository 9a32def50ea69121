/* redirects.h - the redirects that a build hands to its server in a file: lines of a path, the
 * place it leads to and perhaps a status, with '*' at the end of a path for anything and
 * ":name" for one of its parts. */
#ifndef SITE_REDIRECTS_H
#define SITE_REDIRECTS_H

#include "../base/arena.h"

struct redirect {
	struct str from, to;
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

/* Where a path, '/' first, is sent by the first line that matches, or an absent slice. */
struct str redirects_find(const struct redirects *r, struct arena *a, struct str path);

#endif
