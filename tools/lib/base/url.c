/* url.c - what a URL is made of, and how it is written. */
#include "url.h"

#include "buffer.h"

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

static void
add_authority(struct buffer *b, const struct url *u)
{
	buffer_add(b, STR("//"));
	buffer_add(b, u->username);
	if (u->password.n) {
		buffer_char(b, ':');
		buffer_add(b, u->password);
	}
	if (u->username.n || u->password.n)
		buffer_char(b, '@');
	buffer_add(b, u->host);
	if (u->port >= 0)
		buffer_printf(b, ":%d", u->port);
}

struct str
url_href(struct arena *a, const struct url *u)
{
	struct buffer b = { 0 };
	struct str href;

	buffer_add(&b, u->scheme);
	buffer_char(&b, ':');
	if (u->host.p)
		add_authority(&b, u);
	else if (!u->opaque && str_starts(u->path, STR("//")))
		buffer_add(&b, STR("/.")); /* else the path would read as a host */
	buffer_add(&b, u->path);
	if (u->query.p) {
		buffer_char(&b, '?');
		buffer_add(&b, u->query);
	}
	if (u->fragment.p) {
		buffer_char(&b, '#');
		buffer_add(&b, u->fragment);
	}
	href = arena_str(a, buffer_str(&b));
	buffer_free(&b);
	return href;
}

bool
url_same_origin(const struct url *x, const struct url *y)
{
	return url_is_special(x->scheme) && !str_eq(x->scheme, STR("file")) &&
	       str_eq(x->scheme, y->scheme) && str_eq(x->host, y->host) && x->port == y->port;
}
