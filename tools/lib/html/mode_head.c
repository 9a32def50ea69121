/* mode_head.c - the insertion modes up to the end of the head (sections 13.2.6.4.1 to 6). */
#include "doctype.h"
#include "insertion.h"
#include "mode.h"

static void
insert_doctype(struct builder *b, const struct token *t)
{
	struct html_node *n = html_new(b->arena, HTML_DOCTYPE);

	n->offset = t->offset;
	n->text = t->text;
	n->public_id = t->public_id;
	n->system_id = t->system_id;
	html_append(b->doc->root, n);
}

bool
mode_initial(struct builder *b, struct token *t)
{
	struct token space;

	switch (t->kind) {
	case TOKEN_TEXT:
		mode_cut_space(t, &space);
		if (!t->text.n)
			return true;
		break;
	case TOKEN_COMMENT: insert_comment_into(b, t, b->doc->root); return true;
	case TOKEN_DOCTYPE:
		insert_doctype(b, t);
		b->doc->quirks = doctype_is_quirks(t);
		b->doc->limited_quirks = !b->doc->quirks && doctype_is_limited_quirks(t);
		b->mode = MODE_BEFORE_HTML;
		return true;
	default: break;
	}
	b->doc->quirks = true;
	return mode_again(b, MODE_BEFORE_HTML);
}

/* End tags that stand for the end of what they could not be in. */
static bool
ends_all(enum tag tag)
{
	return tag == TAG_HEAD || tag == TAG_BODY || tag == TAG_HTML || tag == TAG_BR;
}

bool
mode_before_html(struct builder *b, struct token *t)
{
	struct token space;

	switch (t->kind) {
	case TOKEN_DOCTYPE: return true;
	case TOKEN_COMMENT: insert_comment_into(b, t, b->doc->root); return true;
	case TOKEN_TEXT:
		mode_cut_space(t, &space);
		if (!t->text.n)
			return true;
		break;
	case TOKEN_START:
		if (t->tag == TAG_HTML) {
			insert_element(b, t);
			b->mode = MODE_BEFORE_HEAD;
			return true;
		}
		break;
	case TOKEN_END:
		if (!ends_all(t->tag))
			return true;
		break;
	default: break;
	}
	insert_implied(b, TAG_HTML);
	return mode_again(b, MODE_BEFORE_HEAD);
}

bool
mode_before_head(struct builder *b, struct token *t)
{
	struct token space;

	switch (t->kind) {
	case TOKEN_DOCTYPE: return true;
	case TOKEN_COMMENT: insert_comment(b, t); return true;
	case TOKEN_TEXT:
		mode_cut_space(t, &space);
		if (!t->text.n)
			return true;
		break;
	case TOKEN_START:
		if (t->tag == TAG_HTML)
			return mode_in_body(b, t);
		if (t->tag == TAG_HEAD) {
			b->head = insert_element(b, t);
			b->mode = MODE_IN_HEAD;
			return true;
		}
		break;
	case TOKEN_END:
		if (!ends_all(t->tag))
			return true;
		break;
	default: break;
	}
	b->head = insert_implied(b, TAG_HEAD);
	return mode_again(b, MODE_IN_HEAD);
}

/* "Change the encoding" where a meta element tells another one than was guessed. */
static void
heed_meta(struct builder *b, const struct html_node *meta)
{
	const char *name;

	if (!b->tentative)
		return;
	name = encoding_of_meta(html_value(meta, ATTR_CHARSET),
	    html_value(meta, ATTR_HTTP_EQUIV), html_value(meta, ATTR_CONTENT));
	if (!name)
		return;
	b->tentative = false;
	if (str_eq(str_of(name), str_of(b->doc->encoding.name))) {
		b->doc->encoding.from = ENCODING_META;
		return;
	}
	b->late = name;
	b->stopped = true;
}

/* The start tags that the head takes; false when it takes no such. A table of tags. */
static bool
start_in_head(struct builder *b, struct token *t)
{
	switch (t->tag) {
	case TAG_BASE:
	case TAG_BASEFONT:
	case TAG_BGSOUND:
	case TAG_LINK: insert_void(b, t); return true;
	case TAG_META: heed_meta(b, insert_void(b, t)); return true;
	case TAG_TITLE: insert_raw(b, t, TOKENIZER_RCDATA); return true;
	case TAG_NOFRAMES:
	case TAG_STYLE: insert_raw(b, t, TOKENIZER_RAWTEXT); return true;
	case TAG_SCRIPT: insert_raw(b, t, TOKENIZER_SCRIPT_DATA); return true;
	case TAG_NOSCRIPT:
		insert_element(b, t);
		b->mode = MODE_IN_HEAD_NOSCRIPT;
		return true;
	case TAG_TEMPLATE: mode_open_template(b, t); return true;
	case TAG_HEAD: return true;
	default: return false;
	}
}

