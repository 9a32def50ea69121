/* dossier.h - what is kept of a page until all pages are known: in a temporary file, as bytes.
 */
#ifndef STUBS_DOSSIER_H
#define STUBS_DOSSIER_H

#include "../base/buffer.h"
#include "../page/evidence.h"

/* A passage as other pages may have it too. */
struct dossier_passage {
	uint32_t hash, words;
};

struct dossier {
	struct str file, path, url, title, lang; /* absent as in the page */
	struct str modified;                     /* when, as the page says it */
	struct str menu;                         /* labels that lead to it, " > " between */
	uint32_t line_number;                    /* as in struct input_page */
	uint32_t words, link_words, heading_words;
	struct position at; /* of the body's first passage */
	struct evidence_list evidence;
	struct dossier_passage *passages;
	uint32_t n_passages;
};

/* Append it as bytes. */
void dossier_write(struct buffer *out, const struct dossier *d);

/* Read what dossier_write() wrote; strings are borrowed from bytes, the rest is in the arena.
 */
void dossier_read(struct arena *a, struct str bytes, struct dossier *d);

#endif
