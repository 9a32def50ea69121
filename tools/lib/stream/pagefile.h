/* pagefile.h - page elements one by one from a file or a pipe: a page a line, or an XML
 * document in any formatting. Told apart by the first line that holds a page. What is gzip is
 * unzipped. */
#ifndef STREAM_PAGEFILE_H
#define STREAM_PAGEFILE_H

#include <stdint.h>

#include "../base/buffer.h"

struct pagefile;

/* Read pages from a descriptor, which is the caller's to close. name (borrowed) is what
 * messages call it; first is what has been read of it already; no page may be larger than limit
 * bytes.
 */
struct pagefile *pagefile_new(int fd, const char *name, struct str first, uint64_t limit);

/* Replace *xml by the next page element, without a newline in it, and say where it begins, from
 * line 1. False at the end; what ends it too early is trouble. A line that is not even one
 * element is handed out as it is, for the reader of it to say so. */
bool pagefile_next(struct pagefile *f, struct buffer *xml, uint32_t *line);

void pagefile_free(struct pagefile *f);

#endif
