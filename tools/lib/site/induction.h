/* induction.h - where pages of a site have their bodies, told from what differs between them
 * (wrapper induction without examples: Kushmerick 1997; Vieira et al. 2006). */
#ifndef SITE_INDUCTION_H
#define SITE_INDUCTION_H

#include "../page/profile.h"
#include "../page/skeleton.h"

enum {
	FEWEST_PAGES = 5,      /* that tell of a site */
	TEMPLATE_PERCENT = 30, /* of pages: what stands on so many is the template's */
	AGREEING_PERCENT = 75, /* of pages that have to agree on where something stands */
};

/* Fill in the profile (zero-initialised) of a site by a sample of its pages. */
void induce(const struct skeleton *pages, uint32_t n, struct profile *profile);

#endif
