/* redirect_map.c - a table of redirects, checked and made fit for servers. */
#include "redirect_map.h"

#include <stdarg.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "../base/url_percent.h"
#include "../base/utf8.h"
#include "../site/address.h"
#include "../stream/sniff.h"
#include "../stream/xml.h"

/* The host of addresses that name none. */
#define NO_HOST "redirect.invalid"

enum column { COLUMN_PATH, COLUMN_TO };

/* A row that can be read. */
struct redirect {
	const struct sheet_row *row;
	struct str path, escaped, query; /* of what is redirected; query absent: none */
	struct str to;                   /* as it is written out */
	struct str page;                 /* path of to, decoded; absent: on another host */
	struct str key;                  /* of to, among keys; absent likewise */
	struct redirect *after;          /* the one that starts there, or NULL */
	bool bad, seen;                  /* an error was said; it is on the way at hand */
	struct redirect *next;
};

struct redirect_place {
	struct arena arena;
	struct str host, path; /* decoded */
};

/* The columns of a row. */
struct redirect_row {
	struct str to;
};

static const struct field columns[] = {
	FIELD("to", FIELD_TEXT, redirect_row, to),
	{ .name = { 0 } },
};

const struct table redirect_table = { "redirects", 0, columns, NULL };

static const struct {
	const char *id;
	enum level level;
} rules[REDIRECT_RULES] = {
	[REDIRECT_ROW] = { "csv.row", LEVEL_ERROR },
	[REDIRECT_VALUE] = { "csv.value", LEVEL_ERROR },
	[REDIRECT_DUPLICATE] = { "csv.duplicate", LEVEL_ERROR },
	[REDIRECT_LOOP] = { "csv.loop", LEVEL_ERROR },
	[REDIRECT_TARGET] = { "csv.target", LEVEL_ERROR },
	[REDIRECT_CHAIN] = { "csv.chain", LEVEL_WARNING },
};

static void find(struct redirect_map *m, enum redirect_rule rule, const struct sheet_row *row,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

static void
find(struct redirect_map *m, enum redirect_rule rule, const struct sheet_row *row,
    const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	sheet_find(&m->arena, &m->next, rules[rule].level, rules[rule].id, row, format, ap);
	va_end(ap);
}

static bool
knows(const struct strings *s, struct str text)
{
	return strings_find(s, text, strings_hash(s, text)) != STRING_NONE;
}

static void
add(struct strings *s, struct str text)
{
	strings_add(s, text, strings_hash(s, text));
}

/* Parse a path from the root, or a URL of the web; -1 for anything else. */
static int
parse(struct arena *a, struct str text, struct url *url)
{
	struct url base;

	text = str_trim(text);
	if (url_parse(a, STR("http://" NO_HOST "/"), NULL, &base) == -1)
		return -1;
	if (str_starts(text, STR("/")) && !str_starts(text, STR("//")))
		return url_parse(a, text, &base, url);
	return url_parse(a, text, NULL, url) == 0 && address_is_web(url) ? 0 : -1;
}

/* Path and query as one string that stands for both. */
static struct str
key_of(struct arena *a, struct str path, struct str query)
{
	struct buffer key = { 0 };
	struct str s;

	buffer_add(&key, path);
	if (query.p)
		buffer_char(&key, '?');
	buffer_add(&key, query);
	s = arena_str(a, buffer_str(&key));
	buffer_free(&key);
	return s;
}

/* Text without control characters, which no map can hold. */
static bool
is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7F)
			return false;
	return utf8_valid_prefix(s) == s.n;
}

/* As Apache's ap_escape_uri() does: all but letters, digits and these, in lower case. */
static struct str
escape(struct arena *a, struct str path)
{
	struct buffer out = { 0 };
	struct str s;

	for (size_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];

		if (is_alpha((char)c) || is_digit((char)c) || strchr("$-_.+!*'(),:@&=/~", c))
			buffer_char(&out, (char)c);
		else
			buffer_printf(&out, "%%%02x", c);
	}
	s = arena_str(a, buffer_str(&out));
	buffer_free(&out);
	return s;
}

static int
read_from(struct redirect_map *m, const struct sheet_row *row, struct redirect *r)
{
	struct str text = row->values[COLUMN_PATH];
	struct url url;

	if (parse(&m->arena, text, &url) == -1 || url.fragment.n) {
		find(m, REDIRECT_VALUE, row, "path cannot be '%.*s'", QUOTED(text));
		return -1;
	}
	r->path = url_percent_decode(&m->arena, url.path);
	r->query = url.query.n ? url.query : (struct str){ 0 };
	r->escaped = escape(&m->arena, r->path);
	if (!is_plain(r->path)) {
		find(m, REDIRECT_VALUE, row, "path cannot be '%.*s'", QUOTED(text));
		return -1;
	}
	add(&m->hosts, address_authority(&m->arena, &url));
	return 0;
}

static int
read_to(struct redirect_map *m, const struct sheet_row *row, struct redirect *r)
{
	struct str text = row->values[COLUMN_TO], path;
	struct url url;

	if (parse(&m->arena, text, &url) == -1) {
		find(m, REDIRECT_VALUE, row, "to cannot be '%.*s'", QUOTED(text));
		return -1;
	}
	path = url_percent_decode(&m->arena, url.path);
	r->to = url_href(&m->arena, &url);
	r->page = path;
	r->key = key_of(&m->arena, path, url.query.n ? url.query : (struct str){ 0 });
	if (str_eq(url.host, STR(NO_HOST)))
		r->to = str_part(r->to, sizeof("http://" NO_HOST) - 1, r->to.n);
	return 0;
}

