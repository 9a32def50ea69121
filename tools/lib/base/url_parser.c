/* url_parser.c - URLs as browsers read and resolve them.
 *
 * The functions below follow the states of the basic URL parser (section 4.4), each taking what
 * is left of the input and handing on what it leaves. */
#include "url.h"

#include "buffer.h"
#include "url_host.h"
#include "url_percent.h"
#include "url_plain.h"

struct parser {
	struct arena *arena;
	const struct url *base;
	struct url *url;
	bool special, file; /* what the scheme is */
	struct buffer path; /* each segment after a slash */
};

static bool
is_slash(const struct parser *p, char c)
{
	return c == '/' || (p->special && c == '\\');
}

static bool
at_slash(const struct parser *p, struct str s)
{
	return s.n > 0 && is_slash(p, s.p[0]);
}

static struct str
rest_of(struct str s, size_t from)
{
	return str_part(s, from, s.n);
}

/* Offset of the first ? or # at or after `from`, or, with `slashes`, of the first slash. */
static size_t
find_end(const struct parser *p, struct str s, size_t from, bool slashes)
{
	while (from < s.n && s.p[from] != '?' && s.p[from] != '#' &&
	       !(slashes && is_slash(p, s.p[from])))
		from++;
	return from;
}

/* "Windows drive letter": C: or C|. */
static bool
is_drive_letter(struct str s)
{
	return s.n == 2 && is_alpha(s.p[0]) && (s.p[1] == ':' || s.p[1] == '|');
}

/* "Starts with a Windows drive letter". */
static bool
starts_with_drive_letter(struct str s)
{
	return is_drive_letter(str_part(s, 0, 2)) &&
	       (s.n == 2 || memchr("/\\?#", s.p[2], 4) != NULL);
}

/* The drive letter that is a path's first segment, with its slash, or an empty slice. */
static struct str
drive_of(struct str path)
{
	struct str drive = str_part(path, 0, 3);

	if (drive.n == 3 && is_drive_letter(rest_of(drive, 1)) && drive.p[2] == ':' &&
	    (path.n == 3 || path.p[3] == '/'))
		return drive;
	return STR("");
}

/* Drop the last segment, but never the drive letter of a file ("shorten a URL's path"). */
static void
shorten(struct parser *p)
{
	if (p->file && p->path.n == 3 && drive_of(buffer_str(&p->path)).n)
		return;
	while (p->path.n && p->path.data[--p->path.n] != '/')
		;
}

unsigned
url_dots(struct str s)
{
	unsigned dots = 0;

	for (; s.n; dots++) {
		if (s.p[0] == '.')
			s = rest_of(s, 1);
		else if (str_starts_nocase(s, STR("%2e")))
			s = rest_of(s, 3);
		else
			return 0;
	}
	return dots;
}

static void
add_segment(struct parser *p, struct str segment)
{
	bool drive = p->file && !p->path.n && is_drive_letter(segment);

	buffer_char(&p->path, '/');
	url_percent_add(&p->path, segment, URL_SET_PATH);
	if (drive)
		p->path.data[p->path.n - 1] = ':';
}

/* Query and fragment states. */
static int
parse_query(struct parser *p, struct str s)
{
	enum url_set set = p->special ? URL_SET_SPECIAL_QUERY : URL_SET_QUERY;

	if (s.n && s.p[0] == '?') {
		size_t end = str_find_char(s, '#', 0);

		p->url->query = url_percent_encode(p->arena, str_part(s, 1, end), set);
		s = rest_of(s, end);
	}
	if (s.n)
		p->url->fragment =
		    url_percent_encode(p->arena, rest_of(s, 1), URL_SET_FRAGMENT);
	return 0;
}

/* Path state: segments after those that p->path has already. */
static int
parse_path(struct parser *p, struct str s)
{
	size_t from = 0, to;
	bool more;

	do {
		struct str segment;
		unsigned dots;

		to = find_end(p, s, from, true);
		more = to < s.n && is_slash(p, s.p[to]);
		segment = str_part(s, from, to);
		dots = url_dots(segment);
		if (dots == 2)
			shorten(p);
		if (dots != 1 && dots != 2)
			add_segment(p, segment);
		else if (!more)
			add_segment(p, STR(""));
		from = to + 1;
	} while (more);
	p->url->path = arena_str(p->arena, buffer_str(&p->path));
	return parse_query(p, rest_of(s, to));
}

