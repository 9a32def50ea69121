/* elements.h - what elements are by their tags, and which attributes they have, as bits.
 *
 * A table answers with one load what would else be a comparison for each tag. Who asks several
 * of these of an element takes its bits once; blocks (blocks.h) keep both kinds. */
#ifndef PAGE_ELEMENTS_H
#define PAGE_ELEMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "../html/html.h"

enum {
	IS_PHRASING = 1 << 0,   /* see is_phrasing() */
	IS_SILENT = 1 << 1,     /* what is in it does not count, see counts() */
	IS_HEADING = 1 << 2,    /* h1 to h6 */
	IS_PROSE = 1 << 3,      /* p and its like: what people write in sentences */
	IS_SECTION = 1 << 4,    /* its header and footer are not the page's (HTML-AAM 3.4) */
	IS_ENTRY = 1 << 5,      /* li, dd */
	IS_LIST = 1 << 6,       /* ul, ol, dl */
	IS_LINK = 1 << 7,       /* a, area; a link only where it has an href */
	IS_INPUT = 1 << 8,      /* form controls that may take input */
	IS_GROUP = 1 << 9,      /* what class words may make a region of */
	IS_CONTAINER = 1 << 10, /* what a body may be the inside of */
	IS_TOLD =
	    1 << 11, /* may say something of the page as a whole, whatever its attributes */
	IS_LANDMARK = 1 << 12, /* may be a landmark (HTML-AAM 3.4), main aside */
	IS_WIDGET = 1 << 13,   /* drawn as a thing of its own among words */
	IS_CODE = 1 << 14,     /* pre, code */
	IS_COUNTED =
	    1 << 15, /* blocks count it: links, controls, buttons, images, headings, nav */
};

/* Attributes without prefix. */
enum {
	HAS_CLASS = 1 << 0,
	HAS_ID = 1 << 1,
	HAS_ROLE = 1 << 2,
	HAS_REL = 1 << 3,
	HAS_HREF = 1 << 4,
	HAS_TYPE = 1 << 5, /* itemtype or typeof */
	HAS_ITEMPROP = 1 << 6,
	HAS_REFERENCE = 1 << 7, /* one that may hold a URL, a style or a name */
	HAS_SPEECH = 1 << 8,    /* lang or dir */
	HAS_HREFLANG = 1 << 9,
	HAS_ACCESSKEY = 1 << 10,
	HAS_LABEL = 1 << 11, /* aria-label */
	HAS_OTHER = 1 << 12, /* one that HTML does not know, such as data-line */
};

/* By tag, of HTML elements; by name, of attributes. */
extern const uint16_t element_bits[N_TAGS];
extern const uint16_t attribute_bits[N_ATTRS];

/* What an element is, any one. */
static inline unsigned
element_is(const struct html_node *e)
{
	if (e->ns == HTML_NS_HTML)
		return element_bits[e->tag];
	if (e->ns == HTML_NS_OTHER)
		return 0;
	/* scripts and styles are no text in SVG either */
	return IS_PHRASING | (e->tag == TAG_SCRIPT || e->tag == TAG_STYLE ? IS_SILENT : 0);
}

/* The attributes an element has. */
static inline unsigned
element_has(const struct html_node *e)
{
	unsigned has = 0;

	for (uint32_t i = 0; i < e->n_attrs; i++)
		if (e->attrs[i].prefix == HTML_PREFIX_NONE)
			has |= attribute_bits[e->attrs[i].name];
	return has;
}

/* True for phrasing content, custom elements too: a, br, em, span and their like. */
static inline bool
is_phrasing(const struct html_node *element)
{
	return element_is(element) & IS_PHRASING;
}

/* True where text below this element of a source counts. */
static inline bool
counts(const struct html_node *element)
{
	return !(element_is(element) & IS_SILENT);
}

static inline bool
is_heading(const struct html_node *n)
{
	return n->kind == HTML_ELEMENT && element_is(n) & IS_HEADING;
}

/* An element that HTML does not have: its name says what its author meant it for. */
static inline bool
is_custom(const struct html_node *e)
{
	return e->tag == TAG_UNKNOWN && e->ns == HTML_NS_HTML;
}

/* The outermost element of a formula in MathML. */
static inline bool
is_math(const struct html_node *n)
{
	return n->kind == HTML_ELEMENT && n->ns == HTML_NS_MATHML && n->tag == TAG_MATH;
}

/* An element that a body may be the inside of. */
static inline bool
is_container(const struct html_node *element)
{
	return element_is(element) & IS_CONTAINER;
}

#endif
