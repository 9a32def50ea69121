/* paths.h - the paths of a stream of pages: those of its pages and those its references lead
 * to.
 *
 * What is said of them lies in temporary files (see base/spill.h). In memory a page takes some
 * 10 bytes, and a path that a reference leads to before its page comes some 30: memory grows
 * with the number of different paths, not of pages read or references seen. */
#ifndef SITE_PATHS_H
#define SITE_PATHS_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/index.h"
#include "../base/spill.h"
#include "../html/position.h"

/* Where a path stood first. */
struct mention {
	struct str file, page, xpath;
	struct position at;
};

/* The paths that references led to while there was no page of them, by their whole hash. */
struct path_targets {
	uint64_t *hashes;  /* open addressing; 0: free */
	uint32_t *counts;  /* of references, in the same slots */
	size_t n, n_slots; /* a power of two */
};

/* See paths_init(). */
struct paths {
	uint64_t seed;       /* against made-up collisions */
	struct spill pages;  /* path and first mention of each page */
	struct index places; /* by hash: where in there, in units */
	uint64_t *known;     /* hashes of some paths that are pages; see paths.c */
	struct path_targets targets;
	struct spill mentions;     /* path and first mention of each target, in order */
	uint64_t next;             /* the one that paths_missing() looks at next */
	struct buffer read, again; /* the records read last */
};

void paths_init(struct paths *p);

/* Note a page. False when a page of that path was there before: *before then says where, until
 * the next call. Of its mention only file and place are kept. */
bool paths_page(
    struct paths *p, struct str path, const struct mention *where, struct mention *before);

/* Note a reference that leads to a page. */
void paths_target(struct paths *p, struct str path, const struct mention *where);

/* The next path, by first mention, that references lead to but no page has. Call when all is
 * noted, until it returns false; strings are there until the next call. */
struct missing_path {
	struct str path;
	struct mention first;
	uint32_t n_references;
};
bool paths_missing(struct paths *p, struct missing_path *missing);

void paths_free(struct paths *p);

#endif
