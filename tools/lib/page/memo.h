/* memo.h - what the rules said of texts, so that the class and label that a site's pages repeat
 * are matched once. The latest texts are remembered, in bounded memory. Safe from any thread.
 */
#ifndef PAGE_MEMO_H
#define PAGE_MEMO_H

#include <stdint.h>

#include "../base/str.h"

/* A bit for each set of rules. */
struct answers {
	uint64_t known, says; /* asked; matched */
};

struct memo;

/* Free it with free(). */
struct memo *memo_new(void);

/* What the calls below know a text, or two, by: those of one hash are taken for the same. */
uint64_t memo_hash(const struct memo *m, struct str text);
uint64_t memo_hash_two(const struct memo *m, struct str text, struct str more);

/* Zeroes for a text that is not remembered. */
struct answers memo_of(const struct memo *m, uint64_t hash);

/* Remember, in place of another text. */
void memo_keep(struct memo *m, uint64_t hash, struct answers a);

#endif
