/* pageline_write.c - a page as one line of XML. */
#include "field.h"
#include "pageline.h"
#include "xhtml.h"
#include "xml.h"

#define DOCUMENT_START                                                                         \
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<site xmlns=\"" PAGE_NAMESPACE "\">\n"
#define DOCUMENT_END "</site>\n"

const struct str page_document_start = { DOCUMENT_START, sizeof(DOCUMENT_START) - 1 };
const struct str page_document_end = { DOCUMENT_END, sizeof(DOCUMENT_END) - 1 };

const char *const page_namespaces[HTML_NS_OTHER + 1] = {
	[HTML_NS_HTML] = "http://www.w3.org/1999/xhtml",
	[HTML_NS_SVG] = "http://www.w3.org/2000/svg",
	[HTML_NS_MATHML] = "http://www.w3.org/1998/Math/MathML",
	[HTML_NS_OTHER] = PAGE_NAMESPACE,
};

static void
write_empty(
    struct buffer *out, struct str start, const struct field *fields, const void *object)
{
	buffer_add(out, start);
	fields_write(out, fields, object);
	buffer_add(out, STR("/>"));
}

static void
write_head(struct buffer *out, const struct page *page)
{
	for (const struct fact *f = page->facts; f; f = f->next)
		write_empty(out, STR("<fact"), fact_fields, f);
	for (const struct meta *m = page->metas; m; m = m->next)
		write_empty(out, STR("<meta"), meta_fields, m);
	for (const struct alternate *a = page->alternates; a; a = a->next)
		write_empty(out, STR("<alternate"), alternate_fields, a);
	for (const struct anchor *a = page->anchors; a; a = a->next)
		write_empty(out, STR("<anchor"), anchor_fields, a);
	for (const struct ref *r = page->refs; r; r = r->next)
		write_empty(out, STR("<ref"), ref_fields, r);
}

static void
write_text(struct buffer *out, struct str text)
{
	if (!text.p)
		return;
	buffer_add(out, STR("<text>"));
	xml_text(out, text);
	buffer_add(out, STR("</text>"));
}

/* Everything of an item but its end tag; true when it has one. */
static bool
open_item(struct buffer *out, const struct item *i)
{
	buffer_add(out, STR("<item"));
	fields_write(out, item_fields, i);
	if (!i->text.p && !i->first) {
		buffer_add(out, STR("/>"));
		return false;
	}
	buffer_char(out, '>');
	write_text(out, i->text);
	if (i->first)
		return true;
	buffer_add(out, STR("</item>"));
	return false;
}

static void
write_items(struct buffer *out, const struct item *i)
{
	while (i) {
		if (open_item(out, i)) {
			i = i->first;
			continue;
		}
		for (; i && !i->next; i = i->parent)
			if (i->parent)
				buffer_add(out, STR("</item>"));
		if (i)
			i = i->next;
	}
}

static void
write_nav(struct buffer *out, const struct region *r)
{
	buffer_add(out, STR("<nav"));
	fields_write(out, nav_fields, r);
	if (!r->nav.text.p && !r->nav.first) {
		buffer_add(out, STR("/>"));
		return;
	}
	buffer_char(out, '>');
	write_text(out, r->nav.text);
	write_items(out, r->nav.first);
	buffer_add(out, STR("</nav>"));
}

static void
write_part(struct buffer *out, const struct region *r)
{
	buffer_add(out, STR("<part"));
	fields_write(out, part_fields, r);
	buffer_char(out, '>');
	xml_text(out, r->part.text);
	buffer_add(out, STR("</part>"));
}

static void
write_main(struct buffer *out, const struct page *page, const struct region *r)
{
	if (!page->main_xhtml.p) {
		xhtml_body(out, r->main);
		return;
	}
	buffer_add(out, xhtml_body_start);
	buffer_add(out, page->main_xhtml);
	buffer_add(out, xhtml_body_end);
}

/* References and what is beside the body take a little more than the source of both. */
size_t
page_line_room(const struct page *page)
{
	return page->main_xhtml.n ? page->main_xhtml.n + page->bytes + page->bytes / 4 : 0;
}

void
page_write(struct buffer *out, const struct page *page)
{
	buffer_add(out, STR("<page xmlns=\"" PAGE_NAMESPACE "\""));
	fields_write(out, page_fields, page);
	buffer_char(out, '>');
	write_head(out, page);
	for (const struct region *r = page->regions; r; r = r->next) {
		switch (r->kind) {
		case REGION_NAV: write_nav(out, r); break;
		case REGION_MAIN:
			buffer_add(out, STR("<main>"));
			write_main(out, page, r);
			buffer_add(out, STR("</main>"));
			break;
		case REGION_PART: write_part(out, r); break;
		}
	}
	buffer_add(out, STR("</page>\n"));
}
