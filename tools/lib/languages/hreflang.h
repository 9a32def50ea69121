/* hreflang.h - do the versions that pages offer add up. */
#ifndef LANGUAGES_HREFLANG_H
#define LANGUAGES_HREFLANG_H

#include "lang_rules.h"
#include "versions.h"

/* Say what is wrong with the language tags and hreflang of one version, by what search engines
 * ask of it: valid codes, absolute URLs in head, to pages that are there, are to be indexed and
 * are their own canonical, itself among them, each offering it back under the same language. */
void hreflang_audit(
    const struct versions *all, uint32_t version, const struct lang_listener *listener);

/* Say where sitemaps and hreflang lead to different pages. */
void hreflang_sitemap(const struct versions *all, const struct lang_listener *listener);

/* Say how many versions offer no default (x-default), if any. */
void hreflang_defaults(const struct versions *all, const struct lang_listener *listener);

#endif
