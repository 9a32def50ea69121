/* missing_titles_table.h - patterns of titles as pages are asked for them: of a file that was
 * read, or made of ours when the program is built. */
#ifndef LINKS_MISSING_TITLES_TABLE_H
#define LINKS_MISSING_TITLES_TABLE_H

#include "../base/hints.h"
#include "missing_titles.h"

struct missing_title_tables {
	const struct str *sources; /* by enum: a pattern each */
	const struct hints *hints; /* at these, of which most titles match none */
	uint64_t file;             /* data_hash() of the file */
};

/* Ours, as it was when the program was built. */
extern const struct missing_title_tables missing_title_index;

/* Read a file as missing_titles_init() does, whatever is built in. */
const struct missing_title_tables *missing_title_tables_read(const char *file);
void missing_title_tables_free(const struct missing_title_tables *t);

#endif
