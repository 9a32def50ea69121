/* sheet.h - a table of CSV as it comes back from those who edited it (RFC 4180, UTF-8). */
#ifndef STREAM_SHEET_H
#define STREAM_SHEET_H

#include <stdarg.h>

#include "../base/arena.h"
#include "finding.h"
#include "table.h"

struct sheet_row {
	uint32_t line;      /* of the file, where it begins, from 1 */
	uint32_t n;         /* values it has; other than sheet.width: some may be another's */
	struct str *values; /* by column of the table; absent: none, and not even quotes */
	struct sheet_row *next;
};

struct sheet {
	const struct table *table;
	const char *file;
	struct sheet_row *rows;
	uint32_t width;          /* columns of the header */
	bool has[TABLE_COLUMNS]; /* which columns of the table are there */
	struct arena arena;      /* of all of it */
};

/* How it is written. */
struct sheet_form {
	char delimiter; /* 0: the header shows it */
	bool safe;      /* one leading ' comes off each value, see struct table_form */
};

/* Read the bytes of a file. A byte order mark, any line ends, empty lines and any order of
 * columns are taken; a column that the table does not have, one that is there twice, ill-formed
 * UTF-8 and quotes that do not match are not: then -1 after a line of trouble. */
int sheet_read(const struct table *table, const char *file, struct str bytes,
    struct sheet_form form, struct sheet *sheet);
void sheet_free(struct sheet *s);

/* The number of a column of the table by its name, which it must have. */
size_t sheet_column(const struct table *table, const char *name);

/* The value of a row in a column, absent where the column is not there. */
struct str sheet_value(const struct sheet *s, const struct sheet_row *row, size_t column);

/* What is wrong with a row. */
struct sheet_finding {
	enum level level;
	const char *rule; /* such as "csv.value" */
	uint32_t line;    /* of the table */
	struct str text;
	struct sheet_finding *next;
};

/* Put one, in the arena, where *next points, and let that point behind it. */
void sheet_find(struct arena *a, struct sheet_finding ***next, enum level level,
    const char *rule, const struct sheet_row *row, const char *format, va_list ap);

#endif
