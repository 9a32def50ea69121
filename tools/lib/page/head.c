/* head.c - what a page declares of itself. */
#include "head.h"

#include "../base/language.h"
#include "fold.h"

struct str
document_title(struct arena *a, const struct html_document *doc)
{
	struct pieces text = { 0 };
	const struct html_node *title = doc->root;

	while (title && !html_is(title, TAG_TITLE))
		title = html_next(title, doc->root);
	for (const struct html_node *n = title; n; n = html_next(n, title))
		if (n->kind == HTML_TEXT)
			pieces_add(a, &text, GAP_NONE, n->text);
	return pieces_fold(a, &text);
}

struct str
document_language(const struct html_document *doc)
{
	const struct html_node *n = doc->root->first;
	struct str lang;

	while (n && !html_is(n, TAG_HTML))
		n = n->next;
	if (!n)
		return (struct str){ 0 };
	lang = html_value(n, ATTR_LANG);
	return lang.p ? lang : html_value(n, ATTR_XML_LANG);
}

/* The name a meta element goes by, or an absent slice. */
static struct str
meta_name(const struct html_node *e)
{
	static const uint16_t names[] = { ATTR_NAME, ATTR_PROPERTY, ATTR_HTTP_EQUIV,
		ATTR_ITEMPROP };
	struct str found = { 0 };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && !found.n; i++)
		found = str_trim(html_value(e, names[i]));
	return found;
}

static void
add_meta(struct arena *a, const struct html_node *e, struct position_finder *where,
    struct meta ***end)
{
	struct meta *m;

	if (!html_is(e, TAG_META) || !meta_name(e).n || !html_attr(e, ATTR_CONTENT))
		return;
	m = arena_zalloc(a, sizeof(*m));
	m->name = meta_name(e);
	m->content = html_value(e, ATTR_CONTENT);
	m->at = position_of(where, e->offset);
	**end = m;
	*end = &m->next;
}

void
head_extract(struct arena *a, const struct html_document *doc, const struct blocks *b,
    struct position_finder *where, struct page *page)
{
	const struct block *told = NULL;
	struct meta **end = &page->metas;

	page->title = document_title(a, doc);
	page->charset = str_of(doc->encoding.name);
	page->lang_declared = document_language(doc);
	if (language_is_valid(str_trim(page->lang_declared)))
		page->lang = language_canonical(a, str_trim(page->lang_declared));
	if (b)
		while ((told = next_told(b, told)))
			add_meta(a, told->node, where, &end);
	else
		for (const struct html_node *e = doc->root; e; e = html_next(e, doc->root))
			add_meta(a, e, where, &end);
}
