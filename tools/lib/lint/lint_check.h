/* lint_check.h - the check of one page line under way; for lint.c and lint_quick.c alone. */
#ifndef LINT_LINT_CHECK_H
#define LINT_LINT_CHECK_H

#include "../html/position.h"
#include "../stream/validation.h"
#include "lint.h"

struct check {
	struct lint_page *page;
	bool scraped;
	bool only_whether;         /* findings are not kept */
	bool found;                /* there was something to say */
	bool broken;               /* not well formed */
	unsigned long navs, parts; /* seen so far */
	struct lint_target *cuts;  /* path: what each refers to */
	struct lint_target **next_cut;
	struct buffer xpath; /* the last one written */

	/* Where this has a text, the place of an element is asked of it, by where its tag ends.
	 */
	struct position_finder places;
	uint32_t offset;
};

/* Start a check that was zero-initialised, and give back what it holds. */
void check_start(struct check *c, struct lint_page *page);
void check_end(struct check *c);

/* Check what no schema says of an element, and keep what it refers to. */
void check_element(struct check *c, const struct xml_element *e);

/* A cut names a region of its page; regions are numbered without a gap. */
void check_cuts(struct check *c);

/* Check a line by the tables of its schema. False where it is not surely without any finding;
 * then nothing is kept. */
bool check_quickly(
    const struct grammar *g, struct str line, bool scraped, struct lint_page *page);

#endif
