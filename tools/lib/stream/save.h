/* save.h - a saved site: from operands to its names, in bytewise order of their paths. */
#ifndef STREAM_SAVE_H
#define STREAM_SAVE_H

#include <stdint.h>

#include "names.h"

struct save {
	struct names names;
	const char *root; /* the folder that is the save's root, stripped from paths, or NULL */
	uint64_t pages;   /* chosen */
	uint64_t others;  /* files that are no pages */
	uint64_t twins;   /* .orig or .gz beside the page itself */
	uint64_t own;     /* pages a saver wrote for itself: HTTrack's index and cache */
	uint64_t outward; /* symbolic links out of the save */
};

/* Index the names of the save below the operands and choose the pages to read. With a root
 * (borrowed, or NULL), all names below it are indexed, and operands must lie there. Folders
 * that cannot be read, missing operands and the like are trouble, and the rest goes on.
 *
 * Symbolic links: operands are followed. In the walk, a link to a file of the save is that file
 * under another name, a link to a folder of the save is an alias for it and not entered again,
 * and nothing out of the save is ever opened. */
void save_open(struct save *save, const char *root, char *const *operands, size_t n);
void save_close(struct save *save);

/* Append the path to open a name by; a NUL follows that is not counted. */
void save_open_path(const struct save *save, uint32_t number, struct buffer *path);

/* Append to the list of *n names (malloc'ed, as each of them) those in a file, or "-" for
 * standard input: one a line or, null, each ended by NUL. Dies when it cannot be read. */
void read_name_list(const char *file, bool null, char ***list, size_t *n);

#endif
