/* rows.h - rows of named values: as text set in columns, CSV, or XML.
 *
 * CSV is written as table.h has it, XML as one row element a line (schemas/rows.xsd). */
#ifndef STREAM_ROWS_H
#define STREAM_ROWS_H

#include <stdint.h>

#include "../base/buffer.h"

enum rows_form { ROWS_TEXT, ROWS_CSV, ROWS_XML, ROWS_FORMS };

struct rows;

/* Begin a table; its name and those of its n columns are borrowed. */
struct rows *rows_new(enum rows_form form, struct str name, const struct str *columns, size_t n,
    struct buffer *out);

/* Add the next value of a row, which is written after the last; absent: it has none. Of a path,
 * what XML cannot hold is replaced as in page lines, whatever the form. */
void rows_add(struct rows *r, struct str value);
void rows_path(struct rows *r, struct str path);
void rows_number(struct rows *r, uint64_t value);

/* Write what is left (text is set when all of it is known) and free. */
void rows_end(struct rows *r);

/* "text", "csv", "xml"; the form of that name, or -1. */
int rows_form_of(const char *name);

#endif
