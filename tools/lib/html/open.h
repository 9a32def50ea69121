/* open.h - the stack of open elements (section 13.2.4.2).
 *
 * Every entry knows the nearest entries below it that end a scope, and entries of one name are
 * chained, so that each "has an element in scope" is a comparison of two indexes and no walk.
 * Index 0 is the document itself: as an index it also says "none". */
#ifndef HTML_OPEN_H
#define HTML_OPEN_H

#include <stdbool.h>
#include <stdint.h>

#include "html.h"

struct formatting;

struct open {
	_Alignas(16) struct html_node *node; /* 64 bytes in all: an entry is a shift away */
	struct formatting *formatting; /* in the list of active formatting elements; or NULL */
	uint32_t name;                 /* see open_name() */
	uint32_t below;                /* the next entry of that name */
	/* The nearest entries, this one included, that end a scope ("in scope", "in button
	 * scope" …), are special, end the search for an open li, dd or dt, are HTML elements.
	 */
	uint32_t scope, button, list, table, special, block, html;
};

struct open_stack {
	struct open *entries;
	size_t cap;
	uint32_t depth;   /* index of the current node */
	uint32_t *newest; /* by name: its last entry */
	size_t n_newest;  /* room in newest */
	void *unknown;    /* names without a number, as tsearch(3) keeps them */
	uint32_t n_names; /* names known so far */
	struct arena *arena;
};

void open_init(struct open_stack *s, struct arena *a, struct html_node *document);
void open_free(struct open_stack *s);

/* The number under which the stack knows elements of a (lower-case) name: HTML ones even, SVG
 * and MathML ones, which share theirs, odd. */
#define OPEN_HTML(tag) (2 * (uint32_t)(tag))
uint32_t open_unknown(
    struct open_stack *s, struct str name); /* half that of a name without tag */
static inline uint32_t
open_name(struct open_stack *s, enum tag tag, struct str name, bool foreign)
{
	return 2 * (tag != TAG_UNKNOWN ? (uint32_t)tag : open_unknown(s, name)) + foreign;
}

/* Index of the last open element of such a name, or 0. */
static inline uint32_t
open_last(struct open_stack *s, enum tag tag, struct str name, bool foreign)
{
	uint32_t number = open_name(s, tag, name, foreign);

	return s->newest[number];
}

void open_push(struct open_stack *s, struct html_node *node, uint32_t name);

/* Make an entry at an index the last one; the same with what the entry at from (i or above) is.
 */
void open_place(struct open_stack *s, uint32_t i, struct html_node *node, uint32_t name,
    struct formatting *formatting);
void open_replace(struct open_stack *s, uint32_t i, uint32_t from);

/* Forget the entries from index on in the chains of names, but leave them to be placed anew. */
void open_unlink(struct open_stack *s, uint32_t index);

/* Close the entries from index on; close one wherever it stands. */
void open_pop_to(struct open_stack *s, uint32_t index);
void open_remove(struct open_stack *s, uint32_t index);

static inline struct open *
open_top(const struct open_stack *s)
{
	return &s->entries[s->depth];
}

/* True when the current node is the HTML element. */
static inline bool
open_is(const struct open_stack *s, enum tag tag)
{
	return open_top(s)->name == OPEN_HTML(tag);
}

/* Index of the last open HTML element of a tag, or 0. */
static inline uint32_t
open_find(const struct open_stack *s, enum tag tag)
{
	return s->newest[OPEN_HTML(tag)];
}

/* The same within the scope that ends at index end: open_in(s, TAG_P, open_top(s)->button). */
static inline uint32_t
open_in(const struct open_stack *s, enum tag tag, uint32_t end)
{
	uint32_t at = open_find(s, tag);

	return at >= end ? at : 0;
}

#endif
