/* reason_table.h - why the blocks of a page are in its body or not, as lines and as a table. */
#ifndef STREAM_REASON_TABLE_H
#define STREAM_REASON_TABLE_H

#include "table.h"

/* A row a block. */
extern const struct table reason_table;

/* Append a line a block, with its place as compilers name places. */
void reason_lines(const struct page *page, struct buffer *out);

#endif
