/* region_induction.h - where pages of a site have their menus and furniture, told from where
 * most of them do. */
#ifndef SITE_REGION_INDUCTION_H
#define SITE_REGION_INDUCTION_H

#include "../html/html.h"
#include "../page/profile.h"
#include "../page/rules.h"

/* A page of the sample. */
struct sample_page {
	struct str bytes;
	struct html_options options;
};

/* Add to the profile, by which the pages are read, what stands at one place on three pages of
 * ten, and is the same there on three in four of those that have anything there. The pages
 * are parsed twice, so that but one is a tree at a time. */
void induce_regions(const struct sample_page *pages, uint32_t n, const struct rules *rules,
    struct profile *profile);

#endif
