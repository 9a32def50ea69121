/* lint.c - is a page line what it says it is. */
#include "lint.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/language.h"
#include "../base/utf8.h"
#include "../page/count.h"
#include "../stream/pageline.h"
#include "lint_check.h"

const struct finding_rule lint_rules[LINT_RULES] = {
	[LINT_XML] = { "lint.xml", LEVEL_ERROR },
	[LINT_SCHEMA] = { "lint.schema", LEVEL_ERROR },
	[LINT_PATH] = { "lint.path", LEVEL_ERROR },
	[LINT_PARTITION] = { "lint.partition", LEVEL_ERROR },
	[LINT_REGION] = { "lint.region", LEVEL_ERROR },
	[LINT_STATE] = { "lint.state", LEVEL_ERROR },
	[LINT_LANG] = { "lint.lang", LEVEL_ERROR },
	[LINT_LABEL] = { "lint.label", LEVEL_WARNING },
	[LINT_TARGET] = { "lint.target", LEVEL_WARNING },
};

static struct str
xpath_of(struct check *c, const struct place *place)
{
	c->xpath.n = 0;
	xmlpath_write(place->path, &c->xpath);
	return c->xpath.n ? arena_str(&c->page->arena, buffer_str(&c->xpath))
	                  : (struct str){ 0 };
}

static struct position
position_in(struct check *c, const struct place *place)
{
	const struct xmlpath *p = place->path;

	if (!c->scraped)
		return c->places.text.p ? position_of(&c->places, c->offset) : place->at;
	return p->n ? p->steps[p->n - 1].source : (struct position){ 0 };
}

static struct lint_finding *
add_finding(struct lint_page *page, enum lint_rule rule, struct str text)
{
	struct lint_finding *f = arena_zalloc(&page->arena, sizeof(*f));

	f->rule = rule;
	f->text = arena_str(&page->arena, text);
	*page->next_finding = f;
	page->next_finding = &f->next;
	return f;
}

