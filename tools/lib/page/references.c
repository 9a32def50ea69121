/* references.c - what a page refers to, and what it can be referred to by. */
#include "references.h"

#include "../base/hash.h"
#include "srcset.h"
#include "style.h"

/* What an attribute holds (WHATWG, index of attributes: "valid URL"). */
enum form {
	FORM_NONE,
	FORM_URL,
	FORM_URLS,       /* separated by spaces */
	FORM_CANDIDATES, /* a srcset: candidates, each a URL and descriptors */
};

static bool
among(uint16_t tag, const uint16_t *tags, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (tags[i] == tag)
			return true;
	return false;
}

#define AMONG(tag, ...)                                                                        \
	among(tag, (const uint16_t[]){ __VA_ARGS__ },                                          \
	    sizeof((const uint16_t[]){ __VA_ARGS__ }) / sizeof(uint16_t))

static enum form
form_when(bool belongs, enum form form)
{
	return belongs ? form : FORM_NONE;
}

/* What an attribute of an HTML element holds. */
static enum form
form_of(uint16_t tag, uint16_t attr)
{
	switch (attr) {
	case ATTR_ACTION: return form_when(tag == TAG_FORM, FORM_URL);
	case ATTR_BACKGROUND:
		return form_when(
		    AMONG(tag, TAG_BODY, TAG_TABLE, TAG_TD, TAG_TH, TAG_TR), FORM_URL);
	case ATTR_CITE:
		return form_when(AMONG(tag, TAG_BLOCKQUOTE, TAG_Q, TAG_INS, TAG_DEL), FORM_URL);
	case ATTR_DATA: return form_when(tag == TAG_OBJECT, FORM_URL);
	case ATTR_FORMACTION: return form_when(AMONG(tag, TAG_BUTTON, TAG_INPUT), FORM_URL);
	case ATTR_HREF:
		return form_when(AMONG(tag, TAG_A, TAG_LINK, TAG_AREA, TAG_BASE), FORM_URL);
	case ATTR_IMAGESRCSET: return form_when(tag == TAG_LINK, FORM_CANDIDATES);
	case ATTR_LONGDESC: return form_when(AMONG(tag, TAG_IMG, TAG_IFRAME), FORM_URL);
	case ATTR_MANIFEST: return form_when(tag == TAG_HTML, FORM_URL);
	case ATTR_PING: return form_when(AMONG(tag, TAG_A, TAG_AREA), FORM_URLS);
	case ATTR_POSTER: return form_when(tag == TAG_VIDEO, FORM_URL);
	case ATTR_SRC:
		return form_when(
		    AMONG(tag, TAG_IMG, TAG_SCRIPT, TAG_IFRAME, TAG_SOURCE, TAG_INPUT,
			TAG_VIDEO, TAG_AUDIO, TAG_TRACK, TAG_EMBED, TAG_FRAME),
		    FORM_URL);
	case ATTR_SRCSET: return form_when(AMONG(tag, TAG_IMG, TAG_SOURCE), FORM_CANDIDATES);
	case ATTR_USEMAP: return form_when(AMONG(tag, TAG_IMG, TAG_OBJECT), FORM_URL);
	default: return FORM_NONE;
	}
}

/* The text alternative of an image; absent where it has none. */
static struct str
alternative(const struct html_node *e)
{
	static const uint16_t names[] = { ATTR_ALT, ATTR_ARIA_LABEL, ATTR_ARIA_LABELLEDBY };
	struct str alt = { 0 };

	if (!html_is(e, TAG_IMG))
		return alt;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && !alt.p; i++)
		alt = html_value(e, names[i]);
	if (!alt.p && (has_token(e, ATTR_ROLE, STR("presentation")) ||
			  has_token(e, ATTR_ROLE, STR("none")) ||
			  has_token(e, ATTR_ARIA_HIDDEN, STR("true"))))
		alt = STR("");
	return alt;
}

static struct ref *
add(struct references *c, const struct html_node *e, struct str attribute, uint32_t offset,
    struct str url)
{
	struct ref *r = arena_alloc(c->arena, sizeof(*r));

	*r = (struct ref){ .element = e->text,
		.attribute = attribute,
		.link = { .href = str_trim(url), .at = position_of(c->where, offset) } };
	*c->refs = r;
	c->refs = &r->next;
	return r;
}

/* True for what leads where another attribute of that name does, of links and images. */
static bool
is_repeated(struct references *c, const struct html_node *e, const struct html_attr *attr,
    struct str url, bool has_alt)
{
	uint64_t what = hash_mix(c->seed, (uint64_t)attr->name << 1 | has_alt);

	if (!html_is(e, TAG_A) && !html_is(e, TAG_IMG))
		return false;
	return !seen_add(c->arena, &c->seen, hash_str(hash_mix(what, e->tag), str_trim(url)));
}

