/* mode_table.c - the insertion modes of tables (sections 13.2.6.4.9 to 15). */
#include "../base/memory.h"
#include "insertion.h"
#include "mode.h"

/* Process a token as in body, with foster parenting. */
static bool
foster(struct builder *b, struct token *t)
{
	bool done;

	b->foster = true;
	done = mode_in_body(b, t);
	b->foster = false;
	return done;
}

/* "Clear the stack back to" the last of some elements that is open: they are all table
 * contexts. */
static void
clear_back_to(struct builder *b, const enum tag *tags)
{
	uint32_t last = 1;

	for (; *tags; tags++) {
		uint32_t i = open_find(&b->open, *tags);

		if (i > last)
			last = i;
	}
	open_pop_to(&b->open, last + 1);
}

static const enum tag table_context[] = { TAG_TABLE, TAG_TEMPLATE, 0 };
static const enum tag body_context[] = { TAG_TBODY, TAG_TFOOT, TAG_THEAD, TAG_TEMPLATE, 0 };
static const enum tag row_context[] = { TAG_TR, TAG_TEMPLATE, 0 };

static uint32_t
in_table_scope(const struct builder *b, enum tag tag)
{
	return open_in(&b->open, tag, open_top(&b->open)->table);
}

static bool
is_in_table_context(const struct builder *b)
{
	switch (open_top(&b->open)->name) {
	case OPEN_HTML(TAG_TABLE):
	case OPEN_HTML(TAG_TBODY):
	case OPEN_HTML(TAG_TEMPLATE):
	case OPEN_HTML(TAG_TFOOT):
	case OPEN_HTML(TAG_THEAD):
	case OPEN_HTML(TAG_TR): return true;
	default: return false;
	}
}

static void
add_table_text(struct builder *b, const struct token *t)
{
	if (t->nul)
		return;
	b->table_text = x_grow(
	    b->table_text, &b->table_text_cap, b->n_table_text + 1, sizeof(*b->table_text));
	b->table_text[b->n_table_text++] = *t;
}

static bool
text_in_table(struct builder *b, struct token *t)
{
	if (!is_in_table_context(b))
		return foster(b, t);
	b->n_table_text = 0;
	b->original_mode = b->mode;
	return mode_again(b, MODE_IN_TABLE_TEXT);
}

bool
mode_in_table_text(struct builder *b, struct token *t)
{
	bool white = true;

	if (t->kind == TOKEN_TEXT) {
		add_table_text(b, t);
		return true;
	}
	for (size_t i = 0; i < b->n_table_text; i++)
		white = white && b->table_text[i].white;
	for (size_t i = 0; i < b->n_table_text; i++) {
		if (white)
			insert_text(b, &b->table_text[i]);
		else
			foster(b, &b->table_text[i]);
	}
	return mode_again(b, b->original_mode);
}

/* Open an element that belongs into a table, and go on in its mode. */
static void
open_part(struct builder *b, const struct token *t, const enum tag *context, enum mode mode)
{
	clear_back_to(b, context);
	insert_element(b, t);
	b->mode = mode;
}

/* Open an implied element, in whose mode the token is to be processed again. */
static bool
imply_part(struct builder *b, enum tag tag, const enum tag *context, enum mode mode)
{
	clear_back_to(b, context);
	insert_implied(b, tag);
	return mode_again(b, mode);
}

/* Close the table; false when none is in table scope. */
static bool
close_table(struct builder *b)
{
	bool closed = mode_close(b, TAG_TABLE, open_top(&b->open)->table);

	if (closed)
		mode_reset(b);
	return closed;
}

static void
start_form(struct builder *b, const struct token *t)
{
	if (b->form || open_find(&b->open, TAG_TEMPLATE))
		return;
	b->form = insert_element(b, t);
	open_pop_to(&b->open, b->open.depth);
}

/* A table of tags. */
static bool
start_in_table(struct builder *b, struct token *t)
{
	switch (t->tag) {
	case TAG_CAPTION:
		open_part(b, t, table_context, MODE_IN_CAPTION);
		formatting_push_marker(b);
		return true;
	case TAG_COLGROUP: open_part(b, t, table_context, MODE_IN_COLUMN_GROUP); return true;
	case TAG_COL: return imply_part(b, TAG_COLGROUP, table_context, MODE_IN_COLUMN_GROUP);
	case TAG_TBODY:
	case TAG_TFOOT:
	case TAG_THEAD: open_part(b, t, table_context, MODE_IN_TABLE_BODY); return true;
	case TAG_TD:
	case TAG_TH:
	case TAG_TR: return imply_part(b, TAG_TBODY, table_context, MODE_IN_TABLE_BODY);
	case TAG_TABLE: return !close_table(b);
	case TAG_STYLE:
	case TAG_SCRIPT:
	case TAG_TEMPLATE: return mode_in_head(b, t);
	case TAG_INPUT:
		if (!mode_is_hidden(t))
			return foster(b, t);
		insert_void(b, t);
		return true;
	case TAG_FORM: start_form(b, t); return true;
	default: return foster(b, t);
	}
}

