/* metadata.c - what a page says of itself as a whole. */
#include "metadata.h"

#include "../base/date.h"
#include "../base/language.h"
#include "fold.h"
#include "regions.h"
#include "written.h"

enum { KINDS = FACT_KINDS, LONGEST = 2000, NAME_LENGTH = BRIEF, NAMES = 12 };

struct collector {
	struct arena *arena;
	const struct blocks *blocks;
	const struct rules *rules;
	struct page *page;
	struct fact *first[KINDS], **end[KINDS];
	enum fact_from from;        /* the source being asked */
	struct str names[NAMES];    /* of the site, ended by an absent one */
	struct str headings[NAMES]; /* what else the page may be called, ended alike */
	size_t n_names, n_headings;
	struct str body_heading; /* the first h1 of main */
};

static bool
is_known(const struct collector *c, enum fact_kind kind)
{
	return c->first[kind] != NULL;
}

/* True where the fact is still open to the source being asked. */
static bool
may_say(const struct collector *c, enum fact_kind kind)
{
	const struct fact *known = c->first[kind];

	if (!known)
		return true;
	return known->from == c->from && (kind == FACT_AUTHOR || kind == FACT_TAG);
}

static void
add(struct collector *c, enum fact_kind kind, struct str value)
{
	struct fact *f;

	value = fold(c->arena, value);
	if (!value.n || value.n > LONGEST)
		return;
	for (f = c->first[kind]; f; f = f->next)
		if (str_eq_nocase(f->value, value))
			return;
	f = arena_zalloc(c->arena, sizeof(*f));
	f->kind = kind;
	f->from = c->from;
	f->value = value;
	*c->end[kind] = f;
	c->end[kind] = &f->next;
}

/* Keywords come as one list with commas. */
static void
add_tags(struct collector *c, struct str list)
{
	for (size_t from = 0; from < list.n;) {
		size_t comma = str_find_char(list, ',', from);

		add(c, FACT_TAG, str_part(list, from, comma));
		from = comma + 1;
	}
}

static struct str
language(struct collector *c, struct str tag)
{
	struct str copy = arena_str(c->arena, str_trim(tag));

	for (size_t i = 0; i < copy.n; i++)
		if (copy.p[i] == '_')
			((char *)copy.p)[i] = '-';
	return language_is_valid(copy) ? language_canonical(c->arena, copy) : (struct str){ 0 };
}

/* An author is no address and no number, nobody's name is long, and none is a template's
 * missing value. */
static bool
is_name(struct str s)
{
	size_t words = 1, letters = 0;

	for (size_t i = 0; i < s.n; i++) {
		words += s.p[i] == ' ';
		letters += is_alpha(s.p[i]) || (unsigned char)s.p[i] >= 0x80;
	}
	return letters > 1 && s.n <= NAME_LENGTH && words <= 6 &&
	       !str_starts_nocase(s, STR("http")) && str_find(s, STR("//"), 0) == s.n &&
	       s.p[0] != '@' && !str_eq(s, STR("undefined")) && !str_eq(s, STR("null"));
}

static void
add_site_name(struct collector *c, struct str name)
{
	if (name.n && c->n_names + 1 < NAMES)
		c->names[c->n_names++] = name;
}

/* Titles may call a site by its host, or by a label of that but the last: "example.org",
 * "Example". */
static void
add_host_names(struct collector *c, struct str url)
{
	enum { SHORTEST = 3 };
	size_t from = str_find(url, STR("//"), 0) + 2, dot;
	struct str host = str_part(url, from, str_find_char(url, '/', from));

	if (from > url.n)
		return;
	if (str_starts_nocase(host, STR("www.")))
		host = str_part(host, 4, host.n);
	add_site_name(c, host);
	while ((dot = str_find_char(host, '.', 0)) < host.n) {
		if (dot >= SHORTEST)
			add_site_name(c, str_part(host, 0, dot));
		host = str_part(host, dot + 1, host.n);
	}
}

/* sayer: say */
static void
say(void *context, enum fact_kind kind, struct str value)
{
	struct collector *c = context;

	if (!value.p || !may_say(c, kind))
		return;
	switch (kind) {
	case FACT_PUBLISHED:
	case FACT_MODIFIED: value = date_find(c->arena, value); break;
	case FACT_LANGUAGE: value = language(c, value); break;
	case FACT_TAG: add_tags(c, value); return;
	case FACT_AUTHOR:
		value = fold(c->arena, value);
		if (!is_name(value))
			return;
		break;
	case FACT_SITE: add_site_name(c, fold(c->arena, value)); break;
	default: break;
	}
	if (value.p)
		add(c, kind, value);
}

