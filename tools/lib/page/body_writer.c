/* body_writer.c - a body half built: open elements, the words and spaces between them, and the
 * ids that look for an element.
 *
 * Words that stand where words may not (in the body itself, in a list beside its entries) get
 * an element of the right kind, which a border between blocks closes again. */
#include "body_writer.h"

#include "../html/node.h"
#include "body_copy.h"
#include "body_window.h"
#include "spacing.h"

/* Words end where an element that is no phrasing content begins or ends. */
static void
tally_end_of_word(struct body_writer *w, const struct html_node *e)
{
	if (w->tally && ends_word(e))
		w->tally->in_word = false;
}

static void
hang_in(struct body_writer *w, struct html_node *e)
{
	node_append(writer_top(w)->out, e);
	tally_end_of_word(w, e);
	if (w->prose)
		prose_enter(w->prose, e);
}

void
writer_append(struct body_writer *w, struct html_node *e)
{
	hang_in(w, e);
	if (w->prose)
		prose_leave(w->prose, e);
}

void
writer_push(
    struct body_writer *w, struct html_node *e, const struct html_node *source, enum fate fate)
{
	const struct speech *speech = writer_top(w)->speech;
	struct open *o = &w->stack[w->depth + 1];

	if (source)
		speech = speech_of(w->arena, source, speech);
	*o = (struct open){ .out = e, .source = source, .fate = fate, .speech = speech };
	if (w->prose)
		o->place = w->prose->now.at;
	hang_in(w, e);
	w->depth++;
	if (holds_blocks(fate))
		window_open(w);
	w->preformatted += html_is(e, TAG_PRE);
	w->links += html_is(e, TAG_A);
	if (fate != FATE_INLINE) {
		w->fresh = true;
		w->space = (struct str){ 0 };
	}
}

static void
append_text(struct body_writer *w, struct str text)
{
	struct html_node *out = writer_top(w)->out, *last = out->last;

	if (!text.n)
		return;
	if (last && last->kind == HTML_TEXT && last->text.p + last->text.n == text.p) {
		last->text.n += text.n;
		return;
	}
	last = node_new(w->nodes, HTML_TEXT);
	last->text = text;
	node_append(out, last);
}

/* True for a phrase that nothing is left of. */
static bool
is_hollow(const struct html_node *n)
{
	return is_phrase(n) && !n->first && !may_be_empty(n);
}

static void
trim_text(struct html_node *n, bool preformatted)
{
	struct str *s = &n->text;

	while (s->n && (s->p[s->n - 1] == ' ' || (preformatted && is_space(s->p[s->n - 1]))))
		s->n--;
}

/* What stands before a node in a block, or NULL; what it is the first of shows no more. */
static struct html_node *
node_before(const struct html_node *n, const struct html_node *block)
{
	while (!n->prev && n->parent != block)
		n = n->parent;
	return n->prev;
}

/* Take spaces and line breaks off the end of what holds phrases. Cuts stay, for they show
 * nothing. */
static void
trim_end(struct body_writer *w, struct html_node *block, bool preformatted)
{
	struct html_node *last = block->last;

	if (last && last->kind == HTML_TEXT && !is_space(last->text.p[last->text.n - 1]))
		return;
	while (last) {
		if (last->kind == HTML_ELEMENT && last->ns == HTML_NS_OTHER) {
			last = node_before(last, block);
			continue;
		}
		if (last->last && is_phrase(last)) {
			last = last->last;
			continue;
		}
		if (last->kind == HTML_TEXT)
			trim_text(last, preformatted);
		if (last->kind == HTML_TEXT ? last->text.n > 0
					    : !html_is(last, TAG_BR) && !is_hollow(last))
			return;
		if (w->prose && last->kind == HTML_ELEMENT)
			prose_uncount(w->prose, last);
		html_remove(last);
		last = block->last;
	}
}

static void
remove_columns(struct html_node *table)
{
	struct html_node *next;

	for (struct html_node *n = table->first; n; n = next) {
		next = n->next;
		if (html_is(n, TAG_COLGROUP))
			html_remove(n);
	}
}

/* Take the space back that was put before a phrase of which nothing is left: it is due again.
 */
