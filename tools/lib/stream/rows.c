/* rows.c - rows of named values. */
#include "rows.h"

#include <stdlib.h>

#include "../base/decimal.h"
#include "../base/memory.h"
#include "../base/utf8.h"
#include "csv_value.h"
#include "xml.h"

#define ROWS_NAMESPACE "urn:siteglean:rows:1"

/* A value of a text table that is not set yet. */
struct cell {
	size_t end;     /* of its bytes in text */
	uint32_t width; /* code points */
};

struct rows {
	enum rows_form form;
	struct str name;
	const struct str *columns;
	size_t n, at; /* columns, and the next one */
	struct buffer *out;
	struct buffer text;
	struct cell *cells;
	size_t n_cells, cells_cap;
	uint32_t *widths;
};

static void
add_cell(struct rows *r, struct str value)
{
	size_t start = r->text.n;
	uint32_t width;

	buffer_shown(&r->text, value);
	width = (uint32_t)utf8_count(str_part(buffer_str(&r->text), start, r->text.n));
	r->cells = x_grow(r->cells, &r->cells_cap, r->n_cells + 1, sizeof(*r->cells));
	r->cells[r->n_cells++] = (struct cell){ r->text.n, width };
	if (width > r->widths[r->at])
		r->widths[r->at] = width;
}

static void
add_quoted(struct rows *r, struct str value)
{
	if (value.p)
		csv_value(r->out, value);
	buffer_add(r->out, r->at + 1 < r->n ? STR(",") : STR("\r\n"));
}

static void
add_element(struct rows *r, struct str value)
{
	if (r->at == 0) {
		buffer_add(r->out, STR("<row xmlns=\"" ROWS_NAMESPACE "\""));
		xml_attribute(r->out, STR("table"), r->name, false);
		buffer_char(r->out, '>');
	}
	if (value.p) {
		buffer_add(r->out, STR("<cell"));
		xml_attribute(r->out, STR("column"), r->columns[r->at], false);
		buffer_char(r->out, '>');
		xml_text(r->out, value);
		buffer_add(r->out, STR("</cell>"));
	}
	if (r->at + 1 == r->n)
		buffer_add(r->out, STR("</row>\n"));
}

void
rows_add(struct rows *r, struct str value)
{
	switch (r->form) {
	case ROWS_CSV: add_quoted(r, value); break;
	case ROWS_XML: add_element(r, value); break;
	default: add_cell(r, value); break;
	}
	r->at = (r->at + 1) % r->n;
}

void
rows_path(struct rows *r, struct str path)
{
	struct buffer plain = { 0 };

	xml_plain(&plain, path, true);
	rows_add(r, path.p ? buffer_str(&plain) : path);
	buffer_free(&plain);
}

void
rows_number(struct rows *r, uint64_t value)
{
	char digits[DECIMAL_ROOM];

	rows_add(r, decimal_text(digits, value));
}

struct rows *
rows_new(enum rows_form form, struct str name, const struct str *columns, size_t n,
    struct buffer *out)
{
	struct rows *r = x_calloc(1, sizeof(*r));

	*r =
	    (struct rows){ .form = form, .name = name, .columns = columns, .n = n, .out = out };
	r->widths = x_calloc(n, sizeof(*r->widths));
	for (size_t i = 0; i < n && form != ROWS_XML; i++)
		rows_add(r, columns[i]);
	return r;
}

/* Set the cells of a text table, two spaces between columns and none at the end of a row. */
static void
set_text(struct rows *r)
{
	size_t from = 0;

	for (size_t i = 0; i < r->n_cells; i++) {
		const struct cell *c = &r->cells[i];
		bool last = (i + 1) % r->n == 0;

		buffer_add(r->out, str_part(buffer_str(&r->text), from, c->end));
		from = c->end;
		for (uint32_t w = c->width; !last && w < r->widths[i % r->n] + 2; w++)
			buffer_char(r->out, ' ');
		if (!last)
			continue;
		while (r->out->n && r->out->data[r->out->n - 1] == ' ')
			r->out->n--;
		buffer_char(r->out, '\n');
	}
}

void
rows_end(struct rows *r)
{
	if (r->form == ROWS_TEXT)
		set_text(r);
	buffer_free(&r->text);
	free(r->cells);
	free(r->widths);
	free(r);
}

int
rows_form_of(const char *name)
{
	static const char *const names[ROWS_FORMS] = { "text", "csv", "xml" };

	for (int i = 0; i < ROWS_FORMS; i++)
		if (strcmp(name, names[i]) == 0)
			return i;
	return -1;
}
