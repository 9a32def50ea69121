/* load.c - the bytes of one file. */
#include "load.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "gunzip.h"

enum {
	STEP = 64 * 1024,
	LARGEST_KEPT = 8 * 1024 * 1024, /* capacity that stays from page to page */
	ALIGN = 64,                     /* of what is read into */
};

/* Not a mapping: a file cut short while it is mapped would kill the program. O_NONBLOCK: a FIFO
 * put in a file's place must not make it wait. */
static int
open_regular(int folder, const char *path, bool follow, struct stat *st)
{
	int fd = openat(folder, path,
	    O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));

	if (fd == -1)
		return -1;
	if (fstat(fd, st) == 0 && S_ISREG(st->st_mode))
		return fd;
	errno = S_ISDIR(st->st_mode) ? EISDIR : ENODEV;
	close(fd);
	return -1;
}

/* Room for n more bytes in a buffer that starts at a cache line. Where malloc() starts one, 16
 * bytes behind a page of memory, some processors (Zen 3) copy at a third of their speed what
 * the kernel has in pages. */
static char *
aligned_room(struct buffer *b, size_t n)
{
	struct buffer wider = { .n = b->n, .cap = b->cap > STEP ? b->cap : STEP };

	if (b->cap - b->n >= n)
		return b->data + b->n;
	while (wider.cap - b->n < n)
		wider.cap *= 2;
	wider.data = aligned_alloc(ALIGN, wider.cap);
	if (!wider.data)
		memory_exhausted();
	if (b->n)
		memcpy(wider.data, b->data, b->n);
	buffer_free(b);
	*b = wider;
	return b->data + b->n;
}

/* Append what is left of fd, up to the limit and one byte more. A regular file that gives the
 * bytes it is expected to have (0: unknown), where one more was wanted, has ended. */
static int
read_rest(int fd, size_t expected, uint64_t limit, struct buffer *b)
{
	while (b->n <= limit) {
		size_t left = limit + 1 - b->n,
		       want = expected > b->n ? expected - b->n + 1 : STEP;
		ssize_t got = read(fd, aligned_room(b, want), want < left ? want : left);

		if (got == 0)
			return 0;
		if (got == -1 && errno != EINTR)
			return -1;
		if (got > 0)
			b->n += (size_t)got;
		if (expected && b->n == expected)
			return 0;
	}
	return 0;
}

/* Unzip until the end, an error or more than limit bytes. */
static enum gunzip_state
unzip(struct str in, uint64_t limit, struct buffer *out)
{
	enum gunzip_state state;
	struct gunzip g;

	gunzip_start(&g, in);
	do
		state = gunzip_take(&g, out);
	while (state == GUNZIP_MORE && out->n <= limit);
	gunzip_end(&g);
	return state;
}

static int
too_large(const struct loader *l, const char *name, const char *what)
{
	trouble(name, "%s than --max-size, %llu bytes", what, (unsigned long long)l->limit);
	return -1;
}

/* What was read, or what is zipped in it. */
static int
finish(struct loader *l, const char *name, struct str *bytes)
{
	enum gunzip_state state;

	*bytes = buffer_str(&l->raw);
	if (bytes->n > l->limit)
		return too_large(l, name, "larger");
	if (!is_gzip(*bytes))
		return 0;
	l->plain.n = 0;
	state = gunzip_whole(*bytes, l->limit, &l->plain) ? GUNZIP_END
	                                                  : unzip(*bytes, l->limit, &l->plain);
	*bytes = buffer_str(&l->plain);
	if (bytes->n > l->limit)
		return too_large(l, name, "larger unzipped");
	if (state == GUNZIP_END)
		return 0;
	trouble(name, "%s", gunzip_error(state));
	return -1;
}

/* Start over with empty buffers, and without those that one large page left behind. */
static void
renew(struct loader *l)
{
	if (l->raw.cap > LARGEST_KEPT)
		buffer_free(&l->raw);
	if (l->plain.cap > LARGEST_KEPT)
		buffer_free(&l->plain);
	l->raw.n = l->plain.n = 0;
}

static const char *
open_error(int error, bool follow)
{
	if (error == ENODEV)
		return "not a regular file";
	if (error == ELOOP && !follow)
		return "became a symbolic link";
	return strerror(error);
}

int
load_file(struct loader *l, const char *path, bool follow, struct str *bytes)
{
	struct stat st;
	int fd, result, folder;
	const char *name = folder_enter(&l->folder, path, &folder);

	renew(l);
	fd = open_regular(folder, name, follow, &st);
	if (fd == -1) {
		trouble(path, "%s", open_error(errno, follow));
		return -1;
	}
	if ((uint64_t)st.st_size > l->limit) {
		close(fd);
		return too_large(l, path, "larger");
	}
	result = read_rest(fd, (size_t)st.st_size, l->limit, &l->raw);
	if (result == -1)
		trouble(path, "%s", strerror(errno));
	close(fd);
	return result == -1 ? -1 : finish(l, path, bytes);
}

int
load_stream(struct loader *l, int fd, const char *name, struct str first, struct str *bytes)
{
	renew(l);
	if (first.n)
		memcpy(aligned_room(&l->raw, first.n), first.p, first.n);
	l->raw.n = first.n;
	if (read_rest(fd, 0, l->limit, &l->raw) == -1) {
		trouble(name, "%s", strerror(errno));
		return -1;
	}
	return finish(l, name, bytes);
}

int
load_operand(struct loader *l, const char *path, struct str *bytes)
{
	struct stat st;
	int fd, result;

	if (strcmp(path, "-") == 0)
		return load_stream(l, STDIN_FILENO, path, STR(""), bytes);
	if (stat(path, &st) == -1 || !S_ISFIFO(st.st_mode))
		return load_file(l, path, true, bytes);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd == -1) {
		trouble(path, "%s", strerror(errno));
		return -1;
	}
	result = load_stream(l, fd, path, STR(""), bytes);
	close(fd);
	return result;
}

size_t
load_plain_head(struct str bytes, size_t most, char *head)
{
	struct buffer plain = { 0 };
	size_t n;

	if (is_gzip(bytes))
		unzip(bytes, most - 1, &plain);
	else
		buffer_add(&plain, bytes);
	n = plain.n < most ? plain.n : most;
	if (n)
		memcpy(head, plain.data, n);
	buffer_free(&plain);
	return n;
}

int
load_head(const char *path, bool follow, char *head, size_t *n)
{
	struct stat st;
	int fd = open_regular(AT_FDCWD, path, follow, &st);
	ssize_t got;

	if (fd == -1)
		return -1;
	got = read(fd, head, *n);
	close(fd);
	if (got == -1)
		return -1;
	*n = load_plain_head((struct str){ head, (size_t)got }, *n, head);
	return 0;
}

void
loader_free(struct loader *l)
{
	folder_leave(&l->folder);
	buffer_free(&l->raw);
	buffer_free(&l->plain);
}
