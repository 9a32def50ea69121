/* validation.c - one XML document against one schema, in a streaming parse. */
#include "validation.h"

#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/xmlschemas.h>
#include <limits.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "complaint.h"
#include "xml.h"

enum { MOST_PROBLEMS = 100 };

/* What takes the events of the parse: the validator of an XML Schema, or, for RELAX NG, what
 * builds a tree to be validated in the end. */
struct sink {
	startElementNsSAX2Func start;
	endElementNsSAX2Func end;
	charactersSAXFunc characters;
	void *data;
};

struct run {
	const struct validation *v;
	xmlParserCtxt *ctxt;
	struct sink sink;
	struct xmlpath path;
	struct xml_tag_room room;
	struct buffer text; /* since the last tag: libxml2 appends runs by copying all before */
	int n_problems;
	bool stopped;
};

static void
stop(struct run *r)
{
	r->stopped = true;
	xmlStopParser(r->ctxt);
}

static void
tell(struct run *r, enum problem_kind kind, const struct place *place, struct str text)
{
	if (r->stopped)
		return;
	if (r->n_problems++ < MOST_PROBLEMS) {
		r->v->problem(r->v->context, kind, place, text);
		return;
	}
	r->v->problem(r->v->context, kind, place,
	    STR("more than 100 problems; the rest of this document is not looked at"));
	stop(r);
}

/* Where the parse stands. */
static struct place
place_now(struct run *r)
{
	struct place place = { .path = &r->path };

	place.at.line = (uint32_t)xmlSAX2GetLineNumber(r->ctxt);
	place.at.column = (uint32_t)xmlSAX2GetColumnNumber(r->ctxt);
	return place;
}

/* Refuse the document for a reason of our own. */
static void
refuse(struct run *r, struct str why)
{
	struct place place = place_now(r);

	tell(r, PROBLEM_XML, &place, why);
	stop(r);
}

static void
tell_error(struct run *r, enum problem_kind kind, const struct place *place, xmlError *error)
{
	struct buffer text = { 0 };

	if (!error->message || error->code == XML_ERR_NO_MEMORY)
		memory_exhausted();
	complaint_write(&text, error->message, error->code);
	tell(r, kind, place, buffer_str(&text));
	buffer_free(&text);
}

static void
ill_formed(void *context, xmlError *error)
{
	struct run *r = ((xmlParserCtxt *)context)->_private;
	struct place place = place_now(r);

	if (error->level == XML_ERR_WARNING)
		return;
	tell_error(r, PROBLEM_XML, &place, error);
	if (error->level == XML_ERR_FATAL || error->code == XML_WAR_UNDECLARED_ENTITY)
		stop(r);
}

static void
invalid(void *context, xmlError *error)
{
	struct place place = place_now(context);

	tell_error(context, PROBLEM_SCHEMA, &place, error);
}

static void
flush_text(struct run *r)
{
	if (r->text.n && !r->stopped)
		r->sink.characters(r->sink.data, (const xmlChar *)r->text.data, (int)r->text.n);
	r->text.n = 0;
}

static void
start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
    int n_spaces, const xmlChar **spaces, int n, int n_defaulted, const xmlChar **attributes)
{
	struct run *r = ((xmlParserCtxt *)context)->_private;
	struct xml_element e = { xml_tag_of(&r->room, name, space, n, attributes),
		{ .path = &r->path } };
	struct str source;

	if (r->stopped)
		return;
	flush_text(r);
	source = xml_tag_attribute(&e.tag, STR("at"));
	if (!source.p)
		source = xml_tag_attribute(&e.tag, STR("data-at"));
	xmlpath_enter(&r->path, e.tag.name, position_read(source));
	if (r->path.n > VALIDATION_DEPTH) {
		refuse(r, STR("elements nested more than 1024 deep"));
		return;
	}
	if (xmlDictSize(r->ctxt->dict) > VALIDATION_NAMES) {
		refuse(r, STR("more than 65536 different names"));
		return;
	}
	r->sink.start(
	    r->sink.data, name, prefix, space, n_spaces, spaces, n, n_defaulted, attributes);
	e.place = place_now(r);
	if (r->v->element && !r->stopped)
		r->v->element(r->v->context, &e);
}

static void
end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
	struct run *r = ((xmlParserCtxt *)context)->_private;

	if (r->stopped)
		return;
	flush_text(r);
	r->sink.end(r->sink.data, name, prefix, space);
	xmlpath_leave(&r->path);
}

static void
characters(void *context, const xmlChar *text, int n)
{
	struct run *r = ((xmlParserCtxt *)context)->_private;

	if (!r->stopped)
		buffer_add(&r->text, (struct str){ (const char *)text, (size_t)n });
}

/* An entity could grow without bound, or name a file. */
static void
entity_declared(void *context, const xmlChar *name, int type, const xmlChar *public_id,
    const xmlChar *system_id, xmlChar *content)
{
	(void)name, (void)type, (void)public_id, (void)system_id, (void)content;
	refuse(((xmlParserCtxt *)context)->_private, STR("entities cannot be declared"));
}

static const xmlSAXHandler handler = {
	.initialized = XML_SAX2_MAGIC,
	.startElementNs = start_element,
	.endElementNs = end_element,
	.characters = characters,
	.ignorableWhitespace = characters,
	.cdataBlock = characters,
	.entityDecl = entity_declared,
	.serror = ill_formed,
};

