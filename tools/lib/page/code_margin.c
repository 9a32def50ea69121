/* code_margin.c - what stands beside code and is none of it. */
#include "code_margin.h"

#include "fold.h"

/* Elements that code and what is beside it stand in: looking into each of a deeper pile, as no
 * author makes, would take its height squared. */
enum { DEEPEST = 200 };

static bool
is_code(const struct block *b)
{
	return b->is & IS_CODE;
}

/* Is the block inside of code, a few levels up? */
static bool
is_in_code(const struct blocks *b, const struct block *block)
{
	enum { LEVELS = 6 };

	for (int i = 0; i < LEVELS && block != b->at; i++) {
		block = &b->at[block->parent];
		if (is_code(block))
			return true;
	}
	return false;
}

/* Code that a block is or holds, as nearly all of it; or NULL. */
static const struct block *
code_of(const struct blocks *b, const struct block *block)
{
	for (const struct block *in = block; in < b->at + block->end; in++)
		if (is_code(in))
			return in->characters * 10ull >= block->characters * 9ull ? in : NULL;
	return NULL;
}

static const struct block *
element_before(const struct blocks *b, const struct html_node *e)
{
	do
		e = e->prev;
	while (e && e->kind != HTML_ELEMENT);
	return e ? block_of(b, e) : NULL;
}

static const struct block *
element_behind(const struct blocks *b, const struct html_node *e)
{
	do
		e = e->next;
	while (e && e->kind != HTML_ELEMENT);
	return e ? block_of(b, e) : NULL;
}

/* How many numbers an element shows, each greater than the one before; 0 where it shows
 * anything else. *in_ones: by one each. */
static unsigned
rising_numbers(const struct html_node *e, bool *in_ones)
{
	enum { MOST = 99999999 };
	unsigned n = 0, number = 0, before = 0;

	*in_ones = true;
	for (const struct html_node *text = e; text; text = html_next(text, e)) {
		if (text->kind != HTML_TEXT || is_blank(text))
			continue;
		for (size_t i = 0; i < text->text.n; i++) {
			char c = text->text.p[i];

			if (!is_digit(c) && !is_space(c))
				return 0;
			if (is_digit(c) && number < MOST)
				number = number * 10 + (unsigned)(c - '0');
			if (is_digit(c) && i + 1 < text->text.n &&
			    is_digit(text->text.p[i + 1]))
				continue;
			if (!is_digit(c))
				continue;
			if (n++ && number <= before)
				return 0;
			*in_ones &= n == 1 || number == before + 1;
			before = number;
			number = 0;
		}
	}
	return n;
}

/* An attribute such as data-line-number. */
static bool
has_line_attribute(const struct block *block)
{
	static const struct str names[] = { STR_INIT("data-line-number"), STR_INIT("data-line"),
		STR_INIT("data-lineno") };
	const struct html_node *e = block->node;

	for (uint32_t i = 0; block->has & HAS_OTHER && i < e->n_attrs; i++)
		for (size_t k = 0; k < sizeof(names) / sizeof(names[0]); k++)
			if (str_eq(e->attrs[i].key, names[k]))
				return true;
	return false;
}

/* The first character that an element shows. */
static char
first_shown(const struct html_node *e)
{
	for (const struct html_node *n = e->first; n; n = html_next(n, e))
		if (n->kind == HTML_TEXT && !is_blank(n))
			return str_trim(n->text).p[0];
	return '\0';
}

static bool
is_line_number(const struct blocks *b, const struct block *block, bool named)
{
	enum { LEAST_COLUMN = 3 };
	const struct html_node *e = block->node;
	const struct block *next = NULL;
	unsigned n;
	bool in_ones;

	named = named || has_line_attribute(block);
	if (!(named || is_cell(block)) || block->links > block->fragments ||
	    !is_digit(first_shown(e)))
		return false;
	if (is_cell(block))
		next = element_behind(b, e);
	if (next ? !code_of(b, next) : !is_in_code(b, block))
		return false;
	n = rising_numbers(e, &in_ones);
	return n && (named || (n >= LEAST_COLUMN && in_ones && next && code_of(b, block)));
}

/* True for code, or what is little but a box around it. */
static bool
is_listing(const struct blocks *b, const struct block *block)
{
	const struct block *code = block ? code_of(b, block) : NULL;

	return code && (block_is(code, TAG_PRE) || is_in_code(b, code));
}

static bool
is_code_button(const struct blocks *b, const struct block *block, bool named)
{
	enum { LONGEST = 30 };
	const struct block *up = block;

	if (!block_is(block, TAG_BUTTON) && (!named || block->is & IS_PHRASING))
		return false;
	if (block->characters > LONGEST || block->in_prose || block->links || block->headings)
		return false;
	while (up != b->at && b->at[up->parent].characters == block->characters)
		up = &b->at[up->parent];
	return is_listing(b, element_behind(b, up->node)) ||
	       is_listing(b, element_before(b, up->node));
}

bool
is_beside_code(const struct blocks *b, const struct rules *rules, const struct block *block)
{
	uint64_t says;

	if (!block->characters || block->depth > DEEPEST)
		return false;
	says =
	    rules_say_of_block(rules, b, RULE(CLASS_LINE_NUMBER) | RULE(CLASS_BUTTON), block);
	if (!says && !(block->has & HAS_OTHER) && !is_cell(block) &&
	    !block_is(block, TAG_BUTTON))
		return false;
	return is_line_number(b, block, says & RULE(CLASS_LINE_NUMBER)) ||
	       is_code_button(b, block, says & RULE(CLASS_BUTTON));
}