static void
add_ref(struct references *c, const struct html_node *e, const struct html_attr *attr,
    struct str url)
{
	struct str alt = attr->name == ATTR_SRC ? alternative(e) : (struct str){ 0 };
	struct ref *r;

	if (c->distinct && is_repeated(c, e, attr, url, alt.p)) {
		c->page->repeats++;
		return;
	}
	r = add(c, e, attr->key, attr->offset, url);
	r->rel = html_value(e, ATTR_REL);
	r->alt = alt;
}

static void
add_words(struct references *c, const struct html_node *e, const struct html_attr *attr)
{
	struct str left = attr->value, url;

	while (str_token(&left, &url))
		add_ref(c, e, attr, url);
}

/* CSS names a URL in the parentheses of a function or after an @import. */
static bool
may_hold_url(struct str css)
{
	return str_find_char(css, '(', 0) < css.n || str_find_char(css, '@', 0) < css.n;
}

/* The URLs of CSS in an attribute. */
static void
add_declarations(struct references *c, const struct html_node *e, const struct html_attr *attr)
{
	struct style_reader style = { .css = attr->value };
	struct str url;

	if (!may_hold_url(attr->value))
		return;
	while (style_next(&style, c->arena, &url))
		add_ref(c, e, attr, url);
}

/* Those in the text of a style element, each where it stands in it. */
static void
add_style(struct references *c, const struct html_node *e)
{
	const struct html_node *text = e->first;
	struct style_reader style = { .css = text ? text->text : STR("") };
	bool in_place = text && text->text.p >= c->where->text.p &&
	                text->text.p <= c->where->text.p + c->where->text.n;
	struct str url;

	while (style_next(&style, c->arena, &url))
		add(c, e, STR("text"), text->offset + (in_place ? (uint32_t)style.url_from : 0),
		    url);
}

static void
add_candidates(struct references *c, const struct html_node *e, const struct html_attr *attr)
{
	struct str left = attr->value, url;

	while (srcset_next(&left, &url))
		add_ref(c, e, attr, url);
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
	static const struct str names[] = { STR_INIT("og:url"), STR_INIT("og:image"),
		STR_INIT("og:video"), STR_INIT("og:audio"), STR_INIT("og:image:url"),
		STR_INIT("og:image:secure_url"), STR_INIT("og:video:url"),
		STR_INIT("twitter:image"), STR_INIT("twitter:image:src") };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_eq_nocase(str_trim(name), names[i]))
			return true;
	return false;
}

/* What a meta element declares a URL for stands in rel: "refresh", "og:image". */
static void
add_meta_ref(struct references *c, const struct html_node *e, const struct html_attr *content,
    struct str url)
{
	static const uint16_t names[] = { ATTR_PROPERTY, ATTR_HTTP_EQUIV, ATTR_NAME };
	struct ref *r = add(c, e, content->key, content->offset, url);

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && !r->rel.p; i++)
		r->rel = html_value(e, names[i]);
}

static bool
is_refresh(const struct html_node *e)
{
	return str_eq_nocase(str_trim(html_value(e, ATTR_HTTP_EQUIV)), STR("refresh"));
}

static void
add_meta(struct references *c, const struct html_node *e)
{
	const struct html_attr *content = html_attr(e, ATTR_CONTENT);
	struct str url;

	if (!content)
		return;
	if (is_refresh(e)) {
		url = refresh_url(content->value);
		if (url.p)
			add_meta_ref(c, e, content, url);
	} else if (is_url_property(html_value(e, ATTR_PROPERTY)) ||
		   is_url_property(html_value(e, ATTR_NAME))) {
		add_meta_ref(c, e, content, content->value);
	}
}

static void
add_alternate(struct references *c, const struct html_node *e)
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
add_anchor(
    struct references *c, const struct html_node *e, struct str name, enum anchor_from from)
{
	struct anchor *v;

	if (!name.n)
		return;
	v = arena_zalloc(c->arena, sizeof(*v));
	v->name = name;
	v->from = from;
	v->at = position_of(c->where, e->offset);
	*c->anchors = v;
	c->anchors = &v->next;
}

/* The name of an a or a map, which is as good as an id. */
static void
add_name(struct references *c, const struct html_node *e, struct str name)
{
	if (html_is(e, TAG_A) && !str_eq(name, html_value(e, ATTR_ID)))
		add_anchor(c, e, name, ANCHOR_NAME);
	else if (html_is(e, TAG_MAP))
		add_anchor(c, e, name, ANCHOR_MAP);
}

static void
add_attr(struct references *c, const struct html_node *e, const struct html_attr *attr)
{
	switch (form_of(e->tag, attr->name)) {
	case FORM_NONE: break;
	case FORM_URL: add_ref(c, e, attr, attr->value); break;
	case FORM_URLS: add_words(c, e, attr); break;
	case FORM_CANDIDATES: add_candidates(c, e, attr); break;
	}
}

