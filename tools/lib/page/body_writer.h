/* body_writer.h - a body half built; for the files that build it alone. */
#ifndef PAGE_BODY_WRITER_H
#define PAGE_BODY_WRITER_H

#include "body.h"
#include "prose_reader.h"

enum {
	DEEPEST = 190, /* cells and entries of what stands there add a few levels: 200 */
	MOST_OPEN = DEEPEST + 16,
};

struct open {
	struct html_node *out;
	const struct html_node *source; /* NULL: made here */
	enum fate fate;
	const struct speech *speech;
	bool heads_columns;     /* a table with a cell that heads a group of columns */
	struct html_node *stub; /* see body_window.c */
	struct place place;     /* of prose before it */
};

/* An id whose element is not kept: the next one that is takes it. */
struct waiting {
	struct str id;
	struct waiting *next; /* the one before it */
};

struct body_writer {
	struct arena *arena;
	struct arena *nodes;          /* for the tree: the same, or the sink's */
	const struct body_sink *sink; /* or NULL */
	size_t opened;                /* index of the innermost whose start tag the sink has */
	size_t held; /* of the outermost table with columns, with which the sink waits; or 0 */
	struct prose_reader *prose; /* the sink's, which hears what is built; or NULL */
	struct position_finder *where;
	struct tally *tally; /* NULL: nobody wants to know */
	struct open *stack;  /* room for MOST_OPEN; stack[0] is the body itself */
	size_t depth;        /* index of the innermost */
	struct waiting *ids;
	unsigned preformatted; /* open pre elements */
	unsigned math;         /* open MathML elements */
	unsigned links;        /* open a elements: none stands in another */
	struct str space;      /* due before the next word: of the source, where that has one */
	bool fresh;            /* no space may stand here: a block begins */
	bool broken;           /* a border lies before the next word */
	bool line_ended;       /* in a pre: with the last word */
};

static inline struct open *
writer_top(struct body_writer *w)
{
	return &w->stack[w->depth];
}

static inline bool
holds_blocks(enum fate fate)
{
	return fate == FATE_FLOW || fate == FATE_BLOCK || fate == FATE_LIST;
}

/* Hang an element that stays without content into the innermost that is open. */
void writer_append(struct body_writer *w, struct html_node *e);

/* Open an element and close the innermost. One that turns out empty is taken out again. */
void writer_push(
    struct body_writer *w, struct html_node *e, const struct html_node *source, enum fate fate);
void writer_pop(struct body_writer *w);

/* A border between blocks: what was made to hold words before it ends here. */
void writer_border(struct body_writer *w);

/* Make an element for what a list holds beside its entries. */
void writer_entry(struct body_writer *w);

/* See to it that words may stand in the innermost open element, after the space that is due;
 * then put the ids there that still wait for an element. */
void writer_place(struct body_writer *w);
void writer_anchors(struct body_writer *w);

/* A text of the source, of which its mark and note tell; see blocks.h. */
void writer_words(struct body_writer *w, const struct html_node *text);
void writer_break(struct body_writer *w);

/* A space is due before the next word. */
void writer_space(struct body_writer *w);

/* Let the id wait for an element. */
void writer_keep_id(struct body_writer *w, struct str id);

/* Close all, and place the ids that still wait. */
void writer_end(struct body_writer *w);

#endif
