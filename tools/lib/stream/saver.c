/* saver.c - what those that save pages leave in them. */
#include "saver.h"

struct reader {
	struct arena *arena;
	struct saver *saver;
};

static bool
is_web_url(struct str s)
{
	return str_starts_nocase(s, STR("http://")) || str_starts_nocase(s, STR("https://"));
}

/* What stands in s after `before` and ahead of `after`, or an absent slice. */
static struct str
between(struct str s, struct str before, struct str after)
{
	size_t from = str_find(s, before, 0), to;

	if (from == s.n)
		return (struct str){ 0 };
	from += before.n;
	to = str_find(s, after, from);
	return to < s.n ? str_part(s, from, to) : (struct str){ 0 };
}

/* The first word of s. */
static struct str
word(struct str s)
{
	struct str token;

	str_token(&s, &token);
	return token;
}

static void
keep_url(struct reader *r, struct str url)
{
	if (!r->saver->url.p && is_web_url(url))
		r->saver->url = unwrap_archive_url(url);
}

/* HTTrack leaves out the scheme "http". */
static void
keep_mirrored(struct reader *r, struct str url)
{
	char *p;

	if (!url.n || is_web_url(url) || r->saver->url.p) {
		keep_url(r, url);
		return;
	}
	p = arena_alloc(r->arena, 7 + url.n);
	memcpy(p, "http://", 7);
	memcpy(p + 7, url.p, url.n);
	keep_url(r, (struct str){ p, 7 + url.n });
}

static void
read_comment(struct reader *r, struct str comment)
{
	struct str s = str_trim(comment);

	if (str_starts(s, STR("saved from url=(")))
		keep_url(r, word(str_part(s, str_find_char(s, ')', 0) + 1, s.n)));
	else if (str_starts(s, STR("Mirrored from ")))
		keep_mirrored(r, between(s, STR("Mirrored from "), STR(" by HTTrack")));
	else if (str_starts(s, STR("Page saved with SingleFile")) ||
		 str_starts(s, STR("Archive processed by SingleFile")))
		keep_url(r, word(str_part(s, str_find(s, STR("url:"), 0) + 4, s.n)));
	else if (str_starts(s, STR("Saved from ")) &&
		 str_find(s, STR("using monolith"), 0) < s.n)
		keep_url(r, between(s, STR("Saved from "), STR(" at ")));
}

static bool
has_token(struct str list, struct str wanted)
{
	struct str token;

	while (str_token(&list, &token))
		if (str_eq_nocase(token, wanted))
			return true;
	return false;
}

/* The page's own word for its URL: what an archive rewrote tells as much as the archive. */
static void
keep_canonical(struct reader *r, struct str url)
{
	struct str inner = unwrap_archive_url(str_trim(url));

	if (inner.n < str_trim(url).n)
		keep_url(r, inner);
	r->saver->canonical = inner;
}

static void
read_head_element(struct reader *r, const struct html_node *e)
{
	struct str script;

	if (html_is(e, TAG_LINK) && has_token(html_value(e, ATTR_REL), STR("canonical"))) {
		keep_canonical(r, html_value(e, ATTR_HREF));
	} else if (html_is(e, TAG_META)) {
		if (str_eq(html_value(e, ATTR_NAME), STR("savepage-url")))
			keep_url(r, str_trim(html_value(e, ATTR_CONTENT)));
		else if (str_eq_nocase(html_value(e, ATTR_PROPERTY), STR("og:url")) &&
			 !r->saver->canonical.p)
			keep_canonical(r, html_value(e, ATTR_CONTENT));
	} else if (html_is(e, TAG_SCRIPT) && e->first) {
		script = e->first->text;
		keep_url(r, between(script, STR("__wm.wombat(\""), STR("\"")));
	}
}

static void
read_html_attributes(struct reader *r, const struct html_node *html)
{
	for (uint32_t i = 0; i < html->n_attrs; i++)
		if (str_eq(html->attrs[i].key, STR("data-scrapbook-source")))
			keep_url(r, str_trim(html->attrs[i].value));
}

/* What stands right below a node: savers write outside the body, and the head is flat. */
static void
read_children(struct reader *r, const struct html_node *parent)
{
	for (const struct html_node *n = parent->first; n; n = n->next) {
		if (n->kind == HTML_COMMENT)
			read_comment(r, n->text);
		else if (n->kind == HTML_ELEMENT && html_is(parent, TAG_HEAD))
			read_head_element(r, n);
	}
}

void
saver_read(struct arena *a, const struct html_document *doc, struct saver *saver)
{
	struct reader r = { a, saver };
	const struct html_node *html = doc->root->first;

	*saver = (struct saver){ 0 };
	read_children(&r, doc->root);
	while (html && !html_is(html, TAG_HTML))
		html = html->next;
	if (!html)
		return;
	read_html_attributes(&r, html);
	read_children(&r, html);
	for (const struct html_node *n = html->first; n; n = n->next)
		if (html_is(n, TAG_HEAD))
			read_children(&r, n);
}

struct str
unwrap_archive_url(struct str url)
{
	size_t host = str_starts(url, STR("/")) ? 0 : str_find(url, STR("://"), 0) + 3,
	       i = str_find_char(url, '/', host), digits;
	struct str inner;

	if (!str_starts(str_part(url, i, url.n), STR("/web/")))
		return url;
	i += sizeof("/web/") - 1;
	for (digits = i; i < url.n && is_digit(url.p[i]);)
		i++;
	if (i < digits + 4)
		return url;
	while (i < url.n && url.p[i] != '/') /* a flag of the replay: "im_", "js_" … */
		i++;
	inner = str_part(url, i + 1, url.n);
	return is_web_url(inner) ? inner : url;
}
