/* schema_org.h - what the structured data of a page (schema.org in JSON-LD) says of its body.
 */
#ifndef PAGE_SCHEMA_ORG_H
#define PAGE_SCHEMA_ORG_H

#include "../base/arena.h"
#include "../html/html.h"

enum data_type {
	DATA_ARTICLE = 1,
	DATA_PRODUCT = 2,
	DATA_FORUM = 4, /* discussions, questions and their answers */
	DATA_LIST = 8,
};

struct data_text {
	struct str text;
	struct data_text *next;
};

struct schema_org {
	unsigned types;              /* of enum data_type */
	struct data_text *bodies;    /* articleBody, text and their like */
	struct data_text *summaries; /* description, headline, name; meta descriptions */
};

struct schema_org schema_org_of(struct arena *a, const struct html_document *doc);

#endif
