/* builder.c - the tree construction dispatcher (section 13.2.6), from a page's bytes on. */
#include "builder.h"

#include <search.h>
#include <stdlib.h>

#include "mode.h"
#include "node.h"
#include "outline.h"
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

/* Text of a body where nothing has to be opened for it, joined or moved. */
static inline bool
text_quick(struct builder *b, const struct token *t, struct open *top)
{
	struct html_node *last = top->node->last, *n;

	if ((last && last->kind == HTML_TEXT) || t->nul || b->no_text ||
	    formatting_lost(&b->formatting) || top->name == OPEN_HTML(TAG_TEMPLATE))
		return false;
	n = node_new(b->arena, HTML_TEXT);
	n->offset = t->offset;
	n->text = t->text;
	node_append(top->node, n);
	b->frameset_ok = b->frameset_ok && t->white;
	return true;
}

/* An end tag that does no more than close the current node. */
static inline bool
end_quick(struct builder *b, const struct token *t, struct open *top)
{
	struct formatting *f = top->formatting;

	if (!t->tag || top->name != OPEN_HTML(t->tag) || traits_of_html[t->tag] & TRAIT_RULES ||
	    (f && f != b->formatting.last))
		return false;
	if (f)
		formatting_remove(b, f);
	b->open.newest[top->name] = top->below;
	b->open.depth--;
	return true;
}

/* What most tokens of a body come down to, done at once. False: ask the rules. */
static inline bool
quick(struct builder *b, const struct token *t)
{
	struct open *top = open_top(&b->open);

	if ((b->mode != MODE_IN_BODY && b->mode != MODE_IN_CELL) || top->name & 1)
		return false;
	if (t->kind == TOKEN_TEXT)
		return text_quick(b, t, top);
	return t->kind == TOKEN_END && end_quick(b, t, top);
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
build(struct arena *a, const struct html_outline *outline, bool tentative,
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
		b.tokenizer.in_foreign = open_top(&b.open)->name & 1;
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
	const struct html_outline *outline = options->outline;
	const char *late;

	doc->encoding = e;
	doc->text = e.from == ENCODING_UTF8_VALID ? bytes : encoding_decode(a, bytes, e.name);
	for (;;) {
		if (options->outline)
			options->outline->start(options->outline->context, doc);
		if (build(a, outline, tentative, doc, &late))
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
