/* folder.c - what is in a folder. */
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"

/* Byte i of a name as it stands in paths: a folder's name ends with a slash. */
static int
path_byte(const struct found *f, size_t i)
{
	if (i < f->length)
		return (unsigned char)f->name[i];
	return i == f->length && S_ISDIR(f->type) ? '/' : -1;
}

/* Descending, so that the first comes off the stack first. */
static int
compare_found(const void *left, const void *right)
{
	const struct found *a = left, *b = right;
	size_t least = a->length < b->length ? a->length : b->length;
	int order = memcmp(b->name, a->name, least);

	return order ? order : path_byte(b, least) - path_byte(a, least);
}

/* 0 where that cannot be told, which has been said. */
static mode_t
type_of(const struct dirent *entry, const char *folder)
{
	struct buffer path = { 0 };
	struct stat st = { 0 };

	if (entry->d_type != DT_UNKNOWN)
		return DTTOIF(entry->d_type);
	buffer_printf(&path, "%s/%s", folder, entry->d_name);
	if (lstat(path.data, &st) != 0)
		trouble(path.data, "%s", strerror(errno));
	buffer_free(&path);
	return st.st_mode & S_IFMT;
}

void
folder_read(struct found_stack *stack, const char *path, uint32_t parent)
{
	DIR *dir = opendir(path);
	size_t first = stack->n;
	struct dirent *entry;

	if (!dir) {
		trouble(path, "%s", strerror(errno));
		return;
	}
	while (errno = 0, (entry = readdir(dir)) != NULL) {
		mode_t type;

		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		type = type_of(entry, path);
		if (!type)
			continue;
		stack->items =
		    x_grow(stack->items, &stack->cap, stack->n + 1, sizeof(*stack->items));
		stack->items[stack->n++] = (struct found){ .name = x_strdup(entry->d_name),
			.parent = parent,
			.length = (uint32_t)strlen(entry->d_name),
			.type = type };
	}
	if (errno)
		trouble(path, "%s", strerror(errno));
	closedir(dir);
	if (stack->n > first + 1)
		qsort(stack->items + first, stack->n - first, sizeof(*stack->items),
		    compare_found);
}

static void
shut(struct folder_handle *h)
{
	if (h->is_open)
		close(h->fd);
	h->is_open = false;
}

const char *
folder_enter(struct folder_handle *h, const char *path, int *fd)
{
	const char *slash = strrchr(path, '/');
	struct str folder = { path, slash ? (size_t)(slash + 1 - path) : 0 };

	*fd = AT_FDCWD;
	if (!slash)
		return path;
	if (!str_eq(buffer_str(&h->path), folder)) {
		shut(h);
		h->path.n = 0;
		buffer_add(&h->path, folder);
		*buffer_room(&h->path, 1) = '\0';
		return path;
	}
	if (!h->is_open) {
		h->fd = open(h->path.data, O_PATH | O_DIRECTORY | O_CLOEXEC);
		h->is_open = h->fd != -1;
	}
	if (!h->is_open)
		return path;
	*fd = h->fd;
	return path + folder.n;
}

void
folder_leave(struct folder_handle *h)
{
	shut(h);
	buffer_free(&h->path);
}
