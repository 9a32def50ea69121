/* path_claims.h - which parts of paths name languages. */
#ifndef LANGUAGES_PATH_CLAIMS_H
#define LANGUAGES_PATH_CLAIMS_H

#include "claims.h"

/* Fill in CLAIM_PATH of all versions. */
void path_claims(struct versions *all);

#endif
