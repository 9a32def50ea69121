/* sheet.c - a table of CSV as it comes back. */
#include "sheet.h"

#include <csv.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "../base/utf8.h"

enum { NO_COLUMN = TABLE_COLUMNS, MOST_CELLS = 4096 };

/* Where libcsv stands in the file. */
struct reading {
	struct sheet *sheet;
	bool safe, failed;
	uint32_t line;     /* of the piece at hand */
	uint32_t row_line; /* where the open row began */
	bool in_row;
	struct str *cells; /* of the open row */
	size_t n, cap;
	unsigned char columns[MOST_CELLS]; /* of the table, by column of the file */
	struct sheet_row **next;
};

size_t
sheet_column(const struct table *table, const char *name)
{
	size_t i = 0;

	while (!str_eq(table_column(table, i), str_of(name)))
		i++;
	return i;
}

struct str
sheet_value(const struct sheet *s, const struct sheet_row *row, size_t column)
{
	return s->has[column] ? row->values[column] : (struct str){ 0 };
}

static void fail(struct reading *r, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Say what is wrong with a line, and stop. */
static void
fail(struct reading *r, uint32_t line, const char *format, ...)
{
	struct buffer place = { 0 };
	char text[256];
	va_list ap;

	va_start(ap, format);
	vsnprintf(text, sizeof(text), format, ap);
	va_end(ap);
	buffer_printf(&place, "%s:%u", r->sheet->file, line);
	trouble(place.data, "%s", text);
	buffer_free(&place);
	r->failed = true;
}

/* cb1 of libcsv: a value; NULL: nothing, and no quotes. */
static void
add_cell(void *bytes, size_t n, void *context)
{
	struct reading *r = context;
	struct str s = { bytes, n };

	if (r->safe && str_starts(s, STR("'")))
		s = str_part(s, 1, n);
	r->cells = x_grow(r->cells, &r->cap, r->n + 1, sizeof(*r->cells));
	r->cells[r->n++] = bytes ? arena_str(&r->sheet->arena, s) : (struct str){ 0 };
}

static size_t
find_column(const struct table *table, struct str name)
{
	for (size_t i = 0; table_column(table, i).p; i++)
		if (str_eq(table_column(table, i), name))
			return i;
	return NO_COLUMN;
}

static void
read_header(struct reading *r)
{
	struct sheet *s = r->sheet;

	s->width = (uint32_t)r->n;
	if (r->n > MOST_CELLS)
		fail(r, r->row_line, "more than %d columns", MOST_CELLS);
	for (size_t i = 0; i < r->n && !r->failed; i++) {
		size_t column = find_column(s->table, r->cells[i]);

		if (column == NO_COLUMN)
			fail(r, r->row_line, "no column '%.*s' in table %s",
			    QUOTED(r->cells[i]), s->table->name);
		else if (s->has[column])
			fail(r, r->row_line, "column '%.*s' stands twice", QUOTED(r->cells[i]));
		else
			s->has[column] = true;
		r->columns[i] = (unsigned char)column;
	}
}

static void
add_row(struct reading *r)
{
	struct sheet_row *row = arena_zalloc(&r->sheet->arena, sizeof(*row));

	row->line = r->row_line;
	row->n = (uint32_t)r->n;
	row->values = arena_zalloc(&r->sheet->arena, TABLE_COLUMNS * sizeof(*row->values));
	for (size_t i = 0; i < r->n && i < r->sheet->width; i++)
		row->values[r->columns[i]] = r->cells[i];
	*r->next = row;
	r->next = &row->next;
}

/* cb2 of libcsv: the end of a row. */
static void
end_row(int c, void *context)
{
	struct reading *r = context;

	(void)c;
	if (!r->failed && r->sheet->width)
		add_row(r);
	else if (!r->failed)
		read_header(r);
	r->n = 0;
	r->in_row = false;
}

/* libcsv would trim what stands without quotes. */
static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

/* The length of the line that s begins with, its end included: LF, CR LF or CR. */
static size_t
line_length(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] != '\n' && s.p[n] != '\r')
		n++;
	if (n + 1 < s.n && s.p[n] == '\r' && s.p[n + 1] == '\n')
		n++;
	return n < s.n ? n + 1 : n;
}

/* Hand the file over line by line, to know where rows begin. */
static void
read_lines(struct reading *r, struct csv_parser *parser, struct str s)
{
	for (size_t n; s.n && !r->failed; s = str_part(s, n, s.n)) {
		struct str line = str_part(s, 0, n = line_length(s));

		r->line++;
		if (!r->in_row)
			r->row_line = r->line;
		r->in_row = r->in_row || !str_is_white(line);
		if (csv_parse(parser, line.p, line.n, add_cell, end_row, r) != line.n)
			fail(r, r->line, "a quote stands where none can: '%.*s'",
			    QUOTED(str_trim(line)));
	}
	if (!r->failed && csv_fini(parser, add_cell, end_row, r))
		fail(r, r->row_line, "a quote of the row that begins here is not closed");
}

/* The first character of the header outside of quotes that can part columns. */
static char
find_delimiter(struct str header)
{
	bool quoted = false;

	for (size_t i = 0; i < header.n; i++) {
		quoted ^= header.p[i] == '"';
		if (!quoted && strchr(",;\t|", header.p[i]))
			return header.p[i];
	}
	return ',';
}

static void
check_utf8(struct reading *r, struct str bytes)
{
	size_t valid = utf8_valid_prefix(bytes);
	uint32_t line = 1;

	if (valid == bytes.n)
		return;
	for (size_t i = 0; i < valid; i++)
		line += bytes.p[i] == '\n';
	fail(r, line, "not UTF-8; the table must be saved as that");
}

int
sheet_read(const struct table *table, const char *file, struct str bytes,
    struct sheet_form form, struct sheet *sheet)
{
	struct reading r = { .sheet = sheet, .safe = form.safe, .next = &sheet->rows };
	struct csv_parser parser;

	*sheet = (struct sheet){ .table = table, .file = file };
	if (str_starts(bytes, STR("\uFEFF")))
		bytes = str_part(bytes, 3, bytes.n);
	check_utf8(&r, bytes);
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL))
		memory_exhausted();
	csv_set_realloc_func(&parser, x_realloc);
	csv_set_space_func(&parser, no_space);
	csv_set_delim(&parser, (unsigned char)(form.delimiter ? form.delimiter
							      : find_delimiter(str_part(bytes,
								    0, line_length(bytes)))));
	read_lines(&r, &parser, bytes);
	csv_free(&parser);
	if (!r.failed && !sheet->width)
		fail(&r, 1, "no header: the first row names the columns");
	free(r.cells);
	return r.failed ? -1 : 0;
}

void
sheet_free(struct sheet *s)
{
	arena_free(&s->arena);
	*s = (struct sheet){ 0 };
}

void
sheet_find(struct arena *a, struct sheet_finding ***next, enum level level, const char *rule,
    const struct sheet_row *row, const char *format, va_list ap)
{
	struct sheet_finding *f = arena_zalloc(a, sizeof(*f));
	char text[512];

	vsnprintf(text, sizeof(text), format, ap);
	*f = (struct sheet_finding){ level, rule, row ? row->line : 1,
		arena_str(a, str_of(text)), NULL };
	**next = f;
	*next = &f->next;
}
