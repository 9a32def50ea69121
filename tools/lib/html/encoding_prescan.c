/* encoding_prescan.c - the encoding a page declares near its start (HTML section 13.2.3.2). */
#include "encoding.h"

enum { PRESCANNED = 1024 };

/* The rules that make the declarations of encodings that cannot be read as ASCII harmless. */
static const char *
declared(struct str label)
{
	const char *name = encoding_of_label(label);

	if (!name)
		return NULL;
	if (str_starts(str_of(name), STR("UTF-16")))
		return "UTF-8";
	return strcmp(name, "x-user-defined") == 0 ? "windows-1252" : name;
}

/* Offset of the first byte at or after `from` that is no white space. */
static size_t
skip_space(struct str s, size_t from)
{
	while (from < s.n && is_space(s.p[from]))
		from++;
	return from;
}

/* The label in a content attribute such as "text/html; charset=utf-8", or an absent slice. */
static struct str
label_of_content(struct str s)
{
	size_t from = 0, to;

	for (;; from = to) {
		while (from < s.n && !str_starts_nocase(str_part(s, from, s.n), STR("charset")))
			from++;
		if (from == s.n)
			return (struct str){ 0 };
		to = skip_space(s, from + STR("charset").n);
		if (to < s.n && s.p[to] == '=')
			break;
	}
	from = skip_space(s, to + 1);
	if (from < s.n && (s.p[from] == '"' || s.p[from] == '\'')) {
		to = str_find_char(s, s.p[from], from + 1);
		return to < s.n ? str_part(s, from + 1, to) : (struct str){ 0 };
	}
	for (to = from; to < s.n && !is_space(s.p[to]) && s.p[to] != ';';)
		to++;
	return str_part(s, from, to);
}

const char *
encoding_of_meta(struct str charset, struct str http_equiv, struct str content)
{
	const char *name = charset.p ? declared(charset) : NULL;

	if (!name && content.p && str_eq_nocase(http_equiv, STR("content-type")))
		name = declared(label_of_content(content));
	return name;
}

/* What is left to prescan. Running out of it ends the prescan without a result. */
struct cursor {
	const char *p, *end;
};

static void
advance_past_slashes(struct cursor *c)
{
	while (c->p < c->end && (is_space(*c->p) || *c->p == '/'))
		c->p++;
}

static void
advance_past_space(struct cursor *c)
{
	while (c->p < c->end && is_space(*c->p))
		c->p++;
}

/* Read a value after its equals sign. */
static struct str
read_value(struct cursor *c)
{
	const char *start;

	advance_past_space(c);
	start = c->p;
	if (c->p < c->end && (*c->p == '"' || *c->p == '\'')) {
		struct str rest = { start + 1, (size_t)(c->end - start - 1) };
		size_t n = str_find_char(rest, *start, 0);

		c->p = n < rest.n ? rest.p + n + 1 : c->end;
		return str_part(rest, 0, n);
	}
	while (c->p < c->end && !is_space(*c->p) && *c->p != '>')
		c->p++;
	return (struct str){ start, (size_t)(c->p - start) };
}

/* "Get an attribute": false when the tag has no more of them. */
static bool
read_attribute(struct cursor *c, struct str *name, struct str *value)
{
	const char *start;

	advance_past_slashes(c);
	if (c->p == c->end || *c->p == '>')
		return false;
	start = c->p++; /* an equals sign here is part of the name */
	while (
	    c->p < c->end && !is_space(*c->p) && *c->p != '=' && *c->p != '/' && *c->p != '>')
		c->p++;
	*name = (struct str){ start, (size_t)(c->p - start) };
	*value = STR("");
	advance_past_space(c);
	if (c->p < c->end && *c->p == '=') {
		c->p++;
		*value = read_value(c);
	}
	return true;
}

