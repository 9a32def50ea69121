/* markup.h - the rooms of the tokenizer, for tokenizer.c alone. Each reads at t->next and
 * leaves t->next behind what it read, and sets what token_clear() does not. */
#ifndef HTML_MARKUP_H
#define HTML_MARKUP_H

#include "tokenizer.h"

/* Offset of a byte of the text. */
static inline uint32_t
offset_of(const struct tokenizer *t, const char *p)
{
	return (uint32_t)(p - t->start);
}

/* tag.c: the tag at "<x" or "</x". False when the text ends in it: then there is no token. */
bool tag_read(struct tokenizer *t, struct token *token);

/* declaration.c: what starts with "<!". False when it opened a CDATA section. */
bool declaration_read(struct tokenizer *t, struct token *token);

/* declaration.c: a comment of the characters from content up to '>' (13.2.5.41). */
void bogus_comment_read(struct tokenizer *t, const char *content, struct token *token);

/* doctype_token.c: the doctype whose name, or whitespace before it, starts at p. */
void doctype_read(struct tokenizer *t, const char *p, struct token *token);

/* raw_text.c: where the text of a state other than TOKENIZER_DATA ends: at its end tag, at
 * "]]>", or with the page. */
const char *raw_text_end(const struct tokenizer *t);

#endif
