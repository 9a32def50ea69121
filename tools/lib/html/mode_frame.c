/* mode_frame.c - the insertion modes of templates, of framesets and after the body (sections
 * 13.2.6.4.16 to 21). */
#include "insertion.h"
#include "mode.h"

/* Go on in another mode, which becomes the template's. */
static bool
template_again(struct builder *b, enum mode mode)
{
	b->template_modes[b->n_template_modes - 1] = (uint8_t)mode;
	return mode_again(b, mode);
}

static bool
start_in_template(struct builder *b, struct token *t)
{
	switch (t->tag) {
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
	case TAG_CAPTION:
	case TAG_COLGROUP:
	case TAG_TBODY:
	case TAG_TFOOT:
	case TAG_THEAD: return template_again(b, MODE_IN_TABLE);
	case TAG_COL: return template_again(b, MODE_IN_COLUMN_GROUP);
	case TAG_TR: return template_again(b, MODE_IN_TABLE_BODY);
	case TAG_TD:
	case TAG_TH: return template_again(b, MODE_IN_ROW);
	default: return template_again(b, MODE_IN_BODY);
	}
}

bool
mode_in_template(struct builder *b, struct token *t)
{
	switch (t->kind) {
	case TOKEN_TEXT:
	case TOKEN_COMMENT:
	case TOKEN_DOCTYPE: return mode_in_body(b, t);
	case TOKEN_START: return start_in_template(b, t);
	case TOKEN_END: return t->tag == TAG_TEMPLATE ? mode_in_head(b, t) : true;
	case TOKEN_EOF: break;
	}
	if (!open_find(&b->open, TAG_TEMPLATE)) {
		b->stopped = true;
		return true;
	}
	mode_close_template(b);
	return false;
}

bool
mode_after_body(struct builder *b, struct token *t)
{
	switch (t->kind) {
	case TOKEN_TEXT:
		if (t->white)
			return mode_in_body(b, t);
		break;
	case TOKEN_COMMENT: insert_comment_into(b, t, b->open.entries[1].node); return true;
	case TOKEN_DOCTYPE: return true;
	case TOKEN_START:
		if (t->tag == TAG_HTML)
			return mode_in_body(b, t);
		break;
	case TOKEN_END:
		if (t->tag == TAG_HTML) {
			b->mode = MODE_AFTER_AFTER_BODY;
			return true;
		}
		break;
	case TOKEN_EOF: b->stopped = true; return true;
	}
	return mode_again(b, MODE_IN_BODY);
}

bool
mode_after_after_body(struct builder *b, struct token *t)
{
	switch (t->kind) {
	case TOKEN_TEXT:
		if (t->white)
			return mode_in_body(b, t);
		break;
	case TOKEN_COMMENT: insert_comment_into(b, t, b->doc->root); return true;
	case TOKEN_DOCTYPE: return true;
	case TOKEN_START:
		if (t->tag == TAG_HTML)
			return mode_in_body(b, t);
		break;
	case TOKEN_END: break;
	case TOKEN_EOF: b->stopped = true; return true;
	}
	return mode_again(b, MODE_IN_BODY);
}

/* Insert the white space of a text token, and nothing else of it. */
static void
insert_space(struct builder *b, struct token *t)
{
	struct token space;

	while (t->text.n) {
		if (mode_cut_space(t, &space))
			insert_text(b, &space);
		while (t->text.n && !is_space(t->text.p[0]))
			t->text = str_part(t->text, 1, t->text.n);
	}
}

static bool
start_in_frameset(struct builder *b, struct token *t)
{
	switch (t->tag) {
	case TAG_HTML: return mode_in_body(b, t);
	case TAG_FRAMESET: insert_element(b, t); return true;
	case TAG_FRAME: insert_void(b, t); return true;
	case TAG_NOFRAMES: return mode_in_head(b, t);
	default: return true;
	}
}

bool
mode_in_frameset(struct builder *b, struct token *t)
{
	switch (t->kind) {
	case TOKEN_TEXT: insert_space(b, t); return true;
	case TOKEN_COMMENT: insert_comment(b, t); return true;
	case TOKEN_DOCTYPE: return true;
	case TOKEN_START: return start_in_frameset(b, t);
	case TOKEN_END:
		if (t->tag == TAG_FRAMESET && b->open.depth > 1) {
			open_pop_to(&b->open, b->open.depth);
			if (!open_is(&b->open, TAG_FRAMESET))
				b->mode = MODE_AFTER_FRAMESET;
		}
		return true;
	case TOKEN_EOF: b->stopped = true; return true;
	}
	return true;
}

bool
mode_after_frameset(struct builder *b, struct token *t)
{
	switch (t->kind) {
	case TOKEN_TEXT: insert_space(b, t); return true;
	case TOKEN_COMMENT: insert_comment(b, t); return true;
	case TOKEN_START:
		if (t->tag == TAG_HTML)
			return mode_in_body(b, t);
		if (t->tag == TAG_NOFRAMES)
			return mode_in_head(b, t);
		return true;
	case TOKEN_END:
		if (t->tag == TAG_HTML)
			b->mode = MODE_AFTER_AFTER_FRAMESET;
		return true;
	case TOKEN_EOF: b->stopped = true; return true;
	default: return true;
	}
}

bool
mode_after_after_frameset(struct builder *b, struct token *t)
{
	switch (t->kind) {
	case TOKEN_TEXT: insert_space(b, t); return true;
	case TOKEN_COMMENT: insert_comment_into(b, t, b->doc->root); return true;
	case TOKEN_START:
		if (t->tag == TAG_HTML)
			return mode_in_body(b, t);
		if (t->tag == TAG_NOFRAMES)
			return mode_in_head(b, t);
		return true;
	case TOKEN_EOF: b->stopped = true; return true;
	default: return true;
	}
}
