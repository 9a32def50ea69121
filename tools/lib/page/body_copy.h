/* body_copy.h - elements of a body; for body.c and body_writer.c alone. */
#ifndef PAGE_BODY_COPY_H
#define PAGE_BODY_COPY_H

#include "body_writer.h"

/* An element that the source does not have. */
struct html_node *element_made(struct body_writer *w, enum tag tag);

/* Give an element that has no attributes an id; room for another one stays. */
void element_give_id(struct body_writer *w, struct html_node *e, struct str id);

/* An element of the source as it is kept. */
struct html_node *element_copy(
    struct body_writer *w, const struct html_node *e, const struct element_rule *rule);

#endif
