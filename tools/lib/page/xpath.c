/* xpath.c - elements of a page by XPath 1.0. */
#include "xpath.h"

#include <libxml/xpathInternals.h>
#include <stdlib.h>

#include "../base/memory.h"

/* libxml2 would say on standard error what it thinks of an expression. */
static void
ignore(void *context, xmlError *error)
{
	(void)context;
	(void)error;
}

static xmlXPathContext *
context_new(xmlDoc *doc)
{
	xmlXPathContext *c = xmlXPathNewContext(doc);

	if (!c)
		memory_exhausted();
	c->error = ignore;
	return c;
}

bool
xpath_is_valid(const char *expression)
{
	xmlXPathContext *c = context_new(NULL);
	xmlXPathCompExpr *e = xmlXPathCtxtCompile(c, (const xmlChar *)expression);

	xmlXPathFreeCompExpr(e);
	xmlXPathFreeContext(c);
	return e;
}

/* A name or value as libxml2 wants it, malloc'ed. */
static xmlChar *
text_of(struct str s)
{
	xmlChar *text = xmlStrndup((const xmlChar *)(s.p ? s.p : ""), (int)s.n);

	if (!text)
		memory_exhausted();
	return text;
}

static void
copy_attributes(const struct html_node *e, xmlNode *to)
{
	for (uint32_t i = 0; i < e->n_attrs; i++) {
		xmlChar *name = text_of(e->attrs[i].key), *value = text_of(e->attrs[i].value);

		if (!xmlHasProp(to, name))
			xmlNewProp(to, name, value);
		xmlFree(name);
		xmlFree(value);
	}
}

static xmlNode *
copy(const struct html_node *n, xmlDoc *doc)
{
	xmlChar *text = text_of(n->text);
	xmlNode *to = n->kind == HTML_ELEMENT ? xmlNewDocNode(doc, NULL, text, NULL)
	                                      : xmlNewDocText(doc, text);

	xmlFree(text);
	if (!to)
		memory_exhausted();
	if (n->kind == HTML_ELEMENT)
		copy_attributes(n, to);
	to->_private = (void *)n;
	return to;
}

/* The page as libxml2 has documents, each node with the one it stands for. */
static xmlDoc *
document_of(const struct blocks *b)
{
	const struct html_node *root = b->at[0].node;
	xmlNode **made = x_calloc(b->n, sizeof(*made));
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");

	if (!doc)
		memory_exhausted();
	for (const struct html_node *n = root; n; n = html_next(n, root)) {
		xmlNode *to;

		if (n->kind != HTML_ELEMENT && n->kind != HTML_TEXT)
			continue;
		to = copy(n, doc);
		if (n->kind == HTML_ELEMENT)
			made[n->mark - 1] = to;
		if (n == root) {
			xmlDocSetRootElement(doc, to);
			continue;
		}
		to->parent = made[n->parent->mark - 1];
		to->prev = to->parent->last;
		if (to->prev)
			to->prev->next = to;
		else
			to->parent->children = to;
		to->parent->last = to;
	}
	free(made);
	return doc;
}

struct xpath_page {
	const struct blocks *blocks;
	xmlDoc *doc;
	xmlXPathContext *context;
};

struct xpath_page *
xpath_page_new(const struct blocks *b)
{
	struct xpath_page *page = x_malloc(sizeof(*page));

	page->blocks = b;
	page->doc = b->n ? document_of(b) : NULL;
	page->context = context_new(page->doc);
	return page;
}

void
xpath_page_free(struct xpath_page *page)
{
	xmlXPathFreeContext(page->context);
	xmlFreeDoc(page->doc);
	free(page);
}

void
xpath_each(struct xpath_page *page, const char *expression,
    void (*found)(void *context, struct block *b), void *context)
{
	xmlXPathObject *o =
	    page->doc ? xmlXPathEval((const xmlChar *)expression, page->context) : NULL;

	if (o && o->type == XPATH_NODESET && o->nodesetval) {
		xmlXPathNodeSetSort(o->nodesetval);
		for (int i = 0; i < o->nodesetval->nodeNr; i++) {
			const xmlNode *n = o->nodesetval->nodeTab[i];

			if (n->type == XML_ELEMENT_NODE)
				found(context, block_of(page->blocks, n->_private));
		}
	}
	xmlXPathFreeObject(o);
}

static void
keep_first(void *context, struct block *b)
{
	struct block **first = context;

	if (!*first)
		*first = b;
}

struct block *
xpath_first(const char *expression, const struct blocks *b)
{
	struct xpath_page *page = xpath_page_new(b);
	struct block *first = NULL;

	xpath_each(page, expression, keep_first, &first);
	xpath_page_free(page);
	return first;
}
