/* passages.h - the prose of a body, a passage for each fragment that has some, kept until all
 * is there to tell what language to expect. */
#ifndef LANGUAGES_PASSAGES_H
#define LANGUAGES_PASSAGES_H

#include "../base/buffer.h"
#include "fragments.h"

struct passage {
	size_t fragment, from, n; /* of the text */
	struct str lang;          /* that an element around it declares, borrowed */
};

/* Start with zeros. */
struct passages {
	struct buffer text;
	struct passage *rows;
	size_t n, cap;
};

void passages_add(struct passages *s, size_t fragment, struct str prose, struct str lang);

/* Fill in what a body's fragments declare and which language they are in, each and together.
 * tag: the language to expect, absent: what most declare, or else that of most of the body. */
void passages_identify(const struct passages *s, struct str tag, struct fragments *p);

void passages_free(struct passages *s);

#endif
