/* schema-tables.c - print the tables of a schema as C, for make to build into sitelint.
 *
 * usage: schema-tables SCHEMA NAME */
#include <stdio.h>

#include "lib/base/diagnostics.h"
#include "lib/stream/grammar.h"
#include "lib/stream/grammar_print.h"

int
main(int argc, char **argv)
{
	struct grammar *grammar;

	program_start(argv[0]);
	if (argc != 3)
		die("usage: schema-tables SCHEMA NAME");
	grammar = grammar_new(argv[1]);
	if (!grammar || grammar_print(grammar, argv[1], argv[2], stdout))
		die("%s: no schema that tables are made of", argv[1]);
	grammar_free(grammar);
	return program_end();
}
