/* outline.c - what pages refer to and can be referred to by is the same from their outline as
 * from their tree: on tag soup made at random and, of the files named, on these and on parts of
 * them put together anew.
 *
 * usage: outline [FILE...] */
#include "html/html.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "page/extract.h"
#include "page/head.h"
#include "page/references.h"
#include "stream/load.h"
#include "stream/saver.h"
#include "tap.h"

enum { SOUPS = 60000, SOUP_TAGS = 24, MIXES = 8, MIX_CUTS = 6 };

static uint32_t state = 1;

static uint32_t
chance(uint32_t n)
{
	state = state * 1664525 + 1013904223;
	return (state >> 8) % n;
}

static void
list_link(struct buffer *list, const char *what, struct str element, struct str attribute,
    const struct link *link)
{
	buffer_printf(list, "%s %.*s %.*s '%.*s' %u:%u%c", what, (int)element.n, element.p,
	    (int)attribute.n, attribute.p, (int)link->href.n, link->href.p, link->at.line,
	    link->at.column, '\0');
}

/* Write down what a page is to the check of links, each thing with a NUL behind. */
static void
list_page(const struct page *page, const struct saver *saver, struct buffer *list)
{
	buffer_printf(list, "page '%.*s' %.*s %.*s '%.*s' '%.*s'%c", (int)page->title.n,
	    page->title.p, (int)page->lang.n, page->lang.p, (int)page->charset.n,
	    page->charset.p, (int)saver->url.n, saver->url.p, (int)saver->canonical.n,
	    saver->canonical.p, '\0');
	for (const struct ref *r = page->refs; r; r = r->next)
		list_link(list, r->alt.p ? "image" : "ref", r->element, r->attribute, &r->link);
	for (const struct alternate *a = page->alternates; a; a = a->next)
		list_link(list, a->outside_head ? "body" : "head", a->lang, STR(""), &a->link);
	for (const struct anchor *a = page->anchors; a; a = a->next)
		buffer_printf(list, "anchor %u '%.*s' %u:%u%c", (unsigned)a->from,
		    (int)a->name.n, a->name.p, a->at.line, a->at.column, '\0');
	for (const struct meta *m = page->metas; m; m = m->next)
		buffer_printf(list, "meta %.*s '%.*s'%c", (int)m->name.n, m->name.p,
		    (int)m->content.n, m->content.p, '\0');
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The same as page_outline(), of a whole tree. */
static void
read_tree(struct arena *a, const struct html_document *doc, struct page *page)
{
	struct position_finder where = { .text = doc->text, .arena = a };
	struct references references = { .arena = a, .where = &where };

	*page = (struct page){ 0 };
	references_start(&references, page);
	for (const struct html_node *e = doc->root; e; e = html_next(e, doc->root))
		if (e->kind == HTML_ELEMENT)
			references_meet(&references, e);
	head_extract(a, doc, NULL, &where, page);
}

/* What a page says of references, in the order of bytes: trees move elements about. */
static struct buffer
read_page(struct str bytes, bool outline)
{
	static const struct html_options whole;
	struct buffer list = { 0 }, sorted = { 0 };
	struct arena arena = { 0 };
	struct html_document doc;
	struct saver saver;
	struct page page;
	const char **rows;
	size_t n = 0;

	if (outline) {
		page_outline(
		    &arena, bytes, &(struct html_options){ 0 }, WANT_REFS, 0, &doc, &page);
	} else {
		html_parse(&arena, bytes, &whole, &doc);
		read_tree(&arena, &doc, &page);
	}
	saver_read(&arena, &doc, &saver);
	list_page(&page, &saver, &list);
	rows = arena_alloc(&arena, list.n * sizeof(*rows));
	for (size_t at = 0; at < list.n; at += strlen(list.data + at) + 1)
		rows[n++] = list.data + at;
	qsort(rows, n, sizeof(*rows), compare);
	for (size_t i = 0; i < n; i++)
		buffer_printf(&sorted, "%s\n", rows[i]);
	buffer_free(&list);
	arena_free(&arena);
	return sorted;
}

/* True when both ways agree; else the page and what they say is shown. */
static bool
agrees(struct str bytes)
{
	struct buffer tree = read_page(bytes, false), outline = read_page(bytes, true);
	bool same = str_eq(buffer_str(&tree), buffer_str(&outline));

	if (!same)
		printf("page:\n%.*s\ntree:\n%.*sand outline:\n%.*s", (int)bytes.n, bytes.p,
		    (int)tree.n, tree.data, (int)outline.n, outline.data);
	buffer_free(&tree);
	buffer_free(&outline);
	return same;
}

static struct str
soup(struct buffer *b)
{
	static const char *const names[] = { "a", "a", "p", "div", "b", "i", "table", "table",
		"tr", "td", "th", "caption", "colgroup", "col", "tbody", "thead", "select",
		"option", "optgroup", "input", "form", "form", "svg", "path", "use", "title",
		"desc", "foreignObject", "style", "script", "textarea", "iframe", "noscript",
		"noframes", "object", "marquee", "template", "math", "mi", "frameset", "frame",
		"html", "head", "body", "meta", "link", "base", "image", "img", "button",
		"nobr", "li", "h1", "xmp", "plaintext", "selectedcontent", "pre", "unknown-tag",
		"hr", "br", "ruby", "rt", "map", "noembed", "applet", "font" };
	static const char *const texts[] = { " ", "x", "&amp;",
		"<!-- Saved from http://h/c at x using monolith -->",
		"<![CDATA[ <a href=c> ]]>", "<", "</>", "</ x>", "<!-->", "\n",
		"<?php <a href=p> ?>", "<a href='un" };
	static const char *const attrs[] = { " href=u%u", " id=\"i%u\"", " src='s%u'",
		" name=n%u", " class='>' title=\"<a href=t>\"", " class=\"<a href=k%u>\"",
		" style='background: url(%u)'", " hreflang=en rel=alternate href=h%u",
		" color=red", " type=hidden", " content=c%u name=m", " xlink:href=x%u",
		" data-id=d%u", " = href=e%u", " alt=''", " role=none", " aria-hidden=true",
		" ALT", " rel=\"x stylesheet\"", " Id='&amp;I%u\r\n'" };
	uint32_t n = 1 + chance(SOUP_TAGS);

	b->n = 0;
	if (chance(2))
		buffer_printf(b, "<!DOCTYPE html><title>t</title><body>");
	while (n--) {
		const char *name = names[chance(sizeof(names) / sizeof(names[0]))];

		if (chance(8) == 0)
			buffer_add(b, str_of(texts[chance(sizeof(texts) / sizeof(texts[0]))]));
		buffer_printf(b, chance(3) ? "<%s" : "</%s", name);
		for (uint32_t k = chance(3); k > 0; k--) {
			const char *attr = attrs[chance(sizeof(attrs) / sizeof(attrs[0]))];
			size_t at = str_find(str_of(attr), STR("%u"), 0);

			buffer_add(b, str_part(str_of(attr), 0, at));
			if (attr[at])
				buffer_printf(b, "%u%s", n, attr + at + 2);
		}
		buffer_add(b, chance(9) ? STR(">") : STR("/>"));
	}
	return buffer_str(b);
}

/* The page with parts of it moved about. */
static struct str
mix(struct str page, struct buffer *b)
{
	b->n = 0;
	for (int i = 0; i < MIX_CUTS; i++) {
		size_t from = chance((uint32_t)page.n), to = from + chance((uint32_t)page.n);

		buffer_add(b, str_part(page, from, to));
	}
	return buffer_str(b);
}

static void
check_file(struct loader *l, const char *file)
{
	struct buffer b = { 0 };
	struct str page;
	bool good;

	if (load_file(l, file, true, &page) == -1) {
		ok(false, "%s", file);
		return;
	}
	good = agrees(page);
	for (int i = 0; i < MIXES && page.n && good; i++)
		good = agrees(mix(page, &b));
	ok(good, "%s", file);
	buffer_free(&b);
}

int
main(int argc, char **argv)
{
	struct loader loader = { .limit = 1 << 26 };
	struct buffer b = { 0 };
	bool good = true;

	for (int i = 0; i < SOUPS && good; i++)
		good = agrees(soup(&b));
	ok(good, "%d pages of tag soup", SOUPS);
	for (int i = 1; i < argc; i++)
		check_file(&loader, argv[i]);
	buffer_free(&b);
	loader_free(&loader);
	return tap_end();
}
