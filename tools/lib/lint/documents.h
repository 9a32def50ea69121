/* documents.h - XML documents of any kind, one after another: a file each, or a line each. */
#ifndef LINT_DOCUMENTS_H
#define LINT_DOCUMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/buffer.h"

struct document {
	struct str file;
	uint32_t line_number; /* of its only line; 0: the document is the file */
	struct str xml;       /* until done() */
	void *result;         /* the caller's own, from each() to done() */
};

struct documents {
	bool lines; /* a file's lines are documents, not the file */
	int jobs;   /* threads, at least 1 */
	void *context;
	void (*each)(void *context, struct document *d); /* in parallel */
	void (*done)(void *context, struct document *d); /* in order */
};

/* Run over all documents of the operands (none, or "-": standard input), unzipped where they
 * are gzip. Files are held in memory whole: with lines one, else a few for each job. Trouble
 * with one file is said and does not stop the rest; reading nothing at all is trouble too. */
void documents_run(const struct documents *d, char *const *operands);

#endif
