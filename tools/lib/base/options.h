/* options.h - command lines: one table a tool, from which --help is printed too. */
#ifndef BASE_OPTIONS_H
#define BASE_OPTIONS_H

struct option_row {
	char letter;      /* short form, 0: none */
	const char *name; /* long form, without dashes; NULL ends the table */
	const char *arg;  /* name of its argument such as "FILE", NULL: takes none */
	const char *help; /* what it does, one line */
	int id;           /* what options_next() returns, unique in the tool, > 0 */
};

struct options {
	const char *usage;   /* what follows the program's name: "[OPTION...] [PATH...]" */
	const char *purpose; /* one line */
	const struct option_row *rows;        /* the tool's own */
	const struct option_row *shared_rows; /* of the input module, or NULL */
};

/* The next option's id with its argument in *arg, or 0 when all are read; *first is then the
 * index of the first operand in argv. -h/--help and -V/--version, which every tool has, print
 * and exit here; a wrong call dies with one line that names --help. */
int options_next(const struct options *o, int argc, char **argv, const char **arg, int *first);

/* Read a whole number of at least `least` from an option's argument, or die naming the option.
 */
long option_number(const char *name, const char *arg, long least);

/* The same of -j, --jobs: from 1 to 1024. */
int option_jobs(const char *arg);

#endif
