/* fragments.h - what a body says and how it is built, as a row of fingerprints: enough to tell
 * which language each piece is in and to lay two versions of a page side by side, in 24 bytes a
 * piece. */
#ifndef LANGUAGES_FRAGMENTS_H
#define LANGUAGES_FRAGMENTS_H

#include "../page/page.h"

enum fragment_kind {
	FRAGMENT_PARAGRAPH,
	FRAGMENT_HEADING,
	FRAGMENT_ENTRY, /* li, dt, dd */
	FRAGMENT_CELL,  /* td, th */
	FRAGMENT_CODE,  /* pre */
	FRAGMENT_IMAGE,
	FRAGMENT_ANCHOR, /* an id that a person gave, not a program */
	FRAGMENT_KINDS
};

enum fragment_flag {
	FRAGMENT_PROSE = 1,  /* has words enough to be in a language */
	FRAGMENT_QUOTED = 2, /* declares another language than the page and most of it */
	FRAGMENT_FILLER = 4, /* lorem ipsum */
	FRAGMENT_BESIDE = 8, /* stands beside the body, as a sidebar */
	FRAGMENT_LABEL = 16, /* so, and short enough for a label of the page's surroundings */
};

struct fragment {
	uint64_t print; /* fingerprint of its text, an image's file name, an anchor's name */
	struct position at;
	uint16_t words;    /* of its prose, by words_of(); at most 65535 */
	uint16_t language; /* identify.h: that its prose was found in */
	uint8_t kind, flags;
};

enum { LONGEST_LABEL = 300 }; /* bytes: what is longer is no label but a passage */

/* Most features kept of a page: those with the smallest fingerprints, so that two pages which
 * share many keep mostly the same. */
enum { FRAGMENT_FEATURES = 64 };

/* Start with zeros. */
struct fragments {
	struct fragment *rows; /* in document order */
	size_t n, cap;
	uint64_t features[FRAGMENT_FEATURES]; /* what translation leaves alone, rising */
	size_t n_features;
	struct str declared; /* lang of elements around most of it, absent: none; the page's */
	uint16_t language;   /* of all prose together, where single fragments were too short */
	uint32_t words;      /* of prose */
};

/* Take down the body of a page; tag: the language to expect, absent: that of most of it. */
void fragments_read(const struct page *page, struct str tag, struct fragments *p);

/* True for a line of a part beside the body that is a passage; also a label, if short enough.
 */
bool is_passage(const struct part *part, struct str line);

void fragments_free(struct fragments *p);

#endif
