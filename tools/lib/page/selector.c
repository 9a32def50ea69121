/* selector.c - where on the pages of a site an element stands. */
#include "selector.h"

static const struct str start = STR_INIT("/html/body");

void
selector_print(const struct selector *s, struct buffer *out)
{
	buffer_add(out, start);
	for (uint32_t i = 0; i < s->n; i++) {
		buffer_char(out, '/');
		buffer_add(out, tag_name(s->steps[i].tag));
		buffer_printf(out, "[%u]", s->steps[i].nth);
	}
}

/* Read "[2]" off *s. */
static int
take_number(struct str *s, uint16_t *number)
{
	uint32_t value = 0;
	size_t i = 1;

	if (!s->n || s->p[0] != '[')
		return -1;
	for (; i < s->n && is_digit(s->p[i]) && value <= UINT16_MAX; i++)
		value = 10 * value + (uint32_t)(s->p[i] - '0');
	if (i == s->n || s->p[i] != ']' || !value || value > UINT16_MAX)
		return -1;
	*number = (uint16_t)value;
	*s = str_part(*s, i + 1, s->n);
	return 0;
}

int
selector_parse(struct str xpath, struct selector *s)
{
	*s = (struct selector){ 0 };
	if (!str_starts(xpath, start))
		return -1;
	xpath = str_part(xpath, start.n, xpath.n);
	while (xpath.n) {
		struct step *step = &s->steps[s->n++];
		size_t end = str_find_char(xpath, '[', 0);

		if (s->n == SELECTOR_STEPS || xpath.p[0] != '/')
			return -1;
		step->tag = (uint16_t)tag_of(str_part(xpath, 1, end));
		xpath = str_part(xpath, end, xpath.n);
		if (step->tag == TAG_UNKNOWN || take_number(&xpath, &step->nth) == -1)
			return -1;
	}
	return 0;
}

static const struct html_node *
take_step(const struct html_node *from, struct step step)
{
	uint16_t nth = 0;

	for (const struct html_node *n = from->first; n; n = n->next)
		if (html_is(n, step.tag) && ++nth == step.nth)
			return n;
	return NULL;
}

/* The number of an element among its siblings of its tag, from 1 on. */
static uint32_t
nth_of_tag(const struct html_node *element)
{
	uint32_t nth = 1;

	for (const struct html_node *n = element->prev; n; n = n->prev)
		nth += html_is(n, element->tag);
	return nth;
}

int
selector_of(const struct html_node *element, struct selector *s)
{
	uint32_t depth = 0;

	for (const struct html_node *n = element; n && !html_is(n, TAG_BODY); n = n->parent)
		depth++;
	if (depth > SELECTOR_STEPS)
		return -1;
	s->n = depth;
	for (const struct html_node *n = element; depth; n = n->parent) {
		uint32_t nth = nth_of_tag(n);

		if (n->kind != HTML_ELEMENT || n->ns != HTML_NS_HTML || n->tag == TAG_UNKNOWN ||
		    nth > UINT16_MAX)
			return -1;
		s->steps[--depth] = (struct step){ n->tag, (uint16_t)nth };
	}
	return 0;
}

bool
selector_equal(const struct selector *a, const struct selector *b)
{
	if (a->n != b->n)
		return false;
	for (uint32_t i = 0; i < a->n; i++)
		if (a->steps[i].tag != b->steps[i].tag || a->steps[i].nth != b->steps[i].nth)
			return false;
	return true;
}

/* The element it leads to from the html element. */
static const struct html_node *
follow(const struct selector *s, const struct html_node *html)
{
	const struct html_node *at = take_step(html, (struct step){ TAG_BODY, 1 });

	for (uint32_t i = 0; at && i < s->n; i++)
		at = take_step(at, s->steps[i]);
	return at;
}

const struct html_node *
selector_node(const struct selector *s, const struct html_node *document)
{
	const struct html_node *html = take_step(document, (struct step){ TAG_HTML, 1 });

	return html ? follow(s, html) : NULL;
}

struct block *
selector_find(const struct selector *s, const struct blocks *b)
{
	const struct html_node *at = b->n ? follow(s, b->at[0].node) : NULL;

	return at ? block_of(b, at) : NULL;
}
