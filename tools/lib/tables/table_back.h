/* table_back.h - a table of CSV on its way back to XML. */
#ifndef TABLES_TABLE_BACK_H
#define TABLES_TABLE_BACK_H

#include "../site/input.h"
#include "../stream/sheet.h"

struct table_back {
	const char *table; /* "pages", "nav" or "redirects" */
	const char *into;  /* pages to merge it into, or to check it against; or NULL */
	bool delete;       /* what has no row goes */
	const struct finding_writer *writer; /* of findings, which are then all that is printed;
	                                      * NULL: the XML is */
	struct input *input;
	struct sheet_form form;
};

bool table_back_knows(const char *table);

/* Read the file ("-": standard input) and print what it says. With a writer, findings raise the
 * status; else errors are trouble, and warnings remarks. */
void table_back_run(const struct table_back *call, const char *file);

#endif
