/* merge.c - the edits of a table put into pages: which rows are whose, and the table pages. */
#include "merge.h"

#include <stdarg.h>
#include <stdlib.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "../page/fold.h"
#include "../stream/xml.h"
#include "merge_edit.h"

static const char *const rules[MERGE_RULES] = {
	[MERGE_ROW] = "csv.row",
	[MERGE_VALUE] = "csv.value",
	[MERGE_PAGE] = "csv.page",
	[MERGE_DUPLICATE] = "csv.duplicate",
	[MERGE_ID] = "csv.id",
	[MERGE_NAV] = "csv.nav",
	[MERGE_PARENT] = "csv.parent",
	[MERGE_CYCLE] = "csv.cycle",
};

void
merge_find(struct merged *out, enum merge_rule rule, const struct sheet_row *row,
    const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	sheet_find(&out->arena, &out->next, LEVEL_ERROR, rules[rule], row, format, ap);
	va_end(ap);
}

static bool
is_of_site(const struct sheet *s)
{
	if (strcmp(s->table->name, "nav") != 0 || !s->rows || s->rows->n != s->width)
		return false;
	return str_starts(sheet_value(s, s->rows, sheet_column(s->table, "nav")), STR("m"));
}

static void
add_row(struct merge *m, struct str path, struct sheet_row *row)
{
	size_t before = m->names.n;
	uint32_t number = strings_add(&m->names, path, strings_hash(&m->names, path));

	m->paths = x_grow(m->paths, &m->cap, m->names.n, sizeof(*m->paths));
	if (m->names.n > before)
		m->paths[number] = (struct merge_path){ .first = row };
	else
		m->paths[number].last->next = row;
	m->paths[number].last = row;
}

void
merge_start(struct merge *m, const struct sheet *sheet, bool delete, bool alone)
{
	bool of_site = alone && is_of_site(sheet);

	*m = (struct merge){ .sheet = sheet, .delete = delete, .alone = alone };
	strings_init(&m->names);
	for (struct sheet_row *row = sheet->rows, *next; row; row = next) {
		struct str path = of_site ? STR("") : sheet_value(sheet, row, 0);

		next = row->next;
		row->next = NULL;
		add_row(m, path, row);
	}
}

void
merge_free(struct merge *m)
{
	strings_free(&m->names);
	free(m->paths);
	*m = (struct merge){ 0 };
}

/* True where the table has that for a value: as XML can hold it. */
static bool
is_value(struct str value, bool url, struct str cell)
{
	struct buffer plain = { 0 };
	bool same;

	xml_plain(&plain, value, url);
	same = str_eq(buffer_str(&plain), cell);
	buffer_free(&plain);
	return same;
}

bool
merge_agrees(const struct merge *m, const struct sheet_row *row, size_t column,
    const struct field *f, const void *object)
{
	struct str cell = row->values[column], value;
	char scratch[FIELD_SCRATCH];

	if (!m->sheet->has[column])
		return true;
	value = field_value(f, object, scratch);
	if (f->type == FIELD_SIZE && !cell.n)
		return str_eq(value, STR("0"));
	return is_value(value, f->type == FIELD_URL, cell);
}

/* Take a value away; -1 for a field that is never without. */
static int
clear(const struct field *f, void *object, struct str cell)
{
	void *member = (char *)object + f->offset;

	switch (f->type) {
	case FIELD_TEXT: *(struct str *)member = cell.p ? STR("") : cell; return 0;
	case FIELD_URL: *(struct str *)member = (struct str){ 0 }; return 0;
	case FIELD_STATUS: *(int *)member = 0; return 0;
	case FIELD_KIND: *(unsigned *)member = 0; return field_is_required(f) ? -1 : 0;
	default: return -1;
	}
}

int
merge_set(const struct merge *m, struct merged *out, const struct sheet_row *row, size_t column,
    const struct field *f, void *object)
{
	struct str cell = row->values[column], value = cell;
	int failed;

	if (f->type == FIELD_TEXT)
		value = fold(&out->arena, cell);
	failed = value.n ? field_set(f, object, value, &out->arena) : clear(f, object, cell);
	if (failed)
		merge_find(out, MERGE_VALUE, row, "%s cannot be '%.*s'",
		    table_column(m->sheet->table, column).p, QUOTED(cell));
	return failed;
}

