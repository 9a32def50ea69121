/* address.c - which URL a page of a save has. */
#include "address.h"

#include "../base/url_percent.h"
#include "../stream/layout.h"

bool
address_is_web(const struct url *url)
{
	return str_eq(url->scheme, STR("http")) || str_eq(url->scheme, STR("https"));
}

struct str
address_authority(struct arena *a, const struct url *url)
{
	struct buffer b = { 0 };
	struct str authority;

	if (url->port < 0)
		return url->host;
	buffer_add(&b, url->host);
	buffer_printf(&b, ":%d", url->port);
	authority = arena_str(a, buffer_str(&b));
	buffer_free(&b);
	return authority;
}

/* Set the page's URL to a text, if it is a web URL; its fragment goes. */
static bool
set_url(struct arena *a, struct str text, enum url_from from, struct page *page)
{
	struct url url;

	if (!text.n || url_parse(a, text, NULL, &url) == -1 || !address_is_web(&url))
		return false;
	url.fragment = (struct str){ 0 };
	page->url = url_href(a, &url);
	page->url_from = from;
	return true;
}

/* A path as it is compared: decoded, without an index's name, ".html" and a slash at its end,
 * since servers and savers differ in these. */
static struct str
bare_path(struct arena *a, struct str path)
{
	static const struct str ends[] = { { "index.html", 10 }, { "index.htm", 9 },
		{ "index.php", 9 }, { ".html", 5 }, { ".htm", 4 }, { "/", 1 } };
	struct str s = url_percent_decode(a, path);

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (str_ends(s, ends[i]))
			s.n -= ends[i].n;
	return s;
}

/* Parse the page's own claim; true when it is a web URL whose path and query are the page's. */
static bool
claim_agrees(struct arena *a, struct str claim, struct str path, struct url *url)
{
	size_t query = str_find_char(path, '?', 0);
	struct str wanted = str_part(path, query + 1, path.n);

	return claim.n && url_parse(a, claim, NULL, url) == 0 && address_is_web(url) &&
	       str_eq(bare_path(a, url->path), bare_path(a, str_part(path, 0, query))) &&
	       str_eq(url->query.p ? url->query : STR(""), wanted);
}

/* The URL that a folder named like a host gives, or that the page's claim completes. */
static void
set_from_layout(struct arena *a, const struct save *save, uint32_t number, uint32_t root,
    struct str claim, struct page *page)
{
	uint32_t folder = layout_host(save, number);
	enum url_from from = URL_LAYOUT;
	struct str scheme = STR("https"), host = { 0 };
	struct buffer name = { 0 }, path = { 0 }, text = { 0 };
	struct url url;
	bool agrees;

	if (folder == NAME_NONE && !claim.n)
		return;
	layout_path(save, number, folder == NAME_NONE ? root : folder, &path);
	agrees = claim_agrees(a, claim, buffer_str(&path), &url);
	if (folder != NAME_NONE) {
		host = layout_host_name(save, folder, &name);
		agrees = agrees && str_eq_nocase(address_authority(a, &url), host);
	} else if (agrees) {
		host = address_authority(a, &url);
	}
	if (agrees) {
		scheme = url.scheme;
		from = URL_CANONICAL;
	}
	if (host.n) {
		buffer_add(&text, scheme);
		buffer_add(&text, STR("://"));
		buffer_add(&text, host);
		buffer_add(&text, buffer_str(&path));
		set_url(a, buffer_str(&text), from, page);
	}
	buffer_free(&name);
	buffer_free(&path);
	buffer_free(&text);
}

static void
set_from_base(struct arena *a, const struct save *save, uint32_t number, uint32_t root,
    struct str base, struct page *page)
{
	struct buffer text = { 0 };

	for (uint32_t i = number; root == NAME_NONE && i != NAME_NONE;
	     i = save->names.rows[i].parent)
		if (save->names.rows[i].parent == NAME_NONE)
			root = i;
	buffer_add(&text, base);
	while (text.n && text.data[text.n - 1] == '/')
		text.n--;
	layout_path(save, number, root, &text);
	set_url(a, buffer_str(&text), URL_BASE, page);
	buffer_free(&text);
}

void
address_page(struct arena *a, const struct save *save, uint32_t number, struct str base,
    const struct saver *saver, struct page *page)
{
	uint32_t root = layout_root(save, number);

	if (base.p)
		set_from_base(a, save, number, root, base, page);
	else if (!set_url(a, saver->url, URL_SAVER, page) && root != NAME_NONE)
		set_from_layout(a, save, number, root, saver->canonical, page);
}

void
address_lone_page(
    struct arena *a, struct str base, const struct saver *saver, struct page *page)
{
	if (base.p)
		set_url(a, base, URL_BASE, page);
	else
		set_url(a, saver->url, URL_SAVER, page);
}
