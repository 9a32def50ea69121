/* metadata.h - what a page says of itself as a whole, and what says so. */
#ifndef PAGE_METADATA_H
#define PAGE_METADATA_H

#include "blocks.h"
#include "page.h"
#include "rules.h"

/* Fill in the page's facts, by kind (sites: what titles
 * call the site, ended by an absent one, or NULL), from the
 * first of these that answers: JSON-LD, meta elements, microdata, links by their rel, time
 * elements, the words of a byline. Needs the page's title, language and metas. */
void metadata_extract(struct arena *a, const struct blocks *b, const struct rules *rules,
    const struct str *sites, struct page *page);

/* Add to these the body that a page has in its data alone. */
void metadata_add_body(struct arena *a, struct str text, struct page *page);

/* metadata_title.c: the title of a page without the site's name, which stands at its start or
 * end: one of names (NULL-terminated by an absent slice), or what is left where headings and
 * their like, ended alike, say the rest. */
struct str title_without_site(
    struct str title, const struct str *names, const struct str *headings);

/* True when s says what one of the list does, letters and digits alone compared. */
bool title_is_one_of(struct str s, const struct str *list);

/* The last n of the segments that separators part a title into, the first -n where n is below
 * zero; absent where there are no more. */
struct str title_edge(struct str title, int n);

/* True when a heading has the start of the title in it, up to a separator or what is in
 * brackets, or is itself most of the title: it is that of its page. */
bool title_is_in(struct str title, struct str heading);

/* True when a heading begins with the words of the title and goes on. */
bool title_begins(struct str heading, struct str title);

/* metadata_data.c: the facts that JSON-LD states. say is called for each, in the order of
 * kinds; what a page's data says of other things than the page is left out. */
struct sayer {
	void (*say)(void *context, enum fact_kind kind, struct str value);
	void *context;
};
void data_facts(
    struct arena *a, const struct blocks *b, const struct sayer *to, struct str *headline);

#endif
