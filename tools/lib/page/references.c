/* references.c - what a page refers to, and what it can be referred to by. */
#include "references.h"

/* URL attributes by element (WHATWG, index of attributes: "valid URL"). */
static const struct {
	uint16_t tag, attr;
	bool list; /* a srcset: candidates, each a URL and descriptors */
} urls[] = {
	{ TAG_A, ATTR_HREF, false },
	{ TAG_AREA, ATTR_HREF, false },
	{ TAG_AUDIO, ATTR_SRC, false },
	{ TAG_BLOCKQUOTE, ATTR_CITE, false },
	{ TAG_BODY, ATTR_BACKGROUND, false },
	{ TAG_BUTTON, ATTR_FORMACTION, false },
	{ TAG_DEL, ATTR_CITE, false },
	{ TAG_EMBED, ATTR_SRC, false },
	{ TAG_FORM, ATTR_ACTION, false },
	{ TAG_FRAME, ATTR_SRC, false },
	{ TAG_HTML, ATTR_MANIFEST, false },
	{ TAG_IFRAME, ATTR_SRC, false },
	{ TAG_IMG, ATTR_SRC, false },
	{ TAG_IMG, ATTR_SRCSET, true },
	{ TAG_IMG, ATTR_LONGDESC, false },
	{ TAG_INPUT, ATTR_SRC, false },
	{ TAG_INPUT, ATTR_FORMACTION, false },
	{ TAG_INS, ATTR_CITE, false },
	{ TAG_LINK, ATTR_HREF, false },
	{ TAG_LINK, ATTR_IMAGESRCSET, true },
	{ TAG_OBJECT, ATTR_DATA, false },
	{ TAG_Q, ATTR_CITE, false },
	{ TAG_SCRIPT, ATTR_SRC, false },
	{ TAG_SOURCE, ATTR_SRC, false },
	{ TAG_SOURCE, ATTR_SRCSET, true },
	{ TAG_TRACK, ATTR_SRC, false },
	{ TAG_VIDEO, ATTR_SRC, false },
	{ TAG_VIDEO, ATTR_POSTER, false },
};

struct collector {
	struct arena *arena;
	struct position_finder *where;
	struct ref **refs;
	struct alternate **alternates;
	struct anchor **anchors;
};

static void
add_ref(struct collector *c, const struct html_node *e, const struct html_attr *attr,
    struct str url)
{
	struct ref *r = arena_zalloc(c->arena, sizeof(*r));

	r->element = e->text;
	r->attribute = attr->key;
	r->rel = html_value(e, ATTR_REL);
	r->link.href = str_trim(url);
	r->link.at = position_of(c->where, attr->offset);
	*c->refs = r;
	c->refs = &r->next;
}

/* Each candidate's URL of a srcset (WHATWG 4.8.4.4, "parse a srcset attribute"). */
static void
add_candidates(struct collector *c, const struct html_node *e, const struct html_attr *attr)
{
	struct str left = attr->value;

	for (;;) {
		size_t n = 0, depth = 0;
		struct str url;

		while (left.n && (is_space(left.p[0]) || left.p[0] == ','))
			left = str_part(left, 1, left.n);
		if (!left.n)
			return;
		while (n < left.n && !is_space(left.p[n]))
			n++;
		url = str_part(left, 0, n);
		left = str_part(left, n, left.n);
		if (url.p[url.n - 1] == ',') {
			while (url.n && url.p[url.n - 1] == ',')
				url.n--;
		} else {
			for (n = 0; n < left.n && (depth || left.p[n] != ','); n++)
				depth += (left.p[n] == '(') - (depth && left.p[n] == ')');
			left = str_part(left, n, left.n);
		}
		add_ref(c, e, attr, url);
	}
}

/* The URL of a refresh, "5; url='next.html'" (WHATWG 4.2.5.3); absent where it names none. */
static struct str
refresh_url(struct str s)
{
	size_t n = 0;

	while (n < s.n && (is_space(s.p[n]) || is_digit(s.p[n]) || s.p[n] == '.'))
		n++;
	s = str_trim(str_part(s, n, s.n));
	if (s.n && (s.p[0] == ';' || s.p[0] == ','))
		s = str_trim(str_part(s, 1, s.n));
	if (str_starts_nocase(s, STR("url"))) {
		struct str after = str_trim(str_part(s, 3, s.n));

		if (after.n && after.p[0] == '=')
			s = str_trim(str_part(after, 1, after.n));
	}
	if (s.n && (s.p[0] == '"' || s.p[0] == '\''))
		s = str_part(s, 1, str_find_char(s, s.p[0], 1));
	return s.n ? s : (struct str){ 0 };
}

