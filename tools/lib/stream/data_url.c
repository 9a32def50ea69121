/* data_url.c - addresses that hold what they lead to. */
#include "data_url.h"

#include <nettle/base64.h>

#include "../base/url_percent.h"

bool
is_data_url(struct str url)
{
	return str_starts_nocase(url, STR("data:"));
}

/* The media type of what stands before the comma, and whether base64 follows. */
static struct str
read_type(struct arena *a, struct str head, bool *is_base64)
{
	struct str last = head, type;
	char *lower;

	for (size_t i = 0; i < head.n; i++)
		if (head.p[i] == ';')
			last = str_part(head, i + 1, head.n);
	*is_base64 = last.n < head.n && str_eq_nocase(str_trim(last), STR("base64"));
	type = str_trim(str_part(head, 0, str_find_char(head, ';', 0)));
	if (str_find_char(type, '/', 0) >= type.n)
		return STR("text/plain");
	type = arena_str(a, type);
	lower = (char *)type.p;
	for (size_t i = 0; i < type.n; i++)
		lower[i] = to_lower(lower[i]);
	return type;
}

/* Forgiving-base64 decode (WHATWG Infra, section 7): white space and missing padding count for
 * nothing. */
static int
decode(struct arena *a, struct str text, struct str *bytes)
{
	uint8_t *out = arena_alloc(a, BASE64_DECODE_LENGTH(text.n) + 1);
	struct base64_decode_ctx ctx;
	size_t n;

	base64_decode_init(&ctx);
	if (!base64_decode_update(&ctx, &n, out, text.n, text.p))
		return -1;
	*bytes = (struct str){ (char *)out, n };
	return 0;
}

int
data_url_read(struct arena *a, struct str url, struct str *type, struct str *bytes)
{
	struct str body;
	size_t comma;
	bool is_base64;

	url = str_part(url, 5, str_find_char(url, '#', 0));
	comma = str_find_char(url, ',', 0);
	if (comma == url.n)
		return -1;
	*type = read_type(a, str_trim(str_part(url, 0, comma)), &is_base64);
	body = url_percent_decode(a, str_part(url, comma + 1, url.n));
	if (is_base64)
		return decode(a, body, bytes);
	*bytes = arena_str(a, body); /* it may still be a slice of url */
	return 0;
}

struct str
media_extension(struct str type)
{
	static const struct {
		const char *type, *extension;
	} rows[] = {
		{ "application/font-woff", ".woff" },
		{ "application/javascript", ".js" },
		{ "application/json", ".json" },
		{ "application/pdf", ".pdf" },
		{ "application/vnd.ms-fontobject", ".eot" },
		{ "application/x-font-woff", ".woff" },
		{ "application/x-javascript", ".js" },
		{ "application/xhtml+xml", ".xhtml" },
		{ "audio/mpeg", ".mp3" },
		{ "audio/ogg", ".ogg" },
		{ "font/otf", ".otf" },
		{ "font/ttf", ".ttf" },
		{ "font/woff", ".woff" },
		{ "font/woff2", ".woff2" },
		{ "image/avif", ".avif" },
		{ "image/bmp", ".bmp" },
		{ "image/gif", ".gif" },
		{ "image/jpeg", ".jpg" },
		{ "image/jpg", ".jpg" },
		{ "image/png", ".png" },
		{ "image/svg+xml", ".svg" },
		{ "image/vnd.microsoft.icon", ".ico" },
		{ "image/webp", ".webp" },
		{ "image/x-icon", ".ico" },
		{ "text/css", ".css" },
		{ "text/html", ".html" },
		{ "text/javascript", ".js" },
		{ "text/plain", ".txt" },
		{ "video/mp4", ".mp4" },
		{ "video/webm", ".webm" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (str_eq(type, str_of(rows[i].type)))
			return str_of(rows[i].extension);
	return STR("");
}