bool
mode_in_table(struct builder *b, struct token *t)
{
	switch (t->kind) {
	case TOKEN_TEXT: return text_in_table(b, t);
	case TOKEN_COMMENT: insert_comment(b, t); return true;
	case TOKEN_DOCTYPE: return true;
	case TOKEN_START: return start_in_table(b, t);
	case TOKEN_EOF: return mode_in_body(b, t);
	case TOKEN_END: break;
	}
	switch (t->tag) {
	case TAG_TABLE: close_table(b); return true;
	case TAG_BODY:
	case TAG_CAPTION:
	case TAG_COL:
	case TAG_COLGROUP:
	case TAG_HTML:
	case TAG_TBODY:
	case TAG_TD:
	case TAG_TFOOT:
	case TAG_TH:
	case TAG_THEAD:
	case TAG_TR: return true;
	case TAG_TEMPLATE: return mode_in_head(b, t);
	default: return foster(b, t);
	}
}

/* Close the caption; false when none is in table scope. */
static bool
close_caption(struct builder *b)
{
	if (!mode_close(b, TAG_CAPTION, open_top(&b->open)->table))
		return false;
	formatting_clear_to_marker(b);
	b->mode = MODE_IN_TABLE;
	return true;
}

bool
mode_in_caption(struct builder *b, struct token *t)
{
	if (t->kind != TOKEN_START && t->kind != TOKEN_END)
		return mode_in_body(b, t);
	switch (t->tag) {
	case TAG_CAPTION:
	case TAG_COL:
	case TAG_COLGROUP:
	case TAG_TBODY:
	case TAG_TD:
	case TAG_TFOOT:
	case TAG_TH:
	case TAG_THEAD:
	case TAG_TR:
		if (t->kind == TOKEN_START)
			return !close_caption(b);
		if (t->tag == TAG_CAPTION)
			close_caption(b);
		return true;
	case TAG_TABLE: return t->kind == TOKEN_END ? !close_caption(b) : mode_in_body(b, t);
	case TAG_BODY:
	case TAG_HTML: return t->kind == TOKEN_END || mode_in_body(b, t);
	default: return mode_in_body(b, t);
	}
}

/* Anything that ends a column group: false when it is not one that is open, but a template. */
static bool
close_column_group(struct builder *b)
{
	if (!open_is(&b->open, TAG_COLGROUP))
		return false;
	open_pop_to(&b->open, b->open.depth);
	b->mode = MODE_IN_TABLE;
	return true;
}

/* White space stays; what else there is ends the group, or else is dropped. */
static bool
text_in_column_group(struct builder *b, struct token *t)
{
	struct token space;

	for (;;) {
		if (mode_cut_space(t, &space))
			insert_text(b, &space);
		if (!t->text.n)
			return true;
		if (close_column_group(b))
			return false;
		while (t->text.n && !is_space(t->text.p[0]))
			t->text = str_part(t->text, 1, t->text.n);
	}
}

bool
mode_in_column_group(struct builder *b, struct token *t)
{
	switch (t->kind) {
	case TOKEN_TEXT: return text_in_column_group(b, t);
	case TOKEN_COMMENT: insert_comment(b, t); return true;
	case TOKEN_DOCTYPE: return true;
	case TOKEN_EOF: return mode_in_body(b, t);
	case TOKEN_START:
		if (t->tag == TAG_HTML)
			return mode_in_body(b, t);
		if (t->tag == TAG_TEMPLATE)
			return mode_in_head(b, t);
		if (t->tag == TAG_COL) {
			insert_void(b, t);
			return true;
		}
		break;
	case TOKEN_END:
		if (t->tag == TAG_TEMPLATE)
			return mode_in_head(b, t);
		if (t->tag == TAG_COL)
			return true;
		if (t->tag == TAG_COLGROUP) {
			close_column_group(b);
			return true;
		}
		break;
	}
	return !close_column_group(b);
}

/* Close the table body, if one is in table scope, to process the token again in the table. */
static bool
close_body_for(struct builder *b)
{
	if (!in_table_scope(b, TAG_TBODY) && !in_table_scope(b, TAG_THEAD) &&
	    !in_table_scope(b, TAG_TFOOT))
		return true;
	clear_back_to(b, body_context);
	open_pop_to(&b->open, b->open.depth);
	return mode_again(b, MODE_IN_TABLE);
}

