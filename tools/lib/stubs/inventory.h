/* inventory.h - all pages as a table for auditors: what each is, what is wrong with it, who
 * links to it. CSV as stream/table.h has it. */
#ifndef STUBS_INVENTORY_H
#define STUBS_INVENTORY_H

#include "stubs.h"

void inventory_header(struct buffer *out);

/* Append the row of a page; evidence is the text for its verdict, absent: it has none. */
void inventory_row(const struct stub_report *report, struct str evidence, struct buffer *out);

#endif
