/* stubs_site.c - what one page tells that only counts beside others. */
#include "stubs_site.h"

#include "../base/url.h"
#include "../site/address.h"
#include "words.h"

/* The site a page is of: its host, else the folder that its path begins with, if any. */
static struct str
site_of(struct arena *a, const struct page *page)
{
	size_t slash = str_find_char(page->path, '/', 0);
	struct url url;

	if (page->url.p && !url_parse(a, page->url, NULL, &url))
		return address_authority(a, &url);
	return str_part(page->path, 0, slash < page->path.n ? slash : 0);
}

/* True for a trail that no part of the page shows. */
static bool
is_data(const struct nav *nav)
{
	return nav->first && nav->first->label_from == LABEL_JSON_LD;
}

/* Which landmarks there are, as a template has them on all its pages. */
static uint32_t
landmarks_of(const struct page *page)
{
	uint32_t landmarks = 0;

	for (const struct region *r = page->regions; r; r = r->next) {
		if (r->kind == REGION_PART && r->part.role != PART_REGION)
			landmarks |= 1u << r->part.role;
		else if (r->kind == REGION_NAV && !is_data(&r->nav))
			landmarks |= 1u << PART_NAVIGATION;
	}
	return landmarks;
}

/* Without fragment; without query too. Files named after a URL have the query in their name. */
static struct str
without_query(struct str url)
{
	return str_part(url, 0, str_find_char(url, '?', 0));
}

/* Savers rewrite its address to that of the file, which the page's own URL then does not
 * resolve.
 */
static struct str
canonical_of(struct arena *a, const struct page *page)
{
	struct url base, url;
	bool has_base = page->url.p && url_parse(a, page->url, NULL, &base) == 0;

	for (const struct ref *r = page->refs; r; r = r->next) {
		if (!str_eq(r->element, STR("link")) ||
		    !str_eq_nocase(r->rel, STR("canonical")))
			continue;
		if (r->link.state == STATE_PAGE)
			return r->link.target;
		if (!has_base || url_parse(a, r->link.href, &base, &url))
			continue;
		url.fragment = (struct str){ 0 };
		return url_href(a, &url);
	}
	return (struct str){ 0 };
}

static uint64_t
hash_of(struct str s)
{
	return s.n ? hash_str(0, s) | 1 : 0;
}

struct stubs_keys
stubs_keys(struct arena *a, const struct page *page)
{
	struct str address = page->url.p ? page->url : page->path;
	struct stubs_keys keys = {
		.site = hash_mix(hash_str(0, site_of(a, page)), hash_str(0, page->lang)),
		.title = words_hash(page->title),
		.url = hash_of(str_part(address, 0, str_find_char(address, '#', 0))),
		.address = hash_of(without_query(address)),
		.path = hash_of(page->path),
		.canonical = hash_of(canonical_of(a, page)),
	};

	keys.template_hash = hash_mix(keys.site, landmarks_of(page));
	if (keys.title)
		keys.title = hash_mix(keys.title, keys.site);
	return keys;
}

bool
stubs_is_error_page(
    const struct page *page, const struct phrases *phrases, const struct pattern *error_pages)
{
	struct str match;

	if (page->status >= 400)
		return true;
	if (error_pages && (pattern_match(error_pages, page->path) ||
			       (page->url.p && pattern_match(error_pages, page->url))))
		return true;
	return phrases_find(phrases, PLACE_PATH, NULL, page->path, &match) != NULL;
}

struct str
stubs_modified(const struct page *page)
{
	static const char *const names[] = { "article:modified_time", "datemodified",
		"og:updated_time", "last-modified", "dcterms.modified", "dc.date.modified",
		"revised", "date" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		for (const struct meta *m = page->metas; m; m = m->next)
			if (str_eq_nocase(m->name, str_of(names[i])))
				return m->content;
	return (struct str){ 0 };
}

/* True for an item whose label the page's title has. */
static bool
names_page(const struct page *page, const struct item *item)
{
	return item->label.n && str_find(page->title, item->label, 0) < page->title.n;
}

/* How well an item stands for the page: it names it, then it is the deepest. */
static int
fitness(const struct page *page, const struct item *item)
{
	return item_depth(item) + (names_page(page, item) ? ITEM_DEPTH : 0);
}

/* The item that stands for the page in a menu or breadcrumb; NULL: none does. */
static const struct item *
own_item(const struct page *page, enum nav_kind kind)
{
	const struct item *best = NULL;

	for (const struct region *r = page->regions; r; r = r->next) {
		if (r->kind != REGION_NAV || r->nav.kind != kind)
			continue;
		for (const struct item *i = r->nav.first; i; i = item_next(i))
			if ((i->current ||
				(i->link.target.p && str_eq(i->link.target, page->path))) &&
			    (!best || fitness(page, i) > fitness(page, best)))
				best = i;
	}
	return best;
}

/* Append the labels from the top down to an item. */
static void
add_way(struct buffer *out, const struct item *item)
{
	const struct item *way[ITEM_DEPTH];
	size_t n = 0;

	for (; item && n < ITEM_DEPTH; item = item->parent)
		way[n++] = item;
	while (n--) {
		if (out->n)
			buffer_add(out, STR(" > "));
		buffer_add(out, way[n]->label);
	}
}

/* All labels of the first breadcrumb. */
static void
add_breadcrumb(struct buffer *out, const struct page *page)
{
	const struct region *r = page->regions;

	while (r && (r->kind != REGION_NAV || r->nav.kind != NAV_BREADCRUMB))
		r = r->next;
	for (const struct item *i = r ? r->nav.first : NULL; i; i = item_next(i)) {
		if (out->n)
			buffer_add(out, STR(" > "));
		buffer_add(out, i->label);
	}
}

struct str
stubs_menu(struct arena *a, const struct page *page)
{
	const struct item *item = own_item(page, NAV_MENU);
	struct buffer out = { 0 };
	struct str menu;

	if (!item || !names_page(page, item))
		add_breadcrumb(&out, page);
	if (item && !out.n)
		add_way(&out, item);
	menu = out.n ? arena_str(a, buffer_str(&out)) : (struct str){ 0 };
	buffer_free(&out);
	return menu;
}
