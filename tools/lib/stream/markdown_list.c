/* markdown_list.c - lists of Markdown, and what their entries indent. */
#include <stdio.h>
#include <stdlib.h>

#include "markdown_blocks.h"

enum { DEEPEST_PREFIX = 1000 }; /* bytes; what lies deeper is not indented further */

static bool
is_list(const struct html_node *n)
{
	return html_is(n, TAG_UL) || html_is(n, TAG_OL) || html_is(n, TAG_DL);
}

/* The marks of lists: another sign than that of the list before it, which would go on. */
enum { LIST_OTHER_SIGN = 1, LIST_ENTRY_OPEN = 2, LIST_TIGHT = 4 };

/* True for a list whose entries hold words and lists alone, each list behind the words. */
static bool
has_tight_entries(const struct html_node *list)
{
	if (html_is(list, TAG_DL))
		return false;
	for (const struct html_node *li = list->first; li; li = li->next)
		for (const struct html_node *n = li->first; n; n = n->next)
			if ((markdown_is_block(n) && !is_list(n)) || (is_list(n) && n->next) ||
			    html_is(n, TAG_DL) ||
			    (html_is(n, TAG_A) && n->first && markdown_is_block(n->first)))
				return false;
	return true;
}

static bool
is_tight(const struct html_node *list)
{
	return list->mark & LIST_TIGHT;
}

/* A list may follow words without a blank line only if it could not be taken for more of them
 * (CommonMark 5.2). */
static bool
may_interrupt(const struct html_node *list)
{
	struct str start = html_value(list, ATTR_START);

	return list->first && list->first->first && !markdown_is_block(list->first->first) &&
	       (!html_is(list, TAG_OL) || !start.p || str_eq(start, STR("1")));
}

void
markdown_enter_list(struct markdown *w, struct html_node *list)
{
	const struct html_node *before = list->prev;
	bool words_before = w->inlined;

	list->mark = has_tight_entries(list) ? LIST_TIGHT : 0;
	if (before && is_list(before) && html_is(before, TAG_OL) == html_is(list, TAG_OL) &&
	    !(before->mark & LIST_OTHER_SIGN))
		list->mark |= LIST_OTHER_SIGN;
	markdown_end_block(w, 0);
	if (html_is(list->parent, TAG_LI) && is_tight(list->parent->parent) && is_tight(list) &&
	    may_interrupt(list) && words_before)
		w->lines = 1;
	else
		want_lines(w, 2);
}

/* The number of an entry: where its list starts, and how many come before it. */
static unsigned
entry_number(struct html_node *li)
{
	struct str start = html_value(li->parent, ATTR_START);
	unsigned n = 1;

	if (li->prev)
		return li->prev->mark + 1;
	if (start.p && start.n < 9)
		n = (unsigned)strtoul(start.p, NULL, 10);
	return start.n && start.p[0] == '-' ? 1 : n;
}

/* Let the lines to come begin with more; what lies too deep is not shown deeper. */
void
markdown_add_prefix(struct markdown *w, struct str prefix)
{
	w->depth += prefix.n;
	if (w->depth <= DEEPEST_PREFIX)
		buffer_add(&w->prefix, prefix);
}

void
markdown_take_prefix(struct markdown *w, size_t n)
{
	if (w->depth <= DEEPEST_PREFIX)
		w->prefix.n -= n;
	w->depth -= n;
}

/* Begin an entry: its marker, and the indent of what is in it. */
static void
put_marker(struct markdown *w, const char *marker)
{
	markdown_line(w);
	buffer_add(w->out, str_of(marker));
	markdown_add_prefix(w, (struct str){ "            ", strlen(marker) });
	w->fresh = true;
	w->line = w->out->n;
}

void
markdown_enter_item(struct markdown *w, struct html_node *li)
{
	char marker[16];

	markdown_end_block(w, is_tight(li->parent) ? 1 : 2);
	if (is_tight(li->parent) && li->prev)
		w->lines = 1; /* after the words before, which ask for two */
	li->mark = 0;
	if (html_is(li->parent, TAG_OL)) {
		li->mark = entry_number(li);
		snprintf(marker, sizeof(marker), "%u%c ", li->mark % 1000000000,
		    li->parent->mark & LIST_OTHER_SIGN ? ')' : '.');
	} else {
		snprintf(marker, sizeof(marker), "%c ",
		    li->parent->mark & LIST_OTHER_SIGN ? '*' : '-');
	}
	put_marker(w, marker);
}

/* The indent of an entry, from its number. */
static unsigned
marker_width(const struct html_node *li)
{
	unsigned width = 2;

	if (html_is(li->parent, TAG_OL))
		for (unsigned n = li->mark % 1000000000; (width += 1, n /= 10);)
			;
	return width;
}

/* A term begins an entry, and so does what is said of none. */
void
markdown_enter_definition(struct markdown *w, const struct html_node *e)
{
	struct html_node *list = e->parent;
	bool open = list->mark & LIST_ENTRY_OPEN;

	markdown_end_block(w, 2);
	if (open && html_is(e, TAG_DD))
		return;
	if (open)
		markdown_take_prefix(w, 2);
	list->mark |= LIST_ENTRY_OPEN;
	put_marker(w, list->mark & LIST_OTHER_SIGN ? "* " : "- ");
}

void
markdown_leave_definitions(struct markdown *w, const struct html_node *list)
{
	markdown_end_block(w, 2);
	if (list->mark & LIST_ENTRY_OPEN)
		markdown_take_prefix(w, 2);
}

void
markdown_leave_item(struct markdown *w, const struct html_node *li)
{
	markdown_end_block(w, is_tight(li->parent) ? 1 : 2);
	markdown_take_prefix(w, marker_width(li));
}
