/* markdown.c - a body as Markdown: its blocks. */
#include "markdown.h"

#include <stdio.h>
#include <stdlib.h>

#include "../page/tour.h"
#include "markdown_writer.h"
#include "xhtml.h"
#include "xml.h"

enum { DEEPEST_PREFIX = 1000 }; /* bytes; what lies deeper is not indented further */

static void
want_lines(struct markdown *w, unsigned lines)
{
	if (w->lines < lines)
		w->lines = lines;
}

/* The open block, if there is one, ends here. */
static void
end_block(struct markdown *w, unsigned lines)
{
	if (w->code)
		markdown_code_end(w);
	if (w->cell)
		return;
	if (w->inlined && w->link)
		markdown_target(
		    w, html_value(w->link, ATTR_HREF), html_value(w->link, ATTR_TITLE));
	if (w->inlined || w->heading)
		want_lines(w, 2);
	w->inlined = w->heading = w->space = false;
	want_lines(w, lines);
}

static bool
is_list(const struct html_node *n)
{
	return html_is(n, TAG_UL) || html_is(n, TAG_OL) || html_is(n, TAG_DL);
}

static bool
is_block(const struct html_node *n)
{
	if (n->kind != HTML_ELEMENT || n->ns != HTML_NS_HTML)
		return false;
	switch (n->tag) {
	case TAG_P:
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
	case TAG_H4:
	case TAG_H5:
	case TAG_H6:
	case TAG_PRE:
	case TAG_BLOCKQUOTE:
	case TAG_TABLE:
	case TAG_UL:
	case TAG_OL:
	case TAG_DL:
	case TAG_DT:
	case TAG_DD:
	case TAG_LI:
	case TAG_HR:
	case TAG_FIGURE:
	case TAG_FIGCAPTION:
	case TAG_DETAILS:
	case TAG_SUMMARY:
	case TAG_ADDRESS:
	case TAG_CAPTION:
	case TAG_TR:
	case TAG_TD:
	case TAG_TH:
	case TAG_SECTION:
	case TAG_ARTICLE:
	case TAG_ASIDE:
	case TAG_HEADER:
	case TAG_FOOTER:
	case TAG_HGROUP:
	case TAG_DIV: return true;
	default: return false;
	}
}

/* True for a list whose entries hold words and lists alone, each list behind the words. */
static bool
is_tight(const struct html_node *list)
{
	if (html_is(list, TAG_DL))
		return false;
	for (const struct html_node *li = list->first; li; li = li->next)
		for (const struct html_node *n = li->first; n; n = n->next)
			if ((is_block(n) && !is_list(n)) || (is_list(n) && n->next) ||
			    html_is(n, TAG_DL) ||
			    (html_is(n, TAG_A) && n->first && is_block(n->first)))
				return false;
	return true;
}

/* A list may follow words without a blank line only if it could not be taken for more of them
 * (CommonMark 5.2). */
static bool
may_interrupt(const struct html_node *list)
{
	struct str start = html_value(list, ATTR_START);

	return list->first && list->first->first && !is_block(list->first->first) &&
	       (!html_is(list, TAG_OL) || !start.p || str_eq(start, STR("1")));
}

/* The marks of lists: another sign than that of the list before it, which would go on. */
enum { LIST_OTHER_SIGN = 1, LIST_ENTRY_OPEN = 2 };

static void
enter_list(struct markdown *w, struct html_node *list)
{
	const struct html_node *before = list->prev;
	bool words_before = w->inlined;

	end_block(w, 0);
	if (html_is(list->parent, TAG_LI) && is_tight(list->parent->parent) && is_tight(list) &&
	    may_interrupt(list) && words_before)
		w->lines = 1;
	else
		want_lines(w, 2);
	list->mark = 0;
	if (before && is_list(before) && html_is(before, TAG_OL) == html_is(list, TAG_OL))
		list->mark = !(before->mark & LIST_OTHER_SIGN);
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
static void
add_prefix(struct markdown *w, struct str prefix)
{
	w->depth += prefix.n;
	if (w->depth <= DEEPEST_PREFIX)
		buffer_add(&w->prefix, prefix);
}

static void
take_prefix(struct markdown *w, size_t n)
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
	add_prefix(w, (struct str){ "            ", strlen(marker) });
	w->fresh = true;
	w->line = w->out->n;
}

