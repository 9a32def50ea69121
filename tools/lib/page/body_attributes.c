/* body_attributes.c - what the elements of a body keep of their attributes. */
#include "body.h"

#include <stdio.h>

#include "../base/language.h"

/* The whole number that a value begins with, as HTML reads it, no larger than `most`. */
static struct str
number(struct arena *a, struct str value, unsigned long most)
{
	char text[24];
	unsigned long n = 0;
	size_t i = 0;
	bool negative;
	int length;

	value = str_trim(value);
	negative = value.n > 1 && value.p[0] == '-';
	if (negative)
		i++;
	if (i == value.n || !is_digit(value.p[i]))
		return (struct str){ 0 };
	for (; i < value.n && is_digit(value.p[i]); i++)
		n = n > most ? n : n * 10 + (unsigned long)(value.p[i] - '0');
	if (i < value.n && value.p[i] == '%')
		return (struct str){ 0 };
	length =
	    snprintf(text, sizeof(text), "%s%lu", negative ? "-" : "", n < most ? n : most);
	return arena_str(a, (struct str){ text, (size_t)length });
}

/* The same where a number below zero says nothing. */
static struct str
natural(struct arena *a, struct str value, unsigned long most)
{
	value = number(a, value, most);
	return str_starts(value, STR("-")) ? (struct str){ 0 } : value;
}

/* The one of a NULL-ended list of keywords that the value is, letter case aside. */
static struct str
keyword(struct str value, const char *const *list)
{
	for (; *list; list++)
		if (str_eq_nocase(str_trim(value), str_of(*list)))
			return str_of(*list);
	return (struct str){ 0 };
}

/* A language tag in its canonical form, as far as it is valid; absent where it is none. */
static struct str
language(struct arena *a, struct str tag)
{
	struct str known = arena_str(a, str_trim(tag));

	for (size_t i = 0; i < known.n; i++)
		if (known.p[i] == '_')
			((char *)known.p)[i] = '-';
	while (known.n && !language_is_valid(known))
		while (known.n && known.p[--known.n] != '-')
			;
	return known.n ? language_canonical(a, known) : (struct str){ 0 };
}

const struct speech *
declared_speech(struct arena *a, const struct html_node *e, const struct speech *around)
{
	static const char *const directions[] = { "ltr", "rtl", "auto", NULL };
	struct str lang, dir = { 0 };
	struct speech *speech = arena_alloc(a, sizeof(*speech));

	lang = html_value(e, ATTR_LANG);
	if (!lang.p)
		lang = html_value(e, ATTR_XML_LANG);
	if (lang.n)
		lang = language(a, lang);
	if (html_attr(e, ATTR_DIR))
		dir = keyword(html_value(e, ATTR_DIR), directions);
	*speech = (struct speech){ lang.n ? lang : around->lang, dir.p ? dir : around->dir };
	return speech;
}

/* True for an address that is a program (WHATWG URL 4.4: white space in it does not count). */
bool
runs_script(struct str address)
{
	static const struct str schemes[] = { STR_INIT("javascript:"), STR_INIT("vbscript:") };

	if (address.n && (unsigned char)address.p[0] > ' ' && to_lower(address.p[0]) != 'j' &&
	    to_lower(address.p[0]) != 'v')
		return false;
	for (size_t i = 0; i < 2; i++) {
		size_t at = 0, same = 0;

		while (at < address.n && (unsigned char)address.p[at] <= ' ')
			at++;
		for (; at < address.n && same < schemes[i].n; at++) {
			if (address.p[at] == '\t' || address.p[at] == '\n' ||
			    address.p[at] == '\r')
				continue;
			if (to_lower(address.p[at]) != schemes[i].p[same])
				break;
			same++;
		}
		if (same == schemes[i].n)
			return true;
	}
	return false;
}

/* The value of the first of some attributes, ended by NULL, that has one. */
static struct str
first_value(const struct html_node *e, const char *const *keys)
{
	for (; *keys; keys++)
		for (uint32_t i = 0; i < e->n_attrs; i++)
			if (str_eq(e->attrs[i].key, str_of(*keys)) &&
			    str_trim(e->attrs[i].value).n)
				return e->attrs[i].value;
	return (struct str){ 0 };
}

