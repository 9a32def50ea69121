/* mode_body.c - in body (section 13.2.6.4.7): start tags and text. */
#include "insertion.h"
#include "mode.h"
#include "selected.h"

static void
insert_reconstructed(struct builder *b, const struct token *t)
{
	formatting_reconstruct(b);
	insert_element(b, t);
}

static void
insert_void_reconstructed(struct builder *b, const struct token *t)
{
	formatting_reconstruct(b);
	insert_void(b, t);
}

static void
insert_block(struct builder *b, const struct token *t)
{
	mode_close_p(b);
	insert_element(b, t);
}

static void
start_html(struct builder *b, const struct token *t)
{
	if (!open_find(&b->open, TAG_TEMPLATE))
		insertion_merge(b, b->open.entries[1].node, t, &b->html_attrs);
}

/* True when the second entry of the stack is the body. */
static bool
has_body(const struct builder *b)
{
	return b->open.depth >= 2 && b->open.entries[2].name == OPEN_HTML(TAG_BODY);
}

static void
start_body(struct builder *b, const struct token *t)
{
	if (!has_body(b) || open_find(&b->open, TAG_TEMPLATE))
		return;
	b->frameset_ok = false;
	insertion_merge(b, b->open.entries[2].node, t, &b->body_attrs);
}

static void
start_frameset(struct builder *b, const struct token *t)
{
	if (!has_body(b) || !b->frameset_ok)
		return;
	html_remove(b->open.entries[2].node);
	open_pop_to(&b->open, 2);
	insert_element(b, t);
	b->mode = MODE_IN_FRAMESET;
}

static bool
is_heading(const struct open *e)
{
	return !(e->name & 1) && e->node->tag >= TAG_H1 && e->node->tag <= TAG_H6;
}

static void
start_heading(struct builder *b, const struct token *t)
{
	mode_close_p(b);
	if (is_heading(open_top(&b->open)))
		open_pop_to(&b->open, b->open.depth);
	insert_element(b, t);
}

static void
start_form(struct builder *b, const struct token *t)
{
	bool in_template = open_find(&b->open, TAG_TEMPLATE);

	if (b->form && !in_template)
		return;
	mode_close_p(b);
	insert_element(b, t);
	if (!in_template)
		b->form = open_top(&b->open)->node;
}

/* An li closes one that is open, a dd or dt either, unless another special element is between.
 */
static void
start_item(struct builder *b, const struct token *t)
{
	uint32_t block = open_top(&b->open)->block;
	uint32_t name = b->open.entries[block].name;

	if (t->tag == TAG_LI ? name == OPEN_HTML(TAG_LI)
			     : name == OPEN_HTML(TAG_DD) || name == OPEN_HTML(TAG_DT))
		open_pop_to(&b->open, block);
	insert_block(b, t);
}

static void
start_button(struct builder *b, const struct token *t)
{
	mode_close(b, TAG_BUTTON, open_top(&b->open)->scope);
	insert_reconstructed(b, t);
	b->frameset_ok = false;
}

static void
start_formatting(struct builder *b, const struct token *t)
{
	insert_reconstructed(b, t);
	formatting_push(b);
}

static void
start_a(struct builder *b, const struct token *t)
{
	struct formatting *f = formatting_find(b, TAG_A);
	const struct html_node *a;

	if (f) {
		a = f->node;
		if (!formatting_adopt(b, t))
			mode_close_other(b, t);
		f = formatting_find(b, TAG_A);
		if (f && f->node == a) {
			if (f->open)
				open_remove(&b->open, f->open);
			formatting_remove(b, f);
		}
	}
	start_formatting(b, t);
}

static void
start_nobr(struct builder *b, const struct token *t)
{
	formatting_reconstruct(b);
	if (open_in(&b->open, TAG_NOBR, open_top(&b->open)->scope) && !formatting_adopt(b, t))
		mode_close_other(b, t);
	start_formatting(b, t);
}

