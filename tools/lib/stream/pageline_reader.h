/* pageline_reader.h - a page line half read; for pageline_read.c and pageline_element.c alone.
 */
#ifndef STREAM_PAGELINE_READER_H
#define STREAM_PAGELINE_READER_H

#include <libxml/parser.h>

#include "../base/buffer.h"
#include "../base/utf8.h"
#include "field.h"
#include "xml_tag.h"

/* Where in the page element the parse stands. An item's place is its nav's. */
enum place {
	PLACE_OUTSIDE,
	PLACE_PAGE,
	PLACE_EMPTY, /* in meta, alternate, anchor, ref */
	PLACE_NAV,
	PLACE_TEXT,
	PLACE_MAIN,
	PLACE_BODY, /* in the body of main or below it */
	PLACE_PART,
};

struct reader {
	xmlParserCtxt *ctxt; /* NULL: the fast reader reads */
	struct xml_tag_room room;
	struct arena *arena;
	struct page *page;
	enum place place;
	struct region *region;  /* the last one */
	struct item *item;      /* the open one, or NULL */
	int depth;              /* of that item */
	struct html_node *node; /* the open one in main */
	struct buffer text;     /* of text, part or body since the last tag */
	struct fact **facts;    /* where the next of each goes */
	struct meta **metas;
	struct alternate **alternates;
	struct anchor **anchors;
	struct ref **refs;
	struct region **regions;
	struct str error; /* the first, absent: none; all stops there */
	struct position at;
};

/* Keep an error as one line with the place of the parse, and stop the parse. Returns -1. */
int reader_fail(struct reader *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Put a start tag, an end tag or characters into the page. */
void reader_start(struct reader *r, const struct xml_tag *t);
void reader_end(struct reader *r);
void reader_characters(struct reader *r, struct str s);

#endif
