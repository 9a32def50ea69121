/* page.c - ways through the page model. */
#include "page.h"

struct html_node *
page_main(const struct page *page)
{
	for (const struct region *r = page->regions; r; r = r->next)
		if (r->kind == REGION_MAIN)
			return r->main;
	return NULL;
}

struct item *
item_next(const struct item *i)
{
	if (i->first)
		return i->first;
	while (i && !i->next)
		i = i->parent;
	return i ? i->next : NULL;
}

int
item_depth(const struct item *i)
{
	int depth = 0;

	for (; i; i = i->parent)
		depth++;
	return depth;
}

const struct fact *
page_fact(const struct page *page, enum fact_kind kind)
{
	const struct fact *f = page->facts;

	while (f && f->kind != kind)
		f = f->next;
	return f;
}