static void
start_table(struct builder *b, const struct token *t)
{
	if (!b->doc->quirks)
		mode_close_p(b);
	insert_element(b, t);
	b->frameset_ok = false;
	b->mode = MODE_IN_TABLE;
}

/* Close a select that is in scope. */
static bool
close_select(struct builder *b)
{
	return mode_close(b, TAG_SELECT, open_top(&b->open)->scope);
}

static void
start_input(struct builder *b, const struct token *t)
{
	close_select(b);
	insert_void_reconstructed(b, t);
	b->frameset_ok = b->frameset_ok && mode_is_hidden(t);
}

static void
start_hr(struct builder *b, const struct token *t)
{
	mode_close_p(b);
	if (open_in(&b->open, TAG_SELECT, open_top(&b->open)->scope))
		mode_close_implied(b, TAG_UNKNOWN);
	insert_void(b, t);
	b->frameset_ok = false;
}

static void
start_select(struct builder *b, const struct token *t)
{
	if (close_select(b))
		return;
	insert_reconstructed(b, t);
	b->frameset_ok = false;
}

static void
start_option(struct builder *b, const struct token *t)
{
	if (open_in(&b->open, TAG_SELECT, open_top(&b->open)->scope))
		mode_close_implied(b, t->tag == TAG_OPTION ? TAG_OPTGROUP : TAG_UNKNOWN);
	else if (open_is(&b->open, TAG_OPTION))
		open_pop_to(&b->open, b->open.depth);
	insert_reconstructed(b, t);
}

static void
start_ruby_part(struct builder *b, const struct token *t)
{
	if (open_in(&b->open, TAG_RUBY, open_top(&b->open)->scope)) {
		bool in_rtc = t->tag == TAG_RP || t->tag == TAG_RT;

		mode_close_implied(b, in_rtc ? TAG_RTC : TAG_UNKNOWN);
	}
	insert_element(b, t);
}

static void
start_foreign(struct builder *b, struct token *t, enum html_ns ns)
{
	formatting_reconstruct(b);
	insert_foreign(b, t, ns);
	if (t->self_closing)
		open_pop_to(&b->open, b->open.depth);
}

