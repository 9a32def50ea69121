/* lint_quick.c - a page line in which there is nothing to find, seen in one pass.
 *
 * What reading the line as a page would refuse, or count otherwise, is left to that. */
#include "../base/decimal.h"
#include "../html/names.h"
#include "../page/count.h"
#include "../stream/pageline.h"
#include "lint_check.h"

struct quick {
	struct check check;
	struct grammar_walk walk;
	struct xmlpath path;
	struct tally tally;
	uint32_t words, characters;        /* as the page says */
	unsigned body;                     /* open elements from body on, 0: outside of it */
	bool borders[CANONICAL_DEPTH + 1]; /* by depth: the end of that element ends a word */
};

/* Where a tag says that it comes from; false where that is not read here. */
static bool
read_source(
    const struct quick *q, const struct xml_tag *tag, bool is_page, struct position *source)
{
	struct str at = { 0 };

	*source = (struct position){ 0 };
	if (is_page || q->check.scraped)
		at = xml_tag_attribute(tag, STR("at"));
	if (!at.p && q->check.scraped)
		at = xml_tag_attribute(tag, STR("data-at"));
	if (at.p)
		*source = position_read(at);
	return !at.p || source->line;
}

static uint32_t
number(const struct xml_tag *tag, struct str name)
{
	struct str value = xml_tag_attribute(tag, name);
	uint64_t n = 0;

	decimal_take(&value, UINT32_MAX, &n);
	return (uint32_t)n;
}

/* The words of a label that is text of the page. */
static void
tally_label(struct quick *q, const struct xml_tag *tag)
{
	struct str label = xml_tag_attribute(tag, STR("label"));

	q->tally.in_word = false;
	if (label.n && !xml_tag_attribute(tag, STR("label-from")).p)
		tally_text(&q->tally, label);
}

/* An element of pages, outside of a body. */
static bool
start_page_element(struct quick *q, const struct xml_tag *tag)
{
	if (str_eq(tag->name, STR("page"))) {
		q->words = number(tag, STR("words"));
		q->characters = number(tag, STR("characters"));
	} else if (str_eq(tag->name, STR("item"))) {
		tally_label(q, tag);
		if (q->path.n > ITEM_DEPTH + 2) /* the page and the nav */
			return false;
	} else if (str_eq(tag->name, STR("nav"))) {
		tally_label(q, tag);
	}
	q->tally.in_word = false;
	return true;
}

/* An element below body. One of a namespace that bodies do not have is a finding. */
static bool
start_body_element(struct quick *q, const struct xml_tag *tag)
{
	struct html_node n = { .kind = HTML_ELEMENT, .ns = HTML_NS_HTML };
	enum tag known = tag_of(tag->name);

	while (!str_eq(tag->space, str_of(page_namespaces[n.ns])))
		if (++n.ns > HTML_NS_OTHER)
			return false;
	if (n.ns != HTML_NS_HTML || str_eq(tag_name(known), tag->name))
		n.tag = (uint16_t)known;
	q->borders[q->path.n] = ends_word(&n);
	if (q->borders[q->path.n])
		q->tally.in_word = false;
	return n.ns != HTML_NS_OTHER || str_eq(tag->name, STR("cut"));
}

static bool
check_tag(struct quick *q, const struct xml_tag *tag, const char *until)
{
	bool is_page = str_eq(tag->space, STR(PAGE_NAMESPACE));
	struct xml_element e = { *tag, { { 0 }, &q->path } };
	struct position source;

	if (!read_source(q, tag, is_page, &source))
		return false;
	xmlpath_enter(&q->path, tag->name, source);
	q->check.offset = (uint32_t)(until - q->check.places.text.p);
	check_element(&q->check, &e);
	if (q->check.found)
		return false;
	if (q->body) {
		q->body++;
		return start_body_element(q, tag);
	}
	if (is_page)
		return start_page_element(q, tag);
	q->body = 1;
	q->tally.in_word = false;
	return true;
}

/* canonical_listener: start */
static bool
start(void *context, const struct xml_tag *tag, const char *until)
{
	struct quick *q = context;

	if (!q->walk.n && !str_eq(tag->name, STR("page")))
		return false;
	return grammar_enter(&q->walk, tag) && check_tag(q, tag, until);
}

static bool
text(void *context, struct str s)
{
	struct quick *q = context;

	tally_text(&q->tally, s);
	return grammar_text(&q->walk, s);
}

static bool
end(void *context)
{
	struct quick *q = context;

	if (q->body > 1 && q->borders[q->path.n])
		q->tally.in_word = false;
	q->body -= q->body > 0;
	xmlpath_leave(&q->path);
	return grammar_leave(&q->walk);
}

static void
quick_start(struct quick *q, const struct grammar *g)
{
	grammar_walk_start(&q->walk, g);
	q->path = (struct xmlpath){ 0 };
	q->tally = (struct tally){ 0 };
	q->body = 0;
}

bool
check_quickly(const struct grammar *g, struct str line, bool scraped, struct lint_page *page)
{
	struct quick q;
	const struct canonical_listener listener = { &q, start, text, end };
	bool good;

	if (line.n > UINT32_MAX || memchr(line.p, '\n', line.n))
		return false;
	q.check = (struct check){ .scraped = scraped,
		.only_whether = true,
		.places = { .text = line, .arena = &page->arena } };
	check_start(&q.check, page);
	quick_start(&q, g);
	good = canonical_read(line, &listener);
	if (good)
		check_cuts(&q.check);
	good = good && !q.check.found && q.tally.words == q.words &&
	       q.tally.characters == q.characters;
	grammar_walk_end(&q.walk);
	xmlpath_free(&q.path);
	check_end(&q.check);
	if (good)
		return true;
	arena_free(&page->arena);
	*page = (struct lint_page){ 0 };
	return false;
}
