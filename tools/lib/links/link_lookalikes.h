/* link_lookalikes.h - what is there that looks like a place: in another letter case, encoded,
 * or with what a server or saver adds to a path. */
#ifndef LINKS_LINK_LOOKALIKES_H
#define LINKS_LINK_LOOKALIKES_H

#include "link_judge.h"

/* Numbers of lookalikes that stand for a page by its URL have this bit, others for a path. */
#define LOOKALIKE_PAGE 0x80000000u

/* Fill j->lookalikes with the paths that are there, the names of the save or what page lines
 * told, and with the URLs of pages. */
void link_lookalikes_index(struct link_judge *j);

/* Number of the path that looks like another, or like it with what a server or saver adds to
 * it, which *as then has too, in the judge's arena; or UINT32_MAX. */
uint32_t link_lookalike_find(struct link_judge *j, struct str *as);

/* The path of such a number, and in *as_written what looked alike. */
struct str link_lookalike_path(struct link_judge *j, uint32_t number, struct str *as_written);

/* The path of what looks like a place that nothing was found at; absent where nothing does.
 * *in_case: it differs in letter case; *lacks_slash: it is the index of a folder that was named
 * without its slash. */
struct str link_lookalike_of(
    struct link_judge *j, uint32_t dest, bool *in_case, bool *lacks_slash);

#endif
