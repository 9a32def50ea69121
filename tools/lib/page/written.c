/* written.c - pages that a body writer made. */
#include "written.h"

#include "body.h"
#include "kind_names.h"

const char *const written_names[] = {
	[FACT_TITLE] = NULL,
	[FACT_AUTHOR] = "author",
	[FACT_PUBLISHED] = "dcterms.issued",
	[FACT_MODIFIED] = "dcterms.modified",
	[FACT_DESCRIPTION] = "description",
	[FACT_LANGUAGE] = NULL,
	[FACT_DIRECTION] = NULL,
	[FACT_SECTION] = "article:section",
	[FACT_TAG] = "article:tag",
	[FACT_LICENCE] = "dcterms.license",
	[FACT_SITE] = "application-name",
	[FACT_BODY] = NULL,
};

static struct str
value_of(const struct html_node *e, struct str key)
{
	for (uint32_t i = 0; i < e->n_attrs; i++)
		if (str_eq(e->attrs[i].key, key))
			return e->attrs[i].value;
	return (struct str){ 0 };
}

/* True for an attribute that any element keeps, or this one by its rule. */
static bool
is_kept(const struct element_rule *rule, const struct html_attr *attr)
{
	static const uint16_t always[] = { ATTR_ID, ATTR_LANG, ATTR_DIR, ATTR_TITLE };

	for (size_t i = 0; i < sizeof(always) / sizeof(always[0]); i++)
		if (attr->name == always[i])
			return true;
	for (size_t i = 0; i < RULE_ATTRIBUTES && rule->attrs[i]; i++)
		if (attr->name == rule->attrs[i])
			return true;
	return false;
}

/* True for an element that comes out of cleaning as it went in. */
static bool
is_clean(const struct html_node *e)
{
	const struct element_rule *rule = element_rule(e);

	if (e->ns == HTML_NS_MATHML)
		return true;
	if (e->ns != HTML_NS_HTML)
		return false;
	if (e->tag == TAG_SPAN || e->tag == TAG_DIV)
		rule = &wrapper_span;
	else if (rule->becomes != e->tag || rule->fate == FATE_DROP)
		return false;
	for (uint32_t i = 0; i < e->n_attrs; i++)
		if (!is_kept(rule, &e->attrs[i]))
			return false;
	return true;
}

struct block *
written_body(const struct blocks *b)
{
	struct block *body = NULL;

	if (!value_of(b->at[0].node, STR("data-path")).p)
		return NULL;
	for (uint32_t i = 1; i < b->n; i++)
		if (body && !is_clean(b->at[i].node))
			return NULL;
		else if (block_is(&b->at[i], TAG_BODY))
			body = &b->at[i];
	return body;
}

static void
add_fact(struct arena *a, struct fact ***end, enum fact_kind kind, int from, struct str value)
{
	struct fact *f;

	if (!value.n || from < 0)
		return;
	f = arena_zalloc(a, sizeof(*f));
	*f = (struct fact){ .kind = kind, .from = (enum fact_from)from, .value = value };
	**end = f;
	*end = &f->next;
}

/* The meta elements of one kind of fact. */
static void
add_metas(
    struct arena *a, struct fact ***end, enum fact_kind kind, const struct html_node *head)
{
	for (const struct html_node *n = head->first; n; n = n->next)
		if (html_is(n, TAG_META) &&
		    str_eq(html_value(n, ATTR_NAME), str_of(written_names[kind])))
			add_fact(a, end, kind,
			    kind_of(&fact_from_names, value_of(n, STR("data-from"))),
			    html_value(n, ATTR_CONTENT));
}

void
written_facts(struct arena *a, const struct blocks *b, struct page *page)
{
	const struct html_node *html = b->at[0].node, *head = html->first;
	struct fact **end = &page->facts;

	while (head && !html_is(head, TAG_HEAD))
		head = head->next;
	for (int kind = FACT_TITLE; kind <= FACT_SITE; kind++) {
		if (kind == FACT_TITLE)
			add_fact(a, &end, FACT_TITLE, FROM_TITLE, page->title);
		else if (kind == FACT_LANGUAGE)
			add_fact(a, &end, FACT_LANGUAGE, FROM_HTML, page->lang);
		else if (kind == FACT_DIRECTION)
			add_fact(
			    a, &end, FACT_DIRECTION, FROM_HTML, html_value(html, ATTR_DIR));
		else if (head)
			add_metas(a, &end, (enum fact_kind)kind, head);
	}
}
