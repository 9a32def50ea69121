/* node.h - the tree of a page: elements, texts and what else there is, and the ways through it.
 */
#ifndef HTML_TREE_H
#define HTML_TREE_H

#include <stdint.h>

#include "../base/arena.h"
#include "names.h"

enum html_kind { HTML_DOCUMENT, HTML_DOCTYPE, HTML_ELEMENT, HTML_TEXT, HTML_COMMENT };

/* HTML_NS_OTHER is never made by the parser: it is for trees that a caller builds. */
enum html_ns { HTML_NS_HTML, HTML_NS_SVG, HTML_NS_MATHML, HTML_NS_OTHER };

/* Prefixes of foreign attributes (section 13.2.6.1, "adjust foreign attributes"). */
enum html_prefix { HTML_PREFIX_NONE, HTML_PREFIX_XLINK, HTML_PREFIX_XML, HTML_PREFIX_XMLNS };

struct html_attr {
	uint16_t name;   /* enum attr; ATTR_UNKNOWN: by key alone */
	uint8_t prefix;  /* enum html_prefix; key is then the local name */
	uint32_t offset; /* of the value's first byte in the document's text */
	struct str key;  /* as the tree has it: lower case, or adjusted in foreign content */
	struct str value;
};

/* Of the last group a node has only what its kind needs, and that is all the memory it has:
 * never copy a node by value. */
struct html_node {
	uint8_t kind; /* enum html_kind */
	union {
		uint8_t ns;   /* of elements: enum html_ns */
		uint8_t room; /* of text, for the parser: log2 of the bytes it may fill */
	};
	union {
		uint16_t tag;  /* of elements: enum tag; TAG_UNKNOWN: by name alone */
		uint16_t note; /* of text: 0 from the parser; free for the caller */
	};
	uint32_t offset; /* of its first byte in the document's text; an implied element has the
	                  * offset of the token that implied it */
	uint32_t mark;   /* 0 from the parser; free for the caller */
	uint32_t n_attrs;
	struct html_node *parent, *first, *last, *prev, *next;
	struct str text; /* characters of text and comments, name of elements, doctype */
	union {
		struct {
			struct html_attr *attrs;   /* of elements; parts of one that the parser
			                            * had to split share theirs */
			struct html_node *content; /* of HTML template elements: a HTML_DOCUMENT
			                            * node that holds what stands inside; not
			                            * reached by html_next() */
		};
		struct { /* of doctypes; p is NULL where the page has none */
			struct str public_id, system_id;
		};
	};
};

/* The attribute of an element (no prefix), or NULL; its value, or an absent slice. */
static inline const struct html_attr *
html_attr(const struct html_node *n, enum attr name)
{
	for (uint32_t i = 0; i < n->n_attrs; i++)
		if (n->attrs[i].name == name && n->attrs[i].prefix == HTML_PREFIX_NONE)
			return &n->attrs[i];
	return NULL;
}

static inline struct str
html_value(const struct html_node *n, enum attr name)
{
	const struct html_attr *a = html_attr(n, name);

	return a ? a->value : (struct str){ NULL, 0 };
}

static inline bool
html_is(const struct html_node *n, enum tag tag)
{
	return n->kind == HTML_ELEMENT && n->ns == HTML_NS_HTML && n->tag == tag;
}

#endif