static void
take_space_back(struct body_writer *w, struct html_node *out)
{
	struct html_node *last = out->last;

	if (w->preformatted || w->math || !w->fresh || !last || last->kind != HTML_TEXT ||
	    !str_ends(last->text, STR(" ")))
		return;
	last->text.n--;
	if (!last->text.n)
		html_remove(last);
	w->space = STR(" ");
	w->fresh = false;
}

/* Nothing is left of an element: it was never there. */
static void
remove_empty(struct body_writer *w, const struct open *o)
{
	html_remove(o->out);
	if (!w->prose)
		return;
	prose_uncount(w->prose, o->out);
	w->prose->now.at = o->place;
}

void
writer_pop(struct body_writer *w)
{
	struct open *o = writer_top(w);
	struct html_node *e = o->out;

	if (w->held == w->depth)
		w->held = 0;
	w->preformatted -= html_is(e, TAG_PRE);
	w->links -= html_is(e, TAG_A);
	w->math -= e->ns == HTML_NS_MATHML;
	tally_end_of_word(w, e);
	if (w->prose)
		prose_leave(w->prose, e);
	if (o->fate != FATE_INLINE) {
		w->broken = true;
		trim_end(w, e, html_is(e, TAG_PRE));
		w->fresh = true;
		w->space = (struct str){ 0 };
	}
	if (html_is(e, TAG_TABLE) && !o->heads_columns)
		remove_columns(e);
	if (!e->first && (!may_be_empty(e) || html_is(e, TAG_SPAN))) {
		remove_empty(w, o);
		if (o->fate == FATE_INLINE) {
			writer_keep_id(w, html_value(e, ATTR_ID));
			take_space_back(w, o[-1].out);
		}
	} else if (o->fate != FATE_INLINE) {
		window_close(w);
	}
	w->depth--;
}

void
writer_space(struct body_writer *w)
{
	w->space = STR(" ");
	if (w->prose)
		prose_space(w->prose);
}

void
writer_border(struct body_writer *w)
{
	if (w->math)
		return;
	if (w->fresh && w->broken && (!w->depth || writer_top(w)->source)) { /* another one */
		if (holds_blocks(writer_top(w)->fate))
			w->space = (struct str){ 0 };
		return;
	}
	while (w->depth && !writer_top(w)->source)
		writer_pop(w);
	if (holds_blocks(writer_top(w)->fate)) {
		trim_end(w, writer_top(w)->out, false);
		w->broken = true;
		w->fresh = true;
		w->space = (struct str){ 0 };
	} else if (!w->fresh && !(w->preformatted && w->line_ended)) {
		writer_space(w);
	}
}

void
writer_entry(struct body_writer *w)
{
	enum tag tag = writer_top(w)->out->tag;

	if (tag == TAG_UL || tag == TAG_OL)
		writer_push(w, element_made(w, TAG_LI), NULL, FATE_FLOW);
	else if (tag == TAG_DL)
		writer_push(w, element_made(w, TAG_DD), NULL, FATE_FLOW);
}

void
writer_keep_id(struct body_writer *w, struct str id)
{
	struct waiting *waiting;

	if (!id.n || w->prose)
		return;
	waiting = arena_alloc(w->arena, sizeof(*waiting));
	*waiting = (struct waiting){ id, w->ids };
	w->ids = waiting;
}

/* Ids that found no element get empty spans, the first one first: links may hold those. */
void
writer_anchors(struct body_writer *w)
{
	struct html_node *before = NULL;

	for (; w->ids && !w->math; w->ids = w->ids->next) {
		struct html_node *span = element_made(w, TAG_SPAN);

		element_give_id(w, span, w->ids->id);
		if (before)
			html_insert_before(before, span);
		else
			node_append(writer_top(w)->out, span);
		before = span;
	}
}

/* Make what words need where they may not stand. */
static __attribute__((noinline)) void
open_for_words(struct body_writer *w)
{
	const struct open *o = writer_top(w);

	if (o->fate == FATE_LIST) {
		writer_entry(w);
		o = writer_top(w);
	}
	if (o->fate == FATE_BLOCK || (o->fate == FATE_FLOW && w->broken && o->out->last))
		writer_push(w, element_made(w, TAG_P), NULL, FATE_LINE);
}

