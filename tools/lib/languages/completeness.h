/* completeness.h - is a version of a page really translated. */
#ifndef LANGUAGES_COMPLETENESS_H
#define LANGUAGES_COMPLETENESS_H

#include "alignment.h"
#include "translations.h"

/* What can be the matter with a version; the first that holds is its state. */
enum matter {
	MATTER_MISSING, /* there is none */
	MATTER_WRONG,   /* its text is in a language that is neither its own nor the source's */
	MATTER_FALLBACK, /* its text is in the source language */
	MATTER_STUB,     /* it says only that something will come */
	MATTER_PARTIAL,  /* some of its fragments are in the source language */
	MATTER_SHORT,    /* parts that the source has are not there */
	MATTER_OK,
	MATTERS
};

struct completeness {
	unsigned char matters;              /* bits by enum matter, 0: ok */
	uint16_t language;                  /* MATTER_WRONG: that its text is in */
	uint32_t fragments;                 /* of prose that are in some language */
	uint32_t untranslated;              /* of these, in the source language */
	uint32_t words, untranslated_words; /* of the same */
	struct position at; /* the first fragment that is not what it should be, line 0: none */
	struct alignment loss; /* against the source */
};

/* What is known of all pages together. */
struct completeness_context {
	const struct versions *all;
	const struct translations *groups;
	uint32_t source; /* string: tag of the source language */
	uint16_t *shown; /* of each version: the language pages of its expected language
	                  * mostly show, where text and declarations never agree */
};

void completeness_start(struct completeness_context *c);

/* Judge one version against its source. */
struct completeness completeness_of(const struct completeness_context *c, uint32_t version);

/* What language a fragment is in, as far as can be told. */
enum fragment_in { IN_NONE, IN_OWN, IN_SOURCE, IN_OTHER };

enum { IN_SAME = 4 }; /* added to one: the source has the same fragment */

/* Fill in, for each fragment of a version, an enum fragment_in. */
void completeness_fragments(
    const struct completeness_context *c, uint32_t version, unsigned char *in);

/* The state: the first of its matters. */
enum matter completeness_state(const struct completeness *c);
const char *matter_name(enum matter matter);

void completeness_end(struct completeness_context *c);

#endif
