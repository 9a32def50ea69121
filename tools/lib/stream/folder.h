/* folder.h - what is in a folder, in the order of paths, whatever order the disk has. */
#ifndef STREAM_FOLDER_H
#define STREAM_FOLDER_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

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

#endif
