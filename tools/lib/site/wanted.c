/* wanted.c - where a reference that the save does not answer would lead. */
#include "wanted.h"

#include "../base/url_percent.h"
#include "../base/url_plain.h"
#include "../stream/saver.h"

/* A path of the save is resolved below folders that do not exist, so that a reference which
 * climbs above all of the path, or starts at the root, can be told. */
#define PLACE_HOST "save.invalid"
#define PLACE_ROOT "/~/~/~/~/~/~/~/~"

static struct str
path_start(struct str path)
{
	size_t n = str_starts(path, STR("/")) ? 1 : str_starts(path, STR("./")) ? 2 : 0;

	while (n != 1 && str_starts(str_part(path, n, path.n), STR("../")))
		n += 3;
	return str_part(path, 0, n);
}

struct wanted_base
wanted_base(struct arena *a, const struct page *page, struct str base_href)
{
	struct wanted_base base = { .has_url = page->url.p != NULL,
		.is_replayed = page->url_from == URL_SAVER };
	struct buffer text = { 0 };
	struct url moved;

	if (!base.has_url) {
		base.start = path_start(page->path);
		buffer_add(&text, STR("http://" PLACE_HOST PLACE_ROOT "/"));
		url_percent_add(
		    &text, str_part(page->path, base.start.n, page->path.n), URL_SET_NAME);
	}
	if (url_parse(a, base.has_url ? page->url : arena_str(a, buffer_str(&text)), NULL,
		&base.url) == -1)
		base.url = (struct url){ .port = -1 };
	buffer_free(&text);
	if (base_href.p && url_parse(a, base_href, &base.url, &moved) == 0) {
		base.has_url = base.has_url || !str_eq(moved.host, STR(PLACE_HOST));
		base.url = moved;
	}
	base.depth = base.url.path.n ? str_count_char(base.url.path, '/') - 1 : 0;
	return base;
}

/* Whether a relative reference climbs above the root on its way. */
static bool
climbs(struct str href, size_t depth)
{
	while (href.n) {
		size_t n = 0;
		unsigned dots;

		while (n < href.n && href.p[n] != '/' && href.p[n] != '\\')
			n++;
		dots = url_dots(str_part(href, 0, n));
		if (dots == 2) {
			if (depth-- == 0)
				return true;
		} else if (n && dots != 1) {
			depth++;
		}
		href = str_part(href, n + 1, href.n);
	}
	return false;
}

/* The part of a reference before its query and fragment, where it is relative to the page. */
static struct str
relative_part(struct str href)
{
	size_t n = 0;

	while (n < href.n && href.p[n] != '?' && href.p[n] != '#' && href.p[n] != ':')
		n++;
	if (n < href.n && href.p[n] == ':')
		return (struct str){ 0 };
	if (n && (href.p[0] == '/' || href.p[0] == '\\'))
		return (struct str){ 0 };
	return str_part(href, 0, n);
}

/* The path of a URL made of a path of the save, decoded, with its query. */
static struct str
path_text(struct arena *a, struct str start, struct str path, struct str query)
{
	struct buffer text = { 0 };
	struct str out;

	buffer_add(&text, start);
	buffer_add(&text, url_percent_decode(a, path));
	if (query.n) {
		buffer_char(&text, '?');
		buffer_add(&text, query);
	}
	out = arena_str(a, buffer_str(&text));
	buffer_free(&text);
	return out;
}

bool
wanted_plain(struct str href, struct str *text)
{
	struct url url;

	*text = str_part(href, 0, str_find_char(href, '#', 0));
	return url_parse_plain(href, &url) && !str_eq(url.host, STR(PLACE_HOST));
}

bool
wanted_beside(struct arena *a, const struct page *page, struct str href, struct str *text)
{
	struct str start = path_start(page->path), folder;
	size_t n = page->path.n;
	char *to;

	href = str_part(href, 0, str_find_char(href, '#', 0));
	folder = str_part(page->path, start.n, n);
	if (page->url.p || !url_is_plain_path(href) || !url_is_plain_path(folder) ||
	    *folder.p == '.')
		return false;
	for (;; href = str_part(href, str_starts(href, STR("./")) ? 2 : 3, href.n)) {
		while (n > start.n && page->path.p[n - 1] != '/')
			n--;
		if (str_starts(href, STR("./")))
			continue;
		if (!str_starts(href, STR("../")))
			break;
		if (n == start.n)
			return false;
		n--;
	}
	if (!href.n || *href.p == '.')
		return false;
	to = arena_alloc(a, n + href.n);
	memcpy(to, page->path.p, n);
	memcpy(to + n, href.p, href.n);
	*text = (struct str){ to, n + href.n };
	return true;
}

enum wanted_kind
wanted(struct arena *a, const struct wanted_base *base, struct str href, struct str *text)
{
	struct str root = STR(PLACE_ROOT);
	struct url url;

	*text = href;
	if (!base->url.scheme.n)
		return WANTED_NOTHING;
	if (url_parse(a, href, &base->url, &url) == -1)
		return WANTED_NOTHING;
	url.fragment = (struct str){ 0 };
	if (climbs(relative_part(href), base->depth - (base->has_url ? 0 : 8)))
		return WANTED_ABOVE;
	if (!str_eq(url.host, STR(PLACE_HOST))) {
		*text = url_href(a, &url);
		if (base->is_replayed)
			*text = unwrap_archive_url(*text);
		return WANTED_URL;
	}
	if (!str_starts(url.path, root)) {
		*text = path_text(a, STR(""), url.path, url.query);
		return WANTED_ROOT;
	}
	*text =
	    path_text(a, base->start, str_part(url.path, root.n + 1, url.path.n), url.query);
	return WANTED_SAVED;
}
