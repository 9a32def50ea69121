/* capture.c - from a plain-text capture ("select all, copy") to a page.
 *
 * A capture has no markup, but a site repeats itself: a menu's lines come again in its mobile
 * and footer copies, so three lines that stand together more than once are navigation, a line
 * such as "Breadcrumb" names the trail after it, and main is what is left around the title. */
#include <stdio.h>
#include <stdlib.h>

#include "count.h"
#include "extract.h"
#include "fold.h"

struct line {
	struct str text; /* folded, never empty */
	struct position at;
	uint32_t id;   /* the same for equal lines */
	bool repeated; /* it and the two after it stand together elsewhere too */
};

struct capture {
	struct arena *arena;
	const struct rules *rules;
	struct page *page;
	struct line *lines;
	size_t n;
	size_t trail, trail_end; /* the breadcrumb's heading and the line after its last step */
	size_t main, main_end;   /* main's lines; equal: none */
	struct region *last;
	unsigned navs, parts;
};

/* Cut the text into lines that are not empty. */
static void
read_lines(struct capture *c, struct str text)
{
	size_t cap = 1, start = 0;
	uint32_t number = 0;

	for (size_t i = 0; i < text.n; i++)
		cap += text.p[i] == '\n' || text.p[i] == '\r';
	c->lines = arena_zalloc(c->arena, cap * sizeof(*c->lines));
	while (start < text.n) {
		size_t end = start;
		struct str folded;

		while (end < text.n && text.p[end] != '\n' && text.p[end] != '\r')
			end++;
		number++;
		folded = fold(c->arena, str_part(text, start, end));
		if (folded.p) {
			c->lines[c->n].text = folded;
			c->lines[c->n++].at = (struct position){ number, 1 };
		}
		start = end + 1 +
		        (end + 1 < text.n && text.p[end] == '\r' && text.p[end + 1] == '\n');
	}
}

static int
by_text(const void *a, const void *b)
{
	return str_cmp((*(struct line *const *)a)->text, (*(struct line *const *)b)->text);
}

/* Order places by the ids of the three lines that begin there. */
static int
by_three(const void *a, const void *b)
{
	const struct line *x = *(struct line *const *)a, *y = *(struct line *const *)b;

	for (int i = 0; i < 3; i++)
		if (x[i].id != y[i].id)
			return x[i].id < y[i].id ? -1 : 1;
	return 0;
}

/* Tell which lines stand in a run that the capture repeats. */
static void
find_repeats(struct capture *c)
{
	struct line **order = arena_alloc(c->arena, (c->n + 1) * sizeof(*order));
	uint32_t id = 0;

	for (size_t i = 0; i < c->n; i++)
		order[i] = &c->lines[i];
	qsort(order, c->n, sizeof(*order), by_text);
	for (size_t i = 0; i < c->n; i++) {
		if (i > 0 && by_text(&order[i - 1], &order[i]) != 0)
			id++;
		order[i]->id = id;
	}
	if (c->n < 3)
		return;
	for (size_t i = 0; i < c->n - 2; i++)
		order[i] = &c->lines[i];
	qsort(order, c->n - 2, sizeof(*order), by_three);
	for (size_t i = 1; i < c->n - 2; i++)
		if (by_three(&order[i - 1], &order[i]) == 0)
			order[i - 1]->repeated = order[i]->repeated = true;
}

/* True for each line of a repeated run, its last two too. */
static bool
in_run(const struct capture *c, size_t i)
{
	for (size_t back = 0; back < 3 && back <= i; back++)
		if (c->lines[i - back].repeated)
			return true;
	return false;
}

static bool
says(const struct capture *c, size_t i, enum rule rule)
{
	return i < c->n && rules_match(c->rules, rule, c->lines[i].text);
}

/* The first line from `from` to before `to` that equals line i, or `to`. */
static size_t
find_again(const struct capture *c, size_t i, size_t from, size_t to)
{
	to = to < c->n ? to : c->n;
	while (from < to && c->lines[from].id != c->lines[i].id)
		from++;
	return from;
}

/* Long, or ended as a sentence is: not a label. */
static bool
is_prose(struct str s)
{
	static const char *const ends[] = { ".", "!", "…", "。", "！", "؟", "।" };

	if (s.n > 120)
		return true;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (str_ends(s, str_of(ends[i])))
			return s.n > 20;
	return false;
}

/* The trail after "Breadcrumb": it ends with the page's own name, which its heading repeats
 * soon after; without that, before the first line that is prose. A heading that no step follows
 * is none. */
