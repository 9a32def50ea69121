/* walk.c - the names below one folder. */
#include "walk.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "folder.h"
#include "load.h"
#include "sniff.h"

/* A link to a folder of the save: that folder's number is known only after the walk. */
struct folder_link {
	uint32_t link;
	char *target; /* its path below the walk's start */
};

/* The path to open a name by, until the next call. */
static const char *
open_path(struct walk *w, uint32_t number)
{
	w->path.n = 0;
	save_open_path(w->save, number, &w->path);
	return w->path.data;
}

/* The same for a name that is not in the tree, in a buffer of its own. */
static void
open_path_below(const struct walk *w, uint32_t folder, const char *name, struct buffer *path)
{
	save_open_path(w->save, folder, path);
	if (path->n && path->data[path->n - 1] != '/')
		buffer_char(path, '/');
	buffer_printf(path, "%s", name);
}

static bool
has_sibling(const struct walk *w, uint32_t parent, struct str name)
{
	return names_find(&w->save->names, parent, name) != NAME_NONE;
}

/* The page as it was before its links were converted (.orig), or zipped, beside the page
 * itself. Names sort after those they extend, so that one has been added. */
static bool
is_twin(const struct walk *w, uint32_t parent, struct str name)
{
	struct buffer extended = { 0 };
	struct str plain;
	bool twin;

	if (!name.n || !strchr("gGzZ", name.p[name.n - 1]))
		return false;
	plain = name_without_gz(name);
	if (!str_ends(name, STR(".orig")))
		return plain.n < name.n && has_sibling(w, parent, plain);
	plain = str_part(name, 0, name.n - 5);
	buffer_add(&extended, plain);
	buffer_add(&extended, STR(".html")); /* wget -E */
	twin = has_sibling(w, parent, buffer_str(&extended)) || has_sibling(w, parent, plain);
	buffer_free(&extended);
	return twin;
}

/* HTTrack lays its own index beside its log and cache, which sort before it. */
static bool
may_be_httrack_index(const struct walk *w, uint32_t parent, struct str name)
{
	return str_eq(name, STR("index.html")) && (has_sibling(w, parent, STR("hts-log.txt")) ||
						      has_sibling(w, parent, STR("hts-cache")));
}

static bool
is_httrack_index(struct str head)
{
	return str_find(head, STR("index made by HTTrack"), 0) < head.n ||
	       str_find(head, STR("Local index - HTTrack"), 0) < head.n;
}

/* Is one of the words a feed is named by in a name, letters on neither side of it? */
static bool
says_feed(struct str name)
{
	static const struct str words[] = { STR("feed"), STR("rss"), STR("atom"), STR("rdf") };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t n = words[i].n, at = str_find(name, words[i], 0);

		if (at < name.n && (!at || !is_alpha(name.p[at - 1])) &&
		    (at + n == name.n || !is_alpha(name.p[at + n])))
			return true;
	}
	return false;
}

/* The first bytes of a file; on failure they are none, and that has been said. */
static struct str
head_of(struct walk *w, uint32_t number, char head[SNIFF_BYTES])
{
	size_t n = SNIFF_BYTES;

	if (load_head(open_path(w, number), names_is(&w->save->names, number, NAME_LINK), head,
		&n) == -1) {
		trouble(w->path.data, "%s", strerror(errno));
		n = 0;
	}
	return (struct str){ head, n };
}

/* The kind of a name, which its extension tells, unless it is one more extension's (.gz). */
static enum name_kind
kind_of(struct walk *w, struct str name)
{
	struct str extension = name_extension(name);

	if (extension.n && extension.n == w->n_extension &&
	    memcmp(extension.p, w->extension, extension.n) == 0)
		return w->kind;
	w->n_extension = 0;
	w->kind = name_kind(name);
	if (extension.n > sizeof(w->extension) || name_without_gz(name).n < name.n)
		return w->kind;
	memcpy(w->extension, extension.p, extension.n);
	w->n_extension = extension.n;
	return w->kind;
}

/* The count that a file belongs to which is no page though named as one; NULL: it is one. */
static uint64_t *
counted_as(struct walk *w, uint32_t parent, uint32_t number, struct str name)
{
	bool may_be_index = may_be_httrack_index(w, parent, name);
	char bytes[SNIFF_BYTES];
	struct str head;

	if (!may_be_index && !says_feed(name) &&
	    !says_feed(names_text(&w->save->names, parent)))
		return NULL;
	head = head_of(w, number, bytes);
	if (may_be_index && is_httrack_index(head))
		return &w->save->own;
	return looks_like_feed(head) ? &w->save->others : NULL;
}

/* Tell a page by its name and, where that does not do, by its first bytes. What is none raises
 * the count it belongs to. */
static bool
is_page(struct walk *w, uint32_t number)
{
	uint32_t parent = w->save->names.rows[number].parent;
	struct str name = names_text(&w->save->names, number);
	enum name_kind kind = kind_of(w, name);
	uint64_t *count = &w->save->others;
	char head[SNIFF_BYTES];

	if (kind == NAME_KIND_TEXT && names_is(&w->save->names, number, NAME_NAMED))
		return true;
	if (is_twin(w, parent, name))
		count = &w->save->twins;
	else if (kind == NAME_KIND_PAGE && names_is(&w->save->names, parent, NAME_UNREAD))
		count = &w->save->own;
	else if (kind == NAME_KIND_PAGE)
		count = counted_as(w, parent, number, name);
	else if (kind == NAME_KIND_UNSURE && !names_is(&w->save->names, parent, NAME_UNREAD) &&
		 looks_like_html(head_of(w, number, head)))
		count = NULL;
	if (count)
		++*count;
	return !count;
}

