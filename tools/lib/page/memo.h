/* memo.h - what the rules said of a text, for the next time it is met: pages of a site repeat
 * their classes and labels. Shared by all threads, never locked, of bounded size. */
#ifndef PAGE_MEMO_H
#define PAGE_MEMO_H

#include <stdatomic.h>
#include <stdint.h>

#include "../base/str.h"

struct memo;

/* Bit i of `known`: rule i has been asked; of `says`: it matches. Set says before known. */
struct answers {
	_Atomic uint64_t says, known;
};

struct memo *memo_new(void);
void memo_free(struct memo *m);

/* The answers about a text, none at first; NULL for a long text and once the memo is full. */
struct answers *memo_of(struct memo *m, struct str text);

#endif