/* A version in another language: a style sheet that is another one is none. */
static bool
is_alternate(const struct html_node *e)
{
	return html_is(e, TAG_LINK) && html_attr(e, ATTR_HREFLANG) && html_attr(e, ATTR_HREF) &&
	       has_token(e, ATTR_REL, STR("alternate")) &&
	       !has_token(e, ATTR_REL, STR("stylesheet"));
}

/* In SVG and MathML any element may have href, or xlink:href, and that alone is a URL. */
static void
add_attrs(struct references *c, const struct html_node *e)
{
	bool alternate = is_alternate(e);
	bool is_item = c->blocks && block_of(c->blocks, e)->is_item;

	for (uint32_t i = 0; i < e->n_attrs; i++) {
		const struct html_attr *attr = &e->attrs[i];

		if (attr->name == ATTR_ID)
			add_anchor(c, e, attr->value, ANCHOR_ID);
		else if (attr->name == ATTR_NAME)
			add_name(c, e, attr->value);
		else if (attr->name == ATTR_STYLE)
			add_declarations(c, e, attr);
		else if (e->ns != HTML_NS_HTML && str_eq(attr->key, STR("href")))
			add_ref(c, e, attr, attr->value);
		else if (e->ns == HTML_NS_HTML &&
			 !(attr->name == ATTR_HREF && (is_item || alternate)))
			add_attr(c, e, attr);
	}
	if (alternate)
		add_alternate(c, e);
}

/* True for the rest of an element that the parser had to split: it shares the attributes of the
 * first part, which stand before the tag that made it. */
static bool
is_rest(const struct html_node *e)
{
	return e->n_attrs && e->attrs[0].offset < e->offset;
}

void
references_meet(struct references *c, const struct html_node *e)
{
	if (e->n_attrs && !is_rest(e))
		add_attrs(c, e);
	if (html_is(e, TAG_META))
		add_meta(c, e);
	else if (html_is(e, TAG_BASE) && !c->page->base.p)
		c->page->base = str_trim(html_value(e, ATTR_HREF));
	else if (e->first && str_eq(e->text, STR("style")))
		add_style(c, e);
}

void
references_start(struct references *c, struct page *page)
{
	c->page = page;
	c->refs = &page->refs;
	c->alternates = &page->alternates;
	c->anchors = &page->anchors;
	c->seen = (struct seen){ 0 };
}

/* Of the table's elements those with attributes that matter, meta (told) and style (silent). */
static bool
may_refer(const struct block *b)
{
	return b->has & (HAS_REFERENCE | HAS_REL) || b->is & (IS_TOLD | IS_SILENT) ||
	       block_is(b, N_TAGS);
}

/* Those of large pages have left the processor's caches by now. */
void
references_of_blocks(
    struct arena *a, const struct blocks *b, struct position_finder *where, struct page *page)
{
	enum { AHEAD = 8 }; /* blocks */
	struct references c = { .arena = a, .where = where, .blocks = b };

	references_start(&c, page);
	for (uint32_t i = 0; i < b->n; i++) {
		if (i + AHEAD < b->n && may_refer(&b->at[i + AHEAD]))
			__builtin_prefetch(b->at[i + AHEAD].node);
		if (may_refer(&b->at[i]))
			references_meet(&c, b->at[i].node);
	}
}

/* True for an element that says where else the page is, or where its readers are to go. */
static bool
leads_elsewhere(const struct html_node *e)
{
	return html_is(e, TAG_META)
	           ? is_refresh(e)
	           : html_is(e, TAG_LINK) && has_token(e, ATTR_REL, STR("canonical"));
}

void
references_elsewhere(
    struct arena *a, const struct blocks *b, struct position_finder *where, struct page *page)
{
	struct references c = { .arena = a, .where = where, .blocks = b };

	references_start(&c, page);
	for (const struct block *told = NULL; (told = next_told(b, told));)
		if (leads_elsewhere(told->node))
			references_meet(&c, told->node);
}

/* A table of elements. */
bool
reference_is_loaded(enum tag element, struct str attribute, struct str rel)
{
	if (str_eq(attribute, STR("style")) || str_eq(attribute, STR("background")))
		return true;
	switch (element) {
	case TAG_LINK:
		return str_find(rel, STR("stylesheet"), 0) < rel.n ||
		       str_find(rel, STR("icon"), 0) < rel.n;
	case TAG_AUDIO:
	case TAG_EMBED:
	case TAG_FORM:
	case TAG_FRAME:
	case TAG_IFRAME:
	case TAG_IMG:
	case TAG_INPUT:
	case TAG_OBJECT:
	case TAG_SCRIPT:
	case TAG_SOURCE:
	case TAG_STYLE:
	case TAG_TRACK:
	case TAG_VIDEO: return !str_eq(attribute, STR("longdesc"));
	default: return false;
	}
}