/* A table of tags. */
static bool
start_tag(struct builder *b, struct token *t)
{
	switch (t->tag) {
	case TAG_HTML: start_html(b, t); return true;
	case TAG_BASE:
	case TAG_BASEFONT:
	case TAG_BGSOUND:
	case TAG_LINK:
	case TAG_META:
	case TAG_NOFRAMES:
	case TAG_SCRIPT:
	case TAG_STYLE:
	case TAG_TEMPLATE:
	case TAG_TITLE: return mode_in_head(b, t);
	case TAG_BODY: start_body(b, t); return true;
	case TAG_FRAMESET: start_frameset(b, t); return true;
	case TAG_ADDRESS:
	case TAG_ARTICLE:
	case TAG_ASIDE:
	case TAG_BLOCKQUOTE:
	case TAG_CENTER:
	case TAG_DETAILS:
	case TAG_DIALOG:
	case TAG_DIR:
	case TAG_DIV:
	case TAG_DL:
	case TAG_FIELDSET:
	case TAG_FIGCAPTION:
	case TAG_FIGURE:
	case TAG_FOOTER:
	case TAG_HEADER:
	case TAG_HGROUP:
	case TAG_MAIN:
	case TAG_MENU:
	case TAG_NAV:
	case TAG_OL:
	case TAG_P:
	case TAG_SEARCH:
	case TAG_SECTION:
	case TAG_SUMMARY:
	case TAG_UL: insert_block(b, t); return true;
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
	case TAG_H4:
	case TAG_H5:
	case TAG_H6: start_heading(b, t); return true;
	case TAG_PRE:
	case TAG_LISTING:
		insert_block(b, t);
		b->skip_newline = true;
		b->frameset_ok = false;
		return true;
	case TAG_FORM: start_form(b, t); return true;
	case TAG_LI:
	case TAG_DD:
	case TAG_DT:
		b->frameset_ok = false;
		start_item(b, t);
		return true;
	case TAG_PLAINTEXT:
		insert_block(b, t);
		b->tokenizer.state = TOKENIZER_PLAINTEXT;
		return true;
	case TAG_BUTTON: start_button(b, t); return true;
	case TAG_A: start_a(b, t); return true;
	case TAG_B:
	case TAG_BIG:
	case TAG_CODE:
	case TAG_EM:
	case TAG_FONT:
	case TAG_I:
	case TAG_S:
	case TAG_SMALL:
	case TAG_STRIKE:
	case TAG_STRONG:
	case TAG_TT:
	case TAG_U: start_formatting(b, t); return true;
	case TAG_NOBR: start_nobr(b, t); return true;
	case TAG_APPLET:
	case TAG_MARQUEE:
	case TAG_OBJECT:
		insert_reconstructed(b, t);
		formatting_push_marker(b);
		b->frameset_ok = false;
		return true;
	case TAG_TABLE: start_table(b, t); return true;
	case TAG_AREA:
	case TAG_BR:
	case TAG_EMBED:
	case TAG_IMG:
	case TAG_KEYGEN:
	case TAG_WBR:
		insert_void_reconstructed(b, t);
		b->frameset_ok = false;
		return true;
	case TAG_INPUT: start_input(b, t); return true;
	case TAG_PARAM:
	case TAG_SOURCE:
	case TAG_TRACK: insert_void(b, t); return true;
	case TAG_HR: start_hr(b, t); return true;
	case TAG_IMAGE:
		t->tag = TAG_IMG;
		t->text = tag_name(TAG_IMG);
		return false;
	case TAG_TEXTAREA:
		insert_raw(b, t, TOKENIZER_RCDATA);
		b->skip_newline = true;
		b->frameset_ok = false;
		return true;
	case TAG_XMP:
		mode_close_p(b);
		formatting_reconstruct(b);
		b->frameset_ok = false;
		insert_raw(b, t, TOKENIZER_RAWTEXT);
		return true;
	case TAG_IFRAME:
		b->frameset_ok = false;
		insert_raw(b, t, TOKENIZER_RAWTEXT);
		return true;
	case TAG_NOEMBED: insert_raw(b, t, TOKENIZER_RAWTEXT); return true;
	case TAG_SELECT: start_select(b, t); return true;
	case TAG_OPTION:
	case TAG_OPTGROUP: start_option(b, t); return true;
	case TAG_RB:
	case TAG_RTC:
	case TAG_RP:
	case TAG_RT: start_ruby_part(b, t); return true;
	case TAG_MATH: start_foreign(b, t, HTML_NS_MATHML); return true;
	case TAG_SVG: start_foreign(b, t, HTML_NS_SVG); return true;
	case TAG_CAPTION:
	case TAG_COL:
	case TAG_COLGROUP:
	case TAG_FRAME:
	case TAG_HEAD:
	case TAG_TBODY:
	case TAG_TD:
	case TAG_TFOOT:
	case TAG_TH:
	case TAG_THEAD:
	case TAG_TR: return true;
	case TAG_SELECTEDCONTENT:
		insert_reconstructed(b, t);
		selected_note(b);
		return true;
	default: insert_reconstructed(b, t); return true;
	}
}

static void
text_in_body(struct builder *b, const struct token *t)
{
	if (t->nul)
		return;
	formatting_reconstruct(b);
	insert_text(b, t);
	if (!t->white)
		b->frameset_ok = false;
}

bool
mode_in_body(struct builder *b, struct token *t)
{
	switch (t->kind) {
	case TOKEN_TEXT: text_in_body(b, t); return true;
	case TOKEN_START: return start_tag(b, t);
	case TOKEN_END: return mode_in_body_end(b, t);
	case TOKEN_COMMENT: insert_comment(b, t); return true;
	case TOKEN_DOCTYPE: return true;
	case TOKEN_EOF: break;
	}
	if (b->n_template_modes)
		return mode_in_template(b, t);
	b->stopped = true;
	return true;
}
