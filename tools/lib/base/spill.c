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

uint64_t
spill_add(struct spill *s, const void *bytes, size_t n)
{
	uint64_t at = s->n;

	if (!s->tail.cap)
		s->tail = (struct buffer){ x_malloc_large(s->most), 0, s->most };
	if (s->tail.n + n > s->most)
		write_tail(s);
	buffer_add(&s->tail, (struct str){ bytes, n });
	s->n += n;
	return at;
}

/* How many of n bytes from there on are in the file; the others are in the tail. */
static size_t
in_file(const struct spill *s, uint64_t at, size_t n)
{
	uint64_t tail = s->n - s->tail.n;

	if (at >= tail)
		return 0;
	return n < tail - at ? n : (size_t)(tail - at);
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
	size_t first = in_file(s, at, n), rest = n - first;

	read_file(s, at, bytes, first);
	if (rest)
		memcpy((char *)bytes + first, in_tail(s, at + n, rest), rest);
}

void
spill_read_on(struct spill *s, uint64_t at, void *bytes, size_t n)
{
	size_t more = in_file(s, at, AHEAD);

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
	size_t first = in_file(s, at, n), rest = n - first;

	s->ahead.n = 0;
	write_all(s->fd, at, bytes, first);
	if (rest)
		memcpy(in_tail(s, at + n, rest), (const char *)bytes + first, rest);
}

void
spill_free(struct spill *s)
{
	if (s->fd != -1)
		close(s->fd);
	buffer_free(&s->tail);
	buffer_free(&s->ahead);
	*s = (struct spill){ .fd = -1 };
}
