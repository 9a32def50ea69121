/* sentence.h - a text taken apart into its sentences, in any script. */
#ifndef PAGE_SENTENCE_H
#define PAGE_SENTENCE_H

#include <stdbool.h>

#include "../base/str.h"

/* Take the next sentence off *text: up to a mark that ends one, or a line's end; without what
 * is neither letter, digit nor combining mark at both of its ends. False when none is left. */
bool next_sentence(struct str *text, struct str *sentence);

#endif
