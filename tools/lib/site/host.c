/* host.c - the hosts of URLs. */
#include "host.h"

#include <arpa/inet.h>

struct str
url_authority(struct str url)
{
	size_t from = str_find_char(url, ':', 0), to;

	if (!str_starts(str_part(url, from, url.n), STR("://")))
		return (struct str){ 0 };
	from += 3;
	for (to = from; to < url.n && url.p[to] != '/' && url.p[to] != '?'; to++)
		if (url.p[to] == '@') /* before it, who asks */
			from = to + 1;
	return str_part(url, from, to);
}

struct str
url_rest(struct str url)
{
	return str_part(url, str_find(url, STR("://"), 0) + 3, url.n);
}

struct str
url_path(struct str url)
{
	struct str authority = url_authority(url);

	if (!authority.p)
		return authority;
	return str_part(url, (size_t)(authority.p - url.p) + authority.n, url.n);
}

static struct str
without_port(struct str authority)
{
	size_t i = authority.n;

	while (i > 0 && is_digit(authority.p[i - 1]))
		i--;
	return i > 0 && authority.p[i - 1] == ':' ? str_part(authority, 0, i - 1) : authority;
}

static bool
is_private_4(const unsigned char a[4])
{
	return a[0] == 127 || a[0] == 10 || (a[0] == 172 && (a[1] & 0xF0) == 16) ||
	       (a[0] == 192 && a[1] == 168) || (a[0] == 169 && a[1] == 254) ||
	       (a[0] == 0 && a[1] == 0 && a[2] == 0 && a[3] == 0);
}

/* ::1, fc00::/7 and fe80::/10. */
static bool
is_private_6(const unsigned char a[16])
{
	static const unsigned char loopback[16] = { [15] = 1 };

	return memcmp(a, loopback, 16) == 0 || (a[0] & 0xFE) == 0xFC ||
	       (a[0] == 0xFE && (a[1] & 0xC0) == 0x80);
}

bool
host_is_private(struct str authority)
{
	struct str host = without_port(authority);
	char text[INET6_ADDRSTRLEN];
	unsigned char address[16];

	if (str_ends(host, STR(".localhost")) || str_ends(host, STR(".local")) ||
	    (host.n && host.p[0] != '[' && str_find_char(host, '.', 0) == host.n))
		return true;
	if (str_starts(host, STR("[")) && str_ends(host, STR("]")))
		host = str_part(host, 1, host.n - 1);
	if (host.n >= sizeof(text))
		return false;
	memcpy(text, host.p ? host.p : "", host.n);
	text[host.n] = '\0';
	if (inet_pton(AF_INET, text, address) == 1)
		return is_private_4(address);
	return inet_pton(AF_INET6, text, address) == 1 && is_private_6(address);
}

bool
url_is_drive(struct str url)
{
	return url.n >= 2 && is_alpha(url.p[0]) && url.p[1] == ':';
}
