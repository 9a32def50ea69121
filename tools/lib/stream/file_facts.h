/* file_facts.h - what a file of a save is: its media type, size and hash. */
#ifndef STREAM_FILE_FACTS_H
#define STREAM_FILE_FACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/arena.h"

/* Knows media types; one a thread. */
struct file_teller;

struct file_teller *file_teller_new(void);
void file_teller_free(struct file_teller *t);

struct file_facts {
	struct str type;        /* such as "image/png" */
	uint64_t bytes;         /* as they are on disk */
	struct str sha256;      /* FIPS 180-4, in hexadecimal */
	uint32_t width, height; /* of an image, in pixels; 0: unknown */
};

/* Read a regular file to its end; a symbolic link is refused unless follow. The type is that of
 * its content, by libmagic; where that only shows text, data or XML, the file's name tells
 * which, if it can. Strings are in the arena. Returns -1 after a line of trouble. */
int file_facts_read(struct file_teller *t, struct arena *a, const char *path, bool follow,
    struct file_facts *facts);

/* The SHA-256 of bytes in hexadecimal. */
struct str sha256_hex(struct arena *a, struct str bytes);

#endif