void
writer_place(struct body_writer *w)
{
	if (holds_blocks(writer_top(w)->fate))
		open_for_words(w);
	w->broken = false;
	if (w->space.p && !w->fresh) {
		append_text(w, w->space);
		if (w->tally)
			w->tally->in_word = false;
		w->fresh = true;
	}
	w->space = (struct str){ 0 };
}

/* Blank lines that a pre begins with would not outlive being read as HTML (13.2.6.4.7). */
static void
preformatted_words(struct body_writer *w, struct str text, struct measure m)
{
	bool first = w->fresh;

	if (first)
		while (text.n && text.p[0] == '\n')
			text = str_part(text, 1, text.n);
	if (!text.n)
		return;
	if (w->space.p) {
		append_text(w, STR("\n"));
		if (w->tally)
			w->tally->in_word = false;
		if (w->prose)
			prose_space(w->prose);
	}
	w->space = (struct str){ 0 };
	writer_anchors(w);
	append_text(w, text);
	if (w->tally)
		tally_measured(w->tally, text, m);
	if (w->prose) /* which folds white space itself */
		prose_add(w->prose, text);
	w->line_ended = text.p[text.n - 1] == '\n';
	w->fresh = false;
}

/* White space between words. */
static void
white_space(struct body_writer *w, struct str text)
{
	if (w->math)
		return;
	if (!w->space.p)
		w->space = spacing_one(text.p);
	if (w->prose)
		prose_space(w->prose);
}

/* Put words where they stand in a text, behind the space that is due; then the space behind
 * them is. shown: the same words, folded where nobody else does that. */
static inline void
put_words(struct body_writer *w, struct str text, struct str words, struct str shown)
{
	const char *behind = words.p + words.n;

	if (words.p > text.p && !w->math)
		w->space = spacing_one(words.p - 1);
	writer_place(w);
	if (w->ids)
		writer_anchors(w);
	append_text(w, shown);
	w->fresh = false;
	w->space = (struct str){ 0 };
	if (behind < text.p + text.n && !w->math)
		w->space = spacing_one(behind);
}

static void
plain_words(struct body_writer *w, struct str text, struct measure m)
{
	bool before = text.p[0] == ' ', behind = text.p[text.n - 1] == ' ';
	struct str words = { text.p + before, text.n - before - behind };
	uint32_t spaces = (uint32_t)words.n - m.characters;

	put_words(w, text, words, words);
	if (w->prose)
		prose_add_plain(w->prose, w->math ? words : text, spaces + 1);
	if (!w->tally)
		return;
	w->tally->words += spaces + !w->tally->in_word;
	w->tally->in_word = true;
}

/* Words of a text that is not plain. */
static __attribute__((noinline)) void
odd_words(struct body_writer *w, struct str source, struct measure m)
{
	struct str text = spacing_without_tabs(w->nodes, source), words = str_trim(text);

	if (!words.n) {
		white_space(w, text);
		return;
	}
	put_words(w, text, words, w->prose ? words : spacing_fold(w->nodes, words));
	if (w->prose)
		prose_add(w->prose, w->math ? words : spacing_around(text, words));
	if (w->tally)
		tally_measured(w->tally, words, m);
}

void
writer_words(struct body_writer *w, const struct html_node *source)
{
	struct str text = source->text;
	struct measure m = { source->mark, source->note };

	if (!text.n)
		return;
	if (w->preformatted)
		preformatted_words(w, spacing_without_tabs(w->nodes, text), m);
	else if (m.note != NOTE_PLAIN)
		odd_words(w, text, m);
	else if (m.characters)
		plain_words(w, text, m);
	else
		white_space(w, text);
}

/* Line breaks say something between words, and two of them more than one; further ones and
 * those at the ends of a block do not. */
void
writer_break(struct body_writer *w)
{
	const struct html_node *last = writer_top(w)->out->last;

	if (w->preformatted) {
		preformatted_words(w, STR("\n"), (struct measure){ 0, NOTE_PLAIN });
		return;
	}
	if (w->fresh &&
	    !(last && html_is(last, TAG_BR) && !(last->prev && html_is(last->prev, TAG_BR))))
		return;
	w->space = (struct str){ 0 };
	writer_place(w);
	writer_append(w, element_made(w, TAG_BR));
	w->fresh = true;
}

void
writer_end(struct body_writer *w)
{
	writer_border(w);
	if (w->ids) {
		writer_place(w);
		writer_anchors(w);
	}
	writer_border(w);
}
