/* controls.c - what readers of a page use, or see, and do not read. */
#include "controls.h"

#include "../base/utf8.h"
#include "body.h"
#include "fold.h"

/* One sign, perhaps one that cannot be seen, or of a font for icons. */
static bool
is_permalink_sign(struct str words)
{
	static const uint32_t signs[] = { '#', 0xA7 /* § */, 0xB6 /* ¶ */, 0x200B,
		0x25C6 /* ◆ */, 0x2693 /* anchor */, 0x1F517 /* link */ };
	uint32_t sign;

	words = str_part(words, utf8_read(words.p, words.p + words.n, &sign), words.n);
	if (str_starts(words, STR("\uFE0F"))) /* to be drawn as a picture */
		words = str_part(words, 3, words.n);
	if (!text_is_white(words))
		return false;
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (sign == signs[i])
			return true;
	return sign >= 0xE000 && sign <= 0xF8FF; /* private use */
}

/* What a phrase stands in, if that has more words: a heading may be all link. Else NULL. */
static const struct block *
block_with_words(const struct blocks *b, const struct block *phrase)
{
	const struct block *up = phrase;

	do
		up = &b->at[up->parent];
	while (up != b->at && is_phrasing(up->node));
	return up->characters > phrase->characters ? up : NULL;
}

static bool
names_what_follows(const struct html_node *e)
{
	return is_heading(e) || html_is(e, TAG_DT) || html_is(e, TAG_CAPTION) ||
	       html_is(e, TAG_FIGCAPTION);
}

bool
is_permalink(const struct blocks *b, const struct block *link)
{
	enum { MOST_SIGNS = 2 };
	const struct html_node *only = NULL;
	const struct block *around;

	if (!block_is(link, TAG_A) || link->fragments != 1 || !link->characters ||
	    link->characters > MOST_SIGNS)
		return false;
	for (const struct html_node *n = link->node; n; n = html_next(n, link->node))
		if (n->kind == HTML_TEXT && !is_blank(n)) {
			if (only)
				return false;
			only = n;
		}
	if (!only || !is_permalink_sign(str_trim(only->text)))
		return false;
	around = block_with_words(b, link);
	return around &&
	       (names_what_follows(around->node) || html_value(link->node, ATTR_TITLE).n);
}

/* The class that tells of an element: its own, or that of the only element in it. */
static bool
has_control_class(const struct blocks *b, const struct rules *rules, const struct block *block)
{
	const struct html_node *e = block->node;
	const struct html_node *only = e->first && !e->first->next ? e->first : NULL;

	return rules_say_of_block(rules, b, RULE(CLASS_CONTROL), block) ||
	       (block_is(block, TAG_A) && only && only->kind == HTML_ELEMENT &&
		   rules_say_of_block(rules, b, RULE(CLASS_CONTROL), block_of(b, only)));
}

bool
is_control(const struct blocks *b, const struct rules *rules, const struct block *block)
{
	enum { MOST_LINKS = 3, LONGEST = 60 };

	return block->links && block->links <= MOST_LINKS && block->characters &&
	       block->characters <= LONGEST && block->has & HAS_CLASS &&
	       block->is & IS_PHRASING && has_control_class(b, rules, block) &&
	       block_with_words(b, block);
}

/* Nothing but buttons, one beside the other. */
static bool
is_all_buttons(const struct html_node *e)
{
	for (const struct html_node *n = e->first; n; n = n->next)
		if (!html_is(n, TAG_BUTTON) && n->kind != HTML_COMMENT &&
		    !(n->kind == HTML_TEXT && is_blank(n)))
			return false;
	return true;
}

bool
is_button_bar(const struct profile *p, const struct blocks *b, const struct block *block)
{
	if (!block_is(block, TAG_BUTTON) &&
	    !(opens_with_button(b, block) && is_all_buttons(block->node)))
		return false;
	return !block->links && !block->in_prose && block->characters &&
	       !((block->is | b->at[block->parent].is) & IS_HEADING) &&
	       profile_repeats(p, b, block);
}

bool
is_skip_link(struct arena *a, const struct rules *rules, const struct block *b)
{
	struct str href;

	if (!block_is(b, TAG_A) || !(b->fragments + b->toggles) || b->characters > 60)
		return false;
	href = html_value(b->node, ATTR_HREF);
	if (!href.n || href.p[0] != '#')
		return false;
	return rules_match(rules, LABEL_SKIP, fold_texts(a, b->node));
}

static bool
holds_math(const struct html_node *e)
{
	for (const struct html_node *n = e; n; n = html_next(n, e))
		if (is_math(n))
			return true;
	return false;
}

bool
is_drawn_math(const struct block *b)
{
	const struct html_node *e = b->node;

	return b->characters && str_eq_nocase(html_value(e, ATTR_ARIA_HIDDEN), STR("true")) &&
	       (holds_math(e->prev) || holds_math(e->next));
}
