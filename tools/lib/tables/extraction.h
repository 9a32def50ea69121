/* extraction.h - what pages hold in data: URLs, put into files. */
#ifndef TABLES_EXTRACTION_H
#define TABLES_EXTRACTION_H

#include "../base/arena.h"
#include "../page/page.h"

struct extraction;

/* Put files into a folder, made where there is none. root: as --root, or NULL. Dies when the
 * folder cannot be. */
struct extraction *extraction_new(const char *folder, const char *root);
void extraction_free(struct extraction *e);

/* The files of one page, until they are written. */
struct extracted;

/* Let the page's references, and those in its body, lead to files instead: as relative
 * addresses, with the path of the file as target. The other addresses of a page with a base
 * element are resolved against it, and it becomes empty. file is where the page was read, which
 * tells where it is on disk; absent: only its path does. An address that cannot be read, or
 * holds nothing, stays and is remarked on. Safe from any thread. */
struct extracted *extract_data(
    const struct extraction *e, const struct page *page, struct str file);

/* Write its files, each named by the SHA-256 of its bytes, where no page before had them, and
 * free it. */
void extracted_write(struct extraction *e, struct extracted *x);

/* How many files there are. */
size_t extraction_count(const struct extraction *e);

#endif