static void
add_heading(struct collector *c, struct str text)
{
	if (text.n && c->n_headings + 1 < NAMES)
		c->headings[c->n_headings++] = text;
}

/* Names of meta elements, those that answer first before others of their kind. */
static const struct {
	enum fact_kind kind;
	struct str name;
	enum fact_from from;
} metas[] = {
	{ FACT_AUTHOR, STR_INIT("author"), FROM_META },
	{ FACT_AUTHOR, STR_INIT("article:author"), FROM_OPEN_GRAPH },
	{ FACT_AUTHOR, STR_INIT("citation_author"), FROM_META },
	{ FACT_AUTHOR, STR_INIT("dc.creator"), FROM_META },
	{ FACT_AUTHOR, STR_INIT("dcterms.creator"), FROM_META },
	{ FACT_AUTHOR, STR_INIT("parsely-author"), FROM_META },
	{ FACT_AUTHOR, STR_INIT("sailthru.author"), FROM_META },
	{ FACT_AUTHOR, STR_INIT("byl"), FROM_META },
	{ FACT_PUBLISHED, STR_INIT("article:published_time"), FROM_OPEN_GRAPH },
	{ FACT_PUBLISHED, STR_INIT("og:published_time"), FROM_OPEN_GRAPH },
	{ FACT_PUBLISHED, STR_INIT("datepublished"), FROM_MICRODATA },
	{ FACT_PUBLISHED, STR_INIT("citation_publication_date"), FROM_META },
	{ FACT_PUBLISHED, STR_INIT("citation_date"), FROM_META },
	{ FACT_PUBLISHED, STR_INIT("dc.date.issued"), FROM_META },
	{ FACT_PUBLISHED, STR_INIT("dcterms.issued"), FROM_META },
	{ FACT_PUBLISHED, STR_INIT("dc.date"), FROM_META },
	{ FACT_PUBLISHED, STR_INIT("dcterms.date"), FROM_META },
	{ FACT_PUBLISHED, STR_INIT("dcterms.created"), FROM_META },
	{ FACT_PUBLISHED, STR_INIT("parsely-pub-date"), FROM_META },
	{ FACT_PUBLISHED, STR_INIT("sailthru.date"), FROM_META },
	{ FACT_PUBLISHED, STR_INIT("publish_date"), FROM_META },
	{ FACT_PUBLISHED, STR_INIT("publication_date"), FROM_META },
	{ FACT_PUBLISHED, STR_INIT("pubdate"), FROM_META },
	{ FACT_PUBLISHED, STR_INIT("date"), FROM_META },
	{ FACT_MODIFIED, STR_INIT("article:modified_time"), FROM_OPEN_GRAPH },
	{ FACT_MODIFIED, STR_INIT("og:updated_time"), FROM_OPEN_GRAPH },
	{ FACT_MODIFIED, STR_INIT("datemodified"), FROM_MICRODATA },
	{ FACT_MODIFIED, STR_INIT("dcterms.modified"), FROM_META },
	{ FACT_MODIFIED, STR_INIT("dc.date.modified"), FROM_META },
	{ FACT_MODIFIED, STR_INIT("last-modified"), FROM_META },
	{ FACT_DESCRIPTION, STR_INIT("og:description"), FROM_OPEN_GRAPH },
	{ FACT_DESCRIPTION, STR_INIT("description"), FROM_META },
	{ FACT_DESCRIPTION, STR_INIT("dc.description"), FROM_META },
	{ FACT_DESCRIPTION, STR_INIT("twitter:description"), FROM_META },
	{ FACT_LANGUAGE, STR_INIT("content-language"), FROM_META },
	{ FACT_LANGUAGE, STR_INIT("og:locale"), FROM_OPEN_GRAPH },
	{ FACT_LANGUAGE, STR_INIT("dc.language"), FROM_META },
	{ FACT_SECTION, STR_INIT("article:section"), FROM_OPEN_GRAPH },
	{ FACT_SECTION, STR_INIT("parsely-section"), FROM_META },
	{ FACT_TAG, STR_INIT("article:tag"), FROM_OPEN_GRAPH },
	{ FACT_TAG, STR_INIT("keywords"), FROM_META },
	{ FACT_TAG, STR_INIT("news_keywords"), FROM_META },
	{ FACT_TAG, STR_INIT("parsely-tags"), FROM_META },
	{ FACT_LICENCE, STR_INIT("dcterms.license"), FROM_META },
	{ FACT_LICENCE, STR_INIT("dc.rights"), FROM_META },
	{ FACT_SITE, STR_INIT("og:site_name"), FROM_OPEN_GRAPH },
	{ FACT_SITE, STR_INIT("application-name"), FROM_META },
};

