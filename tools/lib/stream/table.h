/* table.h - pages as tables of CSV (RFC 4180, UTF-8).
 *
 * Records end with CR LF. A value stands in quotes, even an empty one; what a page does not
 * have is nothing between two delimiters, which databases read as NULL. */
#ifndef STREAM_TABLE_H
#define STREAM_TABLE_H

#include "../base/buffer.h"
#include "../page/extract.h"
#include "field.h"

enum { TABLE_COLUMNS = 32 }; /* no table has more */

struct table_form;
struct table_writer;

struct table {
	const char *name;
	unsigned wants;             /* what of a page it shows: enum page_wants */
	const struct field *fields; /* of the struct of a row; path comes before them */
	void (*rows)(struct table_writer *w, const struct page *page);
};

/* What a table is written with. */
struct table_writer {
	const struct table_form *form;
	struct str path; /* of the row's page */
	struct buffer *out;
	struct buffer cell; /* the value on its way */
	bool json;          /* rows are JSON, not CSV */
};

/* All of them, ended by one without a name: pages, nav, links, metas, alternates, parts. */
extern const struct table tables[];
const struct table *table_of(struct str name);

/* How a table is to look. */
struct table_form {
	const struct table *table;
	char delimiter; /* one byte of ASCII but no quote, CR or LF */
	bool safe;      /* put ' before a value that a spreadsheet could take for a formula, and
	                 * before one that starts with ': taking one leading ' off undoes it */
	size_t n;       /* the columns to write and their order, 0 is the path */
	unsigned char columns[TABLE_COLUMNS];
};

/* All columns of the table, in its order. */
struct table_form table_form(const struct table *table);

/* Choose columns by a list of names with commas between; -1 and the name in *unknown when there
 * is no such column, or too many are asked for. */
int table_choose(struct table_form *f, struct str list, struct str *unknown);

/* The name of a column of the table, counted from 0; absent after the last. */
struct str table_column(const struct table *table, size_t column);

void table_header(const struct table_form *f, struct buffer *out);

/* Append the rows that a page has in the table, as CSV; and as JSON, an object a line, without
 * the columns that a row has no value in. */
void table_rows(const struct table_form *f, const struct page *page, struct buffer *out);
void table_json(const struct table_form *f, const struct page *page, struct buffer *out);

/* Append the rows that navigation trees have in the table nav, of which form is; each item
 * tells its path. */
void table_item_rows(const struct table_form *f, const struct region *regions,
    struct str (*path)(const struct item *i), struct buffer *out);

/* For the rows functions of tables: is a column shown; append one row, a struct of which
 * table->fields tells. */
bool table_shows(const struct table_writer *w, struct str column);
void table_row(struct table_writer *w, const void *row);

/* A rows function where the page is the first member of the struct of its only row. */
void table_page_row(struct table_writer *w, const struct page *page);

#endif
