/* pageline_read.c - a page from a line of XML: by the fast reader where it is written as ours
 * are, else, and to say what is wrong, by a SAX parse of libxml2. Depth costs no stack. */
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>

#include "../base/memory.h"
#include "canonical.h"
#include "pageline.h"
#include "pageline_reader.h"
#include "xml.h"

int
reader_fail(struct reader *r, const char *format, ...)
{
	char text[512];
	struct str s = { text, 0 };
	va_list ap;

	if (r->error.p)
		return -1;
	va_start(ap, format);
	vsnprintf(text, sizeof(text), format, ap);
	va_end(ap);
	for (; text[s.n]; s.n++)
		if ((unsigned char)text[s.n] < 0x20)
			text[s.n] = ' ';
	s.n = utf8_valid_prefix(s);
	r->error = arena_str(r->arena, str_trim(s));
	if (!r->ctxt)
		return -1;
	r->at.line = (uint32_t)xmlSAX2GetLineNumber(r->ctxt);
	r->at.column = (uint32_t)xmlSAX2GetColumnNumber(r->ctxt);
	xmlStopParser(r->ctxt);
	return -1;
}

static void
start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
    int n_spaces, const xmlChar **spaces, int n, int n_defaulted, const xmlChar **attributes)
{
	struct reader *r = context;
	struct xml_tag t;

	(void)prefix, (void)n_spaces, (void)spaces, (void)n_defaulted;
	if (r->error.p)
		return;
	t = xml_tag_of(&r->room, name, space, n, attributes);
	reader_start(r, &t);
}

static void
end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
	struct reader *r = context;

	(void)name, (void)prefix, (void)space;
	if (!r->error.p)
		reader_end(r);
}

static void
characters(void *context, const xmlChar *text, int n)
{
	struct reader *r = context;

	if (!r->error.p)
		reader_characters(r, (struct str){ (const char *)text, (size_t)n });
}

/* A document type could define entities that grow without bound. */
static void
document_type(
    void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	(void)name, (void)public_id, (void)system_id;
	reader_fail(context, "a page has no document type");
}

static void
xml_error(void *context, xmlError *error)
{
	if (error->level != XML_ERR_WARNING)
		reader_fail(context, "not well-formed: %s", error->message);
}

static const xmlSAXHandler handler = {
	.initialized = XML_SAX2_MAGIC,
	.startElementNs = start_element,
	.endElementNs = end_element,
	.characters = characters,
	.ignorableWhitespace = characters,
	.cdataBlock = characters,
	.internalSubset = document_type,
	.serror = xml_error,
};

static void
parse(struct reader *r, struct str xml)
{
	xml_start();
	r->ctxt = xmlCreateMemoryParserCtxt(xml.p, (int)xml.n);
	if (!r->ctxt)
		memory_exhausted();
	/* NOENT, or an attribute's &amp; comes as "&#38;"; without a document type there are no
	 * other entities. */
	xmlCtxtUseOptions(r->ctxt, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOENT);
	*r->ctxt->sax = handler;
	r->ctxt->userData = r;
	xmlParseDocument(r->ctxt);
	xmlFreeParserCtxt(r->ctxt);
}

/* canonical_listener: start */
static bool
canonical_start(void *context, const struct xml_tag *tag, const char *until)
{
	struct reader *r = context;

	(void)until;
	reader_start(r, tag);
	return !r->error.p;
}

static bool
canonical_text(void *context, struct str text)
{
	struct reader *r = context;

	reader_characters(r, text);
	return !r->error.p;
}

static bool
canonical_end(void *context)
{
	reader_end(context);
	return true;
}

static struct reader
reader_of(struct arena *a, struct page *page)
{
	*page = (struct page){ 0 };
	return (struct reader){
		.arena = a,
		.page = page,
		.at = { 1, 1 },
		.facts = &page->facts,
		.metas = &page->metas,
		.alternates = &page->alternates,
		.anchors = &page->anchors,
		.refs = &page->refs,
		.regions = &page->regions,
	};
}

/* Read a page that is written as ours are; false where it is not, or is no page. */
static bool
read_canonical(struct reader *r, struct str xml)
{
	const struct canonical_listener listener = { r, canonical_start, canonical_text,
		canonical_end };

	return canonical_read(xml, &listener);
}

int
page_read(
    struct arena *a, struct str xml, struct page *page, struct str *error, struct position *at)
{
	struct reader r = reader_of(a, page);

	if (!read_canonical(&r, xml)) {
		buffer_free(&r.text);
		r = reader_of(a, page);
		if (!xml.n)
			r.error = STR("empty");
		else if (xml.n > INT_MAX)
			r.error = STR("a page of 2 GB or more");
		else
			parse(&r, xml);
	}
	buffer_free(&r.text);
	xml_tag_room_free(&r.room);
	*error = r.error;
	*at = r.at;
	return r.error.p ? -1 : 0;
}
