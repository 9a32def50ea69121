/* url.c - what a URL is made of, and how it is written. */
#include "url.h"

#include <stdio.h>

static const struct {
	const char *name;
	int port;
} special_schemes[] = {
	{ "http", 80 },
	{ "https", 443 },
	{ "file", -1 },
	{ "ftp", 21 },
	{ "ws", 80 },
	{ "wss", 443 },
};
enum { MARKS = 24 }; /* bytes of a URL that are not in its parts, port and all */
enum { N_SPECIAL = sizeof(special_schemes) / sizeof(*special_schemes) };

static size_t
find_special(struct str scheme)
{
	size_t i = 0;

	while (i < N_SPECIAL && !str_eq(scheme, str_of(special_schemes[i].name)))
		i++;
	return i;
}

bool
url_is_special(struct str scheme)
{
	return find_special(scheme) < N_SPECIAL;
}

int
url_default_port(struct str scheme)
{
	size_t i = find_special(scheme);

	return i < N_SPECIAL ? special_schemes[i].port : -1;
}

/* Write s at `to`; returns where it ends. */
static char *
put(char *to, struct str s)
{
	if (s.n)
		memcpy(to, s.p, s.n);
	return to + s.n;
}

static char *
put_authority(char *to, const struct url *u)
{
	to = put(to, STR("//"));
	to = put(to, u->username);
	if (u->password.n) {
		*to++ = ':';
		to = put(to, u->password);
	}
	if (u->username.n || u->password.n)
		*to++ = '@';
	to = put(to, u->host);
	if (u->port >= 0)
		to += sprintf(to, ":%d", u->port);
	return to;
}

struct str
url_href(struct arena *a, const struct url *u)
{
	size_t room = u->scheme.n + u->username.n + u->password.n + u->host.n + u->path.n +
	              u->query.n + u->fragment.n + MARKS;
	char *href = arena_alloc(a, room), *to;

	to = put(href, u->scheme);
	*to++ = ':';
	if (u->host.p)
		to = put_authority(to, u);
	else if (!u->opaque && str_starts(u->path, STR("//")))
		to = put(to, STR("/.")); /* else the path would read as a host */
	to = put(to, u->path);
	if (u->query.p) {
		*to++ = '?';
		to = put(to, u->query);
	}
	if (u->fragment.p) {
		*to++ = '#';
		to = put(to, u->fragment);
	}
	return (struct str){ href, (size_t)(to - href) };
}

bool
url_same_origin(const struct url *x, const struct url *y)
{
	return url_is_special(x->scheme) && !str_eq(x->scheme, STR("file")) &&
	       str_eq(x->scheme, y->scheme) && str_eq(x->host, y->host) && x->port == y->port;
}