static int
parse_path_start(struct parser *p, struct str s)
{
	if (at_slash(p, s))
		return parse_path(p, rest_of(s, 1));
	if (p->special || (s.n && s.p[0] != '?' && s.p[0] != '#'))
		return parse_path(p, s);
	p->url->path = STR("");
	return parse_query(p, s);
}

/* A space before the query would be lost when the URL is written and read again without it. */
static int
parse_opaque_path(struct parser *p, struct str s)
{
	size_t end = find_end(p, s, 0, false);
	struct str path = str_part(s, 0, end);

	p->url->opaque = true;
	if (end < s.n && str_ends(path, STR(" "))) {
		url_percent_add(&p->path, str_part(path, 0, end - 1), URL_SET_CONTROL);
		buffer_add(&p->path, STR("%20"));
		p->url->path = arena_str(p->arena, buffer_str(&p->path));
	} else {
		p->url->path = url_percent_encode(p->arena, path, URL_SET_CONTROL);
	}
	return parse_query(p, rest_of(s, end));
}

static int
parse_port(struct parser *p, struct str s)
{
	int port = 0;

	if (!s.n)
		return 0;
	for (size_t i = 0; i < s.n; i++) {
		if (!is_digit(s.p[i]))
			return -1;
		port = port * 10 + s.p[i] - '0';
		if (port > 65535)
			return -1;
	}
	p->url->port = port == url_default_port(p->url->scheme) ? -1 : port;
	return 0;
}

static int
parse_host_and_port(struct parser *p, struct str s)
{
	bool bracket = false;
	size_t colon = 0;

	for (; colon < s.n && (bracket || s.p[colon] != ':'); colon++)
		if (s.p[colon] == '[' || s.p[colon] == ']')
			bracket = s.p[colon] == '[';
	if (colon == 0 && (s.n || p->special))
		return -1;
	if (url_host_parse(p->arena, str_part(s, 0, colon), p->special, &p->url->host) != 0)
		return -1;
	return parse_port(p, rest_of(s, colon + 1));
}

static int
parse_authority(struct parser *p, struct str s)
{
	size_t end = find_end(p, s, 0, true), at = end, colon;
	struct str host = str_part(s, 0, end), user;

	while (at > 0 && s.p[at - 1] != '@')
		at--;
	if (at > 0) {
		user = str_part(s, 0, at - 1);
		host = str_part(s, at, end);
		if (!host.n)
			return -1;
		colon = str_find_char(user, ':', 0);
		p->url->username =
		    url_percent_encode(p->arena, str_part(user, 0, colon), URL_SET_USERINFO);
		p->url->password =
		    url_percent_encode(p->arena, rest_of(user, colon + 1), URL_SET_USERINFO);
	}
	if (parse_host_and_port(p, host) != 0)
		return -1;
	return parse_path_start(p, rest_of(s, end));
}

/* "Special authority ignore slashes" state. */
static int
parse_special_authority(struct parser *p, struct str s)
{
	while (at_slash(p, s))
		s = rest_of(s, 1);
	return parse_authority(p, s);
}

static void
take_authority(struct url *url, const struct url *from)
{
	url->username = from->username;
	url->password = from->password;
	url->host = from->host;
	url->port = from->port;
}

/* What a reference without an authority and a leading slash takes from its base: the path
 * whole, and the query too unless the reference has one, when it names no path itself. */
static int
parse_on_base_path(struct parser *p, struct str s, bool keep_path)
{
	if (s.n && s.p[0] != '?' && s.p[0] != '#') {
		if (keep_path) {
			buffer_add(&p->path, p->base->path);
			shorten(p);
		}
		return parse_path(p, s);
	}
	p->url->path = p->base->path;
	p->url->query = p->base->query;
	return parse_query(p, s);
}

/* Relative and relative slash states. */
static int
parse_relative(struct parser *p, struct str s)
{
	struct str after = rest_of(s, 1);

	if (at_slash(p, s) && p->special && at_slash(p, after))
		return parse_special_authority(p, rest_of(after, 1));
	if (at_slash(p, s) && at_slash(p, after))
		return parse_authority(p, rest_of(after, 1));
	take_authority(p->url, p->base);
	return at_slash(p, s) ? parse_path(p, after) : parse_on_base_path(p, s, true);
}

