/* claims.h - which language each page is meant to be in, of all that says so. */
#ifndef LANGUAGES_CLAIMS_H
#define LANGUAGES_CLAIMS_H

#include "versions.h"

/* Fill in the remaining claims, expected and edition of all versions, once they are indexed.
 *
 * What pages declare is weighed by where it stands (enum claim); the text itself only decides
 * between things declared. Pages that declare nothing and link to one another are one edition,
 * and its language is what most of them show; one by itself is in the language of its menus,
 * else of its body. */
void claims_weigh(struct versions *all);

/* "path", "html lang" ...: what a claim is called in findings. */
const char *claim_name(enum claim claim);

/* True for "x-default", which is a value of hreflang alone: a page in it is in no language. */
bool is_x_default(struct str tag);

/* True where the tags have the same primary language, be it by a subtag that was replaced. */
bool same_language(struct str a, struct str b);

#endif
