/* mode_body_end.c - in body (section 13.2.6.4.7): end tags. */
#include "insertion.h"
#include "mode.h"

static void
end_p(struct builder *b)
{
	uint32_t button = open_top(&b->open)->button;

	if (!open_in(&b->open, TAG_P, button))
		insert_implied(b, TAG_P);
	mode_close(b, TAG_P, open_top(&b->open)->button);
}

static void
end_form(struct builder *b)
{
	const struct open *top = open_top(&b->open);
	struct html_node *form = b->form;
	uint32_t i = open_in(&b->open, TAG_FORM, top->scope);

	if (open_find(&b->open, TAG_TEMPLATE)) {
		if (i)
			open_pop_to(&b->open, i);
		return;
	}
	b->form = NULL;
	while (i >= top->scope && b->open.entries[i].node != form)
		i = b->open.entries[i].below;
	if (!form || i < top->scope)
		return;
	mode_close_implied(b, TAG_UNKNOWN);
	open_remove(&b->open, i);
}

static void
end_heading(struct builder *b)
{
	uint32_t i = 0;

	for (enum tag tag = TAG_H1; tag <= TAG_H6; tag++) {
		uint32_t at = open_in(&b->open, tag, open_top(&b->open)->scope);

		if (at > i)
			i = at;
	}
	if (i)
		open_pop_to(&b->open, i);
}

static void
end_br(struct builder *b)
{
	struct token br = { .kind = TOKEN_START, .tag = TAG_BR, .text = tag_name(TAG_BR) };

	mode_in_body(b, &br);
}

static void
end_body(struct builder *b)
{
	if (open_in(&b->open, TAG_BODY, open_top(&b->open)->scope))
		b->mode = MODE_AFTER_BODY;
}

/* A table of tags. */
bool
mode_in_body_end(struct builder *b, struct token *t)
{
	switch (t->tag) {
	case TAG_TEMPLATE: mode_close_template(b); return true;
	case TAG_BODY: end_body(b); return true;
	case TAG_HTML: end_body(b); return b->mode != MODE_AFTER_BODY;
	case TAG_ADDRESS:
	case TAG_ARTICLE:
	case TAG_ASIDE:
	case TAG_BLOCKQUOTE:
	case TAG_BUTTON:
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
	case TAG_LISTING:
	case TAG_MAIN:
	case TAG_MENU:
	case TAG_NAV:
	case TAG_OL:
	case TAG_PRE:
	case TAG_SEARCH:
	case TAG_SECTION:
	case TAG_SELECT:
	case TAG_SUMMARY:
	case TAG_UL:
	case TAG_DD:
	case TAG_DT: mode_close(b, t->tag, open_top(&b->open)->scope); return true;
	case TAG_FORM: end_form(b); return true;
	case TAG_P: end_p(b); return true;
	case TAG_LI: mode_close(b, TAG_LI, open_top(&b->open)->list); return true;
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
	case TAG_H4:
	case TAG_H5:
	case TAG_H6: end_heading(b); return true;
	case TAG_A:
	case TAG_B:
	case TAG_BIG:
	case TAG_CODE:
	case TAG_EM:
	case TAG_FONT:
	case TAG_I:
	case TAG_NOBR:
	case TAG_S:
	case TAG_SMALL:
	case TAG_STRIKE:
	case TAG_STRONG:
	case TAG_TT:
	case TAG_U:
		if (!formatting_adopt(b, t))
			mode_close_other(b, t);
		return true;
	case TAG_APPLET:
	case TAG_MARQUEE:
	case TAG_OBJECT:
		if (mode_close(b, t->tag, open_top(&b->open)->scope))
			formatting_clear_to_marker(b);
		return true;
	case TAG_BR: end_br(b); return true;
	default: mode_close_other(b, t); return true;
	}
}
