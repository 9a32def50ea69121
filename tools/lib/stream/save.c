/* save.c - from operands to the names of a saved site. */
#include "save.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "sniff.h"
#include "walk.h"

/* A path as find(1) would print it: a start ("", "/", "./" or a run of "../") and components
 * without "." and doubled slashes between. */
struct operand {
	struct buffer path; /* a folder's ends with a slash, as in the order of paths */
	size_t start;       /* bytes of the start */
	bool folder, link;
};

void
save_close(struct save *save)
{
	names_free(&save->names);
}

void
save_open_path(const struct save *save, uint32_t number, struct buffer *path)
{
	if (save->root)
		buffer_printf(path, "%s/", save->root);
	names_path(&save->names, number, path);
	*buffer_room(path, 1) = '\0';
}

static size_t
start_length(struct str s)
{
	size_t n = 0;

	if (str_starts(s, STR("/")))
		return 1;
	while (str_starts(str_part(s, n, s.n), STR("../")))
		n += 3;
	if (n == 0 && str_starts(s, STR("./")))
		return 2;
	return n;
}

static void
normalise(struct operand *o, const char *given)
{
	struct buffer slashed = { 0 };
	struct str s;

	buffer_printf(&slashed, "%s/", given); /* so that "." and ".." are starts as well */
	s = buffer_str(&slashed);
	o->start = start_length(s);
	buffer_add(&o->path, str_part(s, 0, o->start));
	for (s = str_part(s, o->start, s.n); s.n;) {
		size_t n = str_find_char(s, '/', 0);
		struct str part = str_part(s, 0, n + 1);

		if (n > 0 && !str_eq(part, STR("./")))
			buffer_add(&o->path, part);
		s = str_part(s, n + 1, s.n);
	}
	if (!o->folder)
		o->path.n--;
	buffer_free(&slashed);
}

/* Look what an operand is; trouble with it is said. */
static bool
read_operand(struct operand *o, const char *given)
{
	struct stat st;

	if (stat(given, &st) != 0) {
		trouble(given, "%s", strerror(errno));
		return false;
	}
	if (!S_ISDIR(st.st_mode) && !S_ISREG(st.st_mode)) {
		trouble(given, "not a regular file");
		return false;
	}
	*o = (struct operand){ .folder = S_ISDIR(st.st_mode) };
	o->link = lstat(given, &st) == 0 && S_ISLNK(st.st_mode);
	normalise(o, given);
	return true;
}

static int
compare_operands(const void *left, const void *right)
{
	const struct operand *a = left, *b = right;

	return str_cmp(buffer_str(&a->path), buffer_str(&b->path));
}

/* The number of a folder, added where it is not there yet. */
static uint32_t
enter(struct names *names, uint32_t parent, struct str name)
{
	uint32_t number = names_find(names, parent, name);

	return number == NAME_NONE ? names_add(names, parent, name, NAME_FOLDER) : number;
}

/* A file inside a folder that was walked: it may be chosen only now that it is named. */
static void
name_file(struct walk *w, uint32_t number)
{
	struct name *row = &w->save->names.rows[number];

	row->flags |= NAME_NAMED;
	if (name_kind(names_text(&w->save->names, number)) == NAME_KIND_TEXT)
		row->flags |= NAME_PAGE;
	if (row->flags & NAME_PAGE)
		walk_choose(w, number);
}

/* Put an operand into the tree, with the folders above it. Operands come in the order of paths,
 * so a folder was walked before anything named in it. */
static void
add_operand(struct walk *w, const struct operand *o)
{
	struct names *names = &w->save->names;
	struct str path = buffer_str(&o->path), name = str_part(path, 0, o->start);
	uint32_t parent = NAME_NONE, number = enter(names, NAME_NONE, name);
	bool walked = names_is(names, number, NAME_WALKED);

	for (path = str_part(path, o->start, path.n); path.n && number != NAME_NONE;) {
		size_t n = str_find_char(path, '/', 0);

		name = str_part(path, 0, n);
		parent = number;
		number = walked || (n == path.n && !o->folder) ? names_find(names, parent, name)
		                                               : enter(names, parent, name);
		if (number != NAME_NONE)
			walked = walked || names_is(names, number, NAME_WALKED);
		path = str_part(path, n + 1, path.n);
	}
	if (o->folder && !walked)
		walk_folder(w, number);
	else if (!o->folder && number != NAME_NONE)
		name_file(w, number);
	else if (!o->folder && !walked)
		walk_file(w, parent, name, NAME_NAMED | (o->link ? NAME_LINK : 0));
}

static void
add_operands(struct walk *w, char *const *operands, size_t n)
{
	struct operand *list = x_calloc(n, sizeof(*list));
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		kept += read_operand(&list[kept], operands[i]);
	if (kept)
		qsort(list, kept, sizeof(*list), compare_operands);
	for (size_t i = 0; i < kept; i++) {
		add_operand(w, &list[i]);
		buffer_free(&list[i].path);
	}
	free(list);
}

/* Choose what an operand names in a tree that has all names below the root. Numbers of all that
 * is below a folder follow the folder's own. */
static void
choose_operand(struct walk *w, const char *given)
{
	const struct names *names = &w->save->names;
	char *real = realpath(given, NULL);
	const char *below = real ? walk_inside(w, real) : NULL;
	uint32_t number = below ? walk_find(w, w->top, below) : NAME_NONE;

	if (!real)
		trouble(given, "%s", strerror(errno));
	else if (number == NAME_NONE)
		trouble(given, "not below the root '%s'", w->save->root);
	else if (!names_is(names, number, NAME_FOLDER))
		name_file(w, number);
	else
		for (uint32_t i = number + 1; i < names->n && names->rows[i].parent >= number;
		     i++)
			if (names_is(names, i, NAME_PAGE))
				walk_choose(w, i);
	free(real);
}

void
save_open(struct save *save, const char *root, char *const *operands, size_t n)
{
	struct walk w = { .save = save, .choose = !root };

	*save = (struct save){ .root = root };
	names_init(&save->names);
	if (!root) {
		add_operands(&w, operands, n);
	} else {
		walk_folder(&w, names_add(&save->names, NAME_NONE, STR(""), NAME_FOLDER));
		for (size_t i = 0; w.start && i < n; i++)
			choose_operand(&w, operands[i]);
	}
	walk_end(&w);
}

void
read_name_list(const char *file, bool null, char ***list, size_t *n)
{
	FILE *f = strcmp(file, "-") == 0 ? stdin : fopen(file, "r");
	size_t cap = *n, size = 0;
	char *line = NULL;
	ssize_t length;

	if (!f)
		die("%s: %s", file, strerror(errno));
	while ((length = getdelim(&line, &size, null ? '\0' : '\n', f)) > 0) {
		if (!null && line[length - 1] == '\n')
			line[--length] = '\0';
		if (length == 0)
			continue;
		*list = x_grow(*list, &cap, *n + 1, sizeof(**list));
		(*list)[(*n)++] = x_strdup(line);
	}
	if (ferror(f))
		die("%s: %s", file, strerror(errno));
	free(line);
	if (f != stdin)
		fclose(f);
}
