/* version_draft.c - what one page declares, offers and shows of languages. */
#include "version_draft.h"

#include <stdlib.h>

#include "../base/diagnostics.h"
#include "../base/identify.h"
#include "../base/language.h"
#include "../base/language_hint.h"
#include "../base/memory.h"
#include "../page/stub.h"
#include "../site/input.h"
#include "claims.h"
#include "late_phrases.h"
#include "path_tags.h"
#include "versions.h"

enum {
	MOST_OF_STUB = 200, /* words: a body with more of them says something */
	MOST_OFFERS = 1000, /* of one page: it takes their square to compare them */
	MENU = 8192,        /* bytes of labels that are looked at together */
};

static struct str
keep(struct version_draft *d, struct str s)
{
	return s.p ? arena_str(&d->arena, s) : s;
}

/* A tag as it should be written, or what an invalid one seems to mean, or absent. */
static struct str
keep_tag(struct version_draft *d, struct str s)
{
	s = keep(d, str_trim(s));
	if (is_x_default(s))
		return (struct str){ 0 };
	if (language_is_valid(s))
		return language_canonical(&d->arena, s);
	return language_hint(&d->arena, s);
}

static bool
is_meta(const struct meta *m, const char *name)
{
	return str_eq_nocase(m->name, str_of(name));
}

/* Directives with commas between, or spaces, in any case; "none" is noindex and nofollow. */
static bool
forbids_index(struct str content)
{
	while (content.n) {
		size_t n = 0;
		struct str word;

		while (n < content.n && content.p[n] != ',' && !is_space(content.p[n]))
			n++;
		word = str_part(content, 0, n);
		if (str_eq_nocase(word, STR("noindex")) || str_eq_nocase(word, STR("none")))
			return true;
		content = str_part(content, n + 1, content.n);
	}
	return false;
}

static void
read_metas(struct version_draft *d, const struct page *page)
{
	for (const struct meta *m = page->metas; m; m = m->next) {
		if (is_meta(m, "content-language"))
			d->claims[CLAIM_META] = keep_tag(d, m->content);
		else if (is_meta(m, "og:locale"))
			d->claims[CLAIM_LOCALE] = keep_tag(d, m->content);
		else if (is_meta(m, "robots"))
			d->noindex |= forbids_index(m->content);
		else if (is_meta(m, "description") && !d->description_in)
			d->description_in = identify_label(m->content, d->tag);
	}
}

static void
add_offer(struct version_draft *d, struct offer_draft offer)
{
	if (d->n_offers == MOST_OFFERS) {
		if (!d->too_many)
			trouble(d->file.p, "more than %d versions are offered", MOST_OFFERS);
		d->too_many = true;
		return;
	}
	d->offers = x_grow(d->offers, &d->offers_cap, d->n_offers + 1, sizeof(*d->offers));
	offer.lang = keep(d, offer.lang);
	offer.href = keep(d, offer.href);
	offer.target = keep(d, offer.target);
	d->offers[d->n_offers++] = offer;
}

static void
add_label(struct version_draft *d, struct str text, struct position at, bool in_menu)
{
	if (!text.n || text.n > LONGEST_LABEL)
		return;
	d->labels = x_grow(d->labels, &d->labels_cap, d->n_labels + 1, sizeof(*d->labels));
	d->labels[d->n_labels++] =
	    (struct label_draft){ .text = keep(d, text), .at = at, .in_menu = in_menu };
	if (in_menu && d->menu.n + text.n < MENU) {
		buffer_add(&d->menu, text);
		buffer_char(&d->menu, '\n');
	}
}

/* In page lines that another program wrote, a link to a page may not tell which. */
static bool
leads_to_page(const struct link *link)
{
	return link->state == STATE_PAGE && link->target.n;
}

/* The link of an undeclared page to another. */
static void
add_link(struct version_draft *d, const struct link *link)
{
	if (!leads_to_page(link) || d->claims[CLAIM_HTML].p)
		return;
	d->links = x_grow(d->links, &d->links_cap, d->n_links + 1, sizeof(*d->links));
	d->links[d->n_links++] = keep(d, link->target);
}

static void
add_entry(struct version_draft *d, const struct link *link)
{
	if (!leads_to_page(link))
		return;
	d->entries = x_grow(d->entries, &d->entries_cap, d->n_entries + 1, sizeof(*d->entries));
	d->entries[d->n_entries++] = keep(d, link->target);
}

