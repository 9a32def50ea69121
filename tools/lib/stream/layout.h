/* layout.h - what the folders and file names of a save tell of URLs. */
#ifndef STREAM_LAYOUT_H
#define STREAM_LAYOUT_H

#include "save.h"

/* The folder that is the root of the save around a name: the topmost that was walked, or
 * NAME_NONE for a file that was named by itself. */
uint32_t layout_root(const struct save *save, uint32_t number);

/* The folder that stands for the host, as wget and HTTrack make it: one right below the root on
 * the way to the name, or the root itself, if it is named like a host. NAME_NONE: neither is.
 */
uint32_t layout_host(const struct save *save, uint32_t number);

/* The name of a host folder as it stands in URLs: "example.org", "localhost:8080". */
struct str layout_host_name(const struct save *save, uint32_t folder, struct buffer *name);

/* The folder below a root, or the root itself, that stands for a host of URLs, or NAME_NONE. */
uint32_t layout_find_host(const struct save *save, uint32_t root, struct str host);

/* Append the URL path, from '/' on, and query of a file below the folder top: index.html is its
 * folder, what a saver added to the name (".gz", the ".1" of a second copy, the ".html" of wget
 * -E behind a query or a program's extension, '@' for '?') goes, and what URLs cannot hold is
 * percent-encoded. */
void layout_path(const struct save *save, uint32_t number, uint32_t top, struct buffer *path);

#endif
