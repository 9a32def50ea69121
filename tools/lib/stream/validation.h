/* validation.h - one XML document against one schema, in a streaming parse. */
#ifndef STREAM_VALIDATION_H
#define STREAM_VALIDATION_H

#include <stdbool.h>

#include "schema.h"
#include "xml_tag.h"
#include "xmlpath.h"

/* Limits of a document; beyond them is a problem. Page lines stay far below, and libxml2's work
 * grows with the square of the last two: attributes of an element, names in a document. */
enum { VALIDATION_DEPTH = 1024, VALIDATION_ATTRIBUTES = 1024, VALIDATION_NAMES = 65536 };

enum problem_kind {
	PROBLEM_XML,    /* not well formed, or beyond the limits: nothing after it is read */
	PROBLEM_SCHEMA, /* not what the schema says */
};

/* Where an element's start tag ends, or another thing of it stands. */
struct place {
	struct position at; /* in the document; column 0: unknown */
	struct xmlpath *path;
};

/* A start tag; everything in it is borrowed until the call is over. */
struct xml_element {
	struct xml_tag tag;
	struct place place;
};

/* Who listens. Calls come in document order, but for those from RELAX NG, which come last. */
struct validation {
	void *context;
	void (*problem)(
	    void *context, enum problem_kind kind, const struct place *place, struct str text);
	void (*element)(void *context, const struct xml_element *e); /* or NULL */
};

/* Parse and validate. After 100 problems the rest of the document is not looked at, and a last
 * problem says so. Entities are never declared, loaded or expanded. Safe from any thread. */
void schema_validate(struct schema *s, struct str xml, const struct validation *v);

#endif