static void
enter_item(struct markdown *w, struct html_node *li)
{
	char marker[16];

	end_block(w, is_tight(li->parent) ? 1 : 2);
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
static void
enter_definition(struct markdown *w, const struct html_node *e)
{
	struct html_node *list = e->parent;
	bool open = list->mark & LIST_ENTRY_OPEN;

	end_block(w, 2);
	if (open && html_is(e, TAG_DD))
		return;
	if (open)
		take_prefix(w, 2);
	list->mark |= LIST_ENTRY_OPEN;
	put_marker(w, list->mark & LIST_OTHER_SIGN ? "* " : "- ");
}

static void
leave_definitions(struct markdown *w, const struct html_node *list)
{
	end_block(w, 2);
	if (list->mark & LIST_ENTRY_OPEN)
		take_prefix(w, 2);
}

static void
enter_quote(struct markdown *w)
{
	end_block(w, 2);
	markdown_line(w);
	buffer_add(w->out, STR("> "));
	add_prefix(w, STR("> "));
	w->fresh = true;
	w->line = w->out->n;
}

static void
enter_heading(struct markdown *w, const struct html_node *e)
{
	end_block(w, 2);
	markdown_line(w);
	for (int level = TAG_H1; level <= e->tag; level++)
		buffer_char(w->out, '#');
	buffer_char(w->out, ' ');
	w->heading = true;
	w->line = w->out->n;
}

/* Text of a subtree as it is, for code. */
static void
gather(struct buffer *text, const struct html_node *e)
{
	for (const struct html_node *n = e; n; n = html_next(n, e)) {
		if (n->kind == HTML_TEXT)
			buffer_add(text, n->text);
		else if (html_is(n, TAG_BR))
			buffer_char(text, '\n');
	}
}

static void
put_fence(struct markdown *w, size_t n, struct str info)
{
	markdown_line(w);
	while (n--)
		buffer_char(w->out, '`');
	buffer_add(w->out, info);
	w->lines = 1;
}

static void
write_pre(struct markdown *w, const struct html_node *e)
{
	struct str class = html_value(e, ATTR_CLASS), code;
	struct buffer text = { 0 };
	size_t fence, from = 0;

	end_block(w, 2);
	gather(&text, e);
	code = buffer_str(&text);
	fence = longest_run(code, '`') + 1;
	fence = fence < 3 ? 3 : fence;
	put_fence(w, fence,
	    str_starts(class, STR("language-")) ? str_part(class, 9, class.n) : STR(""));
	while (from < code.n) {
		size_t end = str_find_char(code, '\n', from);

		markdown_line(w);
		buffer_add(w->out, str_part(code, from, end));
		w->lines = 1;
		from = end + 1;
	}
	put_fence(w, fence, STR(""));
	want_lines(w, 2);
	buffer_free(&text);
}

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
		} else if (is_block(n) && n->tag != TAG_TR && n->tag != TAG_P &&
			   n->tag != TAG_DIV && (n->tag != TAG_CAPTION || n->prev)) {
			plain = false;
		}
	}
	return plain;
}

