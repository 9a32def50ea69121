/* data.h - where the data files of schemas/ are: in SITEGLEAN_SCHEMAS, else beside the source
 * tree the program was built in and still runs from, else where make install puts them. */
#ifndef BASE_DATA_H
#define BASE_DATA_H

#include <stdint.h>

#include "str.h"

/* The path of a data file such as "page.xsd", allocated; the caller frees it. Dies when there
 * is no such file in any of the places, naming them. */
char *schema_path(const char *name);

/* Hand each line of a file, trimmed, to `read`, and its number from 1 on. Dies when the file
 * cannot be read. */
void data_lines(
    const char *file, void (*read)(void *context, int number, struct str line), void *context);

/* A hash of a file's bytes, by which tables that were made of them are known to be of the file
 * still; 0 when it cannot be read. Safe from any thread. */
uint64_t data_hash(const char *path);

#endif
