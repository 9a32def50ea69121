/* grammar_read.c - the documents of a schema, and what refers to what in them. */
#include <libxml/parser.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "grammar_reading.h"
#include "schema.h"

#define SCHEMA_SPACE "http://www.w3.org/2001/XMLSchema"

static bool
is_called(const xmlNode *node, const char *name)
{
	return strcmp((const char *)node->name, name) == 0;
}

bool
is_schema_node(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && is_called(node, name) && node->ns &&
	       strcmp((const char *)node->ns->href, SCHEMA_SPACE) == 0;
}

/* True when a word stands in a list of words, with a space around each. */
static bool
lists(const char *list, const xmlChar *word)
{
	size_t n = strlen((const char *)word);

	for (const char *at = list; (at = strstr(at, (const char *)word)) != NULL; at++)
		if (at > list && at[-1] == ' ' && at[n] == ' ')
			return true;
	return false;
}

bool
has_only(const xmlNode *node, const char *attributes, const char *elements)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (a->ns || !lists(attributes, a->name) || (a->children && a->children->next))
			return false;
	for (const xmlNode *n = node->children; n; n = n->next)
		if (n->type == XML_ELEMENT_NODE && !is_schema_node(n, "annotation") &&
		    (!lists(elements, n->name) || !is_schema_node(n, (const char *)n->name)))
			return false;
	return true;
}

static xmlNode *
first_of(xmlNode *node)
{
	while (node && (node->type != XML_ELEMENT_NODE || is_schema_node(node, "annotation")))
		node = node->next;
	return node;
}

xmlNode *
inside(const xmlNode *node)
{
	return first_of(node->children);
}

xmlNode *
after(const xmlNode *node)
{
	return first_of(node->next);
}

struct str
said(const xmlNode *node, const char *attribute)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (!a->ns && strcmp((const char *)a->name, attribute) == 0)
			return a->children ? str_of((const char *)a->children->content)
			                   : STR("");
	return (struct str){ 0 };
}

const struct schema_document *
document_of(const struct schema_reading *r, const xmlNode *node)
{
	size_t i = 0;

	while (r->documents[i].doc != node->doc)
		i++;
	return &r->documents[i];
}

unsigned
grammar_space(const struct grammar *g, struct str space)
{
	for (unsigned i = 1; i <= g->n_spaces; i++)
		if (str_eq(g->spaces[i], space))
			return i;
	return 0;
}

/* The number of a namespace, added where it is new; 0 for none, and for one too many. */
static unsigned
add_space(struct grammar *g, struct str space)
{
	unsigned number = grammar_space(g, space);

	if (number || !space.n || g->n_spaces + 1 == MOST_SPACES)
		return number;
	g->spaces[++g->n_spaces] = arena_str(&g->arena, space);
	return g->n_spaces;
}

xmlNode *
referred(const struct schema_reading *r, const xmlNode *node, struct str name, const char *kind,
    struct str *builtin)
{
	size_t colon = str_find_char(name, ':', 0);
	struct str local = colon < name.n ? str_part(name, colon + 1, name.n) : name;
	char prefix[64];
	const xmlNs *ns;
	struct str space;

	if (!name.p || colon >= sizeof(prefix))
		return NULL;
	memcpy(prefix, name.p, colon < name.n ? colon : 0);
	prefix[colon < name.n ? colon : 0] = '\0';
	ns = xmlSearchNs(node->doc, (xmlNode *)node, *prefix ? (const xmlChar *)prefix : NULL);
	space = ns ? str_of((const char *)ns->href) : STR("");
	if (builtin && str_eq(space, STR(SCHEMA_SPACE)))
		*builtin = local;
	for (size_t i = 0; i < r->n_documents; i++) {
		const xmlNode *root = xmlDocGetRootElement(r->documents[i].doc);

		if (!str_eq(r->grammar->spaces[r->documents[i].space], space))
			continue;
		for (xmlNode *n = inside(root); n; n = after(n))
			if (is_called(n, kind) && str_eq(said(n, "name"), local))
				return n;
	}
	return NULL;
}

static bool read_document(struct schema_reading *r, const char *url);

/* Read what an include or import names, which stands beside the document. */
static bool
read_other(struct schema_reading *r, const xmlNode *node)
{
	size_t from = (size_t)(document_of(r, node) - r->documents);
	struct str place = said(node, "schemaLocation");
	struct buffer url = { 0 };
	bool good;

	if (!has_only(node, " namespace schemaLocation ", " "))
		return false;
	if (!place.p) /* its components are in another document, or are missed */
		return is_called(node, "import");
	if (memchr(place.p, ':', place.n) || str_starts(place, STR("/")))
		return false;
	buffer_printf(&url, "%.*s%.*s",
	    (int)(strrchr(r->documents[from].path, '/') + 1 - r->documents[from].path),
	    r->documents[from].path, (int)place.n, place.p);
	good = read_document(r, url.data);
	buffer_free(&url);
	return good;
}

