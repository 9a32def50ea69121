/* schema.c - schemas for XML documents, compiled by libxml2. */
#include "schema.h"

#include <errno.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/xmlschemas.h>
#include <pthread.h>
#include <stdlib.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "complaint.h"
#include "xml.h"

struct schema {
	char *path;             /* absolute */
	pthread_mutex_t access; /* to waiting */
	struct schema_copy *waiting;
};

/* The path of the schema that this thread compiles just now, NULL: none. libxml2 hands its
 * loader of files no context that could say so. */
static _Thread_local const char *compiling;

/* True for a path in the folder of the schema or below it. */
static bool
may_load(const char *path)
{
	size_t folder = (size_t)(strrchr(compiling, '/') + 1 - compiling);
	char *real = realpath(path, NULL);
	bool may = real && strncmp(real, compiling, folder) == 0;

	free(real);
	return may;
}

/* What libxml2 opens files with: nothing but what schemas include, and never the network. */
static xmlParserInput *
load(const char *url, const char *id, xmlParserCtxt *ctxt)
{
	(void)id;
	if (!compiling || !url)
		return NULL;
	if (!may_load(url)) {
		trouble(compiling, "'%s' is not read: it is no file below the schema's folder",
		    url);
		return NULL;
	}
	return xmlNewInputFromFile(ctxt, url);
}

static pthread_once_t prepared = PTHREAD_ONCE_INIT;

static void
forbid_loading(void)
{
	xml_start();
	xmlSetExternalEntityLoader(load);
}

/* Say what is wrong with the schema itself. */
static void
complain(void *context, xmlError *error)
{
	struct buffer text = { 0 };

	(void)context;
	if (error->level == XML_ERR_WARNING)
		return;
	complaint_write(&text, error->message ? error->message : "unknown error", error->code);
	trouble(compiling, "line %d: %.*s", error->line, (int)text.n, text.data);
	buffer_free(&text);
}

static void
compile_xsd(struct schema_copy *copy)
{
	xmlSchemaParserCtxt *ctxt = xmlSchemaNewDocParserCtxt(copy->doc);

	if (!ctxt)
		memory_exhausted();
	xmlSchemaSetParserStructuredErrors(ctxt, complain, NULL);
	copy->xsd = xmlSchemaParse(ctxt);
	xmlSchemaFreeParserCtxt(ctxt);
	if (copy->xsd)
		copy->xsd_check = xmlSchemaNewValidCtxt(copy->xsd);
}

static void
compile_relaxng(struct schema_copy *copy)
{
	xmlRelaxNGParserCtxt *ctxt = xmlRelaxNGNewDocParserCtxt(copy->doc);

	if (!ctxt)
		memory_exhausted();
	xmlRelaxNGSetParserStructuredErrors(ctxt, complain, NULL);
	copy->relaxng = xmlRelaxNGParse(ctxt);
	xmlRelaxNGFreeParserCtxt(ctxt);
	if (copy->relaxng)
		copy->relaxng_check = xmlRelaxNGNewValidCtxt(copy->relaxng);
}

static void
copy_free(struct schema_copy *copy)
{
	if (!copy)
		return;
	xmlSchemaFreeValidCtxt(copy->xsd_check);
	xmlSchemaFree(copy->xsd);
	xmlRelaxNGFreeValidCtxt(copy->relaxng_check);
	xmlRelaxNGFree(copy->relaxng);
	xmlFreeDoc(copy->doc);
	free(copy);
}

static bool
is_root(const xmlDoc *doc, const char *space)
{
	const xmlNode *root = xmlDocGetRootElement(doc);

	return root && root->ns && strcmp((const char *)root->ns->href, space) == 0;
}

/* Read and compile the schema at path, or return NULL after trouble. */
static struct schema_copy *
compile(const char *path)
{
	struct schema_copy *copy = x_calloc(1, sizeof(*copy));

	pthread_once(&prepared, forbid_loading);
	compiling = path;
	xmlSetStructuredErrorFunc(NULL, complain);
	copy->doc = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
	if (copy->doc && is_root(copy->doc, "http://www.w3.org/2001/XMLSchema"))
		compile_xsd(copy);
	else if (copy->doc && is_root(copy->doc, "http://relaxng.org/ns/structure/1.0"))
		compile_relaxng(copy);
	else if (copy->doc)
		trouble(path, "neither an XML Schema nor a RELAX NG schema");
	xmlSetStructuredErrorFunc(NULL, NULL);
	compiling = NULL;
	if (copy->xsd_check || copy->relaxng_check)
		return copy;
	copy_free(copy);
	return NULL;
}

xmlDoc *
schema_document(const char *path, const char *file)
{
	xmlDoc *doc = NULL;

	pthread_once(&prepared, forbid_loading);
	compiling = path;
	if (may_load(file))
		doc = xmlReadFile(file, NULL,
		    XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_COMPACT | XML_PARSE_NOBLANKS |
			XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	compiling = NULL;
	return doc;
}

struct schema *
schema_new(const char *path, bool later)
{
	struct schema *s;
	char *real = realpath(path, NULL);

	if (!real) {
		trouble(path, "%s", strerror(errno));
		return NULL;
	}
	s = x_calloc(1, sizeof(*s));
	s->path = real;
	pthread_mutex_init(&s->access, NULL);
	s->waiting = later ? NULL : compile(real);
	if (s->waiting || later)
		return s;
	trouble(path, "no schema that can be used");
	schema_free(s);
	return NULL;
}

void
schema_free(struct schema *s)
{
	if (!s)
		return;
	while (s->waiting) {
		struct schema_copy *copy = s->waiting;

		s->waiting = copy->next;
		copy_free(copy);
	}
	pthread_mutex_destroy(&s->access);
	free(s->path);
	free(s);
}

struct schema_copy *
schema_take(struct schema *s)
{
	struct schema_copy *copy;

	pthread_mutex_lock(&s->access);
	copy = s->waiting;
	if (copy)
		s->waiting = copy->next;
	pthread_mutex_unlock(&s->access);
	if (!copy)
		copy = compile(s->path);
	if (!copy)
		die("%s: no schema that can be used, or it changed while in use", s->path);
	return copy;
}

void
schema_give(struct schema *s, struct schema_copy *copy)
{
	pthread_mutex_lock(&s->access);
	copy->next = s->waiting;
	s->waiting = copy;
	pthread_mutex_unlock(&s->access);
}
