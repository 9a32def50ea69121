/* region_induction.h - where pages of a site have their menus and furniture, told from where
 * most of them do. */
#ifndef SITE_REGION_INDUCTION_H
#define SITE_REGION_INDUCTION_H

#include "../page/profile.h"
#include "../page/rules.h"

/* Add to the profile, by which the pages are read, what stands at one place on three pages of
 * ten, and is the same there on three in four of those that have anything there. The marks of
 * the documents are overwritten; arena: for what is read of them. */
void induce_regions(struct arena *a, const struct html_document *const *pages, uint32_t n,
    const struct rules *rules, struct profile *profile);

#endif
