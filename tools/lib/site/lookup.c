/* lookup.c - from the path and query of a URL to the name of a file in a save. */
#include "lookup.h"

#include "../base/url_percent.h"
#include "../stream/sniff.h"

/* A part of a URL as written and, where that differs, percent-decoded. */
struct spelling {
	struct str forms[2];
	int n;
};

static struct spelling
spell(struct arena *a, struct str written)
{
	struct spelling s = { .forms = { written }, .n = written.p ? 1 : 0 };

	if (str_find_char(written, '%', 0) < written.n)
		s.forms[s.n++] = url_percent_decode(a, written);
	return s;
}

/* The name put together of parts, or it zipped. Folders count only where wanted. */
static uint32_t
find_joined(const struct names *names, uint32_t folder, const struct str *parts, size_t n)
{
	char joined[256 + 1];
	size_t length = 0;
	uint32_t found;

	for (size_t i = 0; i < n; i++) {
		if (parts[i].n > sizeof(joined) - length)
			return NAME_NONE; /* longer than a file's name can be */
		if (parts[i].n)
			memcpy(joined + length, parts[i].p, parts[i].n);
		length += parts[i].n;
	}
	found = names_find(names, folder, (struct str){ joined, length });
	if (found != NAME_NONE || length + 3 > sizeof(joined))
		return found;
	memcpy(joined + length, ".gz", 3);
	return names_find(names, folder, (struct str){ joined, length + 3 });
}

static bool
is_file(const struct names *names, uint32_t number)
{
	return number != NAME_NONE && !names_is(names, number, NAME_FOLDER);
}

/* A file named after a URL with a query: the name, '?' or '@', the query, perhaps ".html". */
static uint32_t
find_with_query(
    const struct names *names, uint32_t folder, struct str name, const struct spelling *query)
{
	static const struct str marks[] = { { "?", 1 }, { "@", 1 } };
	static const struct str ends[] = { { "", 0 }, { ".html", 5 } };

	for (int i = 0; i < 2 * 2 * query->n; i++) {
		struct str parts[] = { name, marks[i & 1], query->forms[i >> 2],
			ends[i >> 1 & 1] };
		uint32_t found = find_joined(names, folder, parts, 4);

		if (is_file(names, found))
			return found;
	}
	return NAME_NONE;
}

/* Whether the file may answer to a query that is not in its name: a static server does not look
 * at queries, a program does. A picture or a style sheet is static; of a page, a saver that
 * keeps queries would have kept this one. Of a file that was named alone nobody knows. */
static bool
ignores_query(const struct names *names, uint32_t number)
{
	uint32_t folder = names->rows[number].parent;
	struct str name = names_text(names, number);

	if (folder == NAME_NONE || !names_is(names, folder, NAME_WALKED))
		return false;
	return name_kind(name) == NAME_KIND_OTHER ||
	       (!names->has_queries && !name_is_dynamic(name));
}

static uint32_t
find_file(
    const struct names *names, uint32_t folder, struct str name, const struct spelling *query)
{
	static const struct str ends[] = { { "", 0 }, { ".html", 5 }, { ".htm", 4 } };
	uint32_t found = NAME_NONE;

	if (query->n)
		found = find_with_query(names, folder, name, query);
	for (int i = 0; i < 3 && found == NAME_NONE; i++) {
		struct str parts[] = { name, ends[i] };

		found = find_joined(names, folder, parts, 2);
		if (!is_file(names, found) || (query->n && !ignores_query(names, found)))
			found = NAME_NONE;
	}
	return found;
}

static uint32_t
find_index(const struct names *names, uint32_t folder, const struct spelling *query)
{
	static const struct str indexes[] = { { "index.html", 10 }, { "index.htm", 9 },
		{ "index.php", 9 }, { "index.xhtml", 11 }, { "default.html", 12 },
		{ "default.htm", 11 } };
	uint32_t found = NAME_NONE;

	for (size_t i = 0; i < sizeof(indexes) / sizeof(*indexes) && found == NAME_NONE; i++)
		found = find_file(names, folder, indexes[i], query);
	return found;
}

/* What the last part of a path leads to: a file of that name, else the index of the folder. */
static uint32_t
find_last(const struct names *names, uint32_t folder, const struct spelling *name,
    const struct spelling *query, bool *known)
{
	uint32_t found = NAME_NONE;

	if (!name->forms[0].n)
		return find_index(names, folder, query);
	for (int i = 0; i < name->n && found == NAME_NONE; i++)
		found = find_file(names, folder, name->forms[i], query);
	for (int i = 0; i < name->n && found == NAME_NONE; i++) {
		uint32_t below = names_enter(names, folder, name->forms[i]);

		if (below != NAME_NONE && names_is(names, below, NAME_FOLDER)) {
			*known = names_is(names, below, NAME_WALKED);
			found = find_index(names, below, query);
		}
	}
	return found;
}

/* The folder of a name, or NAME_NONE. */
static uint32_t
enter(const struct names *names, uint32_t folder, const struct spelling *name)
{
	uint32_t found = NAME_NONE;

	for (int i = 0; i < name->n && found == NAME_NONE; i++)
		found = names_enter(names, folder, name->forms[i]);
	return found != NAME_NONE && names_is(names, found, NAME_FOLDER) ? found : NAME_NONE;
}

uint32_t
lookup_path(struct arena *a, const struct names *names, uint32_t folder, struct str path,
    struct str query, bool *known)
{
	struct spelling spelt_query = spell(a, query);

	for (;;) {
		struct spelling name;
		size_t n;

		while (path.n && path.p[0] == '/')
			path = str_part(path, 1, path.n);
		*known = names_is(names, folder, NAME_WALKED);
		n = str_find_char(path, '/', 0);
		name = spell(a, str_part(path, 0, n));
		if (n == path.n)
			return find_last(names, folder, &name, &spelt_query, known);
		folder = enter(names, folder, &name);
		if (folder == NAME_NONE)
			return NAME_NONE;
		path = str_part(path, n, path.n);
	}
}
