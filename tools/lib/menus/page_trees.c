/* page_trees.c - the menus of one page. */
#include "page_trees.h"

#include <stdlib.h>

#include "../base/buffer.h"
#include "../base/memory.h"
#include "../base/url.h"
#include "../base/url_percent.h"
#include "../site/address.h"
#include "trail.h"

#define PLACE "file:///" /* of a page without a URL, what comes before its path */

static struct str
keep(struct arena *a, struct str s)
{
	return s.p ? arena_str(a, s) : s;
}

bool
href_is_dead(struct str href)
{
	return str_eq(href, STR("#")) || str_eq(href, STR("#!")) ||
	       str_starts_nocase(href, STR("javascript:"));
}

/* What relative addresses are resolved against: the page's URL, else its path as that of a
 * file. */
static struct url
base_of(struct page_trees *p, const struct page *page)
{
	struct url base = { .scheme = { 0 } };
	struct buffer text = { 0 };

	if (page->url.p &&
	    url_parse(&p->arena, arena_str(&p->arena, page->url), NULL, &base) == 0)
		return base;
	buffer_add(&text, STR(PLACE));
	url_percent_add(&text, page->path, URL_SET_NAME);
	if (url_parse(&p->arena, arena_str(&p->arena, buffer_str(&text)), NULL, &base))
		base = (struct url){ .scheme = STR("file"), .path = STR("/") };
	buffer_free(&text);
	return base;
}

/* The address of what is not in the save: of a page without a URL its place there, if it is
 * written as one. */
static struct str
address_of(struct page_trees *p, struct str href, const struct url *base)
{
	struct str address;
	struct url url;

	if (url_parse(&p->arena, href, base, &url))
		return href;
	address = url_href(&p->arena, &url);
	if (!str_eq(base->scheme, STR("file")) || !str_starts(address, STR(PLACE)) ||
	    str_starts_nocase(href, STR("file:")))
		return address;
	return url_percent_decode(&p->arena, str_part(address, sizeof(PLACE) - 1, address.n));
}

static struct str
key_of(struct page_trees *p, const struct link *link, const struct url *base)
{
	struct buffer key = { 0 };
	struct str fragment, s;

	if (!link->href.n || href_is_dead(link->href))
		return (struct str){ 0 };
	if (!link->target.p)
		return address_of(p, link->href, base);
	fragment = str_part(link->href, str_find_char(link->href, '#', 0), link->href.n);
	if (fragment.n < 2)
		return link->target;
	buffer_add(&key, link->target);
	buffer_add(&key, fragment);
	s = arena_str(&p->arena, buffer_str(&key));
	buffer_free(&key);
	return s;
}

static struct page_tree_item
copy_item(struct page_trees *p, const struct item *i, const struct url *base)
{
	struct page_tree_item t = {
		.label = keep(&p->arena, i->label),
		.href = keep(&p->arena, i->link.href),
		.target = keep(&p->arena, i->link.target),
		.text = keep(&p->arena, i->text),
		.state = i->link.state,
		.label_from = i->label_from,
		.at = i->link.at,
		.current = i->current,
	};
	struct link kept = i->link;

	kept.href = t.href;
	kept.target = t.target;
	t.key = key_of(p, &kept, base);
	return t;
}

static uint32_t
count_items(const struct nav *nav)
{
	uint32_t n = 0;

	for (const struct item *i = nav->first; i; i = item_next(i))
		n++;
	return n;
}

static struct page_tree *
copy_tree(struct page_trees *p, const struct nav *nav, const struct url *base)
{
	struct page_tree *t = arena_zalloc(&p->arena, sizeof(*t));
	uint32_t above[ITEM_DEPTH + 1] = { 0 }, n = 0;
	struct nav *kept = arena_zalloc(&p->arena, sizeof(*kept));

	*kept = *nav;
	kept->label = keep(&p->arena, nav->label);
	kept->first = kept->last = NULL;
	t->nav = kept;
	t->n = count_items(nav);
	t->items = arena_alloc(&p->arena, t->n * sizeof(*t->items));
	for (const struct item *i = nav->first; i; i = item_next(i)) {
		int depth = item_depth(i) < ITEM_DEPTH ? item_depth(i) : ITEM_DEPTH;

		t->items[n] = copy_item(p, i, base);
		t->items[n].above = above[depth - 1];
		above[depth] = ++n;
	}
	return t;
}

/* True when each item leads to a place in the page itself. */
static bool
stays_in_page(const struct nav *nav, struct str path)
{
	for (const struct item *i = nav->first; i; i = item_next(i))
		if (i->link.target.p && !str_eq(i->link.target, path))
			return false;
	return true;
}

static bool
is_menu(const struct nav *nav, struct str path)
{
	switch (nav->kind) {
	case NAV_MENU:
	case NAV_FOOTER:
	case NAV_SOCIAL:
	case NAV_RELATED: return nav->first != NULL;
	case NAV_CONTENTS: return nav->first && !stays_in_page(nav, path);
	default: return false;
	}
}

struct page_trees *
page_trees_new(const struct page *page, struct str file)
{
	struct page_trees *p = x_calloc(1, sizeof(*p));
	struct page_tree **next = &p->trees;
	struct url base = base_of(p, page);

	p->file = keep(&p->arena, file);
	p->path = keep(&p->arena, page->path);
	p->lang = keep(&p->arena, page->lang);
	if (page->url.p)
		p->host = address_authority(&p->arena, &base);
	for (const struct region *r = page->regions; r; r = r->next) {
		if (r->kind != REGION_NAV || !is_menu(&r->nav, page->path))
			continue;
		*next = copy_tree(p, &r->nav, &base);
		next = &(*next)->next;
	}
	for (const struct region *r = page->regions; r; r = r->next)
		if (r->kind == REGION_NAV && r->nav.kind == NAV_BREADCRUMB)
			trail_check(p, copy_tree(p, &r->nav, &base));
	return p;
}

void
page_trees_free(struct page_trees *p)
{
	if (!p)
		return;
	arena_free(&p->arena);
	free(p);
}