bool
mode_in_table_body(struct builder *b, struct token *t)
{
	if (t->kind != TOKEN_START && t->kind != TOKEN_END)
		return mode_in_table(b, t);
	switch (t->tag) {
	case TAG_TR:
		if (t->kind == TOKEN_START)
			open_part(b, t, body_context, MODE_IN_ROW);
		return true;
	case TAG_TH:
	case TAG_TD:
		if (t->kind == TOKEN_START)
			return imply_part(b, TAG_TR, body_context, MODE_IN_ROW);
		return true;
	case TAG_TBODY:
	case TAG_TFOOT:
	case TAG_THEAD:
		if (t->kind == TOKEN_START)
			return close_body_for(b);
		if (in_table_scope(b, t->tag)) {
			clear_back_to(b, body_context);
			open_pop_to(&b->open, b->open.depth);
			b->mode = MODE_IN_TABLE;
		}
		return true;
	case TAG_CAPTION:
	case TAG_COL:
	case TAG_COLGROUP: return t->kind == TOKEN_END || close_body_for(b);
	case TAG_TABLE: return t->kind == TOKEN_END ? close_body_for(b) : mode_in_table(b, t);
	case TAG_BODY:
	case TAG_HTML: return t->kind == TOKEN_END || mode_in_table(b, t);
	default: return mode_in_table(b, t);
	}
}

/* Close the row; false when none is in table scope. */
static bool
close_row(struct builder *b)
{
	if (!in_table_scope(b, TAG_TR))
		return false;
	clear_back_to(b, row_context);
	open_pop_to(&b->open, b->open.depth);
	b->mode = MODE_IN_TABLE_BODY;
	return true;
}

bool
mode_in_row(struct builder *b, struct token *t)
{
	if (t->kind != TOKEN_START && t->kind != TOKEN_END)
		return mode_in_table(b, t);
	switch (t->tag) {
	case TAG_TH:
	case TAG_TD:
		if (t->kind == TOKEN_START) {
			open_part(b, t, row_context, MODE_IN_CELL);
			formatting_push_marker(b);
		}
		return true;
	case TAG_TR:
		if (t->kind == TOKEN_START)
			return !close_row(b);
		close_row(b);
		return true;
	case TAG_CAPTION:
	case TAG_COL:
	case TAG_COLGROUP: return t->kind == TOKEN_END || !close_row(b);
	case TAG_TBODY:
	case TAG_TFOOT:
	case TAG_THEAD:
		if (t->kind == TOKEN_END && !in_table_scope(b, t->tag))
			return true;
		return !close_row(b);
	case TAG_TABLE: return t->kind == TOKEN_END ? !close_row(b) : mode_in_table(b, t);
	case TAG_BODY:
	case TAG_HTML: return t->kind == TOKEN_END || mode_in_table(b, t);
	default: return mode_in_table(b, t);
	}
}

/* Close the cell, if one is open, to process the token again in the row. */
static bool
close_cell_for(struct builder *b)
{
	uint32_t td = in_table_scope(b, TAG_TD), th = in_table_scope(b, TAG_TH);

	if (!td && !th)
		return true;
	open_pop_to(&b->open, td > th ? td : th);
	formatting_clear_to_marker(b);
	return mode_again(b, MODE_IN_ROW);
}

static void
end_cell(struct builder *b, enum tag tag)
{
	if (!mode_close(b, tag, open_top(&b->open)->table))
		return;
	formatting_clear_to_marker(b);
	b->mode = MODE_IN_ROW;
}

bool
mode_in_cell(struct builder *b, struct token *t)
{
	if (t->kind != TOKEN_START && t->kind != TOKEN_END)
		return mode_in_body(b, t);
	switch (t->tag) {
	case TAG_TD:
	case TAG_TH:
		if (t->kind == TOKEN_START)
			return close_cell_for(b);
		end_cell(b, t->tag);
		return true;
	case TAG_CAPTION:
	case TAG_COL:
	case TAG_COLGROUP: return t->kind == TOKEN_END || close_cell_for(b);
	case TAG_TBODY:
	case TAG_TFOOT:
	case TAG_THEAD:
	case TAG_TR:
		if (t->kind == TOKEN_END && !in_table_scope(b, t->tag))
			return true;
		return close_cell_for(b);
	case TAG_TABLE:
		if (t->kind == TOKEN_START)
			return mode_in_body(b, t);
		return in_table_scope(b, TAG_TABLE) ? close_cell_for(b) : true;
	case TAG_BODY:
	case TAG_HTML: return t->kind == TOKEN_END || mode_in_body(b, t);
	default: return mode_in_body(b, t);
	}
}
