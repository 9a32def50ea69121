/* body.h - the body as normalised XHTML: structure kept, presentation gone. */
#ifndef PAGE_BODY_H
#define PAGE_BODY_H

#include "../html/position.h"
#include "blocks.h"
#include "regions.h"

/* Build main's tree: a HTML_DOCUMENT node with the body's children. Where another region was
 * cut out of main a cut element names it, so regions must have their ids. Elements nest at most
 * 200 deep: what lies deeper is flattened. */
struct html_node *body_build(struct arena *a, const struct blocks *b, const struct regions *r,
    struct position_finder *where);

/* body_elements.c: what becomes of an element in a body. */
enum fate {
	FATE_UNWRAP, /* a border between blocks; its content stays */
	FATE_INLINE, /* kept, phrasing content; inline borders are no word borders */
	FATE_MELT,   /* phrasing content that says nothing: its content stays */
	FATE_VOID,   /* kept, phrasing content without text: img, br */
	FATE_LINE,   /* kept, holds phrasing content only: p, h1, pre */
	FATE_FLOW,   /* kept, holds anything, words too: li, td */
	FATE_BLOCK,  /* kept, words in it need a paragraph: blockquote */
	FATE_LIST,   /* kept, holds only its own kind of children: ul, table, tr */
	FATE_DROP,   /* neither it nor its content */
};

struct element_rule {
	uint16_t becomes; /* as kept */
	uint8_t fate;
	uint16_t within[3]; /* parents it may stand in, 0-ended; none: anywhere */
	uint16_t attrs[8];  /* kept besides id, lang, dir and title, 0-ended */
};

/* The rule for an HTML element; unknown ones melt or unwrap as is_phrasing() has it. */
const struct element_rule *element_rule(const struct html_node *e);

/* The value that an attribute is kept with, by the rules of HTML for its name (numbers by 2.3.4
 * and the limits of 4.9.11, enumerations in lower case); absent: it says nothing and goes. */
struct str attribute_value(
    struct arena *a, const struct element_rule *rule, enum attr name, struct str value);

#endif
