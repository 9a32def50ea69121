/* folder.h - what is in a folder, in the order of paths, whatever order the disk has. */
#ifndef STREAM_FOLDER_H
#define STREAM_FOLDER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "../base/buffer.h"

/* Something found in a folder and not dealt with yet. */
struct found {
	char *name;      /* malloc'ed */
	uint32_t parent; /* the caller's number of the folder */
	uint32_t length; /* of the name */
	mode_t type;     /* S_IFMT bits, of a link itself */
};

/* A stack of them: the next in the order of paths on top. */
struct found_stack {
	struct found *items;
	size_t n, cap;
};

/* Push what is in the folder at path. Trouble is said, and what was read before stays. */
void folder_read(struct found_stack *stack, const char *path, uint32_t parent);

/* A folder of which files are looked at one after the other: open from the second on, since to
 * find it anew may take as long as to read a small file. Zero-initialise. */
struct folder_handle {
	struct buffer path; /* up to the slash before a file's name, and a NUL not counted */
	bool is_open;
	int fd;
};

/* Go to the folder that a path of a file names: returns the path's rest, and in *fd what that
 * is relative to, as openat() and its like take it. */
const char *folder_enter(struct folder_handle *h, const char *path, int *fd);

void folder_leave(struct folder_handle *h);

#endif
