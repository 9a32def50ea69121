/* translations.h - which pages are translations of one another. */
#ifndef LANGUAGES_TRANSLATIONS_H
#define LANGUAGES_TRANSLATIONS_H

#include "versions.h"

/* Why two pages are taken for versions of one; a set of bits. */
enum reason {
	REASON_HREFLANG = 1, /* one offers the other by hreflang */
	REASON_SWITCHER = 2, /* by a language switcher */
	REASON_SITEMAP = 4,
	REASON_PATH = 8,      /* their paths differ by the language alone */
	REASON_STRUCTURE = 16 /* shared images, ids, code, addresses, order of passages */
};

/* Pages of one text, at most one an edition. */
struct translation {
	uint32_t first, n; /* members in translations.members, by rising version */
};

struct translations {
	struct translation *rows;
	size_t n;
	uint32_t *members;
	float *confidence;      /* of each version: that it belongs to its group, 0 to 1 */
	unsigned char *reasons; /* of each version */
};

/* Group all versions (each is in one group, perhaps alone) and fill in their group. */
void translations_find(struct versions *all, struct translations *t);

/* The member of a group in an edition, or in a language (a tag's string), or NONE. */
uint32_t translation_in(const struct versions *all, const struct translations *t,
    uint32_t group, uint32_t expected);

/* Append the names of reasons: "hreflang and path". */
void reasons_write(unsigned reasons, struct buffer *out);

void translations_free(struct translations *t);

#endif
