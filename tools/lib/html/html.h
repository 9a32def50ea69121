/* html.h - a page's bytes as the tree a browser builds (WHATWG HTML, section 13.2, scripting
 * off).
 *
 * Zero-copy: names, values and text point into the decoded page wherever no character
 * reference, carriage return or NUL forces a copy, and everything else lives in the caller's
 * arena, so a document is freed by resetting that arena. No function recurses on the depth of
 * the input. */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/arena.h"
#include "../base/str.h"
#include "encoding.h"
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
		uint8_t ns; /* of elements: enum html_ns */
		uint8_t
		    room; /* of text, for the parser: log2 of the bytes it may fill; 0: none */
	};
	uint16_t tag;    /* enum tag, of elements; TAG_UNKNOWN: by name alone */
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

struct html_document;

/* Who is told of the elements of a page instead of getting a tree of its body: of each that may
 * refer to something, or be referred to by, in document order. An element may last no longer
 * than the call, its strings last as those of a tree; it has no siblings, and children only
 * where it is a style. The tree has the head, and all title, meta, base and style elements, but
 * no text beside theirs and that of scripts. */
struct html_outline {
	void *context;
	void (*start)(void *context, const struct html_document *doc); /* or start over: what
	                                                                * was told is void */
	void (*element)(void *context, const struct html_node *e);
};

struct html_options {
	const char *charset; /* from outside (HTTP header, saver), or NULL */
	bool no_utf8_guess;  /* do not take bytes that are valid UTF-8 for UTF-8 undeclared */
	const struct html_outline *outline; /* NULL: build the tree */
};

struct html_document {
	struct html_node *root; /* a HTML_DOCUMENT */
	struct str text;        /* the decoded page, UTF-8, which offsets count in bytes */
	struct encoding encoding;
	bool quirks, limited_quirks;
};

/* Parse a page, which must be shorter than 4 GiB when decoded, into *doc. bytes must outlive
 * the document. Never fails: any bytes are a page. One deviation from the standard keeps
 * hostile pages from growing without bound, see builder_toil() in builder.h. */
void html_parse(struct arena *a, struct str bytes, const struct html_options *options,
    struct html_document *doc);

/* The node after n in document order within root's subtree (NULL at its end), and the same
 * without entering n. Both work in constant memory. */
struct html_node *html_next_sibling_or_up(
    const struct html_node *n, const struct html_node *root);

static inline struct html_node *
html_next(const struct html_node *n, const struct html_node *root)
{
	return n->first ? n->first : html_next_sibling_or_up(n, root);
}

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

/* New nodes for trees that a caller builds, and the ways to hang them in. */
struct html_node *html_new(struct arena *a, enum html_kind kind);
void html_append(struct html_node *parent, struct html_node *child);
void html_insert_before(struct html_node *sibling, struct html_node *child);
void html_remove(struct html_node *n);

#endif
