/* xhtml.c - a body as XHTML. */
#include "xhtml.h"

#include "../page/kind_names.h"
#include "../page/written.h"
#include "pageline.h"
#include "xml.h"

const struct str xhtml_body_start = STR_INIT("<body xmlns=\"http://www.w3.org/1999/xhtml\">");
const struct str xhtml_body_end = STR_INIT("</body>");

/* Attributes that hold a URL or several. */
static const bool holds_url[N_ATTRS] = {
	[ATTR_ACTION] = true,
	[ATTR_BACKGROUND] = true,
	[ATTR_CITE] = true,
	[ATTR_DATA] = true,
	[ATTR_FORMACTION] = true,
	[ATTR_HREF] = true,
	[ATTR_LONGDESC] = true,
	[ATTR_POSTER] = true,
	[ATTR_SRC] = true,
	[ATTR_SRCSET] = true,
	[ATTR_USEMAP] = true,
};

static void
write_attr(struct buffer *out, const struct html_attr *attr)
{
	xml_attribute(
	    out, attr->key, attr->value.p ? attr->value : STR(""), holds_url[attr->name]);
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
	char *to = buffer_room(out, n->text.n + 3);

	*to++ = '<';
	*to++ = '/';
	to = copy_short(to, n->text);
	*to++ = '>';
	out->n = (size_t)(to - out->data);
}

/* An element's tags, but for the end tag where it has children. The elements around what is
 * written are HTML. */
static void
open_element(struct buffer *out, const struct html_node *n, bool outermost)
{
	uint8_t around =
	    outermost || n->parent->kind == HTML_DOCUMENT ? HTML_NS_HTML : n->parent->ns;
	char *to = buffer_room(out, n->text.n + 1);

	*to++ = '<';
	to = copy_short(to, n->text);
	out->n = (size_t)(to - out->data);
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

/* What stands below root. */
static void
write_inside(struct buffer *out, const struct html_node *root)
{
	const struct html_node *n = root->first;

	while (n) {
		if (n->kind == HTML_TEXT)
			xml_text(out, n->text);
		else if (n->kind == HTML_ELEMENT)
			open_element(out, n, false);
		if (n->first) {
			n = n->first;
			continue;
		}
		for (; n != root && !n->next; n = n->parent)
			if (n->parent != root)
				close_element(out, n->parent);
		n = n == root ? NULL : n->next;
	}
}

static void
open_in_place(void *context, const struct html_node *e)
{
	open_element(context, e, false);
}

static void
write_in_place(void *context, const struct html_node *n)
{
	if (n->kind == HTML_TEXT) {
		xml_text(context, n->text);
		return;
	}
	open_element(context, n, false);
	write_inside(context, n);
	if (n->first)
		close_element(context, n);
}

static void
close_in_place(void *context, const struct html_node *e)
{
	close_element(context, e);
}

struct body_sink
xhtml_sink(struct buffer *out, struct arena *unfinished)
{
	return (struct body_sink){ .arena = unfinished,
		.context = out,
		.open = open_in_place,
		.write = write_in_place,
		.close = close_in_place };
}

/* The body element, in the namespace of what is around it. */
static void
write_body(struct buffer *out, const struct html_node *body)
{
	buffer_add(out, STR("<body>"));
	if (body)
		write_inside(out, body);
	buffer_add(out, STR("</body>"));
}

void
xhtml_body(struct buffer *out, const struct html_node *body)
{
	buffer_add(out, xhtml_body_start);
	write_inside(out, body);
	buffer_add(out, xhtml_body_end);
}

void
xhtml_element(struct buffer *out, const struct html_node *e)
{
	open_element(out, e, true);
	write_inside(out, e);
	if (e->first)
		close_element(out, e);
}

static struct str
fact_value(const struct page *page, enum fact_kind kind)
{
	const struct fact *f = page_fact(page, kind);

	return f ? f->value : (struct str){ 0 };
}

static void
write_meta(struct buffer *out, const struct fact *f)
{
	if (!written_names[f->kind])
		return;
	buffer_add(out, STR("<meta"));
	xml_attribute(out, STR("name"), str_of(written_names[f->kind]), false);
	xml_attribute(out, STR("content"), f->value, false);
	xml_attribute(
	    out, STR("data-from"), str_of(kind_name(&fact_from_names, f->from)), false);
	buffer_add(out, STR("/>"));
}

void
xhtml_page(struct buffer *out, const struct page *page)
{
	buffer_add(out, STR("<html xmlns=\"http://www.w3.org/1999/xhtml\""));
	xml_attribute(out, STR("lang"), fact_value(page, FACT_LANGUAGE), false);
	xml_attribute(out, STR("dir"), fact_value(page, FACT_DIRECTION), false);
	xml_attribute(out, STR("data-path"), page->path, true);
	buffer_add(out, STR("><head><meta charset=\"UTF-8\"/><title>"));
	xml_text(out, fact_value(page, FACT_TITLE));
	buffer_add(out, STR("</title>"));
	if (page->url.n) {
		buffer_add(out, STR("<link rel=\"canonical\""));
		xml_attribute(out, STR("href"), page->url, true);
		buffer_add(out, STR("/>"));
	}
	for (const struct fact *f = page->facts; f; f = f->next)
		write_meta(out, f);
	buffer_add(out, STR("</head>"));
	write_body(out, page_main(page));
	buffer_add(out, STR("</html>"));
}
