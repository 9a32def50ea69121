/* walk.h - the names below one folder: which are pages, and where symbolic links lead. */
#ifndef STREAM_WALK_H
#define STREAM_WALK_H

#include "folder.h"
#include "save.h"
#include "sniff.h"

struct folder_link;

/* Zero-initialise but save before first use. */
struct walk {
	struct save *save;
	bool choose;  /* every page found is chosen */
	char *start;  /* real path of the folder the walk began in */
	uint32_t top; /* its number */
	struct found_stack todo;
	struct folder_link *links;
	size_t n_links, links_cap;
	struct buffer path; /* to open the name at hand */

	char extension[8]; /* of the last file, and what that told: the next has the same,
	                      mostly */
	size_t n_extension;
	enum name_kind kind;
};

/* Add all below a folder that is in the tree already. */
void walk_folder(struct walk *w, uint32_t folder);

/* Add one file and tell whether it is a page; flags are enum name_flag. */
uint32_t walk_file(struct walk *w, uint32_t parent, struct str name, unsigned flags);

/* Choose a page to be read. */
void walk_choose(struct walk *w, uint32_t number);

/* The part of a real path below the walk's start ("" for that itself), or NULL outside. */
const char *walk_inside(const struct walk *w, const char *real);

/* The number of a path below a folder, or NAME_NONE. */
uint32_t walk_find(const struct walk *w, uint32_t folder, const char *path);

void walk_end(struct walk *w);

#endif
