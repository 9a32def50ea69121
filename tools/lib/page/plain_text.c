/* plain_text.c - a body as plain text. */
#include "plain_text.h"

#include "tour.h"

struct writer {
	struct buffer *out;
	size_t start;     /* where the text begins in out */
	unsigned lines;   /* newlines due before the next word */
	unsigned entries; /* open lists */
	unsigned cells;   /* open cells */
	unsigned preformatted;
	bool tab, space; /* due before the next word */
};

/* Newlines due before and after an element: 2 leave a blank line, 0 stand in a line. */
static unsigned
lines_around(const struct writer *w, const struct html_node *e)
{
	if (e->ns != HTML_NS_HTML)
		return 0;
	switch (e->tag) {
	case TAG_UL:
	case TAG_OL:
	case TAG_DL: return w->entries || w->cells ? 1 : 2;
	case TAG_P:
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
	case TAG_H4:
	case TAG_H5:
	case TAG_H6:
	case TAG_PRE:
	case TAG_BLOCKQUOTE:
	case TAG_FIGURE:
	case TAG_HR:
	case TAG_TABLE: return w->cells ? 1 : 2;
	case TAG_LI:
	case TAG_DT:
	case TAG_DD:
	case TAG_TR:
	case TAG_CAPTION:
	case TAG_FIGCAPTION:
	case TAG_DETAILS:
	case TAG_SUMMARY:
	case TAG_ADDRESS:
	case TAG_SECTION:
	case TAG_ARTICLE:
	case TAG_ASIDE:
	case TAG_HEADER:
	case TAG_FOOTER:
	case TAG_HGROUP:
	case TAG_DIV: return 1;
	default: return 0;
	}
}

static void
put_gap(struct writer *w)
{
	if (w->out->n > w->start) {
		while (w->lines && w->out->data[w->out->n - 1] == '\n' && --w->lines)
			;
		for (; w->lines; w->lines--)
			buffer_char(w->out, '\n');
		if (w->space && !w->tab && !is_space(w->out->data[w->out->n - 1]))
			buffer_char(w->out, ' ');
	}
	if (w->tab)
		buffer_char(w->out, '\t');
	w->lines = 0;
	w->tab = w->space = false;
}

static void
put_words(struct writer *w, struct str text)
{
	bool ends_in_space = text.n && is_space(text.p[text.n - 1]);
	struct str word;

	if (w->preformatted) {
		put_gap(w);
		buffer_add(w->out, text);
		return;
	}
	if (text.n && is_space(text.p[0]))
		w->space = true;
	while (str_token(&text, &word)) {
		put_gap(w);
		buffer_add(w->out, word);
		w->space = true;
	}
	w->space = ends_in_space;
}

/* What a cell begins with does not part it from the tab before it. */
static void
want_lines(struct writer *w, unsigned lines)
{
	if (w->tab)
		return;
	if (w->lines < lines)
		w->lines = lines;
	if (lines)
		w->space = false;
}

/* A cell begins: what came before it in its row ends with a tab. */
static void
enter_cell(struct writer *w, const struct html_node *e)
{
	const struct html_node *before = e->prev;

	while (before && before->kind == HTML_ELEMENT &&
	       before->ns == HTML_NS_OTHER) /* a cell that was cut out */
		before = before->prev;
	w->cells++;
	if (!before)
		return;
	put_gap(w);
	w->tab = true;
}

static bool
is_beside_math(const struct html_node *e)
{
	return e->ns == HTML_NS_MATHML &&
	       (e->tag == TAG_ANNOTATION || e->tag == TAG_ANNOTATION_XML);
}

static void
enter(struct writer *w, struct tour *t)
{
	const struct html_node *e = t->node;

	if (is_beside_math(e))
		tour_skip(t);
	want_lines(w, lines_around(w, e));
	if (html_is(e, TAG_BR))
		want_lines(w, w->lines < 2 ? w->lines + 1 : 2);
	w->entries += html_is(e, TAG_LI) || html_is(e, TAG_DD);
	w->preformatted += html_is(e, TAG_PRE);
	if (html_is(e, TAG_TD) || html_is(e, TAG_TH))
		enter_cell(w, e);
}

static void
leave(struct writer *w, const struct html_node *e)
{
	w->entries -= html_is(e, TAG_LI) || html_is(e, TAG_DD);
	w->preformatted -= html_is(e, TAG_PRE);
	if (html_is(e, TAG_TD) || html_is(e, TAG_TH)) {
		w->cells--;
		w->lines = 0;
	}
	if (html_is(e, TAG_TR))
		w->tab = false;
	want_lines(w, lines_around(w, e));
}

void
plain_text(struct buffer *out, const struct html_node *body)
{
	struct writer w = { .out = out, .start = out->n };
	struct tour t = { .root = body };

	while (tour_next(&t)) {
		if (t.node->kind == HTML_TEXT && !t.leaving)
			put_words(&w, t.node->text);
		else if (t.node->kind == HTML_ELEMENT && !t.leaving)
			enter(&w, &t);
		else if (t.node->kind == HTML_ELEMENT)
			leave(&w, t.node);
	}
	while (out->n > w.start && is_space(out->data[out->n - 1]))
		out->n--;
}
