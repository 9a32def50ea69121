/* traits.h - what sets elements apart in the tree construction (sections 13.2.4.2
 * and 13.2.6.3). */
#ifndef HTML_TRAITS_H
#define HTML_TRAITS_H

#include <stdint.h>

#include "html.h"

enum {
	TRAIT_SPECIAL = 1,  /* the standard's category */
	TRAIT_SCOPE = 2,    /* ends every scope but that of tables */
	TRAIT_BUTTON = 4,   /* ends button scope */
	TRAIT_LIST = 8,     /* ends list item scope */
	TRAIT_TABLE = 16,   /* ends table scope */
	TRAIT_BLOCK = 32,   /* special, but no address, div or p */
	TRAIT_IMPLIED = 64, /* its end tag may be generated */
	TRAIT_RULES = 128   /* its end tag does more than close it, or has a mode of its own */
};

/* The traits of an HTML element by its tag; of an SVG or MathML element. */
extern const uint8_t traits_of_html[N_TAGS];
uint8_t traits_of_foreign(const struct html_node *n);

#endif
