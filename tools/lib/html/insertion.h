/* insertion.h - making nodes for tokens and putting them in their place (section 13.2.6.1). */
#ifndef HTML_INSERTION_H
#define HTML_INSERTION_H

#include "builder.h"

/* "Insert an HTML element" for a start tag: the new current node. insert_void() does not
 * make it that, insert_foreign() puts it in another namespace, insert_implied() does without a
 * token. */
struct html_node *insert_element(struct builder *b, const struct token *t);
struct html_node *insert_void(struct builder *b, const struct token *t);
struct html_node *insert_foreign(struct builder *b, const struct token *t, enum html_ns ns);
struct html_node *insert_implied(struct builder *b, enum tag tag);

/* "Create an element for a token", not inserted. */
struct html_node *insertion_new(struct builder *b, const struct token *t, enum html_ns ns);

/* A new HTML element with the name and attributes of another, not inserted. */
struct html_node *insertion_copy(struct builder *b, const struct html_node *n);

/* Put a node into the appropriate place, target being where the current node is usual. */
void insert_node(struct builder *b, struct html_node *n, struct html_node *target);

void insert_text(struct builder *b, const struct token *t);
void insert_comment(struct builder *b, const struct token *t);
void insert_comment_into(struct builder *b, const struct token *t, struct html_node *parent);

/* The generic raw text and RCDATA element parsing algorithm (section 13.2.6.2). */
void insert_raw(struct builder *b, const struct token *t, enum tokenizer_state state);

/* Add those attributes of a token that an element lacks. */
void insertion_merge(
    struct builder *b, struct html_node *n, const struct token *t, struct merged_attrs *merged);

#endif
