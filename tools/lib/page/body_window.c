/* body_window.c - hands a body on while it is built.
 *
 * A block that is closed does not change any more, nor does what stands before it: spaces are
 * trimmed off the end of a block alone, and what holds a block is not empty. So it is handed
 * on, behind the start tags of what it stands in. What is left of it is a stub, which says that
 * something was there, and all memory behind that is used again, which stays in a processor's
 * caches: a large page needs no more of it than a small one. Only a table with columns waits
 * for its end, since it may lose them. */
#include "body_window.h"

#include "../html/node.h"

enum { ENOUGH = 32 * 1024 }; /* bytes of memory at hand: there is no need yet to hand on */

void
window_open(struct body_writer *w)
{
	if (!w->sink)
		return;
	writer_top(w)->stub = node_new(w->nodes, HTML_ELEMENT);
	if (html_is(writer_top(w)->out, TAG_COLGROUP) && !w->held)
		w->held = w->depth - 1;
}

/* Hand on what stands in an element before one of its children, or all where that is NULL. */
static void
hand_on(struct body_writer *w, struct html_node *parent, struct html_node *until)
{
	for (struct html_node *n = parent->first; n != until; n = n->next)
		if (!n->mark)
			w->sink->write(w->sink->context, n);
	parent->first = until;
	if (until)
		until->prev = NULL;
}

/* Leave a stub of all that an element holds: a block, for nothing is trimmed before one. */
static void
leave_stub(struct body_writer *w, struct open *o)
{
	struct html_node *stub = o->stub;

	arena_rewind(w->nodes, (char *)stub + NODE_ELEMENT_SIZE);
	stub->ns = HTML_NS_HTML;
	stub->tag = TAG_DIV;
	stub->mark = true;
	o->out->first = o->out->last = NULL;
	node_append(o->out, stub);
}

void
window_close(struct body_writer *w)
{
	struct html_node *e = writer_top(w)->out;
	const struct body_sink *sink = w->sink;

	if (!sink)
		return;
	if (w->prose) { /* which has read it */
		if (w->nodes->end - w->nodes->next <= ENOUGH)
			leave_stub(w, &w->stack[w->depth - 1]);
		return;
	}
	if (w->held ||
	    (w->opened < w->depth && (w->nodes->end - w->nodes->next > ENOUGH || is_phrase(e))))
		return;
	for (size_t i = w->opened; i < w->depth; i++) {
		hand_on(w, w->stack[i].out, w->stack[i + 1].out);
		if (i + 1 < w->depth)
			sink->open(sink->context, w->stack[i + 1].out);
	}
	if (w->opened < w->depth) {
		sink->write(sink->context, e);
	} else {
		hand_on(w, e, NULL);
		sink->close(sink->context, e);
	}
	w->opened = w->depth - 1;
	leave_stub(w, &w->stack[w->opened]);
}

void
window_end(struct body_writer *w)
{
	if (w->sink && !w->prose)
		hand_on(w, w->stack[0].out, NULL);
}
