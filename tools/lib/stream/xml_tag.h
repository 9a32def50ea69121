/* xml_tag.h - a start tag of XML, whoever read it. */
#ifndef STREAM_XML_TAG_H
#define STREAM_XML_TAG_H

#include <stdbool.h>

#include "../base/str.h"

struct xml_attribute {
	struct str name, value; /* local name; references resolved */
	bool prefixed;          /* it is in a namespace */
};

/* Everything in it is borrowed until the call that hands it over returns. */
struct xml_tag {
	struct str name, space; /* local name; namespace, empty or absent without one */
	const struct xml_attribute *attributes;
	int n; /* of attributes; declarations of namespaces are none */
};

/* The value of the attribute of that name in no namespace, or an absent slice. */
struct str xml_tag_attribute(const struct xml_tag *t, struct str name);

/* Where the attributes of libxml2's tags are put down. Zero-initialise before first use. */
struct xml_tag_room {
	struct xml_attribute *attributes;
	size_t cap;
};

/* A tag as libxml2 hands it over: n attributes of five pointers each. */
struct xml_tag xml_tag_of(struct xml_tag_room *room, const unsigned char *name,
    const unsigned char *space, int n, const unsigned char **attributes);
void xml_tag_room_free(struct xml_tag_room *room);

#endif