/* Columns that tell what is in a page, and change with that alone. */
static bool
is_count(const struct field *f)
{
	return str_eq(f->name, STR("words")) || str_eq(f->name, STR("characters"));
}

/* A language must be a valid tag, and is written the usual way. */
static void
check_language(struct merged *out, const struct sheet_row *row)
{
	if (out->page.lang.p && !out->page.lang.n)
		out->page.lang = (struct str){ 0 };
	if (!out->page.lang.p)
		return;
	if (!language_is_valid(out->page.lang))
		merge_find(
		    out, MERGE_VALUE, row, "lang cannot be '%.*s'", QUOTED(out->page.lang));
	else
		out->page.lang = language_canonical(&out->arena, out->page.lang);
}

static void
merge_fields(const struct merge *m, const struct merge_path *path, struct merged *out)
{
	const struct sheet_row *row = path->first;
	const struct field *fields = m->sheet->table->fields;
	struct str lang = out->page.lang;

	for (const struct sheet_row *other = row->next; other; other = other->next)
		merge_find(out, MERGE_DUPLICATE, other, "path '%.*s' stands before, in line %u",
		    QUOTED(sheet_value(m->sheet, row, 0)), row->line);
	for (size_t i = 0; fields[i].name.p; i++)
		if (!is_count(&fields[i]) &&
		    !merge_agrees(m, row, i + 1, &fields[i], &out->page))
			merge_set(m, out, row, i + 1, &fields[i], &out->page);
	if (out->page.lang.p != lang.p)
		check_language(out, row);
}

/* Look for rows of which it is not known which value is whose. */
static void
check_rows(const struct merge *m, const struct merge_path *path, struct merged *out)
{
	for (const struct sheet_row *row = path->first; row; row = row->next)
		if (row->n != m->sheet->width)
			merge_find(out, MERGE_ROW, row, "%u values for %u columns", row->n,
			    m->sheet->width);
}

static void
merge_rows(const struct merge *m, const struct merge_path *path, struct merged *out)
{
	check_rows(m, path, out);
	if (out->findings)
		return;
	if (strcmp(m->sheet->table->name, "pages") == 0)
		merge_fields(m, path, out);
	else
		merge_nav(m, path, out);
}

static struct merged *
merged_new(void)
{
	struct merged *out = x_calloc(1, sizeof(*out));

	out->next = &out->findings;
	return out;
}

struct merged *
merge_page(const struct merge *m, const struct page *page)
{
	static const struct merge_path no_rows;
	struct merged *out = merged_new();
	struct buffer path = { 0 };
	uint32_t number;

	xml_plain(&path, page->path, true);
	number = strings_find(
	    &m->names, buffer_str(&path), strings_hash(&m->names, buffer_str(&path)));
	buffer_free(&path);
	out->page = *page;
	if (number != STRING_NONE)
		out->path = &m->paths[number];
	if (out->path)
		merge_rows(m, out->path, out);
	else if (m->delete &&strcmp(m->sheet->table->name, "pages") == 0)
		out->deleted = true;
	else if (m->delete)
		merge_nav(m, &no_rows, out);
	return out;
}

struct merged *
merge_new_page(const struct merge *m, struct merge_path *path)
{
	bool is_nav = strcmp(m->sheet->table->name, "nav") == 0;
	struct merged *out = merged_new();

	out->path = path;
	out->page.path = strings_text(&m->names, (uint32_t)(path - m->paths));
	merge_rows(m, path, out);
	if (!out->findings && is_nav && !m->alone)
		merge_find(
		    out, MERGE_PAGE, path->first, "no page '%.*s'", QUOTED(out->page.path));
	else if (!out->findings && !is_nav && !out->page.path.n)
		merge_find(out, MERGE_VALUE, path->first, "path cannot be ''");
	return out;
}

void
merged_free(struct merged *merged)
{
	arena_free(&merged->arena);
	free(merged);
}
