/* load.h - the bytes of one file, unzipped where it is gzip (RFC 1952), told by its magic. */
#ifndef STREAM_LOAD_H
#define STREAM_LOAD_H

#include <stdbool.h>
#include <stdint.h>

#include "folder.h"

/* What one worker uses again for each file. Zero-initialise before first use. */
struct loader {
	struct folder_handle folder; /* of the last file */
	struct buffer raw, plain;
	uint64_t limit; /* bytes of a file, and of what is in it, at most */
};

/* Read a regular file; anything else is refused, a symbolic link too unless follow. The bytes
 * stay until the next call. Returns -1 after a line of trouble that names it. */
int load_file(struct loader *l, const char *path, bool follow, struct str *bytes);

/* The same for an open descriptor of any kind, read to its end; first is what was read of it
 * before, name what messages call it. */
int load_stream(
    struct loader *l, int fd, const char *name, struct str first, struct str *bytes);

/* The same for what a user names: "-" is standard input, and a pipe is read, too. */
int load_operand(struct loader *l, const char *path, struct str *bytes);

/* Read at most n first bytes (unzipped) of a regular file, to look what it is. Returns -1, and
 * says nothing, when it cannot be read. */
int load_head(const char *path, bool follow, char *head, size_t *n);

/* Copy the first bytes (unzipped) of what a file or stream begins with: at most `most`, which
 * head has room for. Returns how many. */
size_t load_plain_head(struct str bytes, size_t most, char *head);

void loader_free(struct loader *l);

#endif
