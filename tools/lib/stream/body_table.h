/* body_table.h - bodies as a table: a row a page. */
#ifndef STREAM_BODY_TABLE_H
#define STREAM_BODY_TABLE_H

#include "table.h"

/* path, url, the page's facts with what told each, and the body as text, markdown and xhtml,
 * empty where a page has none. */
extern const struct table body_table;

/* All of its columns but markdown and xhtml. */
struct table_form body_table_form(void);

#endif