static void
read_nav(struct version_draft *d, const struct nav *nav)
{
	bool in_menu = nav->kind == NAV_MENU || nav->kind == NAV_FOOTER;

	if (nav->kind != NAV_LANGUAGE)
		add_label(d, nav->label, nav->at, false);
	for (const struct item *i = nav->first; i; i = item_next(i)) {
		if (nav->kind == NAV_LANGUAGE) {
			if (i->link.href.p)
				add_offer(d, (struct offer_draft){ .lang = i->label,
						 .href = i->link.href,
						 .target = i->link.target,
						 .at = i->link.at,
						 .state = i->link.state,
						 .from = OFFER_SWITCHER });
			continue;
		}
		add_label(d, i->label, i->link.at, in_menu);
		add_link(d, &i->link);
		if (in_menu)
			add_entry(d, &i->link);
	}
}

/* Each line of a part is a text of its own: a button, a notice. */
static void
read_part(struct version_draft *d, const struct part *part)
{
	for (size_t from = 0, end; from < part->text.n; from = end + 1) {
		size_t n = d->n_labels;
		struct str line;

		end = str_find_char(part->text, '\n', from);
		line = str_part(part->text, from, end);
		add_label(d, line, part->at, false);
		if (d->n_labels > n)
			d->labels[n].is_passage = is_passage(part, line);
	}
}

static void
read_regions(struct version_draft *d, const struct page *page)
{
	for (const struct region *r = page->regions; r; r = r->next) {
		if (r->kind == REGION_NAV)
			read_nav(d, &r->nav);
		else if (r->kind == REGION_PART)
			read_part(d, &r->part);
	}
}

static void
read_references(struct version_draft *d, const struct page *page)
{
	for (const struct alternate *v = page->alternates; v; v = v->next) {
		add_offer(d, (struct offer_draft){ .lang = v->lang,
				 .href = v->link.href,
				 .target = v->link.target,
				 .at = v->link.at,
				 .state = v->link.state,
				 .from = OFFER_HREFLANG,
				 .outside_head = v->outside_head });
	}
	for (const struct ref *r = page->refs; r; r = r->next) {
		add_link(d, &r->link);
		if (str_eq_nocase(r->rel, STR("canonical")) && r->link.state == STATE_PAGE)
			d->canonical = keep(d, r->link.target);
	}
}

/* What is to be expected before all pages are known, absent: anything. */
static struct str
expected_tag(struct version_draft *d)
{
	struct path_tag tags[PATH_TAGS];

	if (d->claims[CLAIM_HTML].p)
		return d->claims[CLAIM_HTML];
	if (path_tags(d->url.p ? d->url : d->path, tags))
		return tags[0].text;
	return (struct str){ 0 };
}

static const struct phrases *
phrases_of(struct late_phrases *late)
{
	const struct phrases *phrases;

	pthread_mutex_lock(&late->access);
	if (!late->read)
		late->read = phrases_new(true, NULL, 0);
	phrases = late->read;
	pthread_mutex_unlock(&late->access);
	return phrases;
}

void
late_phrases_free(struct late_phrases *late)
{
	phrases_free(late->read);
	pthread_mutex_destroy(&late->access);
}

static void
judge_stub(struct version_draft *d, struct late_phrases *phrases, const struct page *page)
{
	struct stub stub;

	d->is_stub = stub_page(phrases_of(phrases), &d->arena, page, &stub);
	d->stub = stub.at;
}

struct version_draft *
version_draft(struct late_phrases *phrases, const struct input_page *in)
{
	struct version_draft *d = x_calloc(1, sizeof(*d));
	const struct page *page = in->page;

	d->path = keep(d, page->path.p ? page->path : STR(""));
	d->url = keep(d, page->url);
	d->file = keep(d, in->file);
	d->line = in->line_number;
	d->title = keep(d, page->title);
	d->lang_declared = keep(d, page->lang_declared);
	d->claims[CLAIM_HTML] = keep_tag(d, page->lang.p ? page->lang : page->lang_declared);
	d->rewritten = page->url_from == URL_SAVER || page->url_from == URL_LAYOUT ||
	               page->url_from == URL_CANONICAL;
	d->tag = expected_tag(d);
	d->title_in = identify_label(page->title, d->tag);
	read_metas(d, page);
	read_references(d, page);
	read_regions(d, page);
	if (!d->claims[CLAIM_HTML].p)
		d->claims[CLAIM_MENU] = str_of(
		    identified_tag(identify_label(buffer_str(&d->menu), (struct str){ 0 })));
	fragments_read(page, d->tag, &d->fragments);
	d->claims[CLAIM_CONTENT] = keep_tag(d, d->fragments.declared);
	if (d->fragments.words <= MOST_OF_STUB)
		judge_stub(d, phrases, page);
	d->claims[CLAIM_BODY] = str_of(identified_tag(d->fragments.language));
	buffer_free(&d->menu);
	return d;
}

void
version_draft_free(struct version_draft *d)
{
	fragments_free(&d->fragments);
	free(d->offers);
	free(d->labels);
	free(d->links);
	free(d->entries);
	arena_free(&d->arena);
	free(d);
}
