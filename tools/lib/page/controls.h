/* controls.h - what readers of a page use, or see, and do not read. */
#ifndef PAGE_CONTROLS_H
#define PAGE_CONTROLS_H

#include "blocks.h"
#include "profile.h"
#include "rules.h"

/* The link of a heading, term or caption to itself: one sign, such as "¶". */
bool is_permalink(const struct blocks *b, const struct block *link);

/* Links that a wiki or generator puts into headings, terms and code, as its class says: to edit
 * a section, to the source of a function, to the heading itself. */
bool is_control(const struct blocks *b, const struct rules *rules, const struct block *block);

/* Is the first element in a block a button? */
static inline bool
opens_with_button(const struct blocks *b, const struct block *block)
{
	return block + 1 < b->at + block->end && block_is(block + 1, TAG_BUTTON);
}

/* Buttons that the site repeats, one or some side by side: tabs over a table, "copy" beside
 * code.
 */
bool is_button_bar(const struct profile *p, const struct blocks *b, const struct block *block);

/* A link that leads past the menus: to a fragment, and it says so. */
bool is_skip_link(struct arena *a, const struct rules *rules, const struct block *b);

/* What is drawn of a formula for the eye alone, right beside MathML that says it. */
bool is_drawn_math(const struct block *b);

#endif
