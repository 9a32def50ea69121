/* mirror.h - a folder that gets one file for each page, at the page's path. */
#ifndef STREAM_MIRROR_H
#define STREAM_MIRROR_H

#include <stdbool.h>

#include "../base/buffer.h"
#include "../base/str.h"

struct mirror;

/* Open the folder, made where there is none; die when it cannot be. The extension, such as
 * ".md", takes the place of a page's own (".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".gz"
 * after them) and is added to any other name; an empty one leaves names as they are. */
struct mirror *mirror_new(const char *folder, const char *extension);
void mirror_free(struct mirror *m);

/* Write a file for the page of that path, folders above it made. A file that was there before
 * is replaced; a page whose file another one of this run has gets the next of its names, from
 * `choice` on. No path leads out of the folder: one with ".." is refused, one from the root
 * starts at the folder, and no symbolic link below it is followed. Returns -1 after a line of
 * trouble that names the path. */
int mirror_write(struct mirror *m, struct str path, unsigned choice, struct str bytes);

/* Append the path of the file of a page, seen from the folder. Its name is, by choice: 0, as
 * mirror_new() says; 1, the page's whole name with the extension; from 2 on, with "-2" and so
 * on between these. False where there is none: the page's path leads upwards. */
bool mirror_name(struct str path, struct str extension, unsigned choice, struct buffer *name);

/* The path without what the extension takes the place of; and what that may be, from i = 0 on,
 * the empty string last and then NULL. */
struct str mirror_stem(struct str path);
const char *mirror_ending(unsigned i);

#endif
