/* paths.h - the paths of a stream of pages: those of its pages and those its references lead
 * to.
 *
 * A path costs about 150 bytes and its own: memory grows with the number of different paths,
 * not of pages read or references seen. */
#ifndef SITE_PATHS_H
#define SITE_PATHS_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/arena.h"
#include "../html/position.h"

/* Where a path stood first. */
struct mention {
	struct str file, page, xpath;
	struct position at;
};

struct path {
	struct str path;
	bool is_page;          /* of a page, not only what a reference leads to */
	struct mention first;  /* as a page's, once it is one; before, as a target */
	uint32_t n_references; /* seen before the page itself was */
	struct path *next;     /* first mentioned as a target after this one */
};

/* Zero-initialise before first use. */
struct paths {
	struct arena arena;
	struct path **slots;  /* open addressing; NULL: free */
	size_t n, n_slots;    /* a power of two */
	uint64_t seed;        /* against made-up collisions */
	struct path *targets; /* paths first mentioned as targets, in that order */
	struct path *last_target;
	struct str file; /* of the last mention, to keep each file's name once */
};

/* Note a page. Returns NULL, or, when a page of that path was there before, that one. */
const struct path *paths_page(struct paths *p, struct str path, const struct mention *where);

/* Note a reference that leads to a page. */
void paths_target(struct paths *p, struct str path, const struct mention *where);

/* The first target at or after t (start with p->targets) that is no page; NULL: none. */
const struct path *paths_missing(const struct path *t);

void paths_free(struct paths *p);

#endif