/* Read a tag's attributes, taking the values of the names that count (the first of each). */
static void
read_tag(struct cursor *c, size_t n, const struct str names[], struct str values[])
{
	struct str name, value;

	while (read_attribute(c, &name, &value))
		for (size_t i = 0; i < n; i++)
			if (!values[i].p && str_eq_nocase(name, names[i]))
				values[i] = value;
}

/* The encoding of the meta tag whose attributes are next. A charset attribute that names none
 * rules the content attribute out here, though not in the tree builder. */
static const char *
read_meta(struct cursor *c)
{
	const struct str names[] = { STR("charset"), STR("http-equiv"), STR("content") };
	struct str values[3] = { { 0 } };

	read_tag(c, 3, names, values);
	if (c->p == c->end)
		return NULL;
	if (values[0].p)
		return declared(values[0]);
	return encoding_of_meta(values[0], values[1], values[2]);
}

static void
skip_tag(struct cursor *c)
{
	while (c->p < c->end && !is_space(*c->p) && *c->p != '>')
		c->p++;
	read_tag(c, 0, NULL, NULL);
}

static void
skip_to(struct cursor *c, struct str mark)
{
	struct str rest = { c->p, (size_t)(c->end - c->p) };
	size_t n = str_find(rest, mark, 0);

	c->p = n < rest.n ? rest.p + n : c->end;
}

static const char *
scan_markup(struct cursor c)
{
	const char *name;

	for (; c.p < c.end; c.p += c.p < c.end) {
		struct str rest = { c.p, (size_t)(c.end - c.p) };
		bool slash = rest.n > 1 && rest.p[1] == '/';

		if (rest.p[0] != '<')
			continue;
		if (str_starts(rest, STR("<!--"))) {
			c.p += 2; /* its hyphens may be those of the end */
			skip_to(&c, STR("-->"));
		} else if (str_starts_nocase(rest, STR("<meta")) && rest.n > 5 &&
			   (is_space(rest.p[5]) || rest.p[5] == '/')) {
			c.p += 5;
			name = read_meta(&c);
			if (name)
				return name;
		} else if (rest.n > 1u + slash && is_alpha(rest.p[1 + slash])) {
			skip_tag(&c);
		} else if (rest.n > 1 && (slash || rest.p[1] == '!' || rest.p[1] == '?')) {
			skip_to(&c, STR(">"));
		}
	}
	return NULL;
}

/* "Get an XML encoding": that of an XML declaration, of which the standard makes no more than
 * the value of the first `encoding`. */
static const char *
scan_xml_declaration(struct str bytes)
{
	struct str s = str_part(bytes, 0, str_find_char(bytes, '>', 0)), label;
	size_t i = str_find(s, STR("encoding"), 0);

	if (s.n == bytes.n || i == s.n || !str_starts(s, STR("<?xml")))
		return NULL;
	for (i += STR("encoding").n; i < s.n && (unsigned char)s.p[i] <= ' ';)
		i++;
	if (i == s.n || s.p[i] != '=')
		return NULL;
	for (i++; i < s.n && (unsigned char)s.p[i] <= ' ';)
		i++;
	if (i == s.n || (s.p[i] != '"' && s.p[i] != '\''))
		return NULL;
	label = str_part(s, i + 1, str_find_char(s, s.p[i], i + 1));
	if (label.p + label.n == s.p + s.n)
		return NULL;
	for (size_t j = 0; j < label.n; j++)
		if ((unsigned char)label.p[j] <= ' ')
			return NULL;
	return declared(label);
}

const char *
encoding_prescan(struct str bytes)
{
	const char *name;

	bytes = str_part(bytes, 0, PRESCANNED);
	if (str_starts(bytes, STR("<\0?\0x\0")))
		return "UTF-16LE";
	if (str_starts(bytes, STR("\0<\0?\0x")))
		return "UTF-16BE";
	name = scan_markup((struct cursor){ bytes.p, bytes.p + bytes.n });
	return name ? name : scan_xml_declaration(bytes);
}
