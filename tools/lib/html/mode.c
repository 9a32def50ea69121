/* mode.c - what the insertion modes share. */
#include "mode.h"

#include "../base/memory.h"
#include "insertion.h"
#include "traits.h"

/* The mode of the last open element that decides one. */
void
mode_reset(struct builder *b)
{
	static const struct {
		enum tag tag;
		enum mode mode;
	} deciding[] = {
		{ TAG_TD, MODE_IN_CELL },
		{ TAG_TH, MODE_IN_CELL },
		{ TAG_TR, MODE_IN_ROW },
		{ TAG_TBODY, MODE_IN_TABLE_BODY },
		{ TAG_THEAD, MODE_IN_TABLE_BODY },
		{ TAG_TFOOT, MODE_IN_TABLE_BODY },
		{ TAG_CAPTION, MODE_IN_CAPTION },
		{ TAG_COLGROUP, MODE_IN_COLUMN_GROUP },
		{ TAG_TABLE, MODE_IN_TABLE },
		{ TAG_HEAD, MODE_IN_HEAD },
		{ TAG_BODY, MODE_IN_BODY },
		{ TAG_FRAMESET, MODE_IN_FRAMESET },
	};
	uint32_t last = open_find(&b->open, TAG_TEMPLATE);

	b->mode = last      ? b->template_modes[b->n_template_modes - 1]
	          : b->head ? MODE_AFTER_HEAD
	                    : MODE_BEFORE_HEAD;
	for (size_t i = 0; i < sizeof(deciding) / sizeof(deciding[0]); i++) {
		uint32_t at = open_find(&b->open, deciding[i].tag);

		if (at > last) {
			last = at;
			b->mode = deciding[i].mode;
		}
	}
}

bool
mode_cut_space(struct token *t, struct token *space)
{
	size_t n = 0;

	while (n < t->text.n && is_space(t->text.p[n]))
		n++;
	*space = *t;
	space->text.n = n;
	space->white = true;
	t->text = str_part(t->text, n, t->text.n);
	t->offset += (uint32_t)n;
	return n > 0;
}

bool
mode_is_hidden(const struct token *t)
{
	for (uint32_t i = 0; i < t->n_attrs; i++)
		if (t->attrs[i].name == ATTR_TYPE)
			return str_eq_nocase(t->attrs[i].value, STR("hidden"));
	return false;
}

void
mode_close_implied(struct builder *b, enum tag but)
{
	const struct open *e = open_top(&b->open);

	while (!(e->name & 1) && traits_of_html[e->node->tag] & TRAIT_IMPLIED &&
	       e->name != OPEN_HTML(but))
		e--;
	open_pop_to(&b->open, (uint32_t)(e - b->open.entries) + 1);
}

bool
mode_close(struct builder *b, enum tag tag, uint32_t end)
{
	uint32_t i = open_in(&b->open, tag, end);

	if (i)
		open_pop_to(&b->open, i);
	return i;
}

void
mode_close_p(struct builder *b)
{
	mode_close(b, TAG_P, open_top(&b->open)->button);
}

void
mode_close_other(struct builder *b, const struct token *t)
{
	uint32_t i = open_last(&b->open, t->tag, t->text, false);

	if (i && i >= open_top(&b->open)->special)
		open_pop_to(&b->open, i);
}

void
mode_open_template(struct builder *b, const struct token *t)
{
	insert_element(b, t)->content = html_new(b->arena, HTML_DOCUMENT);
	formatting_push_marker(b);
	b->frameset_ok = false;
	b->mode = MODE_IN_TEMPLATE;
	b->template_modes =
	    x_grow(b->template_modes, &b->template_modes_cap, b->n_template_modes + 1, 1);
	b->template_modes[b->n_template_modes++] = MODE_IN_TEMPLATE;
}

void
mode_close_template(struct builder *b)
{
	uint32_t i = open_find(&b->open, TAG_TEMPLATE);

	if (!i)
		return;
	open_pop_to(&b->open, i);
	formatting_clear_to_marker(b);
	b->n_template_modes--;
	mode_reset(b);
}