/* Number of attributes of the tag at *at, which is moved past it: of "=" outside of quotes. */
static size_t
count_attributes(struct str s, size_t *at)
{
	size_t n = 0;

	for (; *at < s.n && s.p[*at] != '>'; ++*at) {
		char c = s.p[*at];

		if (c == '"' || c == '\'')
			*at = str_find_char(s, c, *at + 1);
		n += c == '=';
	}
	return n;
}

/* True when a tag has more attributes than allowed. libxml2 compares each with all others of
 * its tag before it hands over any. */
static bool
is_crowded(struct str s)
{
	static const struct str skipped[][2] = { { { "<!--", 4 }, { "-->", 3 } },
		{ { "<![CDATA[", 9 }, { "]]>", 3 } }, { { "<?", 2 }, { "?>", 2 } } };
	size_t at = 0;

	while ((at = str_find_char(s, '<', at)) < s.n) {
		struct str rest = str_part(s, at, s.n);
		size_t i = 0;

		while (i < 3 && !str_starts(rest, skipped[i][0]))
			i++;
		if (i < 3)
			at = str_find(s, skipped[i][1], at);
		else if (!str_starts(rest, STR("<!")) &&
			 count_attributes(s, &at) > VALIDATION_ATTRIBUTES)
			return true;
		at += at < s.n;
	}
	return false;
}

static void
parse(struct run *r)
{
	*r->ctxt->sax = handler;
	xmlCtxtUseOptions(
	    r->ctxt, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOENT | XML_PARSE_BIG_LINES);
	xmlParseDocument(r->ctxt);
}

static void
validate_by_xsd(struct run *r, struct schema_copy *copy)
{
	xmlSAXHandler *sax = NULL;
	xmlSchemaSAXPlugStruct *plug;

	xmlSchemaSetValidStructuredErrors(copy->xsd_check, invalid, r);
	plug = xmlSchemaSAXPlug(copy->xsd_check, &sax, &r->sink.data);
	if (!plug)
		memory_exhausted();
	r->sink.start = sax->startElementNs;
	r->sink.end = sax->endElementNs;
	r->sink.characters = sax->characters;
	parse(r);
	xmlSchemaSAXUnplug(plug);
}

static uint32_t
index_of(const xmlNode *node)
{
	uint32_t index = 1;

	for (const xmlNode *n = node->prev; n; n = n->prev)
		index += n->type == XML_ELEMENT_NODE && xmlStrEqual(n->name, node->name);
	return index;
}

/* Set the path to that of a tree's node. */
static void
path_to(struct xmlpath *path, const xmlNode *node)
{
	const xmlNode *around[VALIDATION_DEPTH];
	size_t n = 0;

	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
		around[n++] = node;
	xmlpath_reset(path);
	while (n-- > 0)
		xmlpath_add(path, str_of((const char *)around[n]->name), index_of(around[n]),
		    (struct position){ 0 });
}

/* RELAX NG tells the node where a problem is; its column is not known. */
static void
invalid_node(void *context, xmlError *error)
{
	const xmlNode *node = error->node;
	struct run *r = context;
	struct place place = { .path = &r->path };

	if (node && node->type != XML_ELEMENT_NODE)
		node = node->parent;
	path_to(&r->path, node);
	place.at.line = node ? (uint32_t)xmlGetLineNo(node) : 0;
	tell_error(r, PROBLEM_SCHEMA, &place, error);
}

static void
validate_by_relaxng(struct run *r, struct schema_copy *copy)
{
	r->sink = (struct sink){ xmlSAX2StartElementNs, xmlSAX2EndElementNs, xmlSAX2Characters,
		r->ctxt };
	xmlSAX2StartDocument(r->ctxt);
	if (!r->ctxt->myDoc)
		memory_exhausted();
	r->ctxt->myDoc->dict = r->ctxt->dict; /* which its names are in */
	xmlDictReference(r->ctxt->dict);
	parse(r);
	if (!r->stopped && r->ctxt->wellFormed) {
		xmlRelaxNGSetValidStructuredErrors(copy->relaxng_check, invalid_node, r);
		xmlRelaxNGValidateDoc(copy->relaxng_check, r->ctxt->myDoc);
	}
}

void
schema_validate(struct schema *s, struct str xml, const struct validation *v)
{
	struct run r = { .v = v };
	struct schema_copy *copy;
	struct place start = { { 1, 1 }, &r.path };

	xml_start();
	if (!xml.n || xml.n > INT_MAX || is_crowded(xml)) {
		v->problem(v->context, PROBLEM_XML, &start,
		    !xml.n            ? STR("empty document")
		    : xml.n > INT_MAX ? STR("document of 2 GB or more")
				      : STR("element with more than 1024 attributes"));
		return;
	}
	copy = schema_take(s);
	r.ctxt = xmlCreateMemoryParserCtxt(xml.p, (int)xml.n);
	if (!r.ctxt)
		memory_exhausted();
	r.ctxt->_private = &r;
	if (copy->xsd)
		validate_by_xsd(&r, copy);
	else
		validate_by_relaxng(&r, copy);
	xmlFreeDoc(r.ctxt->myDoc); /* of a document type there is one for XML Schema too */
	xmlFreeParserCtxt(r.ctxt);
	schema_give(s, copy);
	xmlpath_free(&r.path);
	xml_tag_room_free(&r.room);
	buffer_free(&r.text);
}
