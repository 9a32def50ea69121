/* profile.h - what is known of a site: which texts its template repeats, and where its pages
 * have their bodies. */
#ifndef PAGE_PROFILE_H
#define PAGE_PROFILE_H

#include "../base/seen.h"
#include "locator.h"
#include "page.h"

/* A text of the template, white space folded, and how many pages of the sample have it. */
struct template_text {
	struct str text;
	uint32_t pages;
	bool closes; /* bodies end with it */
};

/* Where pages have their bodies. */
struct known_body {
	struct locator locator;
	bool with_siblings; /* what is beside it and the page's own belongs to it: siblings.h */
};

/* A menu or a piece of furniture. */
struct known_region {
	struct locator locator;
	enum region_kind kind; /* REGION_NAV or REGION_PART */
	int nav_kind;          /* enum nav_kind; -1: what is in it tells */
	enum part_role role;
	uint32_t pages; /* of the sample that have it; 0: someone wrote it */
};

/* Zero-initialise. */
struct profile {
	struct arena arena; /* of the texts */
	struct template_text *texts;
	uint32_t n_texts, texts_cap;
	size_t longest;           /* bytes of the longest */
	struct seen fingerprints; /* of the texts */
	struct seen words;        /* of what profile_has_words() asks for */
	struct seen closing;      /* of those that bodies end with */
	struct str *names;        /* of the site, as titles have it, ended by an absent one */
	uint32_t n_names;
	struct known_body *bodies; /* one for each template that enough pages have */
	uint32_t n_bodies;
	struct known_region *regions;
	uint32_t n_regions, regions_cap;
};

/* Add a text to the template, if it is not there yet. */
void profile_add_text(struct profile *p, struct str text, uint32_t pages);
bool profile_has_text(const struct profile *p, uint64_t fingerprint);

/* The same by the text itself: one that is longer than all of them is not read to its end. */
bool profile_has(const struct profile *p, struct str text);

/* Has the template a text of the same words: ", Up:" is as good as "Up"? */
bool profile_has_words(const struct profile *p, struct str text);

/* Add a name of the site, if it is not there yet. */
void profile_add_name(struct profile *p, struct str name);

/* Note of a text of the template that bodies end with it. */
void profile_close(struct profile *p, uint64_t fingerprint);

/* Add a place where pages have their bodies, which is not looked at; those of the first are
 * asked first. Lasts until the next one is added. */
struct known_body *profile_add_body(struct profile *p);

/* Add a region, which is not looked at. */
void profile_add_region(struct profile *p, const struct known_region *region);

/* Is most of the text of a block the template's, or all of it outside links? */
bool profile_repeats(
    const struct profile *p, const struct blocks *b, const struct block *block);
bool profile_repeats_all(
    const struct profile *p, const struct blocks *b, const struct block *block);

/* Free what is in it. */
void profile_free(struct profile *p);

#endif
