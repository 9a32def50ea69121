/* stub_sayings.h - weighing what a page says, for stub_words.c and stub_sayings.c alone. */
#ifndef PAGE_STUB_SAYINGS_H
#define PAGE_STUB_SAYINGS_H

#include "stub.h"

/* Add what sentences of body and title say in phrases, where these may be what the body has to
 * say. True where one says that a script is needed. */
bool stub_sayings(const struct suspect *s);

/* As much of a text as is quoted, cut between characters. */
struct str stub_quotable(struct str s);

/* From 1 where few words stand beside a phrase down to 0 where there are as many as end its
 * say. */
double stub_say(uint32_t beside, unsigned most);

#endif
