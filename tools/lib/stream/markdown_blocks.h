/* markdown_blocks.h - what of Markdown holds blocks; for the rooms of markdown alone. */
#ifndef STREAM_MARKDOWN_BLOCKS_H
#define STREAM_MARKDOWN_BLOCKS_H

#include "markdown_writer.h"

/* What lines begin with, more and less by a quote or indent. */
void markdown_add_prefix(struct markdown *w, struct str prefix);
void markdown_take_prefix(struct markdown *w, size_t n);

/* Lists, their entries and definitions: markdown_list.c. */
void markdown_enter_list(struct markdown *w, struct html_node *list);
void markdown_enter_item(struct markdown *w, struct html_node *li);
void markdown_leave_item(struct markdown *w, const struct html_node *li);
void markdown_enter_definition(struct markdown *w, const struct html_node *e);
void markdown_leave_definitions(struct markdown *w, const struct html_node *list);

/* Tables: markdown_table.c. */
void markdown_enter_table(struct markdown *w, struct tour *t);
void markdown_enter_row(struct markdown *w, const struct html_node *row);
void markdown_leave_row(struct markdown *w);
void markdown_enter_cell(struct markdown *w);
void markdown_leave_cell(struct markdown *w);

#endif
