/* baseline.h - findings that are known and accepted: lines of rule, source and target with tabs
 * between; lines that start with '#' are comments. In source and target, a tab, a line end and
 * a percent sign are percent-encoded. */
#ifndef SITE_BASELINE_H
#define SITE_BASELINE_H

#include <stdbool.h>

#include "../base/strings.h"

/* Zero-initialise: knows nothing. */
struct baseline {
	const char *file;
	struct strings entries; /* lines as in the file */
	uint32_t *lines;        /* where each stands */
	bool *met;              /* which occurred */
	size_t cap_lines, cap_met;
	size_t n_read; /* how many of them the file had */
};

/* Read a file; one that is not there dies unless may_lack. */
void baseline_read(struct baseline *b, const char *file, bool may_lack);
void baseline_free(struct baseline *b);

/* True for a finding that the file has; it is noted that it occurred. */
bool baseline_knows(struct baseline *b, struct str rule, struct str source, struct str target);

/* Take a finding in that the file does not have. */
void baseline_add(struct baseline *b, struct str rule, struct str source, struct str target);

/* Write the entries that occurred, or all, sorted, in place of the file. Returns -1 after a
 * line of trouble. */
int baseline_write(const struct baseline *b, bool all);

#endif
