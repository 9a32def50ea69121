/* link_depth.h - how pages hang together: clicks from the home page, ways in and out. */
#ifndef LINKS_LINK_DEPTH_H
#define LINKS_LINK_DEPTH_H

#include "link_judge.h"

enum { DEPTH_NONE = UINT32_MAX };

struct page_depth {
	uint32_t clicks; /* from a home page, or DEPTH_NONE */
	uint32_t in;     /* pages that lead to it, itself not counted */
	uint32_t out;    /* pages it leads to */
	bool reached;    /* from a home page or the menu of the site */
	bool is_home;
};

struct link_depth {
	struct page_depth *pages; /* by row of the graph */
	bool has_home;
	bool has_menu; /* two pages or more that most others lead to */
};

/* Measure; the places of the graph have been settled. */
void link_depth_measure(const struct link_judge *j, struct link_depth *depth);
void link_depth_free(struct link_depth *depth);

/* Report pages that nothing leads to, that lead nowhere, or that no way from the home page or
 * menu leads to, as faults of the graph. */
void link_depth_report(const struct link_judge *j, const struct link_depth *depth);

#endif
