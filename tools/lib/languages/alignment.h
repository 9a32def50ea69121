/* alignment.h - two versions of a body side by side: what one has lost of the other. */
#ifndef LANGUAGES_ALIGNMENT_H
#define LANGUAGES_ALIGNMENT_H

#include "fragments.h"

struct alignment {
	uint32_t total;    /* fragments of the source, anchors aside */
	uint32_t lost;     /* of these, that the other has nothing for */
	uint32_t headings; /* of lost */
	uint32_t first; /* the first fragment of the source in a stretch that lost something */
	uint32_t where; /* the fragment of the other after which it is missing, or its n */
};

/* Lay a version beside its source. Ids, images and code that stand once in both are taken for
 * the same where they come in the same order; between two of these, headings, texts, images and
 * code are counted. n log n. */
struct alignment align(const struct fragment *source, uint32_t n_source,
    const struct fragment *version, uint32_t n_version);

#endif
