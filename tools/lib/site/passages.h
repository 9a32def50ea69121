/* passages.h - what a body says and how it is built, as a row of fingerprints: enough to tell
 * which language each piece is in and to lay two versions of a page side by side, in 24 bytes a
 * piece. */
#ifndef SITE_PASSAGES_H
#define SITE_PASSAGES_H

#include "../page/page.h"

enum passage_kind {
	PASSAGE_PARAGRAPH,
	PASSAGE_HEADING,
	PASSAGE_ENTRY, /* li, dt, dd */
	PASSAGE_CELL,  /* td, th */
	PASSAGE_CODE,  /* pre */
	PASSAGE_IMAGE,
	PASSAGE_ANCHOR, /* an id that a person gave, not a program */
	PASSAGE_KINDS
};

enum passage_flag {
	PASSAGE_PROSE = 1,  /* has words enough to be in a language */
	PASSAGE_QUOTED = 2, /* declares a language of its own */
	PASSAGE_FILLER = 4, /* lorem ipsum */
};

struct passage {
	uint64_t print; /* fingerprint of its text, an image's file name, an anchor's name */
	struct position at;
	uint16_t words;    /* of its prose, by words_of(); at most 65535 */
	uint16_t language; /* identify.h: that its prose was found in */
	uint8_t kind, flags;
};

/* Most features kept of a page: those with the smallest fingerprints, so that two pages which
 * share many keep mostly the same. */
enum { PASSAGE_FEATURES = 64 };

/* Start with zeros. */
struct passages {
	struct passage *rows; /* in document order */
	size_t n, cap;
	uint64_t features[PASSAGE_FEATURES]; /* what translation leaves alone, rising */
	size_t n_features;
	uint16_t language; /* of all prose together, where single passages were too short */
	uint32_t words;    /* of prose */
};

/* Take down the body of a page; tag: the language to expect, absent: that of most of it. */
void passages_read(const struct page *page, struct str tag, struct passages *p);

void passages_free(struct passages *p);

#endif
