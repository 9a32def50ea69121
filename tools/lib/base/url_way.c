/* url_way.c - the relative URL from one file to another. */
#include "url_way.h"

#include "url_percent.h"

/* Append a path, which may have any byte in its names: what means something else in a URL is
 * encoded, '\' too, which browsers take for '/'. */
static void
add_path(struct buffer *out, struct str path)
{
	for (size_t i = 0; i < path.n; i++) {
		struct str byte = str_part(path, i, i + 1);
		bool is_special = byte.p[0] == '%' || byte.p[0] == '\\';

		url_percent_add(out, byte, is_special ? URL_SET_COMPONENT : URL_SET_PATH);
	}
}

void
url_way_add(struct buffer *out, struct str from, struct str to)
{
	size_t common = 0, start = out->n;

	for (size_t i = 0; i < from.n && i < to.n && from.p[i] == to.p[i]; i++)
		if (from.p[i] == '/')
			common = i + 1;
	for (size_t i = common; i < from.n; i++)
		if (from.p[i] == '/')
			buffer_add(out, STR("../"));
	to = str_part(to, common, to.n);
	if (out->n == start && str_find_char(to, ':', 0) < str_find_char(to, '/', 0))
		buffer_add(out, STR("./")); /* or its first step would be a scheme */
	add_path(out, to);
}