/* File host state. A drive letter is no host but starts the path. */
static int
parse_file_host(struct parser *p, struct str s)
{
	size_t end = find_end(p, s, 0, true);
	struct str host = str_part(s, 0, end);

	if (is_drive_letter(host))
		return parse_path(p, s);
	if (host.n) {
		if (url_host_parse(p->arena, host, true, &p->url->host) != 0)
			return -1;
		if (str_eq(p->url->host, STR("localhost")))
			p->url->host = STR("");
	}
	return parse_path_start(p, rest_of(s, end));
}

/* File and file slash states. */
static int
parse_file(struct parser *p, struct str s)
{
	bool based = p->base && str_eq(p->base->scheme, STR("file"));
	struct str after = rest_of(s, 1);

	p->url->host = STR("");
	if (at_slash(p, s) && at_slash(p, after))
		return parse_file_host(p, rest_of(after, 1));
	if (based)
		p->url->host = p->base->host;
	if (at_slash(p, s)) {
		if (based && !starts_with_drive_letter(after))
			buffer_add(&p->path, drive_of(p->base->path));
		return parse_path(p, after);
	}
	if (based)
		return parse_on_base_path(p, s, !starts_with_drive_letter(s));
	return parse_path(p, s);
}

/* The scheme that s starts with, in lower case and without its colon, or an absent slice. */
static struct str
read_scheme(struct arena *a, struct str s)
{
	size_t n = 0;
	char *to;

	if (!s.n || !is_alpha(s.p[0]))
		return (struct str){ 0 };
	while (n < s.n && (is_alpha(s.p[n]) || is_digit(s.p[n]) || memchr("+-.", s.p[n], 3)))
		n++;
	if (n == s.n || s.p[n] != ':')
		return (struct str){ 0 };
	to = arena_alloc(a, n);
	for (size_t i = 0; i < n; i++)
		to[i] = to_lower(s.p[i]);
	return (struct str){ to, n };
}

static void
set_scheme(struct parser *p, struct str scheme)
{
	p->url->scheme = scheme;
	p->special = url_is_special(scheme);
	p->file = str_eq(scheme, STR("file"));
}

/* What comes after a scheme and its colon. */
static int
parse_absolute(struct parser *p, struct str s)
{
	bool slashes = str_starts(s, STR("//"));

	if (p->file)
		return parse_file(p, s);
	if (p->special && !slashes && p->base && str_eq(p->base->scheme, p->url->scheme))
		return parse_relative(p, s);
	if (p->special)
		return parse_special_authority(p, s);
	if (slashes)
		return parse_authority(p, rest_of(s, 2));
	if (at_slash(p, s))
		return parse_path(p, rest_of(s, 1));
	return parse_opaque_path(p, s);
}

/* No scheme state. */
static int
parse_reference(struct parser *p, struct str s)
{
	if (!p->base)
		return -1;
	set_scheme(p, p->base->scheme);
	if (p->base->opaque) {
		if (!s.n || s.p[0] != '#')
			return -1;
		p->url->path = p->base->path;
		p->url->query = p->base->query;
		p->url->opaque = true;
		return parse_query(p, s);
	}
	return p->file ? parse_file(p, s) : parse_relative(p, s);
}

/* Without what surrounds a URL, C0 controls and spaces, and tabs and line ends within it. */
static struct str
strip(struct arena *a, struct str s)
{
	char *to;
	size_t n = 0;

	while (s.n && (unsigned char)s.p[0] <= ' ')
		s = rest_of(s, 1);
	while (s.n && (unsigned char)s.p[s.n - 1] <= ' ')
		s.n--;
	while (n < s.n && s.p[n] != '\t' && s.p[n] != '\n' && s.p[n] != '\r')
		n++;
	if (n == s.n)
		return s;
	to = arena_alloc(a, s.n);
	memcpy(to, s.p, n);
	for (size_t i = n; i < s.n; i++)
		if (s.p[i] != '\t' && s.p[i] != '\n' && s.p[i] != '\r')
			to[n++] = s.p[i];
	return (struct str){ to, n };
}

int
url_parse(struct arena *a, struct str input, const struct url *base, struct url *out)
{
	struct parser p = { .arena = a, .base = base, .url = out };
	struct str s, scheme;
	int status;

	if (url_parse_plain(input, out))
		return 0;
	s = strip(a, input);
	scheme = read_scheme(a, s);
	*out = (struct url){ .username = STR(""), .password = STR(""), .port = -1 };
	if (scheme.p) {
		set_scheme(&p, scheme);
		status = parse_absolute(&p, rest_of(s, scheme.n + 1));
	} else {
		status = parse_reference(&p, s);
	}
	buffer_free(&p.path);
	return status;
}
