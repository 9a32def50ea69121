/* table.c - the form of a table of CSV: its cells, header and choice of columns. */
#include "table.h"

#include "csv_value.h"
#include "json.h"
#include "xml.h"

const struct table *
table_of(struct str name)
{
	for (const struct table *t = tables; t->name; t++)
		if (str_eq(name, str_of(t->name)))
			return t;
	return NULL;
}

/* Every table starts with the path of the page. */
static const struct field *
column_field(const struct table *table, size_t column)
{
	return column ? &table->fields[column - 1] : &page_fields[0];
}

struct str
table_column(const struct table *table, size_t column)
{
	return column_field(table, column)->name;
}

struct table_form
table_form(const struct table *table)
{
	struct table_form f = { .table = table, .delimiter = ',' };

	for (; table_column(table, f.n).p; f.n++)
		f.columns[f.n] = (unsigned char)f.n;
	return f;
}

static int
choose(struct table_form *f, struct str name)
{
	for (size_t i = 0; table_column(f->table, i).p; i++) {
		if (f->n < TABLE_COLUMNS && str_eq(table_column(f->table, i), name)) {
			f->columns[f->n++] = (unsigned char)i;
			return 0;
		}
	}
	return -1;
}

int
table_choose(struct table_form *f, struct str list, struct str *unknown)
{
	size_t from = 0, comma;

	f->n = 0;
	do {
		comma = str_find_char(list, ',', from);
		*unknown = str_part(list, from, comma);
		if (choose(f, *unknown))
			return -1;
		from = comma + 1;
	} while (comma < list.n);
	return 0;
}

/* True for what spreadsheets may take for a formula (OWASP, "CSV Injection": also the wide
 * forms that some locales accept), and for what would be taken for the mark against it. */
static bool
needs_mark(struct str s)
{
	static const char *const wide[] = { "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20" };

	if (s.n && memchr("=+-@\t\r\n'", s.p[0], 8))
		return true;
	for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
		if (str_starts(s, str_of(wide[i])))
			return true;
	return false;
}

static void
add_value(struct table_writer *w, struct str value, bool url)
{
	w->cell.n = 0;
	if (w->form->safe && needs_mark(value))
		buffer_char(&w->cell, '\'');
	xml_plain(&w->cell, value, url);
	csv_value(w->out, buffer_str(&w->cell));
}

void
table_header(const struct table_form *f, struct buffer *out)
{
	for (size_t i = 0; i < f->n; i++) {
		if (i)
			buffer_char(out, f->delimiter);
		csv_value(out, table_column(f->table, f->columns[i]));
	}
	buffer_add(out, STR("\r\n"));
}

static void
csv_row(struct table_writer *w, const void *row)
{
	const struct table_form *f = w->form;
	char scratch[FIELD_SCRATCH];

	for (size_t i = 0; i < f->n; i++) {
		const struct field *field = column_field(f->table, f->columns[i]);
		struct str value = f->columns[i] ? field_value(field, row, scratch) : w->path;

		if (i)
			buffer_char(w->out, f->delimiter);
		if (value.p)
			add_value(w, value, field->type == FIELD_URL);
	}
	buffer_add(w->out, STR("\r\n"));
}

/* All values are strings. */
static void
json_row(struct table_writer *w, const void *row)
{
	const struct table_form *f = w->form;
	json_t *object = json_need(json_object());
	char scratch[FIELD_SCRATCH];

	for (size_t i = 0; i < f->n; i++) {
		const struct field *field = column_field(f->table, f->columns[i]);
		struct str value = f->columns[i] ? field_value(field, row, scratch) : w->path;

		if (value.p)
			json_add(
			    object, field->name.p, json_plain(value, field->type == FIELD_URL));
	}
	json_line(w->out, object);
}

bool
table_shows(const struct table_writer *w, struct str column)
{
	for (size_t i = 0; i < w->form->n; i++)
		if (str_eq(table_column(w->form->table, w->form->columns[i]), column))
			return true;
	return false;
}

void
table_row(struct table_writer *w, const void *row)
{
	if (w->json)
		json_row(w, row);
	else
		csv_row(w, row);
}

void
table_page_row(struct table_writer *w, const struct page *page)
{
	table_row(w, page);
}

void
table_rows(const struct table_form *f, const struct page *page, struct buffer *out)
{
	struct table_writer w = { .form = f, .path = page->path, .out = out };

	f->table->rows(&w, page);
	buffer_free(&w.cell);
}

void
table_json(const struct table_form *f, const struct page *page, struct buffer *out)
{
	struct table_writer w = { .form = f, .path = page->path, .out = out, .json = true };

	f->table->rows(&w, page);
	buffer_free(&w.cell);
}