static void
ask_metas(struct collector *c)
{
	bool known[KINDS];

	for (int kind = 0; kind < KINDS; kind++)
		known[kind] = is_known(c, (enum fact_kind)kind);
	for (size_t i = 0; i < sizeof(metas) / sizeof(metas[0]); i++) {
		struct str name = metas[i].name;

		c->from = metas[i].from;
		if (known[metas[i].kind] && metas[i].kind != FACT_SITE)
			continue;
		for (const struct meta *m = c->page->metas; m; m = m->next)
			if (m->name.n == name.n && str_eq_nocase(m->name, name))
				say(c, metas[i].kind, m->content);
		known[metas[i].kind] = is_known(c, metas[i].kind);
	}
	for (const struct meta *m = c->page->metas; m; m = m->next)
		if (str_eq_nocase(m->name, STR("og:title")) ||
		    str_eq_nocase(m->name, STR("citation_title")))
			add_heading(c, fold(c->arena, m->content));
		else if (str_eq_nocase(m->name, STR("og:url")))
			add_host_names(c, m->content);
}

/* A time element's value, or the words of any other. */
static struct str
time_of(struct arena *a, const struct html_node *e)
{
	struct str value = html_value(e, ATTR_DATETIME);

	if (!value.n)
		value = html_value(e, ATTR_CONTENT);
	return value.n ? value : fold_texts(a, e);
}

static void
ask_microdata(struct collector *c, const struct html_node *e)
{
	struct str property = html_value(e, ATTR_ITEMPROP);

	c->from = FROM_MICRODATA;
	if (!property.n || html_is(e, TAG_META))
		return;
	if (has_token(e, ATTR_ITEMPROP, STR("datePublished")) && !is_known(c, FACT_PUBLISHED))
		say(c, FACT_PUBLISHED, time_of(c->arena, e));
	if (has_token(e, ATTR_ITEMPROP, STR("dateModified")) && !is_known(c, FACT_MODIFIED))
		say(c, FACT_MODIFIED, time_of(c->arena, e));
	if (has_token(e, ATTR_ITEMPROP, STR("author")) && !is_known(c, FACT_AUTHOR) &&
	    block_of(c->blocks, e)->characters <= NAME_LENGTH)
		say(c, FACT_AUTHOR, fold_texts(c->arena, e));
}

static void
ask_rel(struct collector *c, const struct html_node *e)
{
	c->from = FROM_LINK;
	if (!html_attr(e, ATTR_REL))
		return;
	if (html_is(e, TAG_LINK) && has_token(e, ATTR_REL, STR("canonical")))
		add_host_names(c, html_value(e, ATTR_HREF));
	if (has_token(e, ATTR_REL, STR("license")) && !is_known(c, FACT_LICENCE))
		say(c, FACT_LICENCE, str_trim(html_value(e, ATTR_HREF)));
	if (html_is(e, TAG_A) && has_token(e, ATTR_REL, STR("author")) &&
	    !is_known(c, FACT_AUTHOR) && block_of(c->blocks, e)->characters <= NAME_LENGTH)
		say(c, FACT_AUTHOR, fold_texts(c->arena, e));
}

/* What follows "by" in a byline, up to a date or another sign that it is no name any more. */
static struct str
byline(const struct rules *rules, struct str text)
{
	size_t end = 0;

	text = rules_rest(rules, TEXT_BYLINE, text);
	while (end < text.n && !is_digit(text.p[end]) && !memchr("|,(\n", text.p[end], 4) &&
	       !str_starts(str_part(text, end, text.n), STR(" on ")) &&
	       !str_starts(str_part(text, end, text.n), STR("•")) &&
	       !str_starts(str_part(text, end, text.n), STR("·")))
		end++;
	return str_trim(str_part(text, 0, end));
}

/* Does any class of the page call a few words an author's or a date? */
static bool
has_telling_class(const struct collector *c)
{
	const uint64_t sets = RULE(CLASS_AUTHOR) | RULE(CLASS_DATE);
	const struct blocks *b = c->blocks;

	for (uint32_t i = 1; i < b->n_classes; i++)
		if (b->classes[i].is_brief && rules_say_of_class_number(c->rules, b, sets, i))
			return true;
	return false;
}

