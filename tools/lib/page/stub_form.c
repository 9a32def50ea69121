/* stub_form.c - what a body is made of, and where the page sends its readers. */
#include "stub.h"

#include "../base/date.h"
#include "../base/url.h"
#include "prose_text.h"
#include "tour.h"

/* What stands outside the body but may be of the page rather than of its surroundings: text but
 * that of banner, search and footer, and links to what else there is of its kind. */
struct surroundings {
	uint32_t words, links;
	bool form;
};

static bool
is_beside_body(enum part_role role)
{
	return role == PART_REGION || role == PART_COMPLEMENTARY || role == PART_FORM;
}

static bool
is_of_its_kind(enum nav_kind kind)
{
	return kind == NAV_RELATED || kind == NAV_CONTENTS || kind == NAV_TAGS ||
	       kind == NAV_PAGINATION;
}

static struct surroundings
look_around(const struct page *page)
{
	struct surroundings around = { 0 };

	for (const struct region *r = page->regions; r; r = r->next) {
		const struct item *i = r->kind == REGION_NAV ? r->nav.first : NULL;

		if (r->kind == REGION_PART && is_beside_body(r->part.role))
			around.words += prose_words(r->part.text);
		around.form |= r->kind == REGION_PART && r->part.role == PART_FORM;
		if (r->kind == REGION_NAV)
			around.words += prose_words(r->nav.text);
		for (; i; i = item_next(i)) {
			around.words += prose_words(i->text);
			around.links += is_of_its_kind(r->nav.kind);
		}
	}
	return around;
}

static bool
is_refresh(const struct ref *r)
{
	return str_eq(r->element, STR("meta")) && str_eq_nocase(r->rel, STR("refresh"));
}

/* Where the page sends its readers by itself; absent: nowhere. */
static struct str
way_on(const struct page *page)
{
	for (const struct ref *r = page->refs; r; r = r->next)
		if (is_refresh(r))
			return r->link.href;
	return (struct str){ 0 };
}

/* Of a noun. */
static const char *
ending(uint32_t n)
{
	return n == 1 ? "" : "s";
}

/* A body without words of its own. */
static void
weigh_emptiness(const struct suspect *s)
{
	const struct prose *p = s->prose;
	const char *has = p->words ? "headings and nothing below them" : "no words";
	struct surroundings around;
	struct str on;

	if (p->words > p->heading_words)
		return;
	around = look_around(s->page);
	on = way_on(s->page);
	if (on.p)
		evidence_add(s->arena, s->list, STUB_THIN, 0.5, p->at,
		    "the body has %s; the page sends its readers on to '%.*s'", has, (int)on.n,
		    on.p);
	else if (p->embeds || p->images)
		evidence_add(s->arena, s->list, STUB_THIN, 0.3, p->at,
		    "the body is %u image%s and %u embedded object%s, and has %s", p->images,
		    ending(p->images), p->embeds, ending(p->embeds), has);
	else if (around.form)
		evidence_add(s->arena, s->list, STUB_THIN, 0.4, p->at,
		    "the body has %s; beside it stands a form", has);
	else if (around.links >= 3 || around.words >= 20)
		evidence_add(s->arena, s->list, STUB_THIN, 0.4, p->at,
		    "the body has %s; beside it stand %u link%s and %u word%s", has,
		    around.links, ending(around.links), around.words, ending(around.words));
	else
		evidence_add(s->arena, s->list, STUB_EMPTY, p->heading_words > 25 ? 0.4 : 0.85,
		    p->at, "the body has %s", has);
}

static bool
is_text_alone(const struct prose *p)
{
	return !p->images && !p->embeds && p->links < 3;
}

/* Next to nothing but links, unless there are so many that the page is an index; or next to
 * nothing, whatever a single sentence says in a language that no phrase is of. */
static void
weigh_links(const struct suspect *s)
{
	enum { INDEX_WORDS = 300, FEW_WORDS = 30, NEXT_TO_NONE = 15 };
	const struct prose *p = s->prose;
	uint32_t said = p->words - p->heading_words, linked = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->passages[i].kind != PASSAGE_HEADING)
			linked += p->passages[i].link_words;
	if (p->links >= 3 && said && said < INDEX_WORDS && linked * 5 >= said * 4)
		evidence_add(s->arena, s->list, STUB_THIN, 0.4, p->at,
		    "%u of %u words below the headings stand in links", linked, said);
	if (said && said < FEW_WORDS)
		evidence_add(s->arena, s->list, STUB_THIN,
		    said <= NEXT_TO_NONE && is_text_alone(p) ? 0.5 : 0.4, p->at,
		    "the body has %u word%s below its headings", said, ending(said));
}

