/* sitemaps.c - the versions that sitemaps of a save offer. */
#include "sitemaps.h"

#include <libxml/xmlreader.h>

#include "../base/diagnostics.h"
#include "../stream/xml.h"

#define SITEMAP_NAMESPACE "http://www.sitemaps.org/schemas/sitemap/0.9"
#define XHTML_NAMESPACE   "http://www.w3.org/1999/xhtml"

enum { HEAD = 1024 }; /* bytes in which a sitemap says what it is */

/* One url element of a sitemap: its own address is the first of the alternates. */
struct entry {
	const struct scraper *scraper;
	struct versions *all;
	struct arena arena;
	struct resolver_memory memory;
	struct page page;
	struct alternate **end;
};

static void
start_entry(struct entry *e)
{
	arena_reset(&e->arena);
	e->page = (struct page){ 0 };
	e->end = &e->page.alternates;
}

static struct str
keep(struct entry *e, const xmlChar *s)
{
	return s ? str_trim(arena_str(&e->arena, str_of((const char *)s))) : (struct str){ 0 };
}

static void
add(struct entry *e, struct str lang, struct str href, int line)
{
	struct alternate *v = arena_zalloc(&e->arena, sizeof(*v));

	v->lang = lang;
	v->link.href = href;
	v->link.at.line = line > 0 ? (uint32_t)line : 0;
	*e->end = v;
	e->end = &v->next;
}

/* Where its addresses lead in the save, and what that says of versions. */
static void
end_entry(struct entry *e)
{
	const struct alternate *own = e->page.alternates;

	if (!e->page.url.n || !own)
		return;
	resolve_page(&e->scraper->resolver, &e->memory, &e->arena, NAME_NONE, &e->page);
	for (const struct alternate *v = own->next; v; v = v->next)
		versions_add_sitemap(e->all, own->link.target, v);
}

static bool
is(xmlTextReader *r, const char *name, const char *space)
{
	const xmlChar *n = xmlTextReaderConstLocalName(r),
		      *s = xmlTextReaderConstNamespaceUri(r);

	return n && s && strcmp((const char *)n, name) == 0 &&
	       strcmp((const char *)s, space) == 0;
}

static void
read_link(struct entry *e, xmlTextReader *r)
{
	xmlChar *lang = xmlTextReaderGetAttribute(r, (const xmlChar *)"hreflang");
	xmlChar *href = xmlTextReaderGetAttribute(r, (const xmlChar *)"href");

	if (lang && href)
		add(e, keep(e, lang), keep(e, href), xmlTextReaderGetParserLineNumber(r));
	xmlFree(lang);
	xmlFree(href);
}

static void
read_location(struct entry *e, xmlTextReader *r)
{
	xmlChar *text = xmlTextReaderReadString(r);

	e->page.url = keep(e, text);
	if (e->page.url.n && !e->page.alternates)
		add(e, (struct str){ 0 }, e->page.url, 0);
	xmlFree(text);
}

static void
read_node(struct entry *e, xmlTextReader *r)
{
	int type = xmlTextReaderNodeType(r);

	if (type == XML_READER_TYPE_END_ELEMENT && is(r, "url", SITEMAP_NAMESPACE))
		end_entry(e);
	if (type != XML_READER_TYPE_ELEMENT)
		return;
	if (is(r, "url", SITEMAP_NAMESPACE))
		start_entry(e);
	else if (is(r, "loc", SITEMAP_NAMESPACE) && e->end)
		read_location(e, r);
	else if (is(r, "link", XHTML_NAMESPACE) && e->end)
		read_link(e, r);
}

static void
ignore(
    void *context, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr l)
{
	(void)context, (void)message, (void)severity, (void)l;
}

static void
read_sitemap(struct entry *e, const char *path, struct str bytes)
{
	xmlTextReader *r;
	int more;

	xml_start();
	r = xmlReaderForMemory(bytes.p, (int)bytes.n, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	if (!r)
		return;
	xmlTextReaderSetErrorHandler(r, ignore, NULL);
	while ((more = xmlTextReaderRead(r)) == 1)
		read_node(e, r);
	if (more < 0)
		trouble(path, "the sitemap is not well-formed XML");
	xmlFreeTextReader(r);
}

static bool
is_sitemap(const char *path)
{
	char head[HEAD];
	struct str s = { head, HEAD };

	return load_head(path, false, head, &s.n) == 0 &&
	       str_find(s, STR(SITEMAP_NAMESPACE), 0) < s.n &&
	       str_find(s, STR("urlset"), 0) < s.n;
}

void
sitemaps_read(const struct scraper *scraper, struct versions *all)
{
	const struct save *save = scraper->resolver.save;
	struct entry e = { .scraper = scraper, .all = all };
	struct loader loader = { .limit = INT32_MAX };
	struct buffer path = { 0 };
	struct str bytes;

	for (uint32_t i = 0; save && i < save->names.n; i++) {
		struct str name = names_text(&save->names, i);

		if (names_is(&save->names, i, NAME_FOLDER | NAME_LINK | NAME_OUTWARD) ||
		    !(str_ends(name, STR(".xml")) || str_ends(name, STR(".xml.gz"))))
			continue;
		path.n = 0;
		save_open_path(save, i, &path);
		e.end = NULL;
		if (is_sitemap(path.data) && load_file(&loader, path.data, false, &bytes) == 0)
			read_sitemap(&e, path.data, bytes);
	}
	buffer_free(&path);
	loader_free(&loader);
	resolver_memory_free(&e.memory);
	arena_free(&e.arena);
}
