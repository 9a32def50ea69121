/* stubs.h - the stubs among many pages: what each says of itself, and what the others say of
 * it.
 *
 * A page costs about 100 bytes of memory besides what duplicates.h and norms.h state; the rest
 * of what is kept of it is in temporary files. */
#ifndef STUBS_STUBS_H
#define STUBS_STUBS_H

#include "../base/pattern.h"
#include "../page/phrases.h"
#include "../site/input.h"
#include "dossier.h"

struct stubs_options {
	const struct phrases *phrases;
	const struct pattern *error_pages; /* paths and URLs of known error pages; NULL: none
	                                    * but those that look like one */
	struct str now;                    /* as in stub_evidence() */
	double least;                      /* confidence of a verdict, 0 to 1 */
	double threshold;                  /* as in duplicates_new() */
	bool links; /* count links to pages, and find their way down the menus */
};

struct stubs;
struct stubs_page; /* one page on its way */

/* The options are copied, what they point to is borrowed. */
struct stubs *stubs_new(const struct stubs_options *options);
void stubs_free(struct stubs *s);

/* What pages need: enum page_wants. */
unsigned stubs_wants(const struct stubs *s);

/* Read a page: in parallel. */
struct stubs_page *stubs_read(const struct stubs *s, const struct input_page *in);

/* Take a page in; in the order of pages. */
void stubs_add(struct stubs *s, struct stubs_page *page);

/* What there is to say of a page when all are known. */
struct stub_report {
	struct dossier page; /* with all evidence */
	enum stub_verdict verdict;
	double confidence;
	bool minor;       /* there is a reason for it that is no fault: see sitestubs(1) */
	uint32_t inlinks; /* pages that link to it */
};

/* Report on all pages in their order; once. */
void stubs_report(struct stubs *s,
    void (*each)(void *context, const struct stub_report *report), void *context);

#endif
