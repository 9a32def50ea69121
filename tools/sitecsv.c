/* sitecsv - lay the pages of a saved web site out as a table of CSV, and put what was edited in
 * it back. */
#include <stdio.h>

#include "lib/base/diagnostics.h"
#include "lib/base/output.h"
#include "lib/site/input.h"
#include "lib/tables/assets.h"
#include "lib/tables/redirect_map.h"
#include "lib/tables/table_back.h"

enum {
	OPTION_TABLE = 1,
	OPTION_COLUMNS,
	OPTION_DELIMITER,
	OPTION_BOM,
	OPTION_SAFE,
	OPTION_REVERSE,
	OPTION_INTO,
	OPTION_DELETE,
	OPTION_CHECK,
	OPTION_FORMAT,
};

static const struct option_row rows[] = {
	{ 't', "table", "NAME",
	    "pages (default), nav, links, metas, alternates, parts or assets", OPTION_TABLE },
	{ 'C', "columns", "LIST", "write only these columns, in this order", OPTION_COLUMNS },
	{ 'd', "delimiter", "CHAR", "put CHAR between fields (a comma)", OPTION_DELIMITER },
	{ 'b', "bom", NULL, "start with a byte order mark", OPTION_BOM },
	{ 's', "safe", NULL, "mark what spreadsheets would take for formulas", OPTION_SAFE },
	{ 'r', "reverse", NULL, "read a table, pages, nav or redirects, and print it as XML",
	    OPTION_REVERSE },
	{ 'i', "into", "PAGES", "with -r: merge it into these pages, or check it against them",
	    OPTION_INTO },
	{ 0, "delete", NULL, "with -i: what has no row in the table goes", OPTION_DELETE },
	{ 'c', "check", NULL, "with -r: print what is in conflict instead", OPTION_CHECK },
	{ 'f', "format", "FORMAT", "with -c: text (default), csv, xml or json", OPTION_FORMAT },
	{ 0, NULL, NULL, NULL, 0 },
};

static const struct options options = {
	.usage = "[OPTION...] [PATH...]",
	.purpose = "Lay saved web pages out as a table of CSV, or put an edited one back.",
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
	if (!of)
		buffer_add(&list, STR(", assets"));
	buffer_char(&list, '\0');
	return list;
}

/* The form of the table of that name with those columns (NULL: all). */
static struct table_form
find_form(const char *name, const char *columns)
{
	const struct table *table =
	    strcmp(name, asset_table.name) == 0 ? &asset_table : table_of(str_of(name));
	struct table_form form;
	struct str unknown;

	if (!table)
		die("--table wants one of %s, not '%s'; see --help", names(NULL).data, name);
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

/* What the command line says. */
struct call {
	const char *table, *columns, *into, *delimiter; /* NULL: not said */
	bool bom, safe, reverse, delete, check;
	const struct finding_writer *writer;
	struct input *input;
	char **operands;
};

static void
write_rows(void *context, struct input_page *in)
{
	table_rows(context, in->page, &in->out);
}

/* The files of a site, as its pages come by. */
struct asset_run {
	struct assets assets;
	const struct table_form *form;
	int jobs;
};

static void
take_uses(void *context, struct input_page *in)
{
	(void)context;
	in->result = asset_uses_new(in->page);
}

static void
add_uses(void *context, struct input_page *in)
{
	struct asset_run *run = context;

	assets_add(&run->assets, in->result, false);
	asset_uses_free(in->result);
}

static void
print_assets(void *context, const struct scraper *scraper, bool partial)
{
	struct asset_run *run = context;

	assets_print(&run->assets, scraper, partial, run->jobs, run->form);
}

static void
list_assets(const struct call *call, const struct table_form *form)
{
	struct asset_run run = { .form = form, .jobs = input_jobs(call->input) };

	assets_init(&run.assets);
	input_run(call->input, call->operands,
	    &(struct filter){ .wants = form->table->wants,
		.context = &run,
		.each = take_uses,
		.done = add_uses,
		.end = print_assets });
	assets_free(&run.assets);
}

static void
print_table(const struct call *call)
{
	struct table_form form = find_form(call->table, call->columns);
	struct buffer out = { 0 };

	form.delimiter = call->delimiter ? read_delimiter(call->delimiter) : ',';
	form.safe = call->safe;
	if (call->bom)
		buffer_add(&out, STR("\uFEFF"));
	table_header(&form, &out);
	output_last(&out);
	if (form.table == &asset_table)
		list_assets(call, &form);
	else
		input_run(call->input, call->operands,
		    &(struct filter){
			.wants = form.table->wants, .context = &form, .each = write_rows });
}

static void
read_back(const struct call *call)
{
	const char *file = call->operands[0] ? call->operands[0] : "-";
	struct table_back back = { .table = call->table,
		.into = call->into,
		.delete = call->delete,
		.writer = call->check && !call->writer ? finding_writer("text") : call->writer,
		.input = call->input,
		.form.safe = call->safe };

	if (call->delimiter)
		back.form.delimiter = read_delimiter(call->delimiter);
	table_back_run(&back, file);
}

/* Die where options or operands do not go together. */
static void
check_call(const struct call *call)
{
	const char *file = call->operands[0] ? call->operands[0] : "-";

	if (!call->reverse && (call->into || call->delete || call->check))
		die("--into, --delete and --check go with --reverse; see --help");
	if (call->writer && !call->check)
		die("--format goes with --check; see --help");
	if (!call->reverse)
		return;
	if (!table_back_knows(call->table))
		die("--reverse takes table pages, nav or redirects, not '%s'; see --help",
		    call->table);
	if (!call->into && (call->delete || strcmp(call->table, "pages") == 0))
		die("--delete and table pages want --into; see --help");
	if (call->delete &&strcmp(call->table, redirect_table.name) == 0)
		die("--delete does not go with table redirects; see --help");
	if (call->columns || call->bom || input_selects(call->input))
		die("options that choose columns or pages do not go with --reverse; see "
		    "--help");
	if (call->operands[0] && call->operands[1])
		die("--reverse takes one table, not '%s' too", call->operands[1]);
	if (call->into && strcmp(call->into, "-") == 0 && strcmp(file, "-") == 0)
		die("the table and --into cannot both be standard input");
}

static void
read_call(struct call *call, int argc, char **argv)
{
	const char *arg;
	int id, first;

	while ((id = options_next(&options, argc, argv, &arg, &first)) != 0) {
		switch (id) {
		case OPTION_TABLE: call->table = arg; break;
		case OPTION_COLUMNS: call->columns = arg; break;
		case OPTION_DELIMITER: call->delimiter = arg; break;
		case OPTION_BOM: call->bom = true; break;
		case OPTION_SAFE: call->safe = true; break;
		case OPTION_REVERSE: call->reverse = true; break;
		case OPTION_INTO: call->into = arg; break;
		case OPTION_DELETE: call->delete = true; break;
		case OPTION_CHECK: call->check = true; break;
		case OPTION_FORMAT:
			call->writer = finding_writer(arg);
			if (!call->writer)
				die("--format wants text, csv, xml or json, not '%s'; see "
				    "--help",
				    arg);
			break;
		default: input_option(call->input, id, arg);
		}
	}
	call->operands = argv + first;
	check_call(call);
}

int
main(int argc, char **argv)
{
	struct call call = { .table = "pages" };

	program_start(argv[0]);
	call.input = input_new();
	read_call(&call, argc, argv);
	if (call.reverse)
		read_back(&call);
	else
		print_table(&call);
	input_free(call.input);
	return program_end();
}
