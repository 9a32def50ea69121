/* link.h - what a page refers to, and what it says of itself and can be referred to by. */
#ifndef PAGE_LINK_H
#define PAGE_LINK_H

#include <stdint.h>

#include "../html/position.h"
#include "kinds.h"

/* A reference as written and what it leads to. */
struct link {
	struct str href;   /* the attribute as written, trimmed; absent: no link */
	struct str target; /* path in the save, only for STATE_PAGE and STATE_FILE */
	enum ref_state state;
	uint32_t name; /* of the target among the names of the save, plus one; 0: unknown */
	struct position at; /* of the element, line 0 where unknown */
};

struct meta {
	struct str name, content; /* name, property, http-equiv or itemprop of a meta element */
	struct position at;
	struct meta *next;
};

struct fact {
	enum fact_kind kind;
	enum fact_from from;
	struct str value;
	struct fact *next;
};

struct alternate {
	struct str lang; /* hreflang as written */
	struct link link;
	bool outside_head; /* where it does not count */
	struct alternate *next;
};

struct anchor {
	struct str name;
	enum anchor_from from;
	struct position at;
	struct anchor *next;
};

struct ref {
	struct str element, attribute; /* such as "img" and "srcset" */
	struct str rel; /* of link, a, area, form; of meta, what it declares; else absent */
	struct str alt; /* of img src: its text alternative; absent: none */
	struct link link;
	struct ref *next;
};

#endif
