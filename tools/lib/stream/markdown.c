/* markdown.c - a body as Markdown: its blocks. */
#include "markdown.h"

#include "../page/tour.h"
#include "markdown_blocks.h"
#include "xml.h"

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
enter_quote(struct markdown *w)
{
	markdown_end_block(w, 2);
	markdown_line(w);
	buffer_add(w->out, STR("> "));
	markdown_add_prefix(w, STR("> "));
	w->fresh = true;
	w->line = w->out->n;
}

static void
enter_heading(struct markdown *w, const struct html_node *e)
{
	markdown_end_block(w, 2);
	markdown_line(w);
	for (int level = TAG_H1; level <= e->tag; level++)
		buffer_char(w->out, '#');
	buffer_char(w->out, ' ');
	w->heading = true;
	w->line = w->out->n;
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

	markdown_end_block(w, 2);
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

/* A paragraph in a cell can only begin a new line. */
static void
enter_paragraph(struct markdown *w, const struct html_node *e)
{
	if (w->cell && w->inlined && e->prev)
		markdown_break(w);
	markdown_end_block(w, 2);
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
	markdown_words(w, html_value(e, ATTR_ALT), '\0');
	w->space = false;
	markdown_target(w, image_address(e), html_value(e, ATTR_TITLE));
}

/* A link to what is shown in an element, called by its title or else its address; in a link
 * its name alone. */
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
	if (!w->links)
		buffer_char(w->out, '[');
	markdown_words(w, str_is_white(title) ? address : title, '\0');
	w->space = false;
	if (!w->links)
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

/* A place to point at. */
static void
write_anchor(struct markdown *w, const struct html_node *e)
{
	markdown_inline(w);
	buffer_add(w->out, STR("<span"));
	xml_attribute(w->out, STR("id"), html_value(e, ATTR_ID), false);
	buffer_add(w->out, STR("></span>"));
}

static void
enter_link(struct markdown *w, struct html_node *e)
{
	if (w->code)
		markdown_code_end(w);
	e->mark = 0;
	if (!html_attr(e, ATTR_HREF))
		return;
	w->links++;
	if (!w->cell && e->first && markdown_is_block(e->first)) {
		markdown_end_block(w, 2);
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
	if (!html_attr(e, ATTR_HREF))
		return;
	w->links--;
	if (w->link == e) {
		markdown_end_block(w, 2);
		w->link = NULL;
	} else {
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
	case TAG_DL: markdown_enter_list(w, e); return;
	case TAG_LI: markdown_enter_item(w, e); return;
	case TAG_DT:
	case TAG_DD: markdown_enter_definition(w, e); return;
	case TAG_HR:
		markdown_end_block(w, 2);
		markdown_line(w);
		buffer_add(w->out, STR("___"));
		want_lines(w, 2);
		return;
	case TAG_TABLE: markdown_enter_table(w, t); return;
	case TAG_TR:
		if (w->table)
			markdown_enter_row(w, e);
		return;
	case TAG_TD:
	case TAG_TH:
		if (w->table)
			markdown_enter_cell(w);
		else
			markdown_end_block(w, 2);
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
	case TAG_SPAN:
		if (!e->first && !w->code)
			write_anchor(w, e);
		return;
	case TAG_IMG: write_image(w, e); return;
	case TAG_VIDEO:
	case TAG_AUDIO:
	case TAG_IFRAME:
	case TAG_EMBED:
	case TAG_OBJECT: write_embed(w, e); return;
	default:
		if (markdown_is_block(e))
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
		markdown_end_block(w, 2);
		markdown_take_prefix(w, 2);
		return;
	case TAG_LI: markdown_leave_item(w, e); return;
	case TAG_DL: markdown_leave_definitions(w, e); return;
	case TAG_TABLE:
		w->table = NULL;
		markdown_end_block(w, 2);
		return;
	case TAG_TR:
		if (w->table)
			markdown_leave_row(w);
		return;
	case TAG_TD:
	case TAG_TH:
		if (w->table)
			markdown_leave_cell(w);
		else
			markdown_end_block(w, 2);
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
		if (markdown_is_block(e))
			markdown_end_block(w, 2);
	}
}

/* The first byte of the text that goes on from another, or NUL: what follows is none. */
static char
text_after(const struct html_node *text)
{
	const struct html_node *next = text->next;

	return next && next->kind == HTML_TEXT && next->text.n ? next->text.p[0] : '\0';
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
			markdown_words(&w, t.node->text, text_after(t.node));
		else if (t.node->kind == HTML_ELEMENT && !t.leaving)
			enter(&w, &t);
		else if (t.node->kind == HTML_ELEMENT)
			leave(&w, t.node);
	}
	markdown_end_block(&w, 0);
	if (out->n > w.start)
		buffer_char(out, '\n');
	buffer_free(&w.prefix);
	buffer_free(&w.words);
}
