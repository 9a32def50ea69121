/* inlinks.h - how many pages of a save link to each. A page that is linked to costs about 24
 * bytes. */
#ifndef STUBS_INLINKS_H
#define STUBS_INLINKS_H

#include "../page/page.h"

struct inlinks;

struct inlinks *inlinks_new(void);
void inlinks_free(struct inlinks *l);

/* The pages that a page links to, as hashes of their paths, each once, not itself. */
uint64_t *inlinks_targets(struct arena *a, const struct page *page, uint32_t *n);

void inlinks_add(struct inlinks *l, const uint64_t *targets, uint32_t n);

uint32_t inlinks_of(const struct inlinks *l, struct str path);

#endif
