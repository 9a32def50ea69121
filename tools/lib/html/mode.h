/* mode.h - the insertion modes (section 13.2.6.4) and what they share. */
#ifndef HTML_MODE_H
#define HTML_MODE_H

#include "builder.h"

/* The rules of one mode for one token. True: done with it; false: it is to be processed again,
 * by what is now the mode. */
typedef bool mode_rules(struct builder *b, struct token *t);
mode_rules mode_initial, mode_before_html, mode_before_head, mode_in_head,
    mode_in_head_noscript, mode_after_head, mode_in_body, mode_text, mode_in_table,
    mode_in_table_text, mode_in_caption, mode_in_column_group, mode_in_table_body, mode_in_row,
    mode_in_cell, mode_in_template, mode_after_body, mode_in_frameset, mode_after_frameset,
    mode_after_after_body, mode_after_after_frameset;

/* The rules for end tags in body, and for the tokens of foreign content (section 13.2.6.5). */
mode_rules mode_in_body_end, mode_in_foreign;

/* The rules of the current insertion mode. */
bool mode_current(struct builder *b, struct token *t);

/* Set the mode and process the token again there: false. */
static inline bool
mode_again(struct builder *b, enum mode mode)
{
	b->mode = mode;
	return false;
}

/* "Reset the insertion mode appropriately". */
void mode_reset(struct builder *b);

/* Cut leading white space off a text token; false when there is none. */
bool mode_cut_space(struct token *t, struct token *space);

/* True for an input start tag of type hidden. */
bool mode_is_hidden(const struct token *t);

/* "Generate implied end tags" but for elements of a tag (TAG_UNKNOWN: for none). */
void mode_close_implied(struct builder *b, enum tag but);

/* "Close a p element" if one is in button scope. */
void mode_close_p(struct builder *b);

/* Close the last element of a tag that is open in the scope which ends at index end, and all it
 * contains, so that end tags need not be generated first. False, and nothing done, without one.
 */
bool mode_close(struct builder *b, enum tag tag, uint32_t end);

/* The rules of "any other end tag" in body. */
void mode_close_other(struct builder *b, const struct token *t);

/* The rules for template start and end tags. */
void mode_open_template(struct builder *b, const struct token *t);
void mode_close_template(struct builder *b);

#endif
