/* prose.c - the body of a page as plain text. */
#include "prose_reader.h"

#include "elements.h"
#include "tour.h"

/* What was read since the last border is a passage. */
static void
add_passage(struct prose_reader *r)
{
	struct prose *p = r->prose;
	struct prose_text *t = &r->text;
	struct passage *now = &r->now;

	prose_text_note(t);
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
	t->tenths = t->noted = t->link_tenths = t->code_tenths = 0;
}

/* A border. */
static inline void
close_passage(struct prose_reader *r)
{
	if (prose_text_end(&r->text))
		add_passage(r);
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
note_element(struct prose_reader *r, const struct html_node *e, int by)
{
	if (e->ns != HTML_NS_HTML)
		return;
	switch (e->tag) {
	case TAG_A:
		prose_text_note(&r->text);
		r->text.links += (unsigned)by;
		break;
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
	case TAG_H4:
	case TAG_H5:
	case TAG_H6: r->headings += (unsigned)by; break;
	case TAG_PRE:
	case TAG_CODE:
		prose_text_note(&r->text);
		r->text.code += (unsigned)by;
		break;
	}
}

static void
add_image(struct prose_reader *r, const struct html_node *e)
{
	struct prose_image *image = arena_alloc(r->arena, sizeof(*image));

	*image = (struct prose_image){ html_value(e, ATTR_SRC), html_value(e, ATTR_ALT), NULL };
	*(r->image ? &r->image->next : &r->prose->first_image) = image;
	r->image = image;
	r->prose->images++;
}

static void
count_element(struct prose *p, const struct html_node *e, int by)
{
	if (e->ns != HTML_NS_HTML)
		return;
	switch (e->tag) {
	case TAG_A: p->links += (unsigned)by; break;
	case TAG_IFRAME:
	case TAG_EMBED:
	case TAG_OBJECT:
	case TAG_VIDEO:
	case TAG_AUDIO: p->embeds += (unsigned)by; break;
	}
}

static bool
is_border(const struct html_node *e)
{
	return !is_phrasing(e) || html_is(e, TAG_BR);
}

void
prose_enter(struct prose_reader *r, const struct html_node *e)
{
	if (is_border(e)) {
		close_passage(r);
		read_place(e, &r->now.at);
	}
	note_element(r, e, 1);
	count_element(r->prose, e, 1);
	if (html_is(e, TAG_IMG))
		add_image(r, e);
}

void
prose_leave(struct prose_reader *r, const struct html_node *e)
{
	if (is_border(e))
		close_passage(r);
	note_element(r, e, -1);
}

void
prose_uncount(struct prose_reader *r, const struct html_node *e)
{
	count_element(r->prose, e, -1);
}

/* Make room for a text of n bytes, of which there is too little. */
static __attribute__((noinline)) void
make_room(struct prose_reader *r, size_t n)
{
	size_t used = (size_t)(r->text.end - r->room), room = (size_t)(r->limit - r->room);
	char *old = r->room;

	r->room = arena_grow(r->arena, old, room, 2 * (used + n + PROSE_SPARE));
	r->limit = r->room + 2 * (used + n + PROSE_SPARE);
	r->text.start = r->room + (r->text.start - old);
	r->text.end = r->room + used;
	for (size_t i = 0; i < r->prose->n; i++)
		r->prose->passages[i].text.p = r->room + (r->prose->passages[i].text.p - old);
}

static inline void
have_room(struct prose_reader *r, struct str text)
{
	if ((size_t)(r->limit - r->text.end) < text.n + PROSE_SPARE) /* it never grows */
		make_room(r, text.n);
}

void
prose_add(struct prose_reader *r, struct str text)
{
	have_room(r, text);
	prose_text_add(&r->text, text);
}

void
prose_add_plain(struct prose_reader *r, struct str text, uint32_t words)
{
	have_room(r, text);
	prose_text_add_plain(&r->text, text, words);
}

void
prose_begin(struct prose_reader *r, struct arena *a, struct str source, struct prose *prose)
{
	*prose = (struct prose){ .source = source };
	*r = (struct prose_reader){
		.arena = a, .prose = prose, .text = { .source = source, .spaced = true }
	};
	r->room = r->text.start = r->text.end = arena_alloc(a, source.n / 4 * 3);
	r->limit = r->room + source.n / 4 * 3;
}

void
prose_end(struct prose_reader *r)
{
	struct prose *p = r->prose;

	close_passage(r);
	if (!p->n)
		return;
	p->at = prose_at(r->arena, p, &p->passages[0]);
	p->text.p = p->passages[0].text.p;
	p->text.n = (size_t)(r->text.end - p->text.p) - 1; /* a newline is its last byte */
}

static void
read_main(struct prose_reader *r, const struct html_node *main)
{
	struct tour t = { .root = main };

	while (tour_next(&t)) {
		if (t.node->kind == HTML_TEXT && !t.leaving)
			prose_add(r, t.node->text);
		if (t.node->kind != HTML_ELEMENT)
			continue;
		if (t.leaving)
			prose_leave(r, t.node);
		else
			prose_enter(r, t.node);
	}
}

/* The text of a part is blocks on lines of their own. */
static void
read_part(struct prose_reader *r, const struct part *part)
{
	struct str text = part->text;

	r->now.at = (struct place){ .position = part->at };
	for (size_t from = 0; from < text.n;) {
		size_t to = str_find_char(text, '\n', from);

		prose_add(r, str_part(text, from, to));
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
read_parts(struct prose_reader *r, const struct page *page)
{
	for (const struct region *part = page->regions; part; part = part->next)
		if (is_unclaimed(part))
			read_part(r, &part->part);
}

void
prose_read(struct arena *a, const struct page *page, struct prose *prose)
{
	const struct html_node *main = page_main(page);
	struct prose_reader r;

	if (page->prose) {
		*prose = *page->prose;
		return;
	}
	prose_begin(&r, a, (struct str){ 0 }, prose);
	if (main)
		read_main(&r, main);
	else
		read_parts(&r, page);
	prose_end(&r);
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
