/* foreign.c - the rules for tokens in SVG and MathML (section 13.2.6.5). */
#include "foreign.h"

#include "insertion.h"
#include "mode.h"

/* "Adjust foreign attributes": how a qualified name is split. */
static const struct adjusted {
	enum attr name;
	enum html_prefix prefix;
	enum attr local_name;
	struct str local;
} adjusted[] = {
	{ ATTR_XLINK_ACTUATE, HTML_PREFIX_XLINK, ATTR_UNKNOWN, STR_INIT("actuate") },
	{ ATTR_XLINK_ARCROLE, HTML_PREFIX_XLINK, ATTR_UNKNOWN, STR_INIT("arcrole") },
	{ ATTR_XLINK_HREF, HTML_PREFIX_XLINK, ATTR_HREF, STR_INIT("href") },
	{ ATTR_XLINK_ROLE, HTML_PREFIX_XLINK, ATTR_ROLE, STR_INIT("role") },
	{ ATTR_XLINK_SHOW, HTML_PREFIX_XLINK, ATTR_UNKNOWN, STR_INIT("show") },
	{ ATTR_XLINK_TITLE, HTML_PREFIX_XLINK, ATTR_TITLE, STR_INIT("title") },
	{ ATTR_XLINK_TYPE, HTML_PREFIX_XLINK, ATTR_TYPE, STR_INIT("type") },
	{ ATTR_XML_LANG, HTML_PREFIX_XML, ATTR_LANG, STR_INIT("lang") },
	{ ATTR_XML_SPACE, HTML_PREFIX_XML, ATTR_UNKNOWN, STR_INIT("space") },
	{ ATTR_XMLNS, HTML_PREFIX_XMLNS, ATTR_XMLNS, STR_INIT("xmlns") },
	{ ATTR_XMLNS_XLINK, HTML_PREFIX_XMLNS, ATTR_UNKNOWN, STR_INIT("xlink") },
};

static void
adjust_attr(struct html_attr *attr, enum html_ns ns)
{
	if (attr->name == ATTR_UNKNOWN)
		return;
	for (size_t i = 0; i < sizeof(adjusted) / sizeof(adjusted[0]); i++)
		if (adjusted[i].name == attr->name) {
			attr->name = (uint16_t)adjusted[i].local_name;
			attr->prefix = (uint8_t)adjusted[i].prefix;
			attr->key = adjusted[i].local;
			return;
		}
	if (ns == HTML_NS_SVG)
		attr->key = attr_svg_name(attr->name);
	else if (attr->name == ATTR_DEFINITIONURL)
		attr->key = STR("definitionURL");
}

void
foreign_adjust(const struct token *t, enum html_ns ns)
{
	for (uint32_t i = 0; i < t->n_attrs; i++)
		adjust_attr(&t->attrs[i], ns);
}

static bool
is_mathml_text(const struct html_node *n)
{
	return n->ns == HTML_NS_MATHML &&
	       (n->tag == TAG_MI || n->tag == TAG_MO || n->tag == TAG_MN || n->tag == TAG_MS ||
		   n->tag == TAG_MTEXT);
}

/* An HTML integration point. */
static bool
takes_html(const struct html_node *n)
{
	struct str encoding;

	if (n->ns == HTML_NS_SVG)
		return n->tag == TAG_FOREIGNOBJECT || n->tag == TAG_DESC || n->tag == TAG_TITLE;
	if (n->tag != TAG_ANNOTATION_XML)
		return false;
	encoding = html_value(n, ATTR_ENCODING);
	return str_eq_nocase(encoding, STR("text/html")) ||
	       str_eq_nocase(encoding, STR("application/xhtml+xml"));
}

/* Is a token that meets a foreign current node to be processed as in HTML content? */
static bool
is_html(const struct html_node *n, const struct token *t)
{
	bool start = t->kind == TOKEN_START, text = t->kind == TOKEN_TEXT;

	if (t->kind == TOKEN_EOF)
		return true;
	if (is_mathml_text(n) &&
	    (text || (start && t->tag != TAG_MGLYPH && t->tag != TAG_MALIGNMARK)))
		return true;
	if (n->ns == HTML_NS_MATHML && n->tag == TAG_ANNOTATION_XML && start &&
	    t->tag == TAG_SVG)
		return true;
	return (start || text) && takes_html(n);
}

/* A table of tags. */
bool
foreign_breaks_out(const struct token *t)
{
	switch (t->tag) {
	case TAG_B:
	case TAG_BIG:
	case TAG_BLOCKQUOTE:
	case TAG_BODY:
	case TAG_BR:
	case TAG_CENTER:
	case TAG_CODE:
	case TAG_DD:
	case TAG_DIV:
	case TAG_DL:
	case TAG_DT:
	case TAG_EM:
	case TAG_EMBED:
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
	case TAG_H4:
	case TAG_H5:
	case TAG_H6:
	case TAG_HEAD:
	case TAG_HR:
	case TAG_I:
	case TAG_IMG:
	case TAG_LI:
	case TAG_LISTING:
	case TAG_MENU:
	case TAG_META:
	case TAG_NOBR:
	case TAG_OL:
	case TAG_P:
	case TAG_PRE:
	case TAG_RUBY:
	case TAG_S:
	case TAG_SMALL:
	case TAG_SPAN:
	case TAG_STRONG:
	case TAG_STRIKE:
	case TAG_SUB:
	case TAG_SUP:
	case TAG_TABLE:
	case TAG_TT:
	case TAG_U:
	case TAG_UL:
	case TAG_VAR: return true;
	case TAG_FONT:
		for (uint32_t i = 0; i < t->n_attrs; i++)
			if (t->attrs[i].name == ATTR_COLOR || t->attrs[i].name == ATTR_FACE ||
			    t->attrs[i].name == ATTR_SIZE)
				return true;
		return false;
	default: return false;
	}
}

/* Close foreign elements up to where HTML may stand, and process the token there. */
static bool
break_out(struct builder *b, struct token *t)
{
	const struct open *e = open_top(&b->open);

	while (e->name & 1 && !is_mathml_text(e->node) && !takes_html(e->node))
		e--;
	open_pop_to(&b->open, (uint32_t)(e - b->open.entries) + 1);
	return mode_current(b, t);
}

static void
text_in_foreign(struct builder *b, struct token *t)
{
	if (t->nul)
		t->text = STR("\xEF\xBF\xBD");
	else if (!t->white)
		b->frameset_ok = false;
	insert_text(b, t);
}

/* Close the foreign element of a name, if one is open above any HTML element. */
static bool
end_in_foreign(struct builder *b, struct token *t)
{
	uint32_t i = open_last(&b->open, t->tag, t->text, true);

	if (t->tag == TAG_BR || t->tag == TAG_P)
		return break_out(b, t);
	if (i <= open_top(&b->open)->html)
		return mode_current(b, t);
	open_pop_to(&b->open, i);
	return true;
}

bool
mode_in_foreign(struct builder *b, struct token *t)
{
	const struct html_node *n = open_top(&b->open)->node;

	if (is_html(n, t))
		return mode_current(b, t);
	switch (t->kind) {
	case TOKEN_TEXT: text_in_foreign(b, t); return true;
	case TOKEN_COMMENT: insert_comment(b, t); return true;
	case TOKEN_START:
		if (foreign_breaks_out(t))
			return break_out(b, t);
		insert_foreign(b, t, n->ns);
		if (t->self_closing)
			open_pop_to(&b->open, b->open.depth);
		return true;
	case TOKEN_END: return end_in_foreign(b, t);
	default: return true;
	}
}
