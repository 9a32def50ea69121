/* path_evidence.h - which parts of paths name languages. */
#ifndef SITE_PATH_EVIDENCE_H
#define SITE_PATH_EVIDENCE_H

#include "evidence.h"

/* Fill in CLAIM_PATH of all versions. */
void path_evidence(struct versions *all);

#endif
