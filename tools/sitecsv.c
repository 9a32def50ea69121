/* sitecsv - lay the pages of a saved web site out as a table of CSV. */
#include <stdio.h>

#include "lib/base/diagnostics.h"
#include "lib/site/input.h"
#include "lib/stream/table.h"

enum { OPTION_TABLE = 1, OPTION_COLUMNS, OPTION_DELIMITER, OPTION_BOM, OPTION_SAFE };

static const struct option_row rows[] = {
	{ 't', "table", "NAME", "pages (default), nav, links, metas, alternates or parts",
	    OPTION_TABLE },
	{ 'C', "columns", "LIST", "write only these columns, in this order", OPTION_COLUMNS },
	{ 'd', "delimiter", "CHAR", "put CHAR between fields (a comma)", OPTION_DELIMITER },
	{ 'b', "bom", NULL, "start with a byte order mark", OPTION_BOM },
	{ 's', "safe", NULL, "mark what spreadsheets would take for formulas", OPTION_SAFE },
	{ 0, NULL, NULL, NULL, 0 },
};

static const struct options options = {
	.usage = "[OPTION...] [PATH...]",
	.purpose = "Lay saved web pages out as a table: CSV as RFC 4180 has it, in UTF-8.",
	.rows = rows,
	.shared_rows = input_options,
};

/* The names of all tables, or of all columns of one, with commas between. */
static struct buffer
names(const struct table *of)
{
	struct buffer list = { 0 };

	for (size_t i = 0; of ? table_column(of, i).p != NULL : tables[i].name != NULL; i++) {
		if (i)
			buffer_add(&list, STR(", "));
		buffer_add(&list, of ? table_column(of, i) : str_of(tables[i].name));
	}
	buffer_char(&list, '\0');
	return list;
}

/* The form of the table of that name with those columns (NULL: all). */
static struct table_form
find_form(const char *name, const char *columns)
{
	const struct table *table = table_of(str_of(name));
	struct table_form form;
	struct str unknown;

	if (!table)
		die("no table '%s'; there are %s", name, names(NULL).data);
	form = table_form(table);
	if (columns && table_choose(&form, str_of(columns), &unknown))
		die("no column '%.*s' in table %s, or more than %d; there are %s",
		    (int)unknown.n, unknown.p, name, TABLE_COLUMNS, names(table).data);
	return form;
}

/* One byte; "\t" too, which is hard to type. */
static char
read_delimiter(const char *arg)
{
	char c = strcmp(arg, "\\t") == 0 ? '\t' : arg[0];

	if ((c != '\t' && arg[1]) || (unsigned char)c >= 0x80 || !c || strchr("\"\r\n", c))
		die("delimiter '%s' is not one ASCII character but a quote or newline", arg);
	return c;
}

static void
write_header(const struct table_form *form, bool bom)
{
	struct buffer out = { 0 };

	if (bom)
		buffer_add(&out, STR("\uFEFF"));
	table_header(form, &out);
	fwrite(out.data, 1, out.n, stdout);
	buffer_free(&out);
}

static void
write_rows(void *context, struct input_page *in)
{
	table_rows(context, in->page, &in->out);
}

int
main(int argc, char **argv)
{
	const char *arg, *table = "pages", *columns = NULL;
	bool bom = false, safe = false;
	struct input *input = input_new();
	struct table_form form;
	char delimiter = ',';
	int id, first;

	program_start(argv[0]);
	while ((id = options_next(&options, argc, argv, &arg, &first)) != 0) {
		switch (id) {
		case OPTION_TABLE: table = arg; break;
		case OPTION_COLUMNS: columns = arg; break;
		case OPTION_DELIMITER: delimiter = read_delimiter(arg); break;
		case OPTION_BOM: bom = true; break;
		case OPTION_SAFE: safe = true; break;
		default: input_option(input, id, arg);
		}
	}
	form = find_form(table, columns);
	form.delimiter = delimiter;
	form.safe = safe;
	write_header(&form, bom);
	input_run(input, argv + first,
	    &(struct filter){
		.wants = form.table->wants, .context = &form, .each = write_rows });
	input_free(input);
	return program_end();
}
