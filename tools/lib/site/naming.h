/* naming.h - what the titles of a site call it. */
#ifndef SITE_NAMING_H
#define SITE_NAMING_H

#include "../page/profile.h"
#include "../page/skeleton.h"

/* Add to the profile what most titles begin or end with, those of each language by themselves:
 * of a site in several, each may have a name of its own. */
void find_names(const struct skeleton *pages, uint32_t n, struct profile *profile);

#endif
