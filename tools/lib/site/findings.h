/* findings.h - what a check finds in one run: held against a baseline, counted, printed on
 * standard output, and the exit status it makes. */
#ifndef SITE_FINDINGS_H
#define SITE_FINDINGS_H

#include "../stream/finding.h"
#include "baseline.h"

struct findings {
	const struct finding_writer *writer;
	enum level fail_on; /* the least level that makes the status 1 */
	int gone;           /* level of what a baseline has and did not occur, or LEVEL_OFF */
	const char *file;   /* of the baseline, NULL: none */
	bool update, grow;  /* the baseline: take out what is gone; and put in what is new */
	bool partial;       /* only part of the site is looked at: nothing is gone */
	struct baseline known;                /* what the file has */
	struct buffer out;                    /* printed and used again */
	uint64_t n[LEVEL_ERROR + 1], n_known; /* printed; left out as known */
};

/* The options of checks, in the tables of the tools that have them. */
enum findings_option {
	FINDINGS_FORMAT = 500,
	FINDINGS_FAIL_ON,
	FINDINGS_BASELINE,
	FINDINGS_UPDATE,
	FINDINGS_GROW,
};
#define FINDINGS_BASELINE_ROWS                                                                 \
	{ 'b', "baseline", "FILE", "say nothing of the findings in this file",                 \
		FINDINGS_BASELINE },                                                           \
	    { 'u', "update-baseline", NULL, "take out of it what no longer occurs",            \
		    FINDINGS_UPDATE },                                                         \
	{                                                                                      \
		'g', "grow-baseline", NULL, "and put into it what is new", FINDINGS_GROW       \
	}
#define FINDINGS_FAIL_ON_ROW                                                                   \
	{                                                                                      \
		0, "fail-on", "LEVEL", "exit 1 on a warning (default) or only on an error",    \
		    FINDINGS_FAIL_ON                                                           \
	}

/* Text; warnings fail the run; no baseline. */
void findings_init(struct findings *f);
void findings_free(struct findings *f);

/* Take an option; true when id was one of these. A wrong argument dies. */
bool findings_option(struct findings *f, int id, const char *arg);

/* Set the form of output by its name; one that there is not dies. */
void findings_format(struct findings *f, const char *name);

/* All options are read: the baseline is, too; options that do not go together die. table: the
 * run prints a table instead of findings; partial: it looks at part of the site only. */
void findings_ready(struct findings *f, bool table, bool partial);

/* Print what stands before all findings. */
void findings_begin(struct findings *f);

/* True for a finding that the baseline has, or takes in; it is counted as known. */
bool findings_know(struct findings *f, const char *rule, struct str source, struct str target);

/* Print a finding. */
void findings_print(struct findings *f, const struct finding *finding);

/* Print which of the baseline's findings did not occur and what stands after all, write the
 * baseline if that is wanted, and raise the status. After trouble, as in a partial run, nobody
 * knows what no longer occurs: it is not said, and stays in the file. */
void findings_end(struct findings *f);

/* Say on standard error how many there were. */
void findings_remark(const struct findings *f);

#endif