bool
mode_in_head(struct builder *b, struct token *t)
{
	struct token space;

	switch (t->kind) {
	case TOKEN_DOCTYPE: return true;
	case TOKEN_COMMENT: insert_comment(b, t); return true;
	case TOKEN_TEXT:
		if (mode_cut_space(t, &space))
			insert_text(b, &space);
		if (!t->text.n)
			return true;
		break;
	case TOKEN_START:
		if (t->tag == TAG_HTML)
			return mode_in_body(b, t);
		if (start_in_head(b, t))
			return true;
		break;
	case TOKEN_END:
		if (t->tag == TAG_TEMPLATE)
			mode_close_template(b);
		if (!ends_all(t->tag))
			return true;
		break;
	default: break;
	}
	open_pop_to(&b->open, b->open.depth);
	b->mode = MODE_AFTER_HEAD;
	return t->kind == TOKEN_END && t->tag == TAG_HEAD;
}

bool
mode_in_head_noscript(struct builder *b, struct token *t)
{
	struct token space;

	switch (t->kind) {
	case TOKEN_DOCTYPE: return true;
	case TOKEN_COMMENT: insert_comment(b, t); return true;
	case TOKEN_TEXT:
		if (mode_cut_space(t, &space))
			insert_text(b, &space);
		if (!t->text.n)
			return true;
		break;
	case TOKEN_START:
		switch (t->tag) {
		case TAG_HTML: return mode_in_body(b, t);
		case TAG_BASEFONT:
		case TAG_BGSOUND:
		case TAG_LINK:
		case TAG_META:
		case TAG_NOFRAMES:
		case TAG_STYLE: return mode_in_head(b, t);
		case TAG_HEAD:
		case TAG_NOSCRIPT: return true;
		default: break;
		}
		break;
	case TOKEN_END:
		if (t->tag != TAG_NOSCRIPT && t->tag != TAG_BR)
			return true;
		break;
	default: break;
	}
	open_pop_to(&b->open, b->open.depth);
	b->mode = MODE_IN_HEAD;
	return t->kind == TOKEN_END && t->tag == TAG_NOSCRIPT;
}

/* The start tags for which the head is opened again. */
static bool
belongs_in_head(enum tag tag)
{
	switch (tag) {
	case TAG_BASE:
	case TAG_BASEFONT:
	case TAG_BGSOUND:
	case TAG_LINK:
	case TAG_META:
	case TAG_NOFRAMES:
	case TAG_SCRIPT:
	case TAG_STYLE:
	case TAG_TEMPLATE:
	case TAG_TITLE: return true;
	default: return false;
	}
}

/* Process a start tag as if the head were still open. */
static void
start_in_closed_head(struct builder *b, struct token *t)
{
	uint32_t head = b->open.depth + 1;

	open_push(&b->open, b->head, OPEN_HTML(TAG_HEAD));
	mode_in_head(b, t);
	open_remove(&b->open, head);
}

bool
mode_after_head(struct builder *b, struct token *t)
{
	struct token space;

	switch (t->kind) {
	case TOKEN_DOCTYPE: return true;
	case TOKEN_COMMENT: insert_comment(b, t); return true;
	case TOKEN_TEXT:
		if (mode_cut_space(t, &space))
			insert_text(b, &space);
		if (!t->text.n)
			return true;
		break;
	case TOKEN_START:
		if (t->tag == TAG_HTML)
			return mode_in_body(b, t);
		if (t->tag == TAG_HEAD)
			return true;
		if (t->tag == TAG_BODY || t->tag == TAG_FRAMESET) {
			insert_element(b, t);
			b->frameset_ok = t->tag != TAG_BODY && b->frameset_ok;
			b->mode = t->tag == TAG_BODY ? MODE_IN_BODY : MODE_IN_FRAMESET;
			return true;
		}
		if (belongs_in_head(t->tag)) {
			start_in_closed_head(b, t);
			return true;
		}
		break;
	case TOKEN_END:
		if (t->tag == TAG_TEMPLATE)
			return mode_in_head(b, t);
		if (t->tag == TAG_HEAD || !ends_all(t->tag))
			return true;
		break;
	default: break;
	}
	insert_implied(b, TAG_BODY);
	return mode_again(b, MODE_IN_BODY);
}

bool
mode_text(struct builder *b, struct token *t)
{
	if (t->kind == TOKEN_TEXT) {
		insert_text(b, t);
		return true;
	}
	open_pop_to(&b->open, b->open.depth);
	b->mode = b->original_mode;
	return t->kind != TOKEN_EOF;
}
