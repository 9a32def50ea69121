/* style.c - the URLs in a style sheet. */
#include "style.h"

#include "../base/utf8.h"

static bool
is_name_char(char c)
{
	return is_alpha(c) || is_digit(c) || c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

/* Undo one escape (section 4.3.7), whose backslash has been taken; returns what follows it. */
static size_t
unescape(struct str s, size_t i, struct buffer *out)
{
	uint32_t cp = 0;
	int digits = 0;

	if (i >= s.n)
		return i;
	if (hex_value(s.p[i]) < 0) {
		if (s.p[i] != '\n') /* an escaped line end is none at all */
			buffer_char(out, s.p[i]);
		return i + 1;
	}
	for (; i < s.n && digits < 6 && hex_value(s.p[i]) >= 0; i++, digits++)
		cp = cp * 16 + (uint32_t)hex_value(s.p[i]);
	if (cp == 0 || cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000))
		cp = UTF8_REPLACEMENT;
	buffer_utf8(out, cp);
	return i < s.n && is_space(s.p[i]) ? i + 1 : i;
}

static struct str
unescaped(struct arena *a, struct str s)
{
	struct buffer out = { 0 };
	struct str plain;

	if (str_find_char(s, '\\', 0) == s.n)
		return s;
	for (size_t i = 0; i < s.n;) {
		if (s.p[i] == '\\')
			i = unescape(s, i + 1, &out);
		else
			buffer_char(&out, s.p[i++]);
	}
	plain = arena_str(a, buffer_str(&out));
	buffer_free(&out);
	return plain;
}

/* The offset after the string that opens at i; a line end closes a bad one. */
static size_t
string_end(struct str s, size_t i)
{
	char quote = s.p[i++];

	for (; i < s.n && s.p[i] != quote && s.p[i] != '\n'; i++)
		if (s.p[i] == '\\')
			i++;
	return i < s.n ? i + 1 : s.n;
}

static void
skip_white(struct style_reader *r)
{
	while (r->next < r->css.n && is_space(r->css.p[r->next]))
		r->next++;
}

/* Take the string at hand. */
static struct str
take_string(struct style_reader *r)
{
	size_t from = r->next + 1;
	bool closed;

	r->next = string_end(r->css, r->next);
	r->url_from = from;
	closed = r->next > from && r->css.p[r->next - 1] == r->css.p[from - 1];
	return str_part(r->css, from, closed ? r->next - 1 : r->next);
}

/* Take what stands in the parentheses of url() or src(). */
static struct str
take_argument(struct style_reader *r)
{
	size_t from;

	skip_white(r);
	if (r->next < r->css.n && (r->css.p[r->next] == '"' || r->css.p[r->next] == '\''))
		return take_string(r);
	from = r->next;
	while (r->next < r->css.n && r->css.p[r->next] != ')')
		r->next += r->css.p[r->next] == '\\' ? 2 : 1;
	if (r->next > r->css.n)
		r->next = r->css.n;
	r->url_from = from;
	return str_trim(str_part(r->css, from, r->next));
}

/* Take the name at hand, with the '@' before it, and what it opens; true when that is a URL. */
static bool
take_name(struct style_reader *r, struct str *url)
{
	size_t from = r->next++;
	struct str name;

	while (r->next < r->css.n && is_name_char(r->css.p[r->next]))
		r->next++;
	name = str_part(r->css, from, r->next);
	if (name.p[0] == '@') {
		r->is_import = str_eq_nocase(name, STR("@import"));
		r->is_name = str_eq_nocase(name, STR("@namespace")) ||
		             str_eq_nocase(name, STR("@document")) ||
		             str_eq_nocase(name, STR("@-moz-document"));
		return false;
	}
	if (r->next == r->css.n || r->css.p[r->next] != '(')
		return false;
	if (str_eq_nocase(name, STR("url")) || str_eq_nocase(name, STR("src"))) {
		r->next++;
		*url = take_argument(r);
		return !r->is_name;
	}
	r->in_set = r->in_set || str_ends(name, STR("image-set"));
	return false;
}

/* Take one token; true when it is, or holds, a URL. */
static bool
take(struct style_reader *r, struct str *url)
{
	char c = r->css.p[r->next];

	if (c == '@' || is_name_char(c))
		return take_name(r, url);
	if (c == '"' || c == '\'') {
		*url = take_string(r);
		return r->is_import || r->in_set;
	}
	if (c == '/' && r->next + 1 < r->css.n && r->css.p[r->next + 1] == '*') {
		r->next = str_find(r->css, STR("*/"), r->next + 2) + 2;
		return false;
	}
	if (c == ';' || c == '{' || c == '}')
		r->is_import = r->is_name = r->in_set = false;
	r->next += c == '\\' ? 2 : 1;
	return false;
}

/* False where there is no URL for certain: one stands in the parentheses of url(), src() or
 * image-set(), or behind "@import". */
static bool
may_hold_url(struct str css)
{
	for (size_t i = 0; (i = str_find_char(css, '(', i)) < css.n; i++) {
		struct str name = str_part(css, i > 3 ? i - 3 : 0, i);

		if (str_eq_nocase(name, STR("url")) || str_eq_nocase(name, STR("src")) ||
		    str_eq(name, STR("set")))
			return true;
	}
	return str_find_char(css, '@', 0) < css.n;
}

bool
style_next(struct style_reader *r, struct arena *a, struct str *url)
{
	if (r->next == 0 && !may_hold_url(r->css))
		return false;
	while (r->next < r->css.n) {
		if (!take(r, url))
			continue;
		r->is_import = false;
		if (url->n && url->p[0] != '#') {
			*url = unescaped(a, *url);
			return true;
		}
	}
	return false;
}