static void find(struct check *c, enum lint_rule rule, const struct place *place,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

static void
find(struct check *c, enum lint_rule rule, const struct place *place, const char *format, ...)
{
	struct lint_finding *f;
	char text[512];
	struct str s = { text, 0 };
	va_list ap;

	c->found = true;
	if (c->only_whether)
		return;
	va_start(ap, format);
	vsnprintf(text, sizeof(text), format, ap);
	va_end(ap);
	s.n = strlen(text);
	s.n = utf8_valid_prefix(s);
	f = add_finding(c->page, rule, s);
	f->at = position_in(c, place);
	f->xpath = xpath_of(c, place);
}

static struct lint_target
reference(struct check *c, const struct xml_element *e, struct str to)
{
	return (struct lint_target){ .path = arena_str(&c->page->arena, to),
		.xpath = xpath_of(c, &e->place),
		.at = position_in(c, &e->place) };
}

static void
add_reference(struct check *c, struct lint_target ***next, struct lint_target t)
{
	struct lint_target *kept = arena_alloc(&c->page->arena, sizeof(*kept));

	*kept = t;
	**next = kept;
	*next = &kept->next;
}

/* A target goes with state page or file, and each of these with a target. */
static void
check_state(struct check *c, const struct xml_element *e)
{
	struct str target = xml_tag_attribute(&e->tag, STR("target"));
	struct str state = xml_tag_attribute(&e->tag, STR("state"));
	bool is_page = str_eq(state, STR("page"));
	bool is_found = is_page || str_eq(state, STR("file"));

	if (target.p && !is_found && state.p)
		find(c, LINT_STATE, &e->place, "target '%.*s' with state '%.*s'",
		    QUOTED(target), QUOTED(state));
	else if (target.p && !is_found)
		find(c, LINT_STATE, &e->place, "target '%.*s' without a state", QUOTED(target));
	if (is_found && !target.p)
		find(c, LINT_STATE, &e->place, "state '%.*s' without a target", QUOTED(state));
	if (is_page && target.p)
		add_reference(c, &c->page->next_target, reference(c, e, target));
}

static void
check_label(struct check *c, const struct xml_element *e)
{
	struct str label = xml_tag_attribute(&e->tag, STR("label"));

	if (label.p && str_is_white(label) && !xml_tag_attribute(&e->tag, STR("href")).p)
		find(c, LINT_LABEL, &e->place, "item with neither a label nor an href");
}

/* Regions of a kind are numbered as they come. */
static void
check_id(struct check *c, const struct xml_element *e, char letter, unsigned long number)
{
	struct str id = xml_tag_attribute(&e->tag, STR("id"));
	char want[24];

	snprintf(want, sizeof(want), "%c%lu", letter, number);
	if (id.p && !str_eq(id, str_of(want)))
		find(c, LINT_REGION, &e->place, "region '%.*s' stands where '%s' should",
		    QUOTED(id), want);
}

static void
check_page_element(struct check *c, const struct xml_element *e)
{
	struct str path = xml_tag_attribute(&e->tag, STR("path"));

	if (str_eq(e->tag.name, STR("item")))
		check_label(c, e);
	else if (str_eq(e->tag.name, STR("nav")))
		check_id(c, e, 'n', ++c->navs);
	else if (str_eq(e->tag.name, STR("part")))
		check_id(c, e, 'p', ++c->parts);
	else if (str_eq(e->tag.name, STR("cut")))
		add_reference(
		    c, &c->next_cut, reference(c, e, xml_tag_attribute(&e->tag, STR("ref"))));
	else if (str_eq(e->tag.name, STR("page")) && path.p && !c->page->path.p)
		c->page->path = arena_str(&c->page->arena, path);
	check_state(c, e);
}

void
check_element(struct check *c, const struct xml_element *e)
{
	bool is_page = str_eq(e->tag.space, STR(PAGE_NAMESPACE));
	struct str lang = xml_tag_attribute(&e->tag, STR("lang"));

	if (is_page)
		check_page_element(c, e);
	if (is_page && !str_eq(e->tag.name, STR("page")))
		return; /* an alternate's lang is as written */
	if (lang.p && !language_is_valid(lang))
		find(c, LINT_LANG, &e->place, "'%.*s' is no registered language tag",
		    QUOTED(lang));
}

/* validation: element */
static void
each_element(void *context, const struct xml_element *e)
{
	check_element(context, e);
}

static void
keep_problem(void *context, enum problem_kind kind, const struct place *place, struct str text)
{
	struct check *c = context;

	c->broken = c->broken || kind == PROBLEM_XML;
	find(c, kind == PROBLEM_XML ? LINT_XML : LINT_SCHEMA, place, "%.*s", (int)text.n,
	    text.p);
}

void
check_cuts(struct check *c)
{
	for (struct lint_target *t = c->cuts; t; t = t->next) {
		struct buffer text = { 0 };
		struct lint_finding *f;
		unsigned long number;

		if (t->path.n < 2) /* the schema has said so */
			continue;
		number = strtoul(t->path.p + 1, NULL, 10);
		if (number >= 1 && number <= (*t->path.p == 'n' ? c->navs : c->parts))
			continue;
		c->found = true;
		buffer_printf(&text, "cut of region '%.*s', which this page does not have",
		    QUOTED(t->path));
		f = add_finding(c->page, LINT_REGION, buffer_str(&text));
		f->at = t->at;
		f->xpath = t->xpath;
		buffer_free(&text);
	}
}

/* Count what the regions hold, against what the page says. A line that is no page has been
 * found not to match the schema; where it did, that is said here. */
static void
check_partition(struct check *c, struct str line)
{
	struct xmlpath none = { 0 };
	struct place place = { { 1, 1 }, &none };
	struct page read;
	struct str error;
	uint32_t words, characters;

	if (page_read(&c->page->arena, line, &read, &error, &place.at)) {
		if (!c->page->findings)
			find(c, LINT_SCHEMA, &place, "%.*s", QUOTED(error));
		return;
	}
	place.at = (struct position){ 1, 1 };
	words = page_words(&read);
	characters = page_characters(&read);
	if (words != read.words)
		find(c, LINT_PARTITION, &place,
		    "words is '%" PRIu32 "' but the regions hold %" PRIu32, read.words, words);
	if (characters != read.characters)
		find(c, LINT_PARTITION, &place,
		    "characters is '%" PRIu32 "' but the regions hold %" PRIu32,
		    read.characters, characters);
}

void
check_start(struct check *c, struct lint_page *page)
{
	c->page = page;
	c->next_cut = &c->cuts;
	page->next_finding = &page->findings;
	page->next_target = &page->targets;
}

void
check_end(struct check *c)
{
	buffer_free(&c->xpath);
}

void
lint_check(
    const struct lint_schema *schema, struct str line, bool scraped, struct lint_page *page)
{
	struct check c = { .scraped = scraped };
	struct validation v = { &c, keep_problem, each_element };

	if (schema->grammar && check_quickly(schema->grammar, line, scraped, page))
		return;
	check_start(&c, page);
	schema_validate(schema->schema, line, &v);
	if (!c.broken) {
		check_cuts(&c);
		check_partition(&c, line);
	}
	check_end(&c);
}

void
lint_check_document(const struct lint_schema *schema, struct str xml, struct lint_page *page)
{
	struct check c = { 0 };
	struct validation v = { &c, keep_problem, NULL };

	check_start(&c, page);
	if (!schema->grammar || !grammar_accepts(schema->grammar, xml))
		schema_validate(schema->schema, xml, &v);
	check_end(&c);
}
