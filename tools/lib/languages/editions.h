/* editions.h - the languages of editions that nothing declares. */
#ifndef LANGUAGES_EDITIONS_H
#define LANGUAGES_EDITIONS_H

#include "translations.h"

/* Once pages are grouped: where two undeclared editions that are versions of one another were
 * both taken for one language, let the one that is mostly in it keep it, and give the other the
 * language it shows most besides. So a translation that has hardly begun is known for one. */
void editions_settle(struct versions *all, const struct translations *groups);

#endif
