/* builder.c - the tree construction dispatcher (section 13.2.6), from a page's bytes on. */
#include "builder.h"

#include <search.h>
#include <stdlib.h>

#include "hash.h"
#include "mode.h"
#include "node.h"
#include "outline.h"
#include "scan.h"
#include "selected.h"
#include "traits.h"

static mode_rules *const rules[N_MODES] = {
	[MODE_INITIAL] = mode_initial,
	[MODE_BEFORE_HTML] = mode_before_html,
	[MODE_BEFORE_HEAD] = mode_before_head,
	[MODE_IN_HEAD] = mode_in_head,
	[MODE_IN_HEAD_NOSCRIPT] = mode_in_head_noscript,
	[MODE_AFTER_HEAD] = mode_after_head,
	[MODE_IN_BODY] = mode_in_body,
	[MODE_TEXT] = mode_text,
	[MODE_IN_TABLE] = mode_in_table,
	[MODE_IN_TABLE_TEXT] = mode_in_table_text,
	[MODE_IN_CAPTION] = mode_in_caption,
	[MODE_IN_COLUMN_GROUP] = mode_in_column_group,
	[MODE_IN_TABLE_BODY] = mode_in_table_body,
	[MODE_IN_ROW] = mode_in_row,
	[MODE_IN_CELL] = mode_in_cell,
	[MODE_IN_TEMPLATE] = mode_in_template,
	[MODE_AFTER_BODY] = mode_after_body,
	[MODE_IN_FRAMESET] = mode_in_frameset,
	[MODE_AFTER_FRAMESET] = mode_after_frameset,
	[MODE_AFTER_AFTER_BODY] = mode_after_after_body,
	[MODE_AFTER_AFTER_FRAMESET] = mode_after_after_frameset,
};

bool
builder_toil(struct builder *b, uint64_t units)
{
	if (b->toil <= units) {
		b->toil = 0;
		return false;
	}
	b->toil -= units;
	return true;
}

bool
mode_current(struct builder *b, struct token *t)
{
	return rules[b->mode](b, t);
}

/* Drop the newline that may follow a pre, listing or textarea start tag; false when nothing is
 * left of the token. */
static bool
drop_newline(struct builder *b, struct token *t)
{
	b->skip_newline = false;
	if (t->kind == TOKEN_TEXT && t->text.n && t->text.p[0] == '\n') {
		t->text = str_part(t->text, 1, t->text.n);
		t->offset++;
	}
	return t->kind != TOKEN_TEXT || t->text.n;
}

/* Is the body read as most of it is, and the current node an HTML element? */
static inline bool
is_usual(const struct builder *b, const struct open *top)
{
	return (b->mode == MODE_IN_BODY || b->mode == MODE_IN_CELL) && !(top->name & 1);
}

/* May text become a node as it is: has nothing to be opened for it, joined or moved? */
static inline bool
takes_text(const struct builder *b, const struct open *top)
{
	const struct html_node *last = top->node->last;

	return !(last && last->kind == HTML_TEXT) && !b->no_text &&
	       !formatting_lost(&b->formatting) && top->name != OPEN_HTML(TAG_TEMPLATE);
}

static inline void
text_quick(struct builder *b, struct open *top, uint32_t offset, struct str text)
{
	struct html_node *n = node_new(b->arena, HTML_TEXT);

	n->offset = offset;
	n->text = text;
	node_append(top->node, n);
	b->frameset_ok = b->frameset_ok && str_is_white(text);
}

/* Close the current node where its end tag does no more than that. */
static inline bool
end_quick(struct builder *b, struct open *top)
{
	struct formatting *f = top->formatting;

	if (traits_of_html[top->node->tag] & TRAIT_RULES || (f && f != b->formatting.last))
		return false;
	if (f)
		formatting_remove(b, f);
	b->open.newest[top->name] = top->below;
	b->open.depth--;
	return true;
}

/* Does the text at p, which goes on for 12 bytes, hold the end tag of a node as a tag of the
 * same text began it, in lower case and with nothing behind its name? */
static inline bool
is_end_of(const struct tokenizer *t, const char *p, const struct html_node *n)
{
	struct str name = n->text;

	return n->tag && name.n - 1 < 8 && name.p > t->start && name.p < p &&
	       !((load_8(p + 2) ^ load_8(name.p)) << (64 - 8 * name.n)) && p[2 + name.n] == '>';
}

/* The end tag of the current node. */
static inline bool
end_at_once(struct builder *b, struct open *top)
{
	struct tokenizer *t = &b->tokenizer;
	const char *p = t->next;
	size_t n = top->node->text.n;

	if (!is_end_of(t, p, top->node) || !end_quick(b, top))
		return false;
	b->offset = (uint32_t)(p - t->start);
	t->next = p + n + 3;
	return true;
}

/* Text up to a tag, or a comment, in which nothing is to be replaced. */
static inline bool
text_at_once(struct builder *b, struct open *top)
{
	struct tokenizer *t = &b->tokenizer;
	const char *p = t->next, *end;

	if (!takes_text(b, top))
		return false;
	end = scan_four(p, t->end, '<', '&', '\r', '\0');
	if (t->end - end < 3 || *end != '<' ||
	    !(is_alpha(end[1 + (end[1] == '/')]) || end[1] == '!'))
		return false;
	b->offset = (uint32_t)(p - t->start);
	text_quick(b, top, b->offset, (struct str){ p, (size_t)(end - p) });
	t->next = end;
	return true;
}

/* Read on in a body where what comes is what most of it is, so that no token need be made.
 * False, and nothing done: the rules are to be asked. */