/* True for the address of an image that only holds the place of another. */
static bool
is_placeholder(struct str src)
{
	static const char *const words[] = { "blank", "placeholder", "spacer", "loading",
		"transparent", "pixel", "lazy", "1x1", NULL };

	src = str_trim(src);
	if (!src.n || str_starts_nocase(src, STR("data:")) ||
	    str_starts_nocase(src, STR("about:")))
		return true;
	for (const char *const *word = words; *word; word++)
		if (str_find(src, str_of(*word), 0) < src.n)
			return true;
	return false;
}

/* The address of a resource, or of its candidates, that the page may leave to a script. */
static struct str
resource(const struct html_node *e, enum attr name)
{
	static const char *const sources[] = { "data-src", "data-lazy-src", "data-original",
		"data-lazy", NULL };
	static const char *const sets[] = { "data-srcset", "data-lazy-srcset", NULL };
	struct str lazy = first_value(e, name == ATTR_SRC ? sources : sets);
	struct str value = html_value(e, name);

	return lazy.p && is_placeholder(value) ? lazy : value;
}

/* The language that a class token or the one after it tells of code, else absent. */
static struct str
token_language(struct str token, struct str left)
{
	static const struct str prefixes[] = { STR_INIT("language-"), STR_INIT("lang-"),
		STR_INIT("highlight-source-"), STR_INIT("mw-highlight-lang-"),
		STR_INIT("highlight-"), STR_INIT("source-"), STR_INIT("brush-") };
	struct str next;

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++)
		if (str_starts_nocase(token, prefixes[i]))
			return str_part(token, prefixes[i].n, token.n);
	if (str_eq(token, STR("brush:")) || str_eq(token, STR("sourceCode")))
		if (str_token(&left, &next))
			return str_ends(next, STR(";")) ? str_part(next, 0, next.n - 1) : next;
	return (struct str){ 0 };
}

/* True for the name of a language and not of a part of a page. */
static bool
names_language(struct str s)
{
	static const char *const others[] = { "default", "none", "wrapper", "container",
		"inner", "block", "box", "code", "table", "lines", NULL };

	if (!s.n || s.n > 30 || keyword(s, others).p)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!is_alpha(s.p[i]) && !is_digit(s.p[i]) && !memchr("+#.-_", s.p[i], 5))
			return false;
	return true;
}

static struct str
marked_language(const struct html_node *e)
{
	static const char *const keys[] = { "data-lang", "data-language", NULL };
	struct str classes = html_value(e, ATTR_CLASS), token, found;

	while (str_token(&classes, &token)) {
		found = token_language(token, classes);
		if (names_language(found))
			return found;
	}
	found = str_trim(first_value(e, keys));
	return names_language(found) ? found : (struct str){ 0 };
}

/* The class of a pre: marks stand on it, on the code that is all it holds, or on what holds
 * little but it. */
static struct str
code_class(struct arena *a, const struct html_node *pre)
{
	struct str found = marked_language(pre);
	const struct html_node *up = pre->parent;
	char *name;

	if (!found.n && pre->first && html_is(pre->first, TAG_CODE) && !pre->first->next)
		found = marked_language(pre->first);
	for (int i = 0; i < 2 && !found.n && up && up->kind == HTML_ELEMENT;
	     i++, up = up->parent)
		found = marked_language(up);
	if (!found.n)
		return (struct str){ 0 };
	name = arena_alloc(a, found.n + 9);
	memcpy(name, "language-", 9);
	for (size_t i = 0; i < found.n; i++)
		name[9 + i] = to_lower(found.p[i]);
	return (struct str){ name, found.n + 9 };
}

/* How entries are numbered, unless as they are anyway. */
static struct str
numbering(struct str value)
{
	value = str_trim(value);
	return value.n == 1 && memchr("aAiI", value.p[0], 4) ? value : (struct str){ 0 };
}

/* The value that an attribute is kept with; absent: it says nothing and goes. */
static struct str
attribute_value(
    struct arena *a, const struct element_rule *rule, enum attr name, struct str value)
{
	static const char *const kinds[] = { "subtitles", "captions", "descriptions",
		"chapters", "metadata", NULL };
	static const char *const scopes[] = { "row", "col", "rowgroup", "colgroup", NULL };
	enum { LARGEST = 999999999, MOST_COLUMNS = 1000, MOST_ROWS = 65534 };

