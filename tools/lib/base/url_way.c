/* url_way.c - the relative URL from one file to another. */
#include "url_way.h"

#include "url_percent.h"

/* Append a path, which may have any byte in its names: what means something else in a URL is
 * encoded, '%' too. */
static void
add_path(struct buffer *out, struct str path)
{
	for (size_t from = 0; from < path.n;) {
		size_t percent = str_find_char(path, '%', from);

		url_percent_add(out, str_part(path, from, percent), URL_SET_NAME);
		if (percent < path.n)
			buffer_add(out, STR("%25"));
		from = percent + 1;
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