static void
read_row(struct redirect_map *m, const struct sheet *sheet, const struct sheet_row *row)
{
	struct redirect *r = arena_zalloc(&m->arena, sizeof(*r));
	size_t before = m->keys.n;
	uint32_t number;
	struct str key;

	if (row->n != sheet->width) {
		find(m, REDIRECT_ROW, row, "%u values for %u columns", row->n, sheet->width);
		return;
	}
	r->row = row;
	if (read_from(m, row, r) || read_to(m, row, r))
		return;
	key = key_of(&m->arena, r->path, r->query);
	number = strings_add(&m->keys, key, strings_hash(&m->keys, key));
	if (m->keys.n == before) {
		find(m, REDIRECT_DUPLICATE, row, "'%.*s' is redirected before, in line %u",
		    QUOTED(key), m->by_key[number]->row->line);
		return;
	}
	m->by_key = x_grow(m->by_key, &m->cap, m->keys.n, sizeof(struct redirect *));
	m->by_key[number] = *m->last = r;
	m->last = &r->next;
}

void
redirect_map_start(struct redirect_map *m, const struct sheet *sheet)
{
	*m = (struct redirect_map){ .first = NULL };
	m->last = &m->first;
	m->next = &m->findings;
	strings_init(&m->keys);
	strings_init(&m->hosts);
	strings_init(&m->pages);
	add(&m->hosts, STR(NO_HOST));
	for (const struct sheet_row *row = sheet->rows; row; row = row->next)
		read_row(m, sheet, row);
}

void
redirect_map_free(struct redirect_map *m)
{
	strings_free(&m->keys);
	strings_free(&m->hosts);
	strings_free(&m->pages);
	arena_free(&m->arena);
	free(m->by_key);
}

struct redirect_place *
redirect_place_new(const struct page *page)
{
	struct redirect_place *place = x_calloc(1, sizeof(*place));
	struct arena *a = &place->arena;
	struct buffer path = { 0 };
	struct url url;

	if (page->url.p && url_parse(a, arena_str(a, page->url), NULL, &url) == 0) {
		place->host = address_authority(a, &url);
		place->path = url_percent_decode(a, url.path);
		return place;
	}
	buffer_char(&path, '/');
	buffer_add(&path, page->path);
	place->host = STR(NO_HOST);
	place->path = arena_str(a, buffer_str(&path));
	buffer_free(&path);
	return place;
}

void
redirect_map_add(struct redirect_map *m, struct redirect_place *place)
{
	add(&m->hosts, place->host);
	add(&m->pages, place->path);
	arena_free(&place->arena);
	free(place);
}

/* Forget the place of a target that is on none of the hosts. */
static void
place_target(struct redirect_map *m, struct redirect *r)
{
	uint32_t number;
	struct url url;

	if (parse(&m->arena, r->to, &url) == -1 ||
	    !knows(&m->hosts, address_authority(&m->arena, &url))) {
		r->page = r->key = (struct str){ 0 };
		return;
	}
	number = strings_find(&m->keys, r->key, strings_hash(&m->keys, r->key));
	if (number != STRING_NONE)
		r->after = m->by_key[number];
}

/* The redirect that ends the chain that r begins, or NULL where none does. Chains are walked
 * once: what was settled before leads to its end at once. */
static struct redirect *
follow(struct redirect *r)
{
	struct redirect *end = r, *next;

	while (end->after && !end->seen && !end->bad) {
		end->seen = true;
		end = end->after;
	}
	if (end->seen || end->bad)
		end = NULL;
	for (; r->seen; r = next) {
		next = r->after;
		r->seen = false;
		r->bad = !end;
		r->after = end;
	}
	return end;
}

/* True where pages are known, and the target is to be one of them but is not. */
static bool
is_missing(const struct redirect_map *m, const struct redirect *r)
{
	return m->pages.n && r->page.p && !knows(&m->pages, r->page) &&
	       name_kind(path_name(r->page)) != NAME_KIND_OTHER;
}

/* Say what is wrong with a redirect, and let it lead to the end of its chain. */
static void
settle(struct redirect_map *m, struct redirect *r)
{
	struct redirect *end = r->bad ? NULL : follow(r);
	struct str first = r->to;

	if (!end) {
		find(m, REDIRECT_LOOP, r->row, "'%.*s' is redirected in a loop",
		    QUOTED(r->path));
		return;
	}
	if (end != r) {
		find(m, REDIRECT_CHAIN, r->row, "'%.*s' is redirected again, to '%.*s'",
		    QUOTED(first), QUOTED(end->to));
		r->to = end->to;
		return;
	}
	if (is_missing(m, r))
		find(m, REDIRECT_TARGET, r->row, "no page at '%.*s'", QUOTED(r->to));
}

void
redirect_map_finish(struct redirect_map *m)
{
	for (struct redirect *r = m->first; r; r = r->next)
		place_target(m, r);
	for (struct redirect *r = m->first; r; r = r->next)
		settle(m, r);
}

void
redirect_map_write(const struct redirect_map *m, struct buffer *out)
{
	buffer_add(out, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			    "<redirects xmlns=\"urn:siteglean:redirects:1\">\n"));
	for (const struct redirect *r = m->first; r; r = r->next) {
		if (r->bad || is_missing(m, r->after ? r->after : r))
			continue;
		buffer_add(out, STR("  <redirect"));
		xml_attribute(out, STR("path"), r->path, false);
		xml_attribute(out, STR("escaped"), r->escaped, false);
		xml_attribute(out, STR("query"), r->query, false);
		xml_attribute(out, STR("to"), r->to, false);
		buffer_add(out, STR("/>\n"));
	}
	buffer_add(out, STR("</redirects>\n"));
}
