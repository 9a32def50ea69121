/* viewpoint.c - what addresses of a page mean (HTML 2.4.3). */
#include "viewpoint.h"

#include "../base/buffer.h"

/* True for a scheme that a base may not have (HTML 4.2.3). */
static bool
is_no_base(const struct url *base)
{
	return str_eq(base->scheme, STR("data")) || str_eq(base->scheme, STR("javascript"));
}

static bool
same_document(struct arena *a, struct url x, struct url y)
{
	x.fragment = y.fragment = (struct str){ 0 };
	return str_eq(url_href(a, &x), url_href(a, &y));
}

struct viewpoint
viewpoint_of(struct arena *a, const struct page *page, bool absolute)
{
	struct viewpoint v = { .arena = a };
	struct str base = page->base;
	struct url own, url;
	bool has_own = page->url.n && url_parse(a, page->url, NULL, &own) == 0;
	bool is_whole = url_parse(a, base, NULL, &url) == 0;

	if (!is_whole && has_own && (absolute || str_starts(base, STR("//"))))
		is_whole = base.n && url_parse(a, base, &own, &url) == 0;
	v.has_base = base.n && !(is_whole && is_no_base(&url));
	if (v.has_base && is_whole) {
		v.has_url = true;
		v.url = url;
		v.is_page = !has_own || same_document(a, url, own);
	} else if (v.has_base) {
		size_t query = str_find_char(base, '?', 0);

		v.written = str_part(base, 0, str_find_char(str_part(base, 0, query), '#', 0));
	} else if (absolute && has_own) {
		v.has_url = v.is_page = true;
		v.url = own;
	}
	return v;
}

/* A relative address seen from a base that is relative, too. */
static struct str
after_base(const struct viewpoint *v, struct str address)
{
	struct buffer out = { 0 };
	struct str base = v->written, joined;

	if (address.p[0] == '/' || address.p[0] == '\\')
		return address;
	if (address.p[0] != '?')
		while (base.n && base.p[base.n - 1] != '/')
			base.n--;
	buffer_add(&out, base);
	buffer_add(&out, address);
	joined = arena_str(v->arena, buffer_str(&out));
	buffer_free(&out);
	return joined;
}

struct str
viewpoint_resolve(const struct viewpoint *v, struct str address)
{
	struct str trimmed = str_trim(address);
	struct url url;

	if (!viewpoint_matters(v) ||
	    ((!trimmed.n || trimmed.p[0] == '#') && (!v->has_url || v->is_page)))
		return address;
	if (url_parse(v->arena, trimmed, NULL, &url) == 0)
		return address;
	if (v->has_url)
		return url_parse(v->arena, trimmed, &v->url, &url) == 0
		           ? url_href(v->arena, &url)
		           : address;
	return after_base(v, trimmed);
}
