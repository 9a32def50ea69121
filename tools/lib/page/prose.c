/* prose.c - the body of a page as plain text. */
#include "prose_text.h"

#include "elements.h"
#include "tour.h"

/* The passages on their way out. */
struct reader {
	struct arena *arena;
	struct prose *prose;
	size_t cap;
	struct passage now;
	struct prose_text text; /* of the open passage */
	unsigned headings;      /* open elements */
};

/* A border: what was read since the last is a passage. */
static void
close_passage(struct reader *r)
{
	struct prose *p = r->prose;
	struct prose_text *t = &r->text;
	struct passage *now = &r->now;

	if (!prose_text_end(t))
		return;
	now->text = (struct str){ t->start, (size_t)(t->end - t->start) };
	now->words = words_in(t->tenths);
	now->link_words = words_in(t->link_tenths);
	now->code_words = words_in(t->code_tenths);
	now->kind = PASSAGE_TEXT;
	if (r->headings)
		now->kind = PASSAGE_HEADING;
	else if (2 * t->code_tenths > t->tenths)
		now->kind = PASSAGE_CODE;
	p->words += now->words;
	p->heading_words += now->kind == PASSAGE_HEADING ? now->words : 0;
	p->code_words += now->kind == PASSAGE_CODE ? now->words : 0;
	p->link_words += now->link_words;
	if (p->n == r->cap) {
		p->passages = arena_grow(r->arena, p->passages, r->cap * sizeof(*p->passages),
		    2 * (r->cap + 8) * sizeof(*p->passages));
		r->cap = 2 * (r->cap + 8);
	}
	p->passages[p->n++] = *now;
	*t->end++ = '\n';
	t->start = t->end;
	t->tenths = t->link_tenths = t->code_tenths = 0;
}

/* "LINE:COLUMN". */
static struct position
position_in(struct str value)
{
	uint32_t n[2] = { 0 };
	int part = 0;

	for (size_t c = 0; c < value.n; c++)
		if (is_digit(value.p[c]))
			n[part] = n[part] * 10 + (uint32_t)(value.p[c] - '0');
		else
			part = 1;
	return (struct position){ n[0], n[1] };
}

/* Where the element stands in the source, by its data-at; *at stays without. */
static void
read_place(const struct html_node *e, struct place *at)
{
	for (uint32_t i = 0; i < e->n_attrs; i++) {
		struct str value = e->attrs[i].value;

		if (!str_eq(e->attrs[i].key, STR("data-at")))
			continue;
		*at = (struct place){ .offset = e->offset, .by_offset = !value.p };
		if (value.p)
			at->position = position_in(value);
	}
}

/* Entering (by 1) or leaving (by -1) an element that says how its words are meant. */
static void
note_element(struct reader *r, const struct html_node *e, int by)
{
	if (e->ns != HTML_NS_HTML)
		return;
	switch (e->tag) {
	case TAG_A: r->text.links += (unsigned)by; break;
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
	case TAG_H4:
	case TAG_H5:
	case TAG_H6: r->headings += (unsigned)by; break;
	case TAG_PRE:
	case TAG_CODE: r->text.code += (unsigned)by; break;
	}
}

static void
count_element(struct prose *p, const struct html_node *e)
{
	if (e->ns != HTML_NS_HTML)
		return;
	switch (e->tag) {
	case TAG_A: p->links++; break;
	case TAG_IMG: p->images++; break;
	case TAG_IFRAME:
	case TAG_EMBED:
	case TAG_OBJECT:
	case TAG_VIDEO:
	case TAG_AUDIO: p->embeds++; break;
	}
}

/* Room for all text below main: no character grows, and there are no more passages than texts.
 */
static size_t
text_bytes(const struct html_node *main)
{
	size_t n = PROSE_SPARE;

	for (const struct html_node *t = main; t; t = html_next(t, main))
		if (t->kind == HTML_TEXT)
			n += t->text.n + 1;
	return n;
}

static void
read_main(struct reader *r, const struct html_node *main)
{
	struct tour t = { .root = main };

	r->text.start = r->text.end = arena_alloc(r->arena, text_bytes(main));
	while (tour_next(&t)) {
		const struct html_node *n = t.node;
		bool border =
		    n->kind == HTML_ELEMENT && (!is_phrasing(n) || html_is(n, TAG_BR));

		if (n->kind == HTML_TEXT && !t.leaving)
			prose_text_add(&r->text, n->text);
		if (border)
			close_passage(r);
		if (n->kind != HTML_ELEMENT)
			continue;
		note_element(r, n, t.leaving ? -1 : 1);
		if (!t.leaving) {
			count_element(r->prose, n);
			if (border)
				read_place(n, &r->now.at);
		}
	}
	close_passage(r);
}

/* The text of a part is blocks on lines of their own. */
static void
read_part(struct reader *r, const struct part *part)
{
	struct str text = part->text;

	r->now.at = (struct place){ .position = part->at };
	for (size_t from = 0; from < text.n;) {
		size_t to = str_find_char(text, '\n', from);

		prose_text_add(&r->text, str_part(text, from, to));
		close_passage(r);
		from = to + 1;
	}
}

static bool
is_unclaimed(const struct region *r)
{
	return r->kind == REGION_PART && r->part.role == PART_REGION;
}

static void
read_parts(struct reader *r, const struct page *page)
{
	size_t n = PROSE_SPARE;

	for (const struct region *part = page->regions; part; part = part->next)
		n += is_unclaimed(part) ? part->part.text.n + 1 : 0;
	r->text.start = r->text.end = arena_alloc(r->arena, n);
	for (const struct region *part = page->regions; part; part = part->next)
		if (is_unclaimed(part))
			read_part(r, &part->part);
}

void
prose_read(struct arena *a, const struct page *page, struct prose *prose)
{
	struct reader r = {
		.arena = a, .prose = prose, .text = { .source = page->source, .spaced = true }
	};
	const struct html_node *main = page_main(page);

	*prose = (struct prose){ 0 };
	if (main)
		read_main(&r, main);
	else
		read_parts(&r, page);
	if (!prose->n)
		return;
	prose->source = page->source;
	prose->at = prose_at(a, prose, &prose->passages[0]);
	prose->text.p = prose->passages[0].text.p;
	prose->text.n =
	    (size_t)(r.text.end - prose->text.p) - 1; /* a newline is its last byte */
}

struct position
prose_at(struct arena *a, const struct prose *prose, const struct passage *passage)
{
	struct position_finder where = { .text = prose->source, .arena = a };

	return passage->at.by_offset ? position_of(&where, passage->at.offset)
	                             : passage->at.position;
}

struct str
prose_fold(struct arena *a, struct str text)
{
	struct prose_text t = { .spaced = true };

	if (!text.n)
		return text;
	t.start = t.end = arena_alloc(a, text.n + PROSE_SPARE);
	prose_text_add(&t, text);
	prose_text_end(&t);
	return (struct str){ t.start, (size_t)(t.end - t.start) };
}
