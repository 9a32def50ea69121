/* html.h - a page's bytes as the tree a browser builds (WHATWG HTML, section 13.2, scripting
 * off).
 *
 * Zero-copy: names, values and text point into the decoded page wherever no character
 * reference, carriage return or NUL forces a copy, and everything else lives in the caller's
 * arena, so a document is freed by resetting that arena. No function recurses on the depth of
 * the input. */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include "encoding.h"
#include "tree.h"

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
	bool xhtml;          /* "/>" ends an element, "<![CDATA[" opens a section (XML 1.0) */
	const struct html_outline *outline; /* NULL: build the tree */
};

struct html_document {
	struct html_node *root; /* a HTML_DOCUMENT */
	struct str text;        /* the decoded page, UTF-8, which offsets count in bytes */
	struct encoding encoding;
	uint32_t n_elements; /* made for the tree, some of which may not be in it */
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

/* New nodes for trees that a caller builds, and the ways to hang them in. */
struct html_node *html_new(struct arena *a, enum html_kind kind);
void html_append(struct html_node *parent, struct html_node *child);
void html_insert_before(struct html_node *sibling, struct html_node *child);
void html_remove(struct html_node *n);

#endif
