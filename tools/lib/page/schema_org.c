/* schema_org.c - what the structured data of a page says of its body. */
#include "schema_org.h"

#include <jansson.h>

enum { DEEPEST = 8 };

static const struct {
	const char *type;
	enum data_type is;
} types[] = {
	{ "Article", DATA_ARTICLE },
	{ "BlogPosting", DATA_ARTICLE },
	{ "NewsArticle", DATA_ARTICLE },
	{ "ReportageNewsArticle", DATA_ARTICLE },
	{ "TechArticle", DATA_ARTICLE },
	{ "ScholarlyArticle", DATA_ARTICLE },
	{ "Report", DATA_ARTICLE },
	{ "Recipe", DATA_ARTICLE },
	{ "Product", DATA_PRODUCT },
	{ "ProductGroup", DATA_PRODUCT },
	{ "QAPage", DATA_FORUM },
	{ "Question", DATA_FORUM },
	{ "DiscussionForumPosting", DATA_FORUM },
	{ "CollectionPage", DATA_LIST },
	{ "ItemList", DATA_LIST },
	{ "SearchResultsPage", DATA_LIST },
};

static void
add_text(struct arena *a, struct data_text **list, struct str text)
{
	struct data_text *t;

	if (!text.n)
		return;
	t = arena_alloc(a, sizeof(*t));
	t->text = arena_str(a, text);
	t->next = *list;
	*list = t;
}

static void
read_type(const json_t *type, struct schema_org *s)
{
	const json_t *one;
	size_t i;

	json_array_foreach(type, i, one) read_type(one, s);
	if (!json_is_string(type))
		return;
	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (strcmp(json_string_value(type), types[i].type) == 0)
			s->types |= (unsigned)types[i].is;
}

static void
read_value(struct arena *a, const char *key, const json_t *value, struct schema_org *s)
{
	struct str text = { json_string_value(value), json_string_length(value) };

	if (strcmp(key, "articleBody") == 0 || strcmp(key, "text") == 0 ||
	    strcmp(key, "reviewBody") == 0)
		add_text(a, &s->bodies, text);
	else if (strcmp(key, "description") == 0 || strcmp(key, "headline") == 0)
		add_text(a, &s->summaries, text);
}

static void
read_data(struct arena *a, const json_t *data, int depth, struct schema_org *s)
{
	const char *key;
	const json_t *value;
	size_t i;

	if (depth == DEEPEST)
		return;
	json_array_foreach(data, i, value) read_data(a, value, depth + 1, s);
	json_object_foreach((json_t *)data, key, value)
	{
		if (strcmp(key, "@type") == 0)
			read_type(value, s);
		else if (json_is_string(value))
			read_value(a, key, value, s);
		else
			read_data(a, value, depth + 1, s);
	}
}

static void
read_script(struct arena *a, const struct html_node *e, struct schema_org *s)
{
	json_t *data;

	if (!e->first ||
	    !str_eq_nocase(str_trim(html_value(e, ATTR_TYPE)), STR("application/ld+json")))
		return;
	data = json_loadb(e->first->text.p, e->first->text.n, JSON_DISABLE_EOF_CHECK, NULL);
	if (data)
		read_data(a, data, 0, s);
	json_decref(data);
}

/* Descriptions for search engines and social media often open the body or sum it up. */
static void
read_meta(struct arena *a, const struct html_node *e, struct schema_org *s)
{
	struct str name = html_value(e, ATTR_NAME), content = html_value(e, ATTR_CONTENT);

	if (!name.n)
		name = html_value(e, ATTR_PROPERTY);
	if (str_eq_nocase(name, STR("description")) ||
	    str_eq_nocase(name, STR("og:description")))
		add_text(a, &s->summaries, content);
	if (!str_eq_nocase(name, STR("og:type")))
		return;
	if (str_eq_nocase(content, STR("article")))
		s->types |= 16;
	else if (str_starts_nocase(content, STR("product")))
		s->types |= 32;
	else if (content.n)
		s->types |= 64;
}

struct schema_org
schema_org_of(struct arena *a, const struct html_document *doc)
{
	struct schema_org s = { 0 };

	for (const struct html_node *e = doc->root; e; e = html_next(e, doc->root)) {
		if (html_is(e, TAG_SCRIPT))
			read_script(a, e, &s);
		else if (html_is(e, TAG_META))
			read_meta(a, e, &s);
	}
	return s;
}
