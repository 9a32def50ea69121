/* pageline_write.c - a page as one line of XML. */
#include "field.h"
#include "pageline.h"
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
write_fields(struct buffer *out, const struct field *fields, const void *object)
{
	char scratch[FIELD_SCRATCH];

	for (const struct field *f = fields; f->name.p; f++)
		xml_attribute(
		    out, f->name, field_value(f, object, scratch), f->type == FIELD_URL);
}

static void
write_empty(
    struct buffer *out, struct str start, const struct field *fields, const void *object)
{
	buffer_add(out, start);
	write_fields(out, fields, object);
	buffer_add(out, STR("/>"));
}

static void
write_head(struct buffer *out, const struct page *page)
{
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
	write_fields(out, item_fields, i);
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
	write_fields(out, nav_fields, r);
	if (!r->nav.text.p && !r->nav.first) {
		buffer_add(out, STR("/>"));
		return;
	}
	buffer_char(out, '>');
	write_text(out, r->nav.text);
	write_items(out, r->nav.first);
	buffer_add(out, STR("</nav>"));
}

/* True for attributes that hold a URL or several. */
static bool
holds_url(const struct html_attr *attr)
{
	switch (attr->name) {
	case ATTR_ACTION:
	case ATTR_BACKGROUND:
	case ATTR_CITE:
	case ATTR_DATA:
	case ATTR_FORMACTION:
	case ATTR_HREF:
	case ATTR_LONGDESC:
	case ATTR_POSTER:
	case ATTR_SRC:
	case ATTR_SRCSET:
	case ATTR_USEMAP: return true;
	default: return false;
	}
}

static void
write_attr(struct buffer *out, const struct html_attr *attr)
{
	xml_attribute(out, attr->key, attr->value.p ? attr->value : STR(""), holds_url(attr));
}

/* True for HTML elements that never have content (HTML 13.1.2): only these end in "/>", so that
 * a body is read alike as XML and as HTML. */
static bool
is_void(const struct html_node *n)
{
	switch (n->tag) {
	case TAG_AREA:
	case TAG_BASE:
	case TAG_BR:
	case TAG_COL:
	case TAG_EMBED:
	case TAG_HR:
	case TAG_IMG:
	case TAG_INPUT:
	case TAG_LINK:
	case TAG_META:
	case TAG_PARAM:
	case TAG_SOURCE:
	case TAG_TRACK:
	case TAG_WBR: return n->ns == HTML_NS_HTML;
	default: return n->ns != HTML_NS_HTML;
	}
}

static void
close_element(struct buffer *out, const struct html_node *n)
{
	buffer_add(out, STR("</"));
	buffer_add(out, n->text);
	buffer_char(out, '>');
}

/* A node's text, or its tags, but for the end tag where it has children. */
static void
open_node(struct buffer *out, const struct html_node *n, const struct html_node *main)
{
	uint8_t around = n->parent == main ? HTML_NS_HTML : n->parent->ns;

	if (n->kind == HTML_TEXT)
		xml_text(out, n->text);
	if (n->kind != HTML_ELEMENT)
		return;
	buffer_char(out, '<');
	buffer_add(out, n->text);
	if (n->ns != around)
		xml_attribute(out, STR("xmlns"), str_of(page_namespaces[n->ns]), false);
	for (uint32_t i = 0; i < n->n_attrs; i++)
		write_attr(out, &n->attrs[i]);
	if (!n->first && is_void(n)) {
		buffer_add(out, STR("/>"));
		return;
	}
	buffer_char(out, '>');
	if (!n->first)
		close_element(out, n);
}

static void
write_main(struct buffer *out, const struct html_node *main)
{
	const struct html_node *n = main->first;

	buffer_add(out, STR("<main><body xmlns=\"http://www.w3.org/1999/xhtml\">"));
	while (n) {
		open_node(out, n, main);
		if (n->first) {
			n = n->first;
			continue;
		}
		for (; n != main && !n->next; n = n->parent)
			if (n->parent != main)
				close_element(out, n->parent);
		n = n == main ? NULL : n->next;
	}
	buffer_add(out, STR("</body></main>"));
}

static void
write_part(struct buffer *out, const struct region *r)
{
	buffer_add(out, STR("<part"));
	write_fields(out, part_fields, r);
	buffer_char(out, '>');
	xml_text(out, r->part.text);
	buffer_add(out, STR("</part>"));
}

void
page_write(struct buffer *out, const struct page *page)
{
	buffer_add(out, STR("<page xmlns=\"" PAGE_NAMESPACE "\""));
	write_fields(out, page_fields, page);
	buffer_char(out, '>');
	write_head(out, page);
	for (const struct region *r = page->regions; r; r = r->next) {
		switch (r->kind) {
		case REGION_NAV: write_nav(out, r); break;
		case REGION_MAIN: write_main(out, r->main); break;
		case REGION_PART: write_part(out, r); break;
		}
	}
	buffer_add(out, STR("</page>\n"));
}