static void
enter_table(struct markdown *w, struct tour *t)
{
	unsigned columns;
	bool plain = measure(t->node, &columns);

	end_block(w, 2);
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
static void
enter_row(struct markdown *w, const struct html_node *row)
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

static void
leave_row(struct markdown *w)
{
	for (; w->cells < w->columns; w->cells++)
		buffer_add(w->out, STR("  |"));
	if (!w->rows++)
		write_rule(w);
	want_lines(w, 1);
}

static void
enter_cell(struct markdown *w)
{
	buffer_char(w->out, ' ');
	w->cell = true;
	w->inlined = w->space = false;
	w->cells++;
}

static void
leave_cell(struct markdown *w)
{
	w->cell = w->inlined = w->space = false;
	buffer_add(w->out, STR(" |"));
}

/* A paragraph in a cell can only begin a new line. */
static void
enter_paragraph(struct markdown *w, const struct html_node *e)
{
	if (w->cell && w->inlined && e->prev)
		markdown_break(w);
	end_block(w, 2);
}

/* The tags of what has no sign of its own. */
static void
put_tag(struct markdown *w, const struct html_node *e, const char *start)
{
	if (w->code)
		return;
	markdown_inline(w);
	buffer_printf(w->out, "%s%.*s>", start, (int)e->text.n, e->text.p);
}

/* The address of an image, or the first of its candidates. */
static struct str
image_address(const struct html_node *e)
{
	struct str address = html_value(e, ATTR_SRC), set = html_value(e, ATTR_SRCSET);

	if (!address.n)
		str_token(&set, &address);
	return address;
}

static void
write_image(struct markdown *w, const struct html_node *e)
{
	if (w->code)
		markdown_code_end(w);
	markdown_inline(w);
	buffer_add(w->out, STR("!["));
	markdown_words(w, html_value(e, ATTR_ALT));
	w->space = false;
	markdown_target(w, image_address(e), html_value(e, ATTR_TITLE));
}

/* A link to what is shown in an element, called by its title or else its address. */
static void
write_embed(struct markdown *w, const struct html_node *e)
{
	struct str address = html_value(e, e->tag == TAG_OBJECT ? ATTR_DATA : ATTR_SRC);
	struct str title = html_value(e, ATTR_TITLE);

	for (const struct html_node *n = e->first; n && !address.n; n = n->next)
		if (html_is(n, TAG_SOURCE))
			address = html_value(n, ATTR_SRC);
	if (!address.n)
		return;
	markdown_inline(w);
	buffer_char(w->out, '[');
	markdown_words(w, str_is_white(title) ? address : title);
	w->space = false;
	markdown_target(w, address, (struct str){ 0 });
	w->space = true;
}

/* Mathematics in TeX, where it is there: then the rest of it is left out. */
static void
enter_math(struct markdown *w, struct tour *t)
{
	for (const struct html_node *n = t->node; n; n = html_next(n, t->node)) {
		if (n->ns != HTML_NS_MATHML || n->kind != HTML_ELEMENT ||
		    n->tag != TAG_ANNOTATION ||
		    str_find(html_value(n, ATTR_ENCODING), STR("tex"), 0) ==
			html_value(n, ATTR_ENCODING).n)
			continue;
		markdown_inline(w);
		buffer_char(w->out, '$');
		w->words.n = 0;
		gather(&w->words, n);
		markdown_code_end(w);
		buffer_char(w->out, '$');
		tour_skip(t);
		return;
	}
}

static void
enter_link(struct markdown *w, struct html_node *e)
{
	if (w->code)
		markdown_code_end(w);
	e->mark = 0;
	if (!html_attr(e, ATTR_HREF)) {
		markdown_inline(w);
		buffer_add(w->out, STR("<a"));
		xml_attribute(w->out, STR("id"), html_value(e, ATTR_ID), false);
		buffer_add(w->out, STR("></a>"));
	} else if (e->first && is_block(e->first)) {
		end_block(w, 2);
		w->link = e;
	} else {
		markdown_inline(w);
		buffer_char(w->out, '[');
	}
}

static void
leave_link(struct markdown *w, const struct html_node *e)
{
	if (w->code)
		markdown_code_end(w);
	if (w->link == e) {
		end_block(w, 2);
		w->link = NULL;
	} else if (html_attr(e, ATTR_HREF)) {
		markdown_target(w, html_value(e, ATTR_HREF), html_value(e, ATTR_TITLE));
	}
}

static void
enter_code(struct markdown *w, const struct html_node *e)
{
	if (!w->code)
		w->code = e;
}

static void
leave_code(struct markdown *w, const struct html_node *e)
{
	if (w->code != e)
		return;
	markdown_code_end(w);
	w->code = NULL;
}

static bool
is_beside_math(const struct html_node *e)
{
	return e->ns == HTML_NS_MATHML &&
	       (e->tag == TAG_ANNOTATION || e->tag == TAG_ANNOTATION_XML);
}

/* One case an element of a body. */
static void
enter(struct markdown *w, struct tour *t)
{
	struct html_node *e = t->node;

	if (is_beside_math(e))
		tour_skip(t);
	if (e->ns == HTML_NS_MATHML && e->tag == TAG_MATH)
		enter_math(w, t);
	if (e->ns != HTML_NS_HTML)
		return;
	switch (e->tag) {
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
	case TAG_H4:
	case TAG_H5:
	case TAG_H6: enter_heading(w, e); return;
	case TAG_PRE:
		write_pre(w, e);
		tour_skip(t);
		return;
	case TAG_BLOCKQUOTE: enter_quote(w); return;
	case TAG_UL:
	case TAG_OL:
	case TAG_DL: enter_list(w, e); return;
	case TAG_LI: enter_item(w, e); return;
	case TAG_DT:
	case TAG_DD: enter_definition(w, e); return;
	case TAG_HR:
		end_block(w, 2);
		markdown_line(w);
		buffer_add(w->out, STR("___"));
		want_lines(w, 2);
		return;
	case TAG_TABLE: enter_table(w, t); return;
	case TAG_TR:
		if (w->table)
			enter_row(w, e);
		return;
	case TAG_TD:
	case TAG_TH:
		if (w->table)
			enter_cell(w);
		else
			end_block(w, 2);
		return;
	case TAG_A: enter_link(w, e); return;
	case TAG_CODE: enter_code(w, e); return;
	case TAG_EM:
	case TAG_I:
	case TAG_STRONG:
	case TAG_B:
	case TAG_DEL:
	case TAG_S:
		e->mark = 0;
		if (!w->code)
			markdown_emphasis_start(w, e);
		return;
	case TAG_SUB:
	case TAG_SUP:
	case TAG_KBD:
	case TAG_Q:
	case TAG_INS:
	case TAG_MARK:
	case TAG_RUBY:
	case TAG_RT:
	case TAG_RP: put_tag(w, e, "<"); return;
	case TAG_BR:
		if (w->code)
			markdown_code(w, STR(" "));
		else
			markdown_break(w);
		return;
	case TAG_IMG: write_image(w, e); return;
	case TAG_VIDEO:
	case TAG_AUDIO:
	case TAG_IFRAME:
	case TAG_EMBED:
	case TAG_OBJECT: write_embed(w, e); return;
	default:
		if (is_block(e))
			enter_paragraph(w, e);
	}
}

static void
leave(struct markdown *w, const struct html_node *e)
{
	if (e->ns != HTML_NS_HTML)
		return;
	switch (e->tag) {
	case TAG_BLOCKQUOTE:
		end_block(w, 2);
		take_prefix(w, 2);
		return;
	case TAG_LI:
		end_block(w, is_tight(e->parent) ? 1 : 2);
		take_prefix(w, marker_width(e));
		return;
	case TAG_DL: leave_definitions(w, e); return;
	case TAG_TABLE:
		w->table = NULL;
		end_block(w, 2);
		return;
	case TAG_TR:
		if (w->table)
			leave_row(w);
		return;
	case TAG_TD:
	case TAG_TH:
		if (w->table)
			leave_cell(w);
		else
			end_block(w, 2);
		return;
	case TAG_A: leave_link(w, e); return;
	case TAG_CODE: leave_code(w, e); return;
	case TAG_EM:
	case TAG_I:
	case TAG_STRONG:
	case TAG_B:
	case TAG_DEL:
	case TAG_S:
		if (e->mark)
			markdown_emphasis_end(w, e);
		return;
	case TAG_SUB:
	case TAG_SUP:
	case TAG_KBD:
	case TAG_Q:
	case TAG_INS:
	case TAG_MARK:
	case TAG_RUBY:
	case TAG_RT:
	case TAG_RP: put_tag(w, e, "</"); return;
	default:
		if (is_block(e))
			end_block(w, 2);
	}
}

void
markdown_write(struct buffer *out, const struct html_node *body)
{
	struct markdown w = { .out = out, .start = out->n };
	struct tour t = { .root = body };

	while (tour_next(&t)) {
		if (t.node->kind == HTML_TEXT && !t.leaving && w.code)
			markdown_code(&w, t.node->text);
		else if (t.node->kind == HTML_TEXT && !t.leaving)
			markdown_words(&w, t.node->text);
		else if (t.node->kind == HTML_ELEMENT && !t.leaving)
			enter(&w, &t);
		else if (t.node->kind == HTML_ELEMENT)
			leave(&w, t.node);
	}
	end_block(&w, 0);
	if (out->n > w.start)
		buffer_char(out, '\n');
	buffer_free(&w.prefix);
	buffer_free(&w.words);
}
