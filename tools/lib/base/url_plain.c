/* url_plain.c - URLs and paths that are their own normal form. */
#include "url_plain.h"

#include "url_percent.h"

/* The length of a domain in lower case that no rule of hosts changes: no address, no encoded
 * labels; 0 where there is none. */
static size_t
plain_domain(struct str s)
{
	size_t n = 0, label = 0;

	for (; n < s.n; n++) {
		char c = s.p[n];

		if (c == '.' || c == '-') {
			if (n == label || s.p[n - 1] == '-') /* "..", and the "--" of "xn--" */
				return 0;
			label = c == '.' ? n + 1 : label;
		} else if (!is_digit(c) && !(c >= 'a' && c <= 'z')) {
			break;
		}
	}
	return n > label && is_alpha(s.p[label]) && n < 254 ? n : 0;
}

/* Where a path ends that starts with a slash at `from`, has nothing to be encoded, and no dot
 * segment, or what could be one. */
static size_t
plain_path(struct str s, size_t from)
{
	size_t i = from + 1;

	for (; i < s.n && !url_percent_has(URL_SET_PATH, s.p[i]); i++)
		if (s.p[i] == '\\' || s.p[i] == '%' || (s.p[i] == '.' && s.p[i - 1] == '/'))
			return i;
	return i;
}

bool
url_parse_plain(struct str s, struct url *out)
{
	bool secure = str_starts(s, STR("https://"));
	size_t host = secure ? 8 : 7, path, query, fragment;

	if (!secure && !str_starts(s, STR("http://")))
		return false;
	path = host + plain_domain(str_part(s, host, s.n));
	if (path == host || path == s.n || s.p[path] != '/')
		return false;
	query = plain_path(s, path);
	fragment = query;
	if (query < s.n && s.p[query] == '?')
		fragment +=
		    1 + url_percent_clean(str_part(s, query + 1, s.n), URL_SET_SPECIAL_QUERY);
	if (fragment < s.n &&
	    (s.p[fragment] != '#' || url_percent_clean(str_part(s, fragment + 1, s.n),
					 URL_SET_FRAGMENT) < s.n - fragment - 1))
		return false;
	*out = (struct url){
		.scheme = secure ? STR("https") : STR("http"),
		.username = STR(""),
		.password = STR(""),
		.host = str_part(s, host, path),
		.port = -1,
		.path = str_part(s, path, query),
	};
	if (fragment > query)
		out->query = str_part(s, query + 1, fragment);
	if (fragment < s.n)
		out->fragment = str_part(s, fragment + 1, s.n);
	return true;
}

/* What a path may have besides letters, digits and slashes without being another in a URL. */
static const bool plain_marks[256] = { ['_'] = true,
	['-'] = true,
	['.'] = true,
	['~'] = true,
	['!'] = true,
	['$'] = true,
	['&'] = true,
	['\''] = true,
	['('] = true,
	[')'] = true,
	['*'] = true,
	['+'] = true,
	[','] = true,
	[';'] = true,
	['='] = true,
	['@'] = true };

bool
url_is_plain_path(struct str href)
{
	bool climbs = true; /* all so far */
	char before = '/';

	for (size_t i = 0; i < href.n; i++) {
		char c = href.p[i];

		if (before == '/' && (c == '/' || (c == '.' && !climbs)))
			return false;
		climbs = climbs && (c == '.' || c == '/');
		if (!is_alpha(c) && !is_digit(c) && c != '/' && !plain_marks[(unsigned char)c])
			return false;
		before = c;
	}
	return href.n && !climbs;
}
