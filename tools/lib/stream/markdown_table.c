/* markdown_table.c - tables of Markdown: rows of lines where those can say it, else HTML. */
#include <stdlib.h>

#include "../page/tour.h"
#include "markdown_blocks.h"
#include "xhtml.h"

static unsigned
span(const struct html_node *cell, enum attr name)
{
	struct str value = html_value(cell, name);

	return value.n && value.n < 9 ? (unsigned)strtoul(value.p, NULL, 10) : 1;
}

/* Measure a table: its columns, and whether rows of lines can say it. */
static bool
measure(const struct html_node *table, unsigned *columns)
{
	unsigned cells = 0;
	bool plain = true;

	*columns = 0;
	for (const struct html_node *n = table->first; n; n = html_next(n, table)) {
		if (html_is(n, TAG_TR))
			cells = 0;
		if (html_is(n, TAG_TD) || html_is(n, TAG_TH)) {
			if (++cells > *columns)
				*columns = cells;
			plain =
			    plain && span(n, ATTR_COLSPAN) == 1 && span(n, ATTR_ROWSPAN) == 1;
		} else if (markdown_is_block(n) && n->tag != TAG_TR && n->tag != TAG_P &&
			   n->tag != TAG_DIV && (n->tag != TAG_CAPTION || n->prev)) {
			plain = false;
		}
	}
	return plain;
}

void
markdown_enter_table(struct markdown *w, struct tour *t)
{
	unsigned columns;
	bool plain = measure(t->node, &columns);

	markdown_end_block(w, 2);
	if (columns > 1 && !plain) {
		markdown_line(w);
		xhtml_element(w->out, t->node);
		want_lines(w, 2);
		tour_skip(t);
		return;
	}
	if (columns < 2)
		return; /* what it lays out are blocks */
	w->table = t->node;
	w->columns = columns;
	w->rows = 0;
}

static bool
is_head(const struct html_node *row)
{
	for (const struct html_node *n = row->first; n; n = n->next)
		if (html_is(n, TAG_TD))
			return html_is(row->parent, TAG_THEAD);
	return true;
}

static void
write_rule(struct markdown *w)
{
	w->lines = 1;
	markdown_line(w);
	for (unsigned i = 0; i < w->columns; i++)
		buffer_add(w->out, STR("| --- "));
	buffer_char(w->out, '|');
}

/* A row begins; the first one heads the table, as the grammar wants it. */
void
markdown_enter_row(struct markdown *w, const struct html_node *row)
{
	want_lines(w, w->rows ? 1 : 2);
	if (w->rows)
		w->lines = 1;
	markdown_line(w);
	if (!w->rows && !is_head(row)) {
		for (unsigned i = 0; i < w->columns; i++)
			buffer_add(w->out, STR("|  "));
		buffer_char(w->out, '|');
		write_rule(w);
		w->lines = 1;
		markdown_line(w);
		w->rows++;
	}
	buffer_char(w->out, '|');
	w->cells = 0;
}

void
markdown_leave_row(struct markdown *w)
{
	for (; w->cells < w->columns; w->cells++)
		buffer_add(w->out, STR("  |"));
	if (!w->rows++)
		write_rule(w);
	want_lines(w, 1);
}

void
markdown_enter_cell(struct markdown *w)
{
	buffer_char(w->out, ' ');
	w->cell = true;
	w->inlined = w->space = false;
	w->cells++;
}

void
markdown_leave_cell(struct markdown *w)
{
	w->cell = w->inlined = w->space = false;
	buffer_add(w->out, STR(" |"));
}