/* wget writes a URL's query behind a '?' or, for Windows, behind an '@'. */
static bool
has_query(struct str name)
{
	size_t at = str_find_char(name, '@', 0);

	return str_find_char(name, '?', 0) < name.n || str_find_char(name, '=', at) < name.n;
}

void
walk_choose(struct walk *w, uint32_t number)
{
	struct name *row = &w->save->names.rows[number];

	if (row->flags & NAME_CHOSEN)
		return;
	row->flags |= NAME_CHOSEN;
	w->save->pages++;
}

uint32_t
walk_file(struct walk *w, uint32_t parent, struct str name, unsigned flags)
{
	uint32_t number = names_add(&w->save->names, parent, name, flags);

	if (has_query(name))
		w->save->names.has_queries = true;
	if (is_page(w, number)) {
		w->save->names.rows[number].flags |= NAME_PAGE;
		if (w->choose || flags & NAME_NAMED)
			walk_choose(w, number);
	}
	return number;
}

static void
add_folder(struct walk *w, uint32_t parent, struct str name)
{
	unsigned flags =
	    NAME_FOLDER | NAME_WALKED | (w->save->names.rows[parent].flags & NAME_UNREAD);
	uint32_t number;

	if (str_eq(name, STR("hts-cache")))
		flags |= NAME_UNREAD;
	number = names_add(&w->save->names, parent, name, flags);
	folder_read(&w->todo, open_path(w, number), number);
}

const char *
walk_inside(const struct walk *w, const char *real)
{
	size_t n = strlen(w->start);

	if (strcmp(w->start, "/") == 0)
		return real + 1;
	if (strncmp(real, w->start, n) != 0 || (real[n] && real[n] != '/'))
		return NULL;
	return real[n] ? real + n + 1 : "";
}

static void
add_outward_link(struct walk *w, uint32_t parent, struct str name, mode_t type)
{
	uint32_t number = names_add(
	    &w->save->names, parent, name, NAME_OUTWARD | (S_ISDIR(type) ? NAME_FOLDER : 0));

	w->save->outward++;
	if (S_ISDIR(type) || name_kind(name) == NAME_KIND_PAGE)
		trouble(open_path(w, number), "not followed: a symbolic link out of the save");
}

/* A link inside the save. */
static void
add_inward_link(
    struct walk *w, uint32_t parent, struct str name, mode_t type, const char *target)
{
	if (!S_ISDIR(type)) {
		walk_file(w, parent, name, NAME_LINK);
		return;
	}
	w->links = x_grow(w->links, &w->links_cap, w->n_links + 1, sizeof(*w->links));
	w->links[w->n_links++] = (struct folder_link){
		.link = names_add(&w->save->names, parent, name, NAME_FOLDER | NAME_LINK),
		.target = x_strdup(target),
	};
}

static void
add_link(struct walk *w, uint32_t parent, const char *link)
{
	struct str name = str_of(link);
	struct buffer path = { 0 };
	char *real = NULL;
	struct stat st;

	open_path_below(w, parent, link, &path);
	real = realpath(path.data, NULL);
	if (!real || stat(real, &st) != 0) {
		if (name_kind(name) == NAME_KIND_PAGE)
			trouble(path.data, "symbolic link: %s", strerror(errno));
	} else if (!S_ISDIR(st.st_mode) && !S_ISREG(st.st_mode)) {
		trouble(path.data, "not a regular file");
	} else if (walk_inside(w, real)) {
		add_inward_link(w, parent, name, st.st_mode, walk_inside(w, real));
	} else {
		add_outward_link(w, parent, name, st.st_mode);
	}
	free(real);
	buffer_free(&path);
}

static void
add_found(struct walk *w, const struct found *f)
{
	struct str name = str_of(f->name);
	struct buffer path = { 0 };

	if (S_ISDIR(f->type)) {
		add_folder(w, f->parent, name);
	} else if (S_ISREG(f->type)) {
		walk_file(w, f->parent, name, 0);
	} else if (S_ISLNK(f->type)) {
		add_link(w, f->parent, f->name);
	} else {
		open_path_below(w, f->parent, f->name, &path);
		trouble(path.data, "not a regular file");
		buffer_free(&path);
	}
}

uint32_t
walk_find(const struct walk *w, uint32_t folder, const char *path)
{
	while (*path && folder != NAME_NONE) {
		size_t n = strcspn(path, "/");

		folder = names_find(&w->save->names, folder, (struct str){ path, n });
		path += n + (path[n] == '/');
	}
	return folder;
}

static void
resolve_folder_links(struct walk *w)
{
	struct names *names = &w->save->names;

	for (size_t i = 0; i < w->n_links; i++) {
		uint32_t target = walk_find(w, w->top, w->links[i].target);

		free(w->links[i].target);
		if (target == NAME_NONE)
			continue;
		names->aliases = x_grow(names->aliases, &names->aliases_cap,
		    names->n_aliases + 1, sizeof(*names->aliases));
		names->aliases[names->n_aliases++] = (struct alias){ w->links[i].link, target };
	}
	w->n_links = 0;
}

void
walk_folder(struct walk *w, uint32_t folder)
{
	const char *path = open_path(w, folder);

	free(w->start);
	w->start = realpath(path, NULL);
	if (!w->start) {
		trouble(path, "%s", strerror(errno));
		return;
	}
	w->top = folder;
	w->save->names.rows[folder].flags |= NAME_WALKED;
	folder_read(&w->todo, path, folder);
	while (w->todo.n) {
		struct found f = w->todo.items[--w->todo.n];

		add_found(w, &f);
		free(f.name);
	}
	resolve_folder_links(w);
}

void
walk_end(struct walk *w)
{
	free(w->start);
	free(w->todo.items);
	free(w->links);
	buffer_free(&w->path);
}
