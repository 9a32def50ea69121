/* url_plain.c - URLs and paths that are their own normal form. */
#include "url_plain.h"

#include "url_percent.h"

/* What a byte may stand in without being another in the normal form of a URL. */
enum {
	IN_DOMAIN = 1 << 0, /* a label of a domain, in lower case */
	IN_PATH = 1 << 1,   /* the path of a URL: neither encoded there nor decoded */
	IN_FILE = 1 << 2,   /* a reference that is a path, whose first part has no colon */
};

static const unsigned char places[256] = {
	['!'] = IN_PATH | IN_FILE,
	['$'] = IN_PATH | IN_FILE,
	['&' ... '/'] = IN_PATH | IN_FILE, /* ' ( ) * + , - . too */
	['0' ... '9'] = IN_PATH | IN_FILE | IN_DOMAIN,
	[':'] = IN_PATH,
	[';'] = IN_PATH | IN_FILE,
	['='] = IN_PATH | IN_FILE,
	['@' ... 'Z'] = IN_PATH | IN_FILE,
	['['] = IN_PATH,
	[']'] = IN_PATH,
	['_'] = IN_PATH | IN_FILE,
	['a' ... 'z'] = IN_PATH | IN_FILE | IN_DOMAIN,
	['|'] = IN_PATH,
	['~'] = IN_PATH | IN_FILE,
};

static bool
may_stand(char c, unsigned place)
{
	return places[(unsigned char)c] & place;
}

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
		} else if (!may_stand(c, IN_DOMAIN)) {
			break;
		}
	}
	return n > label && is_alpha(s.p[label]) && n < 254 ? n : 0;
}

size_t
url_plain_origin(struct str s)
{
	size_t host = str_starts(s, STR("https://"))  ? 8
	              : str_starts(s, STR("http://")) ? 7
	                                              : 0,
	       path = host + (host ? plain_domain(str_part(s, host, s.n)) : 0);

	return path > host && path < s.n && s.p[path] == '/' ? path : 0;
}

/* Where a path ends that starts with a slash at `from`, has nothing to be encoded or decoded,
 * and no dot segment, or what could be one. */
static size_t
plain_path(struct str s, size_t from)
{
	size_t i = from + 1;

	while (i < s.n && may_stand(s.p[i], IN_PATH) && !(s.p[i] == '.' && s.p[i - 1] == '/'))
		i++;
	return i;
}

bool
url_parse_plain(struct str s, struct url *out)
{
	size_t path = url_plain_origin(s), host, query, fragment;

	if (!path)
		return false;
	host = s.p[4] == 's' ? 8 : 7;
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
		.scheme = host == 8 ? STR("https") : STR("http"),
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
		if (!may_stand(c, IN_FILE))
			return false;
		before = c;
	}
	return href.n && !climbs;
}