static void
find_trail(struct capture *c)
{
	enum { LONGEST = 12, NEAR = 4 };

	c->trail = c->n;
	for (size_t i = 0; i < c->n && c->trail == c->n; i++)
		if (says(c, i, HEADING_BREADCRUMB))
			c->trail = i;
	c->trail_end = c->trail + 1;
	for (size_t i = c->trail + 1; i < c->n && i <= c->trail + LONGEST; i++) {
		size_t limit = i + 1 + NEAR < c->n ? i + 1 + NEAR : c->n;

		if (is_prose(c->lines[i].text))
			break;
		c->trail_end = i + 1;
		if (find_again(c, i, i + 1, limit) < limit)
			break;
	}
	if (c->trail_end <= c->trail + 1)
		c->trail = c->trail_end = c->n;
}

static bool
ends_main(const struct capture *c, size_t i)
{
	return i == c->trail || c->lines[i].repeated || says(c, i, HEADING_RELATED) ||
	       says(c, i, HEADING_FOOTER);
}

/* The stretch without repeated lines that holds most prose; the line before the prose heads it.
 */
static void
find_prose(struct capture *c)
{
	size_t best = 0;

	for (size_t i = 0; i < c->n;) {
		size_t from = i, prose = 0, head = c->n;

		for (; i < c->n && !(i > from && ends_main(c, i)) && !in_run(c, i); i++) {
			if (!is_prose(c->lines[i].text))
				continue;
			if (head == c->n)
				head = i > from ? i - 1 : i;
			prose += c->lines[i].text.n;
		}
		if (prose > best) {
			best = prose;
			c->main = head;
			c->main_end = i;
		}
		i += i == from;
	}
}

static void
find_main(struct capture *c)
{
	bool repeats = false;

	for (size_t i = 0; i < c->n; i++)
		repeats |= c->lines[i].repeated;
	if (c->trail_end < c->n) {
		c->main = find_again(c, c->trail_end - 1, c->trail_end, c->trail_end + 4);
		if (c->main > c->trail_end + 3 || c->main == c->n ||
		    c->lines[c->main].id != c->lines[c->trail_end - 1].id)
			c->main = c->trail_end;
		c->main_end = c->main;
		while (c->main_end < c->n &&
		       (c->main_end == c->main || !ends_main(c, c->main_end)))
			c->main_end++;
	} else if (repeats) {
		find_prose(c);
	} else {
		c->main_end = c->trail;
	}
}

static struct region *
add_region(struct capture *c, enum region_kind kind)
{
	struct region *r = arena_zalloc(c->arena, sizeof(*r));
	char id[16];
	int n;

	r->kind = kind;
	if (kind != REGION_MAIN) {
		n = kind == REGION_NAV ? snprintf(id, sizeof(id), "n%u", ++c->navs)
		                       : snprintf(id, sizeof(id), "p%u", ++c->parts);
		r->id = arena_str(c->arena, (struct str){ id, (size_t)n });
	}
	*(c->last ? &c->last->next : &c->page->regions) = r;
	c->last = r;
	return r;
}

static struct item *
add_item(struct capture *c, size_t i)
{
	struct nav *nav = &c->last->nav;
	struct item *item = arena_zalloc(c->arena, sizeof(*item));

	item->label = c->lines[i].text;
	item->link.at = c->lines[i].at;
	*(nav->last ? &nav->last->next : &nav->first) = item;
	nav->last = item;
	return item;
}

/* Begin a nav; heading is the line that is its label, or NULL. */
static struct nav *
add_nav(struct capture *c, enum nav_kind kind, const struct line *heading, size_t first)
{
	struct nav *nav = &add_region(c, REGION_NAV)->nav;

	nav->kind = kind;
	nav->at = c->lines[first].at;
	if (heading)
		nav->label = heading->text;
	return nav;
}

/* Lines from i to before end as a part. */
static size_t
add_part(struct capture *c, enum part_role role, size_t i, size_t end)
{
	struct part *part = &add_region(c, REGION_PART)->part;
	struct pieces words = { 0 };

	part->role = role;
	part->at = c->lines[i].at;
	for (; i < end; i++)
		pieces_add(c->arena, &words, GAP_LINE, c->lines[i].text);
	part->text = pieces_fold(c->arena, &words);
	return end;
}

/* main: its first line a heading, the others paragraphs. */
static size_t
add_main(struct capture *c)
{
	struct region *r = add_region(c, REGION_MAIN);

	r->main = html_new(c->arena, HTML_DOCUMENT);
	for (size_t i = c->main; i < c->main_end; i++) {
		struct html_node *block = html_new(c->arena, HTML_ELEMENT);
		struct html_node *text = html_new(c->arena, HTML_TEXT);
		bool heading =
		    i == c->main && c->main_end > c->main + 1 && !is_prose(c->lines[i].text);

		block->ns = HTML_NS_HTML;
		block->tag = heading ? TAG_H1 : TAG_P;
		block->text = tag_name(block->tag);
		block->n_attrs = 1;
		block->attrs = arena_zalloc(c->arena, sizeof(*block->attrs));
		block->attrs[0].key = STR("data-at");
		block->attrs[0].value = position_text(c->arena, c->lines[i].at);
		text->text = c->lines[i].text;
		html_append(block, text);
		html_append(r->main, block);
	}
	return c->main_end;
}

