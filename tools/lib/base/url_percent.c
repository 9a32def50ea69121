/* url_percent.c - percent-encoding. */
#include "url_percent.h"

enum {
	FROM_USERINFO = URL_SET_USERINFO | URL_SET_COMPONENT,
	FROM_PATH = URL_SET_PATH | URL_SET_NAME | FROM_USERINFO,
	FROM_QUERY = URL_SET_QUERY | URL_SET_SPECIAL_QUERY | FROM_PATH,
};

const unsigned char url_percent_sets[128] = {
	[' '] = URL_SET_FRAGMENT | FROM_QUERY,
	['"'] = URL_SET_FRAGMENT | FROM_QUERY,
	['<'] = URL_SET_FRAGMENT | FROM_QUERY,
	['>'] = URL_SET_FRAGMENT | FROM_QUERY,
	['`'] = URL_SET_FRAGMENT | FROM_PATH,
	['#'] = FROM_QUERY,
	['\''] = URL_SET_SPECIAL_QUERY,
	['?'] = FROM_PATH,
	['^'] = FROM_PATH,
	['{'] = FROM_PATH,
	['}'] = FROM_PATH,
	['/'] = FROM_USERINFO,
	[':'] = FROM_USERINFO,
	[';'] = FROM_USERINFO,
	['='] = FROM_USERINFO,
	['@'] = FROM_USERINFO,
	['['] = FROM_USERINFO,
	['\\'] = URL_SET_NAME | FROM_USERINFO,
	[']'] = FROM_USERINFO,
	['|'] = FROM_USERINFO,
	['$'] = URL_SET_COMPONENT,
	['%'] = URL_SET_COMPONENT,
	['&'] = URL_SET_COMPONENT,
	['+'] = URL_SET_COMPONENT,
	[','] = URL_SET_COMPONENT,
};

size_t
url_percent_clean(struct str s, enum url_set set)
{
	size_t n = 0;

	while (n < s.n && !url_percent_has(set, s.p[n]))
		n++;
	return n;
}

void
url_percent_add(struct buffer *b, struct str s, enum url_set set)
{
	static const char digits[] = "0123456789ABCDEF";

	while (s.n) {
		size_t n = url_percent_clean(s, set);

		buffer_add(b, str_part(s, 0, n));
		for (; n < s.n && url_percent_has(set, s.p[n]); n++) {
			unsigned char byte = (unsigned char)s.p[n];

			buffer_char(b, '%');
			buffer_char(b, digits[byte >> 4]);
			buffer_char(b, digits[byte & 15]);
		}
		s = str_part(s, n, s.n);
	}
}

struct str
url_percent_encode(struct arena *a, struct str s, enum url_set set)
{
	struct buffer b = { 0 };
	struct str result;

	if (url_percent_clean(s, set) == s.n)
		return s;
	url_percent_add(&b, s, set);
	result = arena_str(a, buffer_str(&b));
	buffer_free(&b);
	return result;
}

struct str
url_percent_decode(struct arena *a, struct str s)
{
	char *to;
	size_t n = 0;

	if (str_find_char(s, '%', 0) == s.n)
		return s;
	to = arena_alloc(a, s.n);
	for (size_t i = 0; i < s.n; i++) {
		int high = s.p[i] == '%' && i + 2 < s.n ? hex_value(s.p[i + 1]) : -1;
		int low = high >= 0 ? hex_value(s.p[i + 2]) : -1;

		if (low >= 0)
			i += 2;
		to[n++] = low >= 0 ? (char)(high << 4 | low) : s.p[i];
	}
	return (struct str){ to, n };
}
