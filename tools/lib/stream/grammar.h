/* grammar.h - an XML Schema as tables, by which a document is found valid as it is read.
 *
 * Only a part of XML Schema 1.0 becomes tables: elements of named and of local types;
 * sequences, choices and groups of them with any bounds; extensions; mixed, simple and empty
 * content; attributes and groups of them; wildcards for elements of a namespace without a
 * schema, whose content is skipped; restrictions of strings and of whole numbers, by all of
 * their facets but white space. What else a schema says does no harm: a document that meets it
 * is left to libxml2, as is one that is not written as canonical.h says, and one that is not
 * valid. */
#ifndef STREAM_GRAMMAR_H
#define STREAM_GRAMMAR_H

#include <stdint.h>

#include "../base/buffer.h"
#include "canonical.h"

struct grammar;

/* Make the tables of the schema at path. NULL, without a word, where it is none, cannot be read
 * or has at its top what is not known here. Never changed after that: any number of threads may
 * walk by it. */
struct grammar *grammar_new(const char *path);
void grammar_free(struct grammar *g);

/* A document under way: for each open element its type and where in its content it stands. */
struct grammar_walk {
	const struct grammar *grammar;
	struct {
		uint16_t type, state;
	} open[CANONICAL_DEPTH + 1];
	size_t n;
	struct str space; /* of the last tag, and its number */
	unsigned space_number;
	unsigned n_skipped;  /* names in content that is skipped */
	struct buffer value; /* of the open element, where its type is simple */
};

/* Start; and give back what a walk holds. */
void grammar_walk_start(struct grammar_walk *w, const struct grammar *g);
void grammar_walk_end(struct grammar_walk *w);

/* The next start tag, piece of text, or end tag. False where it is not surely valid, which ends
 * the walk. */
bool grammar_enter(struct grammar_walk *w, const struct xml_tag *tag);
bool grammar_text(struct grammar_walk *w, struct str text);
bool grammar_leave(struct grammar_walk *w);

/* True when a document is surely well formed and valid: libxml2 would find nothing. */
bool grammar_accepts(const struct grammar *g, struct str xml);

#endif
