/* profile.h - what is known of a site: which texts its template repeats, and where its pages
 * have their bodies. */
#ifndef PAGE_PROFILE_H
#define PAGE_PROFILE_H

#include "selector.h"

/* Texts of the template by their fingerprints. */
struct template_texts {
	uint64_t *slots; /* open addressing, 0 where free; a power of two of them */
	size_t n, n_slots;
};

struct profile {
	struct template_texts template_texts;
	bool has_body;
	struct selector body;
};

/* What a text is known by: letter case (of ASCII), digits and white space aside. Never 0, and
 * the same on every machine. */
uint64_t text_fingerprint(struct str text);

void template_texts_add(struct template_texts *t, uint64_t fingerprint);
bool template_texts_has(const struct template_texts *t, uint64_t fingerprint);

/* Where a page has its body: what the selector finds, if that holds at least half of what the
 * page has beside its template and its links; else what holds nearly all of it and lies below
 * the same tags. NULL: neither is there, or the profile does not know of bodies. */
struct block *profile_body(struct arena *a, const struct profile *p, const struct blocks *b);

/* Free what is in it. */
void profile_free(struct profile *p);

#endif