static inline bool
at_once(struct builder *b)
{
	struct tokenizer *t = &b->tokenizer;
	struct open *top = open_top(&b->open);
	const char *p = t->next;

	if (t->end - p < 12 || (*p == '<' && p[1] != '/') || t->state != TOKENIZER_DATA ||
	    b->skip_newline || !is_usual(b, top))
		return false;
	return *p != '<' ? text_at_once(b, top) : end_at_once(b, top);
}

/* What most other tokens of a body come down to. False: ask the rules. */
static inline bool
quick(struct builder *b, const struct token *t)
{
	struct open *top = open_top(&b->open);

	if (t->kind == TOKEN_START || !is_usual(b, top))
		return false;
	if (t->kind == TOKEN_END)
		return t->tag && top->name == OPEN_HTML(t->tag) && end_quick(b, top);
	if (t->kind != TOKEN_TEXT || t->nul || !takes_text(b, top))
		return false;
	text_quick(b, top, t->offset, t->text);
	return true;
}

static void
process(struct builder *b, struct token *t)
{
	bool done = false;

	b->offset = t->offset;
	if (b->skip_newline && !drop_newline(b, t))
		return;
	if (quick(b, t))
		return;
	while (!done && !b->stopped)
		done =
		    open_top(&b->open)->name & 1 ? mode_in_foreign(b, t) : mode_current(b, t);
}

/* As XML has it: let a start tag that closes itself be followed by its end tag, if it opened an
 * element at all. */
static void
close_empty(struct builder *b, const struct token *t)
{
	const struct open *top = open_top(&b->open);
	struct token end = { TOKEN_END, .offset = t->offset, .tag = t->tag, .text = t->text };

	if (top->name & 1 || top->node->kind != HTML_ELEMENT || top->node->offset != t->offset)
		return;
	b->tokenizer.state = TOKENIZER_DATA;
	b->skip_newline = false;
	while (!mode_current(b, &end) && !b->stopped)
		;
}

static void
nothing(void *attr)
{
	(void)attr; /* in the arena */
}

/* Tell of all elements that are in the tree. */
static void
tell_tree(const struct html_outline *outline, const struct html_document *doc)
{
	for (const struct html_node *e = doc->root; e; e = html_next(e, doc->root))
		if (e->kind == HTML_ELEMENT)
			outline->element(outline->context, e);
}

/* Build doc's tree, or as much of it as an outline leaves, from its text. Returns false where
 * that has to be done again: in another encoding, which *late names, or without outline. */
static bool
build(struct arena *a, const struct html_outline *outline, bool xhtml, bool tentative,
    struct html_document *doc, const char **late)
{
	bool outlined = false, regular = true;
	struct builder b = {
		.arena = a,
		.doc = doc,
		.frameset_ok = true,
		.no_text = outline != NULL,
		.outline = outline,
		.tentative = tentative,
		.toil = TOIL_FREE + TOIL_BYTE * (uint64_t)doc->text.n,
	};
	struct token t;

	doc->root = html_new(a, HTML_DOCUMENT);
	doc->quirks = doc->limited_quirks = false;
	doc->n_elements = 0;
	open_init(&b.open, a, doc->root);
	tokenizer_init(&b.tokenizer, doc->text, a);
	while (!b.stopped) {
		if (outline && outline_fits(&b)) {
			if (!outlined)
				tell_tree(outline, doc);
			outlined = true;
			regular = outline_read(&b);
		}
		if (!regular)
			break;
		if (at_once(&b))
			continue;
		b.tokenizer.in_foreign = open_top(&b.open)->name & 1 || xhtml;
		tokenizer_next(&b.tokenizer, &t);
		regular = !outlined || t.kind != TOKEN_START || t.tag != TAG_HTML || !t.n_attrs;
		if (!regular) /* it would change an element that was told */
			break;
		if (outlined && t.kind == TOKEN_START && t.tag != TAG_HTML) {
			/* the body goes on after its end */
			b.tokenizer.next = doc->text.p + t.offset;
			b.mode = MODE_IN_BODY;
			continue;
		}
		process(&b, &t);
		if (xhtml && t.self_closing && t.kind == TOKEN_START)
			close_empty(&b, &t);
	}
	selected_copy_all(&b);
	if (outline && !outlined && !b.late)
		tell_tree(outline, doc);
	open_free(&b.open);
	tdestroy(b.html_attrs.known, nothing);
	tdestroy(b.body_attrs.known, nothing);
	free(b.template_modes);
	free(b.table_text);
	free(b.mirrors);
	*late = b.late;
	return regular && !b.late;
}

void
html_parse(struct arena *a, struct str bytes, const struct html_options *options,
    struct html_document *doc)
{
	struct encoding e = encoding_sniff(bytes, options->charset, !options->no_utf8_guess);
	bool tentative = e.from == ENCODING_UTF8_VALID || e.from == ENCODING_DEFAULT;
	const struct html_outline *outline = options->xhtml ? NULL : options->outline;
	const char *late;

	doc->encoding = e;
	doc->text = e.from == ENCODING_UTF8_VALID ? bytes : encoding_decode(a, bytes, e.name);
	for (;;) {
		if (options->outline)
			options->outline->start(options->outline->context, doc);
		if (build(a, outline, options->xhtml, tentative, doc, &late))
			break;
		if (!late) {
			outline = NULL;
			continue;
		}
		doc->encoding = (struct encoding){ late, ENCODING_META };
		doc->text = encoding_decode(a, bytes, late);
		tentative = false;
	}
	if (options->outline && !outline)
		tell_tree(options->outline, doc);
}
