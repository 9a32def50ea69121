/* layout.c - what the folders and file names of a save tell of URLs. */
#include "layout.h"

#include "../base/url_percent.h"
#include "sniff.h"

uint32_t
layout_root(const struct save *save, uint32_t number)
{
	uint32_t root = NAME_NONE;

	for (; number != NAME_NONE; number = save->names.rows[number].parent)
		if (names_is(&save->names, number, NAME_WALKED))
			root = number;
	return root;
}

/* The name of a folder; that of a root given by --root is not in the tree. */
static struct str
folder_name(const struct save *save, uint32_t folder)
{
	struct str name;
	size_t i;

	if (save->names.rows[folder].parent != NAME_NONE || !save->root)
		return names_text(&save->names, folder);
	name = str_of(save->root);
	while (name.n && name.p[name.n - 1] == '/')
		name.n--;
	for (i = name.n; i > 0 && name.p[i - 1] != '/';)
		i--;
	return str_part(name, i, name.n);
}

/* Cut the port off a folder's name: ':' or, on Windows, '+', and digits. */
static struct str
cut_port(struct str name, struct str *port)
{
	size_t i = name.n;

	while (i > 0 && is_digit(name.p[i - 1]))
		i--;
	if (i == name.n || i == 0 || (name.p[i - 1] != ':' && name.p[i - 1] != '+')) {
		*port = str_part(name, name.n, name.n);
		return name;
	}
	*port = str_part(name, i, name.n);
	return str_part(name, 0, i - 1);
}

/* What folders end with that are no hosts, though they look like some. */
static bool
is_no_domain(struct str last)
{
	static const char *const suffixes[] = { "bak", "copy", "css", "files", "git", "htm",
		"html", "js", "json", "new", "old", "orig", "php", "svn", "tmp", "txt", "xml" };

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++)
		if (str_eq_nocase(last, str_of(suffixes[i])))
			return true;
	return false;
}

/* Labels of letters, digits and hyphens with dots between (RFC 1123, section 2.1); the last one
 * begins with a letter and has two bytes or more. Four numbers are an IPv4 address. */
static bool
is_host_name(struct str name)
{
	size_t dots = 0, start = 0, digits = 0;
	struct str port, host = cut_port(name, &port), last;

	for (size_t i = 0; i < host.n; i++) {
		char c = host.p[i];

		if (c == '.' && i == start)
			return false;
		if (c == '.')
			dots++, start = i + 1;
		else if (is_digit(c))
			digits++;
		else if (!is_alpha(c) && c != '-' && c != '_')
			return false;
	}
	last = str_part(host, start, host.n);
	if (dots == 0)
		return port.n && str_eq(host, STR("localhost"));
	if (dots == 3 && digits + dots == host.n)
		return last.n > 0;
	return last.n >= 2 && is_alpha(last.p[0]) && !is_no_domain(last);
}

uint32_t
layout_host(const struct save *save, uint32_t number)
{
	uint32_t root = layout_root(save, number), below = number;

	if (root == NAME_NONE)
		return NAME_NONE;
	while (save->names.rows[below].parent != root)
		below = save->names.rows[below].parent;
	if (below != number && is_host_name(names_text(&save->names, below)))
		return below;
	return is_host_name(folder_name(save, root)) ? root : NAME_NONE;
}

struct str
layout_host_name(const struct save *save, uint32_t folder, struct buffer *name)
{
	struct str port, host = cut_port(folder_name(save, folder), &port);
	size_t start = name->n;

	buffer_add(name, host);
	if (port.n) {
		buffer_char(name, ':');
		buffer_add(name, port);
	}
	return str_part(buffer_str(name), start, name->n);
}

static bool
is_folder_of_host(const struct save *save, uint32_t folder, struct str host)
{
	struct buffer name = { 0 };
	bool same = str_eq_nocase(layout_host_name(save, folder, &name), host);

	buffer_free(&name);
	return same;
}

uint32_t
layout_find_host(const struct save *save, uint32_t root, struct str host)
{
	struct buffer windows = { 0 };
	uint32_t found = names_enter(&save->names, root, host);
	size_t colon = str_find_char(host, ':', 0);

	if (found == NAME_NONE && colon < host.n) {
		buffer_add(&windows, host);
		windows.data[colon] = '+';
		found = names_enter(&save->names, root, buffer_str(&windows));
		buffer_free(&windows);
	}
	if (found != NAME_NONE && names_is(&save->names, found, NAME_FOLDER))
		return found;
	return is_folder_of_host(save, root, host) ? root : NAME_NONE;
}

/* Offset of the query's '?' or, where a '=' follows, '@' in a file's name, or its length. */
static size_t
query_start(struct str name)
{
	size_t i = str_find_char(name, '?', 0), at = str_find_char(name, '@', 0);

	if (i < name.n || str_find_char(name, '=', at) == name.n)
		return i;
	return at;
}

/* Without what a saver added at its end. */
static struct str
original_name(const struct save *save, uint32_t number)
{
	struct str name = name_without_gz(names_text(&save->names, number)), plain;
	size_t n = name.n;

	while (n > 0 && is_digit(name.p[n - 1]))
		n--;
	plain = str_part(name, 0, n ? n - 1 : 0);
	if (n < name.n && n > 1 && name.p[n - 1] == '.' &&
	    names_find(&save->names, save->names.rows[number].parent, plain) != NAME_NONE)
		name = plain;
	plain = str_part(name, 0, name.n - name_extension(name).n);
	if (str_eq_nocase(name_extension(name), STR(".html")) &&
	    (query_start(plain) < plain.n || name_is_dynamic(plain)))
		name = plain;
	return name;
}

static struct str
without_index(struct str file)
{
	if (str_eq(file, STR("index.html")) || str_eq(file, STR("index.htm")))
		file.n = 0;
	return file;
}

void
layout_path(const struct save *save, uint32_t number, uint32_t top, struct buffer *path)
{
	struct str name = original_name(save, number);
	size_t query = query_start(name), start = 0;
	struct buffer folders = { 0 };
	struct str above;

	names_path(&save->names, top, &folders);
	start = folders.n;
	folders.n = 0;
	names_path(&save->names, save->names.rows[number].parent, &folders);
	above = str_part(buffer_str(&folders), start, folders.n);
	if (!str_starts(above, STR("/")))
		buffer_char(path, '/');
	url_percent_add(path, above, URL_SET_NAME);
	if (!str_ends(buffer_str(path), STR("/")))
		buffer_char(path, '/');
	url_percent_add(path, without_index(str_part(name, 0, query)), URL_SET_NAME);
	if (query < name.n) {
		buffer_char(path, '?');
		url_percent_add(path, str_part(name, query + 1, name.n), URL_SET_SPECIAL_QUERY);
	}
	buffer_free(&folders);
}
