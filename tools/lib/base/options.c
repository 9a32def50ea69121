/* options.c - command lines: one table a tool, read by getopt_long. */
#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diagnostics.h"

#define VERSION "0.1.0"

enum { MOST_ROWS = 64, HELP_COLUMN = 28 };

static const struct option_row common_rows[] = {
	{ 'h', "help", NULL, "print this help", 0 },
	{ 'V', "version", NULL, "print the name and version", 0 },
	{ 0, NULL, NULL, NULL, 0 },
};

/* Row number i over the tool's own, the shared and the common rows, or NULL past the last. */
static const struct option_row *
row_at(const struct options *o, size_t i)
{
	const struct option_row *tables[] = { o->rows, o->shared_rows, common_rows };

	for (size_t t = 0; t < sizeof(tables) / sizeof(*tables); t++)
		for (const struct option_row *row = tables[t]; row && row->name; row++)
			if (i-- == 0)
				return row;
	return NULL;
}

static void
print_row(const struct option_row *row)
{
	char left[80];
	int n;

	n = snprintf(left, sizeof(left), "  %c%c%c --%s%s%s", row->letter ? '-' : ' ',
	    row->letter ? row->letter : ' ', row->letter ? ',' : ' ', row->name,
	    row->arg ? " " : "", row->arg ? row->arg : "");
	if (n > HELP_COLUMN - 2)
		printf("%s\n%*s%s\n", left, HELP_COLUMN, "", row->help);
	else
		printf("%-*s%s\n", HELP_COLUMN, left, row->help);
}

static _Noreturn void
print_help(const struct options *o)
{
	const struct option_row *row;

	printf("usage: %s %s\n%s\n\n", program_name(), o->usage, o->purpose);
	for (size_t i = 0; (row = row_at(o, i)) != NULL; i++)
		print_row(row);
	exit(program_end());
}

static _Noreturn void
print_version(void)
{
	printf("%s (siteglean) " VERSION "\n", program_name());
	exit(program_end());
}

/* The tables as getopt_long wants them; long options return their row number past any letter.
 */
static void
make_tables(const struct options *o, char *letters, struct option *longs)
{
	const struct option_row *row;

	*letters++ = ':'; /* tell a missing argument from an unknown option */
	for (size_t i = 0; (row = row_at(o, i)) != NULL; i++) {
		if (i == MOST_ROWS)
			die("more than %d options", MOST_ROWS);
		longs[i] = (struct option){ row->name,
			row->arg ? required_argument : no_argument, NULL, 256 + (int)i };
		if (row->letter)
			*letters++ = row->letter;
		if (row->letter && row->arg)
			*letters++ = ':';
	}
	*letters = '\0';
}

static _Noreturn void
wrong_call(int code, char **argv)
{
	const char *word = argv[optind - 1];

	if (optopt == 0 || optopt >= 256 || strncmp(word, "--", 2) == 0)
		die("%s '%s'; see --help",
		    code == ':' ? "missing argument of" : "unknown or ambiguous option", word);
	die("%s '-%c'; see --help", code == ':' ? "missing argument of" : "unknown option",
	    optopt);
}

/* The row that getopt_long's answer stands for. */
static const struct option_row *
row_of(const struct options *o, int code)
{
	const struct option_row *row;

	if (code >= 256)
		return row_at(o, (size_t)code - 256);
	for (size_t i = 0; (row = row_at(o, i)) != NULL; i++)
		if (row->letter == code)
			break;
	return row;
}

int
options_next(const struct options *o, int argc, char **argv, const char **arg, int *first)
{
	char letters[2 * MOST_ROWS + 2];
	struct option longs[MOST_ROWS + 1] = { 0 };
	const struct option_row *row;
	int code;

	make_tables(o, letters, longs);
	opterr = 0;
	code = getopt_long(argc, argv, letters, longs, NULL);
	*first = optind;
	*arg = optarg;
	if (code == -1)
		return 0;
	row = code == '?' || code == ':' ? NULL : row_of(o, code);
	if (!row)
		wrong_call(code, argv);
	if (row->id == 0 && row->letter == 'h')
		print_help(o);
	if (row->id == 0)
		print_version();
	return row->id;
}

long
option_number(const char *name, const char *arg, long least)
{
	char *end;
	long value;

	errno = 0;
	value = strtol(arg, &end, 10);
	if (errno || end == arg || *end || value < least)
		die("--%s wants a whole number of at least %ld, not '%s'; see --help", name,
		    least, arg);
	return value;
}

int
option_jobs(const char *arg)
{
	enum { MOST = 1024 };
	long jobs = option_number("jobs", arg, 1);

	if (jobs > MOST)
		die("--jobs wants at most %d, not '%s'; see --help", MOST, arg);
	return (int)jobs;
}
