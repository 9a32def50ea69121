/* skeleton.h - of a page, its containers and texts: what pages of a site are
 * held beside each other by. */
#ifndef PAGE_SKELETON_H
#define PAGE_SKELETON_H

#include "selector.h"

/* An element that a body may be the inside of, and whose ancestors are such too. */
struct bone {
	struct step step;
	uint32_t block;  /* index of its block */
	uint32_t parent; /* index; the first is body, and its own */
	uint32_t end;    /* index after its last descendant */
};

struct bone_text {
	uint64_t fingerprint; /* as text_fingerprint() has it */
	uint32_t bone;        /* the innermost that it stands in */
	uint32_t length;      /* bytes */
	size_t offset;        /* in the skeleton's text */
	bool in_link;
	bool in_heading; /* of level 2 or below */
};

/* Malloc'ed. */
struct skeleton {
	struct bone *bones;
	uint32_t n;
	struct bone_text *texts;
	uint32_t n_texts, texts_cap;
	struct buffer text;
	struct buffer title; /* of the page, folded */
	struct buffer lang;  /* of the page, as declared */
};

/* The bytes of a text, without white space around. */
static inline struct str
skeleton_text(const struct skeleton *s, const struct bone_text *text)
{
	return (struct str){ s->text.data + text->offset, text->length };
}

/* title: of the page, folded; lang: as it is declared; absent: none. */
void skeleton_of(const struct blocks *b, struct str title, struct str lang, struct skeleton *s);
void skeleton_free(struct skeleton *s);

#endif