static bool
read_top(struct schema_reading *r, struct schema_document *d)
{
	const xmlNode *root = xmlDocGetRootElement(d->doc);
	struct str form, space;

	if (!root || !is_schema_node(root, "schema") ||
	    !has_only(root, " targetNamespace elementFormDefault version ",
		" include import simpleType complexType group attributeGroup element "
		"attribute "))
		return false;
	form = said(root, "elementFormDefault");
	space = said(root, "targetNamespace");
	d->qualified = str_eq(form, STR("qualified"));
	d->space = add_space(r->grammar, space);
	if ((space.n && !d->space) || (form.p && !d->qualified))
		return false;
	for (const xmlNode *n = inside(root); n; n = after(n))
		if ((is_called(n, "include") || is_called(n, "import")) && !read_other(r, n))
			return false;
	return true;
}

static bool
read_document(struct schema_reading *r, const char *url)
{
	struct schema_document *d = &r->documents[r->n_documents];
	char *path = realpath(url, NULL);

	for (size_t i = 0; path && i < r->n_documents; i++)
		if (strcmp(path, r->documents[i].path) == 0) {
			free(path);
			return true;
		}
	if (!path || r->n_documents == MOST_DOCUMENTS) {
		free(path);
		return false;
	}
	*d = (struct schema_document){ .path = path, .doc = schema_document(r->path, path) };
	r->n_documents++;
	return d->doc && read_top(r, d);
}

/* Number the names of all elements and attributes that are declared in a tree, and those of
 * namespaces that wildcards name: tables are as wide as there are names. */
static bool
number_names(struct schema_reading *r, const struct schema_document *d, const xmlNode *node)
{
	struct grammar *g = r->grammar;
	bool good = true;

	for (const xmlNode *n = node->children; n && good; n = n->next) {
		struct str name, spaces, space;

		if (n->type != XML_ELEMENT_NODE || is_schema_node(n, "annotation"))
			continue;
		name = said(n, "name");
		if (is_schema_node(n, "element") && name.p)
			good = name_add(g, &g->elements,
			    d->qualified || is_called(n->parent, "schema") ? d->space : 0,
			    name);
		else if (is_schema_node(n, "attribute") && name.p)
			good = name_add(g, &g->attributes, 0, name);
		else if (is_schema_node(n, "any"))
			for (spaces = said(n, "namespace"); str_token(&spaces, &space);)
				name_add(g, &g->elements, add_space(g, space), STR("*"));
		good = good && number_names(r, d, n);
	}
	return good;
}

/* Find the type of each element at the top, and so all others. */
static void
read_types(struct schema_reading *r)
{
	for (size_t i = 0; i < r->n_documents; i++) {
		const struct schema_document *d = &r->documents[i];
		xmlNode *n = inside(xmlDocGetRootElement(d->doc));

		for (; n; n = after(n))
			if (is_called(n, "element"))
				r->grammar->roots[name_find(&r->grammar->elements, d->space,
				    said(n, "name"))] = (uint16_t)element_type_of(r, n);
	}
	element_types_read(r);
}

/* All of them are below the folder of the schema. */
static void
note_file(struct grammar *g, const char *schema, const char *path)
{
	size_t folder = (size_t)(strrchr(schema, '/') + 1 - schema);

	g->files[g->n_files++].name = arena_str(&g->arena, str_of(path + folder));
}

struct grammar *
grammar_new(const char *path)
{
	struct schema_reading r = { .grammar = x_calloc(1, sizeof(*r.grammar)) };
	char *real = realpath(path, NULL);
	bool good;

	r.path = real;
	r.grammar->n_types = 1; /* 0 is no type, and 1 the one that is not known */
	element_type_plain(r.grammar, TYPE_UNKNOWN, NULL);
	good = real && read_document(&r, real);
	for (size_t i = 0; i < r.n_documents && good; i++) {
		note_file(r.grammar, real, r.documents[i].path);
		good =
		    number_names(&r, &r.documents[i], xmlDocGetRootElement(r.documents[i].doc));
	}
	if (good)
		read_types(&r);
	for (size_t i = 0; i < r.n_documents; i++) {
		xmlFreeDoc(r.documents[i].doc);
		free(r.documents[i].path);
	}
	free(real);
	if (good)
		return r.grammar;
	grammar_free(r.grammar);
	return NULL;
}

void
grammar_free(struct grammar *g)
{
	if (!g)
		return;
	for (struct value_pattern *p = g->patterns; p; p = p->together)
		pattern_end(p);
	free(g->types);
	arena_free(&g->arena);
	free(g);
}
