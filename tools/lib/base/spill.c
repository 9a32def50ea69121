/* spill.c - bytes put aside in a temporary file. */
#include "spill.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diagnostics.h"
#include "memory.h"

enum { AHEAD = 1 << 16 };

static void
open_file(struct spill *s)
{
	const char *folder = getenv("TMPDIR");
	struct buffer name = { 0 };

	buffer_printf(&name, "%s/siteglean.XXXXXX", folder && *folder ? folder : "/tmp");
	s->fd = mkstemp(name.data);
	if (s->fd == -1)
		die("temporary file %s: %s", name.data, strerror(errno));
	unlink(name.data);
	buffer_free(&name);
}

static void
write_all(int fd, uint64_t at, const char *bytes, size_t n)
{
	for (size_t done = 0; done < n;) {
		ssize_t put = pwrite(fd, bytes + done, n - done, (off_t)(at + done));

		if (put == -1 && errno != EINTR)
			die("temporary file: %s", strerror(errno));
		done += put > 0 ? (size_t)put : 0;
	}
}

static void
write_tail(struct spill *s)
{
	if (s->fd == -1)
		open_file(s);
	write_all(s->fd, s->n - s->tail.n, s->tail.data, s->tail.n);
	s->tail.n = 0;
}

/* Make the room for what stays in memory. */
static void
make_room(struct spill *s)
{
	size_t tail = s->most / 8;

	s->head = (struct buffer){ x_malloc_large(s->most - tail), 0, s->most - tail };
	s->tail = (struct buffer){ x_malloc(tail), 0, tail };
}

static void
add_to_tail(struct spill *s, const char *bytes, size_t n)
{
	if (n && s->tail.n + n > s->most / 8)
		write_tail(s);
	buffer_add(&s->tail, (struct str){ bytes, n });
	s->n += n;
}

uint64_t
spill_add(struct spill *s, const void *bytes, size_t n)
{
	uint64_t at = s->n;
	size_t first;

	if (!s->head.cap)
		make_room(s);
	first = s->head.cap - s->head.n < n ? s->head.cap - s->head.n : n;
	buffer_add(&s->head, (struct str){ bytes, first });
	s->n += first;
	add_to_tail(s, (const char *)bytes + first, n - first);
	return at;
}

/* Where bytes are: how many in memory, then in the file, then in memory again. */
struct parts {
	size_t head, file, tail;
};

/* How many of n bytes from there on stand before an end. */
static size_t
before(uint64_t end, uint64_t at, size_t n)
{
	if (at >= end)
		return 0;
	return n < end - at ? n : (size_t)(end - at);
}

static struct parts
parts_of(const struct spill *s, uint64_t at, size_t n)
{
	size_t head = before(s->head.n, at, n);
	size_t file = before(s->n - s->tail.n, at + head, n - head);

	return (struct parts){ head, file, n - head - file };
}

/* The last n bytes from there on, which are in the tail. */
static char *
in_tail(const struct spill *s, uint64_t end, size_t n)
{
	return s->tail.data + (s->tail.n - (s->n - end) - n);
}

static void
read_file(const struct spill *s, uint64_t at, char *to, size_t n)
{
	for (size_t done = 0; done < n;) {
		ssize_t got = pread(s->fd, to + done, n - done, (off_t)(at + done));

		if (got == 0 || (got == -1 && errno != EINTR))
			die("temporary file: %s", got ? strerror(errno) : "is cut short");
		done += got > 0 ? (size_t)got : 0;
	}
}

void
spill_read(struct spill *s, uint64_t at, void *bytes, size_t n)
{
	struct parts parts = parts_of(s, at, n);
	char *to = bytes;

	if (parts.head)
		memcpy(to, s->head.data + at, parts.head);
	read_file(s, at + parts.head, to + parts.head, parts.file);
	if (parts.tail)
		memcpy(to + n - parts.tail, in_tail(s, at + n, parts.tail), parts.tail);
}

void *
spill_here(const struct spill *s, uint64_t at, size_t n)
{
	return parts_of(s, at, n).head == n ? s->head.data + at : NULL;
}

void
spill_read_on(struct spill *s, uint64_t at, void *bytes, size_t n)
{
	size_t more = at < s->head.n ? 0 : parts_of(s, at, AHEAD).file;

	if (n > more) {
		spill_read(s, at, bytes, n);
		return;
	}
	if (at < s->ahead_at || at + n > s->ahead_at + s->ahead.n) {
		s->ahead.n = 0;
		read_file(s, at, buffer_room(&s->ahead, more), more);
		s->ahead.n = more;
		s->ahead_at = at;
	}
	memcpy(bytes, s->ahead.data + (at - s->ahead_at), n);
}

void
spill_replace(struct spill *s, uint64_t at, const void *bytes, size_t n)
{
	struct parts parts = parts_of(s, at, n);
	const char *from = bytes;

	s->ahead.n = 0;
	if (parts.head)
		memcpy(s->head.data + at, from, parts.head);
	write_all(s->fd, at + parts.head, from + parts.head, parts.file);
	if (parts.tail)
		memcpy(in_tail(s, at + n, parts.tail), from + n - parts.tail, parts.tail);
}

void
spill_free(struct spill *s)
{
	if (s->fd != -1)
		close(s->fd);
	buffer_free(&s->head);
	buffer_free(&s->tail);
	buffer_free(&s->ahead);
	*s = (struct spill){ .fd = -1 };
}
