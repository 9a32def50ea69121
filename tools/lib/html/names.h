/* names.h - element and attribute names as small numbers.
 *
 * Names are TAG_DIV, ATTR_HREF, ATTR_ARIA_LABEL, ATTR_XLINK_HREF: upper case, '_' for what is
 * no letter or digit. The tables hold the elements and attributes of HTML, current and
 * obsolete, those of ARIA, RDFa and microdata, and the common ones of SVG and MathML. */
#ifndef HTML_NAMES_H
#define HTML_NAMES_H

#include "../base/str.h"
#include "names_table.h" /* enum tag, enum attr; N_TAGS, N_ATTRS */

/* The number of a name in any ASCII case; TAG_UNKNOWN, ATTR_UNKNOWN when it has none. */
enum tag tag_of(struct str name);
enum attr attr_of(struct str name);

/* The lower-case name of a number, static and followed by a NUL; of an unknown one, empty. */
extern const struct str tag_names[N_TAGS], attr_names[N_ATTRS];
static inline struct str
tag_name(enum tag tag)
{
	return tag_names[tag];
}

static inline struct str
attr_name(enum attr attr)
{
	return attr_names[attr];
}

/* The same as SVG spells it, "clipPath" for TAG_CLIPPATH: the lists "adjust SVG attributes"
 * (section 13.2.6.1) and of element names in foreign content (13.2.6.5). */
struct str tag_svg_name(enum tag tag);
struct str attr_svg_name(enum attr attr);

#endif