/* Open Graph and Twitter card properties whose content is a URL. */
static bool
is_url_property(struct str name)
{
	static const struct str names[] = { { "og:url", 6 }, { "og:image", 8 },
		{ "og:video", 8 }, { "og:audio", 8 }, { "og:image:url", 12 },
		{ "og:image:secure_url", 19 }, { "og:video:url", 12 }, { "twitter:image", 13 },
		{ "twitter:image:src", 17 } };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_eq_nocase(str_trim(name), names[i]))
			return true;
	return false;
}

static void
add_meta(struct collector *c, const struct html_node *e)
{
	const struct html_attr *content = html_attr(e, ATTR_CONTENT);
	struct str url;

	if (!content)
		return;
	if (str_eq_nocase(str_trim(html_value(e, ATTR_HTTP_EQUIV)), STR("refresh"))) {
		url = refresh_url(content->value);
		if (url.p)
			add_ref(c, e, content, url);
	} else if (is_url_property(html_value(e, ATTR_PROPERTY)) ||
		   is_url_property(html_value(e, ATTR_NAME))) {
		add_ref(c, e, content, content->value);
	}
}

static void
add_alternate(struct collector *c, const struct html_node *e)
{
	struct alternate *v = arena_zalloc(c->arena, sizeof(*v));

	v->lang = html_value(e, ATTR_HREFLANG);
	v->link.href = str_trim(html_value(e, ATTR_HREF));
	v->link.at = position_of(c->where, e->offset);
	v->outside_head = !html_is(e->parent, TAG_HEAD);
	*c->alternates = v;
	c->alternates = &v->next;
}

static void
add_anchor(struct collector *c, const struct html_node *e, enum attr name)
{
	struct anchor *v;

	if (!html_value(e, name).n)
		return;
	v = arena_zalloc(c->arena, sizeof(*v));
	v->name = html_value(e, name);
	v->at = position_of(c->where, e->offset);
	*c->anchors = v;
	c->anchors = &v->next;
}

static void
add_urls(struct collector *c, const struct html_node *e)
{
	for (size_t i = 0; i < sizeof(urls) / sizeof(urls[0]); i++) {
		const struct html_attr *attr;

		if (urls[i].tag != e->tag || !(attr = html_attr(e, urls[i].attr)))
			continue;
		if (urls[i].list)
			add_candidates(c, e, attr);
		else
			add_ref(c, e, attr, attr->value);
	}
}

/* href and xlink:href of SVG and MathML. */
static void
add_foreign(struct collector *c, const struct html_node *e)
{
	for (uint32_t i = 0; i < e->n_attrs; i++)
		if (str_eq(e->attrs[i].key, STR("href")))
			add_ref(c, e, &e->attrs[i], e->attrs[i].value);
}

void
references_extract(struct arena *a, const struct html_document *doc, const struct blocks *b,
    struct position_finder *where, struct page *page)
{
	struct collector c = { a, where, &page->refs, &page->alternates, &page->anchors };

	for (const struct html_node *e = doc->root; e; e = html_next(e, doc->root)) {
		if (e->kind != HTML_ELEMENT)
			continue;
		add_anchor(&c, e, ATTR_ID);
		if (html_is(e, TAG_A) &&
		    !str_eq(html_value(e, ATTR_NAME), html_value(e, ATTR_ID)))
			add_anchor(&c, e, ATTR_NAME);
		if (e->ns != HTML_NS_HTML)
			add_foreign(&c, e);
		else if (e->tag == TAG_META)
			add_meta(&c, e);
		else if (e->tag == TAG_LINK && html_attr(e, ATTR_HREFLANG) &&
			 has_token(e, ATTR_REL, STR("alternate")))
			add_alternate(&c, e);
		else if (!block_of(b, e)->is_item)
			add_urls(&c, e);
	}
}
