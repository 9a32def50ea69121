/* sitemaps.h - the versions that sitemaps of a save offer (sitemaps.org, with the xhtml:link of
 * search engines). */
#ifndef LANGUAGES_SITEMAPS_H
#define LANGUAGES_SITEMAPS_H

#include "../site/scraper.h"
#include "versions.h"

/* Read every XML file of the save that is a sitemap, and put what it offers to the versions.
 * Other XML is left alone; a sitemap that is not well formed is trouble. */
void sitemaps_read(const struct scraper *scraper, struct versions *all);

#endif
