/* grammar_reading.h - making the tables of a schema; for grammar*.c alone. */
#ifndef STREAM_GRAMMAR_READING_H
#define STREAM_GRAMMAR_READING_H

#include <libxml/tree.h>

#include "grammar_tables.h"

enum { MOST_USES = 64, MOST_TYPES = 4096 };

/* The number of a name, added where it is new; 0 when there are too many. */
unsigned name_add(struct grammar *g, struct name_table *t, unsigned space, struct str name);

/* A schema being read; types refer to each other, and are numbered as they are met. */
struct schema_document {
	xmlDoc *doc;
	char *path;
	unsigned space; /* of what it declares */
	bool qualified; /* elements that are declared inside of others too */
};
struct schema_reading {
	struct grammar *grammar;
	const char *path;
	struct schema_document documents[MOST_DOCUMENTS];
	size_t n_documents;
	unsigned depth;          /* of groups in groups */
	const xmlNode **waiting; /* complex types that are numbered and not read yet */
	size_t n_waiting, cap_waiting;
};

/* True when a node of the schema has no attribute but these, each followed by a space, and no
 * element inside but those and annotation. */
bool has_only(const xmlNode *node, const char *attributes, const char *elements);
bool is_schema_node(const xmlNode *node, const char *name);
/* The first element of the schema language in node that is no annotation, or the one after it;
 * NULL: none. */
xmlNode *inside(const xmlNode *node);
xmlNode *after(const xmlNode *node);
/* An attribute's value, borrowed from the tree, or absent. */
struct str said(const xmlNode *node, const char *attribute);
const struct schema_document *document_of(const struct schema_reading *r, const xmlNode *node);

/* The top component of a kind that a qualified name in the schema refers to, or NULL. builtin:
 * set to the local name if it is of XML Schema's own namespace. */
xmlNode *referred(const struct schema_reading *r, const xmlNode *node, struct str name,
    const char *kind, struct str *builtin);

/* The type that a node's `type` attribute or the simpleType in it says, by its `fixed` too;
 * never NULL. */
const struct value_type *value_type_of(struct schema_reading *r, const xmlNode *node);
/* The same of the type of that qualified name. */
const struct value_type *value_type_named(
    struct schema_reading *r, const xmlNode *node, struct str name);

/* A regular expression of XML Schema; NULL where it has what is not known. */
struct value_pattern *pattern_read(struct arena *a, struct str source);

/* The number of a type without attributes: not known, skipped, or simple with these values. */
unsigned element_type_plain(
    struct grammar *g, enum type_kind kind, const struct value_type *value);

/* The type of an element that is declared by this node, as its number, which the node keeps. */
unsigned element_type_of(struct schema_reading *r, xmlNode *element);

/* Read all types that wait, and those that these lead to. */
void element_types_read(struct schema_reading *r);

/* Build what may stand in an element by a sequence, choice or group. inner: see element_type.
 * False: not known here. */
bool content_build(struct schema_reading *r, xmlNode *particle, struct automaton_draft *d,
    unsigned from, unsigned to, uint16_t *inner);

#endif
