/* canonical.h - XML in the form that siteglean writes, read several times as fast as libxml2
 * reads any.
 *
 * That form is a part of XML 1.0 with namespaces: UTF-8; attributes in double quotes, one space
 * before each; no prefix, comment, instruction, section or document type; a namespace is always
 * the default one; the five entities that need no declaration, and references by number; names
 * in ASCII; at most 1024 levels and 64 attributes a tag. A declaration may stand first as ours
 * is written. TAB and LF may stand in text, no other control character anywhere. */
#ifndef STREAM_CANONICAL_H
#define STREAM_CANONICAL_H

#include "xml_tag.h"

enum { CANONICAL_DEPTH = 1024, CANONICAL_ATTRIBUTES = 64 };

/* Who listens, in document order. A call that returns false ends the reading. */
struct canonical_listener {
	void *context;
	/* until: where the '>' or '/>' of the tag stands. */
	bool (*start)(void *context, const struct xml_tag *tag, const char *until);
	/* A piece of text between two tags, of which there may be many. */
	bool (*text)(void *context, struct str text);
	bool (*end)(void *context);
};

/* Read a document. True when all of it is of that form, which makes it well-formed XML, and
 * the listener agreed to all; false says nothing but that libxml2 must read it. Safe from any
 * thread. */
bool canonical_read(struct str xml, const struct canonical_listener *listener);

#endif