/* Words that their class calls an author's or a date; the first ones that make sense. */
static void
ask_words(struct collector *c)
{
	if (!has_telling_class(c))
		return;
	for (uint32_t i = 0; i < c->blocks->n; i++) {
		const struct block *b = &c->blocks->at[i];
		uint64_t says;

		if (!b->class || !b->characters || b->characters > NAME_LENGTH || !b->counts)
			continue;
		if (is_known(c, FACT_AUTHOR) && is_known(c, FACT_PUBLISHED))
			return;
		says = rules_say_of_block(
		    c->rules, c->blocks, RULE(CLASS_AUTHOR) | RULE(CLASS_DATE), b);
		c->from = FROM_TEXT;
		if (says & RULE(CLASS_AUTHOR) && !is_known(c, FACT_AUTHOR))
			say(c, FACT_AUTHOR, byline(c->rules, fold_texts(c->arena, b->node)));
		if (says & RULE(CLASS_DATE) && !is_known(c, FACT_PUBLISHED))
			say(c, FACT_PUBLISHED, time_of(c->arena, b->node));
	}
}

static void
note_heading(struct collector *c, const struct block *h)
{
	struct str text = fold_texts(c->arena, h->node);

	add_heading(c, text);
	if (h->region == MAIN && !c->body_heading.p && text.n <= LONGEST / 10)
		c->body_heading = text;
}

static void
ask_elements(struct collector *c)
{
	const struct block *time = NULL; /* the first in the body, or else the first */

	for (const struct block *b = NULL; (b = next_told(c->blocks, b));) {
		const struct html_node *e = b->node;

		if (e->ns != HTML_NS_HTML)
			continue;
		ask_microdata(c, e);
		ask_rel(c, e);
		if (e->tag == TAG_TIME &&
		    (!time || (time->region != MAIN && b->region == MAIN)))
			time = b;
		if (e->tag == TAG_H1)
			note_heading(c, b);
	}
	c->from = FROM_TIME;
	if (time && !is_known(c, FACT_PUBLISHED))
		say(c, FACT_PUBLISHED, time_of(c->arena, time->node));
	ask_words(c);
}

static void
ask_html(struct collector *c)
{
	const struct html_node *html = c->blocks->at[0].node;

	c->from = FROM_HTML;
	if (c->page->lang.p)
		add(c, FACT_LANGUAGE, c->page->lang);
	if (str_eq_nocase(str_trim(html_value(html, ATTR_DIR)), STR("rtl")))
		add(c, FACT_DIRECTION, STR("rtl"));
}

/* A page is called what the first heading of its body says, unless that is the site: in the
 * words of the title where those say the same, for headings may hold signs that link to them.
 */
static void
decide_title(struct collector *c)
{
	const struct str heading[] = { c->body_heading, { 0 } };
	struct str title = { 0 };

	if (c->page->title.n)
		title = title_without_site(c->page->title, c->names, c->headings);
	c->from = FROM_HEADING;
	if (heading[0].n && !title_is_one_of(heading[0], c->names) &&
	    !title_is_one_of(title, heading) && !title_begins(heading[0], title))
		add(c, FACT_TITLE, heading[0]);
	c->from = FROM_TITLE;
	if (!is_known(c, FACT_TITLE))
		add(c, FACT_TITLE, title);
	c->from = FROM_HEADING;
	if (!is_known(c, FACT_TITLE))
		add(c, FACT_TITLE, c->headings[0]);
}

void
metadata_extract(struct arena *a, const struct blocks *b, const struct rules *rules,
    const struct str *sites, struct page *page)
{
	struct collector c = { .arena = a, .blocks = b, .rules = rules, .page = page };
	struct sayer to = { say, &c };
	struct fact **end = &page->facts;
	struct str headline = { 0 };

	if (written_body(b)) {
		written_facts(a, b, page);
		return;
	}
	for (int kind = 0; kind < KINDS; kind++)
		c.end[kind] = &c.first[kind];
	for (; sites && sites->n; sites++)
		add_site_name(&c, *sites);
	ask_html(&c);
	c.from = FROM_JSON_LD;
	data_facts(a, b, &to, &headline);
	add_heading(&c, headline);
	ask_metas(&c);
	ask_elements(&c);
	decide_title(&c);
	for (int kind = 0; kind < KINDS; kind++) {
		*end = c.first[kind];
		while (*end)
			end = &(*end)->next;
	}
}

void
metadata_add_body(struct arena *a, struct str text, struct page *page)
{
	struct fact *f = arena_zalloc(a, sizeof(*f)), **end = &page->facts;

	*f = (struct fact){ .kind = FACT_BODY, .from = FROM_JSON_LD, .value = text };
	while (*end)
		end = &(*end)->next;
	*end = f;
}