	switch (name) {
	case ATTR_SCOPE: return keyword(value, scopes);
	case ATTR_REVERSED: return STR("reversed");
	case ATTR_COLSPAN:
	case ATTR_SPAN: return natural(a, value, MOST_COLUMNS);
	case ATTR_ROWSPAN: return natural(a, value, MOST_ROWS);
	case ATTR_WIDTH:
	case ATTR_HEIGHT: return natural(a, value, LARGEST);
	case ATTR_START: return number(a, value, LARGEST);
	case ATTR_VALUE: return rule->becomes == TAG_LI ? number(a, value, LARGEST) : value;
	case ATTR_KIND: return keyword(value, kinds);
	case ATTR_TYPE: return rule->becomes == TAG_OL ? numbering(value) : value;
	case ATTR_HREF:
	case ATTR_SRC:
	case ATTR_DATA: return runs_script(value) ? (struct str){ 0 } : value;
	default: return value;
	}
}

/* Add an attribute to those before `to`, unless its value is absent; returns their end. */
static struct html_attr *
keep(struct html_attr *to, enum attr name, struct str value)
{
	if (value.p)
		*to++ = (struct html_attr){
			.name = (uint16_t)name, .key = attr_name(name), .value = value
		};
	return to;
}

/* A set of attributes by their names: 64 kinds, so that what is not in it is not there. */
static inline uint64_t
name_bit(enum attr name)
{
	return UINT64_C(1) << (name & 63);
}

static inline uint64_t
name_bits(const struct html_node *e)
{
	uint64_t bits = 0;

	for (uint32_t i = 0; i < e->n_attrs; i++)
		bits |= name_bit(e->attrs[i].name);
	return bits;
}

uint32_t
copy_attributes(struct arena *a, const struct html_node *e, const struct element_rule *rule,
    struct str id, const struct speech *around, struct html_attr attrs[static ATTRIBUTES])
{
	const uint64_t speaks =
	    name_bit(ATTR_LANG) | name_bit(ATTR_XML_LANG) | name_bit(ATTR_DIR);
	struct html_attr *to = attrs;
	uint64_t there = name_bits(e);
	const struct speech *own = there & speaks ? speech_of(a, e, around) : around;

	if (id.n)
		to = keep(to, ATTR_ID, id);
	if (own != around && !str_eq(own->lang, around->lang))
		to = keep(to, ATTR_LANG, own->lang);
	if ((own != around && !str_eq(own->dir, around->dir)) || rule->becomes == TAG_BDO)
		to = keep(to, ATTR_DIR, own->dir);
	if (!e->n_attrs && rule->attrs[0] != ATTR_CLASS) /* that may stand elsewhere */
		return (uint32_t)(to - attrs);
	if (there & name_bit(ATTR_TITLE))
		to = keep(to, ATTR_TITLE, html_value(e, ATTR_TITLE));
	for (size_t i = 0; i < RULE_ATTRIBUTES && rule->attrs[i]; i++) {
		enum attr name = rule->attrs[i];
		struct str value;

		if (name == ATTR_CLASS)
			value = code_class(a, e);
		else if (name == ATTR_SRC || name == ATTR_SRCSET)
			value = resource(e, name);
		else if (there & name_bit(name))
			value = html_value(e, name);
		else
			continue;
		if (value.p)
			to = keep(to, name, attribute_value(a, rule, name, value));
	}
	return (uint32_t)(to - attrs);
}

void
copy_math_attributes(struct arena *a, const struct html_node *e, struct html_node *copy)
{
	copy->attrs = arena_alloc(a, (e->n_attrs + 1) * sizeof(*copy->attrs));
	for (uint32_t i = 0; i < e->n_attrs; i++) {
		const struct html_attr *attr = &e->attrs[i];

		if (attr->prefix == HTML_PREFIX_NONE && attr->name != ATTR_UNKNOWN &&
		    attr->name != ATTR_STYLE && attr->name != ATTR_CLASS &&
		    !str_starts(attr->key, STR("on")) && !str_starts(attr->key, STR("xmlns")) &&
		    !runs_script(attr->value))
			copy->attrs[copy->n_attrs++] = *attr;
	}
}
