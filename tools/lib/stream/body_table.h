/* body_table.h - bodies as a table: a row a page. */
#ifndef STREAM_BODY_TABLE_H
#define STREAM_BODY_TABLE_H

#include "table.h"

/* path, url, title, lang, and the body's text, empty where a page has none. */
extern const struct table body_table;

#endif
