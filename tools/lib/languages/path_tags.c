/* path_tags.c - parts of a path or URL that could name the language of the page. */
#include "path_tags.h"

#include "../base/language.h"

/* Two letters, then a script or region after a hyphen or underscore, and registered. */
static bool
is_tag(struct str s)
{
	char tag[16];

	if (s.n < 2 || s.n >= sizeof(tag) || !is_alpha(s.p[0]) || !is_alpha(s.p[1]))
		return false;
	if (s.n > 2 && s.p[2] != '-' && s.p[2] != '_')
		return false;
	for (size_t i = 0; i < s.n; i++)
		tag[i] = s.p[i] == '_' ? '-' : s.p[i];
	return language_is_valid((struct str){ tag, s.n });
}

struct search {
	struct path_tag *tags;
	size_t n;
};

static bool
try(struct search *s, struct str text)
{
	if (s->n == PATH_TAGS || !is_tag(text))
		return false;
	s->tags[s->n++].text = text;
	return true;
}

/* The label before the domain of a URL's host: "fr.example.org". */
static void
try_host(struct search *s, struct str host)
{
	size_t dot = str_find_char(host, '.', 0);

	if (str_find_char(host, '.', dot + 1) < host.n)
		try(s, str_part(host, 0, dot));
}

/* The last part of a name before its extension, or the extension ("index.html.fr"). */
static void
try_name(struct search *s, struct str name)
{
	size_t end = name.n, start;

	for (int parts = 0; parts < 3 && end; parts++) {
		start = end;
		while (start && name.p[start - 1] != '.')
			start--;
		if (try(s, str_part(name, start, end)))
			return;
		for (size_t i = end; i > start; i--)
			if ((name.p[i - 1] == '_' || name.p[i - 1] == '-') &&
			    try(s, str_part(name, i, end)))
				return;
		end = start ? start - 1 : 0;
	}
}

static void
try_query(struct search *s, struct str query)
{
	static const struct str names[] = { { "lang", 4 }, { "language", 8 }, { "locale", 6 },
		{ "hl", 2 }, { "lg", 2 } };

	for (size_t from = 0, end; from < query.n; from = end + 1) {
		size_t equals = str_find_char(query, '=', from);
		struct str value;

		end = str_find_char(query, '&', from);
		value = str_part(query, equals + 1, end);
		value = str_part(value, 0, str_find_char(value, '.', 0));
		for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
			if (equals < end &&
			    str_eq_nocase(str_part(query, from, equals), names[i]))
				try(s, value);
	}
}

size_t
path_tags(struct str path, struct path_tag tags[static PATH_TAGS])
{
	struct search s = { .tags = tags };
	size_t query = str_find_char(path, '?', 0), from = str_find(path, STR("://"), 0);

	if (from < path.n) {
		size_t host = from + 3;

		from = str_find_char(path, '/', host);
		try_host(&s, str_part(path, host, from));
		from++;
	} else {
		from = 0;
	}
	for (size_t end; from < query; from = end + 1) {
		end = str_find_char(path, '/', from);
		if (end >= query) {
			try_name(&s, str_part(path, from, query));
			break;
		}
		try(&s, str_part(path, from, end));
	}
	if (query < path.n)
		try_query(&s, str_part(path, query + 1, path.n));
	return s.n;
}

/* True where the candidate's text stands at offset i as a whole word. */
static bool
stands_at(struct str path, size_t i, struct str text)
{
	return str_eq(str_part(path, i, i + text.n), text) &&
	       (!i || !is_word_byte(path.p[i - 1])) &&
	       (i + text.n >= path.n || !is_word_byte(path.p[i + text.n]));
}

void
path_without(struct str path, const struct path_tag *tag, bool all, struct buffer *out)
{
	struct str text = tag->text;

	for (size_t i = 0; i < path.n;) {
		if (path.p + i == text.p || (all && stands_at(path, i, text))) {
			buffer_char(out, '*');
			i += text.n;
		} else {
			buffer_char(out, path.p[i++]);
		}
	}
}