/* Headings that another one, or nothing, follows. */
static void
weigh_headings(const struct suspect *s)
{
	uint32_t headings = 0, bare = 0;

	for (size_t i = 0; i < s->prose->n; i++) {
		if (s->prose->passages[i].kind != PASSAGE_HEADING)
			continue;
		headings++;
		bare +=
		    i + 1 == s->prose->n || s->prose->passages[i + 1].kind == PASSAGE_HEADING;
	}
	if (headings >= 3 && bare * 3 >= headings * 2 && !s->prose->images && !s->prose->embeds)
		evidence_add(s->arena, s->list, STUB_THIN, 0.4, s->prose->at,
		    "%u of %u headings have nothing below them", bare, headings);
}

/* Pictures that stand for one to come. */
static void
weigh_images(const struct suspect *s)
{
	const struct prose_image *i = s->prose->words < 60 ? s->prose->first_image : NULL;

	for (; i; i = i->next) {
		struct str match;

		if (phrases_find(s->phrases, PLACE_IMAGE, NULL, i->src, &match) ||
		    phrases_find(s->phrases, PLACE_IMAGE, NULL, i->alt, &match)) {
			evidence_add(s->arena, s->list, STUB_PLACEHOLDER, 0.4, s->prose->at,
			    "image '%.*s' stands for one to come", (int)match.n, match.p);
			return;
		}
	}
}

/* True for the address of the front page of the site the page is of, but not its own. */
static bool
leads_home(const struct suspect *s, struct str href)
{
	struct url base, url;

	if (!s->page->url.p || url_parse(s->arena, s->page->url, NULL, &base))
		return str_eq(href, STR("/"));
	return !url_parse(s->arena, href, &base, &url) && url_same_origin(&base, &url) &&
	       str_eq(url.path, STR("/")) && !url.query.p && !str_eq(base.path, STR("/"));
}

static void
weigh_ways_home(const struct suspect *s)
{
	for (const struct ref *r = s->page->refs; r; r = r->next) {
		struct str href = r->link.href;

		if (is_refresh(r) && leads_home(s, href))
			evidence_add(s->arena, s->list, STUB_SOFT404, 0.5, r->link.at,
			    "it refreshes to the front page '%.*s'", (int)href.n, href.p);
		if (str_eq(r->element, STR("link")) &&
		    str_eq_nocase(r->rel, STR("canonical")) && leads_home(s, href))
			evidence_add(s->arena, s->list, STUB_SOFT404, 0.3, r->link.at,
			    "it names the front page '%.*s' as its canonical address",
			    (int)href.n, href.p);
	}
}

/* Published on a day to come. */
static void
weigh_dates(const struct suspect *s, struct str now)
{
	static const char *const names[] = { "article:published_time", "datepublished",
		"dcterms.issued", "dcterms.date", "dc.date", "date", "pubdate" };

	for (const struct meta *m = s->page->metas; m && now.p; m = m->next)
		for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
			if (str_eq_nocase(m->name, str_of(names[i])) &&
			    str_cmp(str_part(date_find(s->arena, m->content), 0, now.n), now) >
				0)
				evidence_add(s->arena, s->list, STUB_PLACEHOLDER, 0.3, m->at,
				    "its date '%.*s' lies in the future", (int)m->content.n,
				    m->content.p);
}

/* True for a script, or one that is loaded ahead. */
static bool
is_script(const struct ref *r)
{
	struct str file = str_part(r->link.href, 0, str_find_char(r->link.href, '?', 0));

	return str_eq(r->element, STR("script")) ||
	       (str_eq(r->element, STR("link")) && str_ends(file, STR(".js")));
}

bool
stub_needs_surroundings(const struct prose *prose, bool says)
{
	return says || prose->words == prose->heading_words;
}

bool
stub_is_scripted(const struct suspect *s, bool says)
{
	enum { NEXT_TO_NONE = 30, MOST_WORDS = 100 };
	bool script = says;

	if (s->page->words >= MOST_WORDS || way_on(s->page).p)
		return false;
	if (s->prose->words == s->prose->heading_words && s->page->words < NEXT_TO_NONE)
		for (const struct ref *r = s->page->refs; r && !script; r = r->next)
			script = is_script(r);
	return script;
}

void
stub_form(const struct suspect *s, struct str now)
{
	weigh_emptiness(s);
	weigh_links(s);
	weigh_headings(s);
	weigh_images(s);
	weigh_ways_home(s);
	weigh_dates(s, now);
}
