/* link_report.h - findings about references, grouped as people mend them, and tables. */
#ifndef LINKS_LINK_REPORT_H
#define LINKS_LINK_REPORT_H

#include "../base/pattern.h"
#include "../site/findings.h"
#include "link_depth.h"

struct link_report {
	const struct link_judge *judge;
	struct findings *findings;
	struct pattern **ignored; /* targets to say nothing of */
	size_t n_ignored;
	bool all; /* a finding for each place */

	uint64_t n_left_out; /* ignored, filled in */
};

/* Print all findings in the order of their first places. */
void link_report_findings(struct link_report *r);

/* Tables as CSV: each reference and what is wrong with it, the places outside the site, the
 * pages and how far they are from the home page. */
enum link_table { LINK_TABLE_NONE, LINK_TABLE_LINKS, LINK_TABLE_EXTERNALS, LINK_TABLE_DEPTH };
void link_report_table(
    const struct link_judge *j, const struct link_depth *depth, enum link_table table);

#endif