/* Can line i go with the one before it: is it there, and the first of neither trail nor main?
 */
static bool
goes_on(const struct capture *c, size_t i)
{
	return i < c->n && i != c->trail && i != c->main;
}

/* The line after a block that begins at i: where a menu is repeated, or another heading stands.
 */
static size_t
block_end(const struct capture *c, size_t i)
{
	while (goes_on(c, i) && !c->lines[i].repeated && !says(c, i, HEADING_RELATED) &&
	       !says(c, i, HEADING_FOOTER))
		i++;
	return i;
}

/* Teasers after a heading such as "Related": where lines such as "Read more" end each, the
 * first line of each is its label and the others its text; where none does, each line is an
 * item. */
static size_t
add_related(struct capture *c, size_t i)
{
	size_t end = block_end(c, i + 1), more = end;
	bool teasers;

	add_nav(c, NAV_RELATED, &c->lines[i], i);
	while (more > i + 1 && !says(c, more - 1, LABEL_MORE))
		more--;
	if (more == i + 1)
		more = end;
	teasers = says(c, more - 1, LABEL_MORE);
	for (i++; i < more;) {
		struct item *item = add_item(c, i++);
		struct pieces text = { 0 };

		while (teasers && i < more && !says(c, i - 1, LABEL_MORE))
			pieces_add(c->arena, &text, GAP_SPACE, c->lines[i++].text);
		item->text = pieces_fold(c->arena, &text);
	}
	if (more < end)
		add_part(
		    c, says(c, more, HEADING_SEARCH) ? PART_SEARCH : PART_REGION, more, end);
	return end;
}

static size_t
add_trail(struct capture *c)
{
	add_nav(c, NAV_BREADCRUMB, &c->lines[c->trail], c->trail);
	for (size_t i = c->trail + 1; i < c->trail_end; i++)
		add_item(c, i);
	c->last->nav.last->current = true;
	if (c->trail_end < c->main)
		add_part(c, PART_REGION, c->trail_end, c->main);
	return c->main > c->trail_end ? c->main : c->trail_end;
}

static size_t
add_languages(struct capture *c, size_t i)
{
	add_nav(c, NAV_LANGUAGE, &c->lines[i], i);
	for (i++; goes_on(c, i) && says(c, i, LABEL_LANGUAGE); i++)
		add_item(c, i);
	return i;
}

/* A label: of the menu that is open, or of a new one. */
static size_t
add_label(struct capture *c, size_t i)
{
	enum nav_kind kind = i >= c->main_end && c->main_end > c->main ? NAV_FOOTER : NAV_MENU;
	bool open = c->last && c->last->kind == REGION_NAV && c->last->nav.kind == kind;

	if (says(c, i, HEADING_MENU) && goes_on(c, i + 1)) {
		add_nav(c, kind, &c->lines[i], i);
		i++;
	} else if (!open) {
		add_nav(c, kind, NULL, i);
	}
	add_item(c, i);
	return i + 1;
}

/* Put line i, and those that go with it, in a region; returns the next line. */
static size_t
place(struct capture *c, size_t i)
{
	if (i == c->main && c->main_end > c->main)
		return add_main(c);
	if (i == c->trail)
		return add_trail(c);
	if (i + 1 == c->trail && c->trail < c->n &&
	    c->lines[i].id == c->lines[c->trail_end - 1].id)
		return add_part(c, PART_REGION, i, i + 1);
	if (says(c, i, LABEL_SKIP) && i < c->main) {
		add_nav(c, NAV_SKIP, NULL, i);
		add_item(c, i);
		return i + 1;
	}
	if (says(c, i, HEADING_LANGUAGE) && goes_on(c, i + 1) && says(c, i + 1, LABEL_LANGUAGE))
		return add_languages(c, i);
	if (says(c, i, HEADING_SEARCH) && !in_run(c, i))
		return add_part(c, PART_SEARCH, i, i + 1);
	if (says(c, i, HEADING_RELATED) && block_end(c, i + 1) > i + 1 && i >= c->main_end)
		return add_related(c, i);
	return add_label(c, i);
}

void
page_from_text(struct arena *a, struct str text, const struct rules *rules, struct page *page)
{
	struct capture c = { .arena = a, .rules = rules, .page = page };

	*page = (struct page){ 0 };
	read_lines(&c, text);
	find_repeats(&c);
	find_trail(&c);
	find_main(&c);
	for (size_t i = 0; i < c.n;)
		i = place(&c, i);
	if (c.main < c.main_end)
		page->title = c.lines[c.main].text;
	page->words = page_words(page);
	for (size_t i = 0; i < c.n; i++)
		page->characters += text_characters(c.lines[i].text);
}
