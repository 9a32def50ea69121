/* mirror.c - a folder that gets one file for each page. */
#include "mirror.h"

#include <errno.h>
#include <fcntl.h>
#include <search.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/buffer.h"
#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "sniff.h"

enum { CHOICES = 1000 }; /* of names for one page */

struct mirror {
	const char *folder;
	struct str extension;
	int fd;      /* of the folder */
	void *names; /* tsearch(3): the files of this run */
};

struct mirror *
mirror_new(const char *folder, const char *extension)
{
	struct mirror *m;
	int fd = -1;

	if (mkdir(folder, 0777) == 0 || errno == EEXIST)
		fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd == -1)
		die("%s: %s", folder, strerror(errno));
	m = x_calloc(1, sizeof(*m));
	m->folder = folder;
	m->extension = str_of(extension);
	m->fd = fd;
	return m;
}

void
mirror_free(struct mirror *m)
{
	if (!m)
		return;
	tdestroy(m->names, free);
	close(m->fd);
	free(m);
}

static int
compare(const void *x, const void *y)
{
	return strcmp(x, y);
}

const char *
mirror_ending(unsigned i)
{
	static const char *const endings[] = { ".xhtml.gz", ".shtml.gz", ".html.gz", ".htm.gz",
		".xhtml", ".shtml", ".mhtml", ".html", ".htm", ".mht", ".gz", "" };

	return i < sizeof(endings) / sizeof(endings[0]) ? endings[i] : NULL;
}

struct str
mirror_stem(struct str path)
{
	const char *ending;

	for (unsigned i = 0; (ending = mirror_ending(i)); i++) {
		struct str end = str_of(ending);

		struct str stem = str_part(path, 0, path.n - end.n), name = path_name(stem);

		if (str_ends(path, end) && name.n && !str_eq(name, STR(".")) &&
		    !str_eq(name, STR("..")))
			return stem;
	}
	return path;
}

/* Append the path's folders and name, each once; false where it leads upwards. */
static bool
add_path(struct buffer *name, struct str path)
{
	for (size_t from = 0; from <= path.n;) {
		size_t slash = str_find_char(path, '/', from);
		struct str step = str_part(path, from, slash);

		if (str_eq(step, STR("..")))
			return false;
		if (step.n && !str_eq(step, STR("."))) {
			if (name->n)
				buffer_char(name, '/');
			buffer_add(name, step);
		}
		from = slash + 1;
	}
	return name->n > 0;
}

bool
mirror_name(struct str path, struct str extension, unsigned choice, struct buffer *name)
{
	if (!add_path(name, choice || !extension.n ? path : mirror_stem(path)))
		return false;
	if (choice > 1)
		buffer_printf(name, "-%u", choice);
	buffer_add(name, extension);
	return true;
}

/* The name of the page's file, allocated: the first from a choice on that no other page has.
 * NULL when the path has none. */
static char *
name_for(struct mirror *m, struct str path, unsigned choice)
{
	for (; choice < CHOICES; choice++) {
		struct buffer name = { 0 };
		char **known;

		if (!mirror_name(path, m->extension, choice, &name)) {
			buffer_free(&name);
			return NULL;
		}
		buffer_char(&name, '\0');
		known = tsearch(name.data, &m->names, compare);
		if (!known)
			memory_exhausted();
		if (*known == name.data)
			return name.data;
		buffer_free(&name);
	}
	return NULL;
}

/* Open the folder that a name's last part stands in, making what is missing; -1 with errno.
 * *last is that part. */
static int
open_above(const struct mirror *m, const char *name, const char **last)
{
	int at = dup(m->fd);
	const char *slash;

	while (at != -1 && (slash = strchr(name, '/'))) {
		char *step = strndup(name, (size_t)(slash - name));
		int next = -1;

		if (!step)
			memory_exhausted();
		if (mkdirat(at, step, 0777) == 0 || errno == EEXIST)
			next =
			    openat(at, step, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		free(step);
		close(at);
		at = next;
		name = slash + 1;
	}
	*last = name;
	return at;
}

static int
write_all(int fd, struct str bytes)
{
	while (bytes.n) {
		ssize_t n = write(fd, bytes.p, bytes.n);

		if (n == -1 && errno != EINTR)
			return -1;
		if (n > 0)
			bytes = str_part(bytes, (size_t)n, bytes.n);
	}
	return 0;
}

static int
write_file(const struct mirror *m, const char *name, struct str bytes)
{
	const char *last;
	int above = open_above(m, name, &last), fd, rc;

	if (above == -1)
		return -1;
	fd = openat(above, last, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
	close(above);
	if (fd == -1)
		return -1;
	rc = write_all(fd, bytes);
	if (close(fd) == -1)
		rc = -1;
	return rc;
}

int
mirror_write(struct mirror *m, struct str path, unsigned choice, struct str bytes)
{
	char *name = name_for(m, path, choice); /* m->names frees it */

	if (!name) {
		trouble(m->folder,
		    "no file for the page '%.*s': its path leads out of the folder, or "
		    "is there %d times",
		    (int)path.n, path.p, CHOICES);
		return -1;
	}
	if (write_file(m, name, bytes) == -1) {
		trouble(m->folder, "%s: %s", name, strerror(errno));
		return -1;
	}
	return 0;
}
