/* spill.c - bytes put aside in a temporary file. */
#include "spill.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diagnostics.h"
#include "memory.h"

enum { TAIL = 1 << 20 };

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

	if (s->tail.n + n > TAIL)
		write_tail(s);
	buffer_add(&s->tail, (struct str){ bytes, n });
	s->n += n;
	return at;
}

void
spill_read(struct spill *s, uint64_t at, void *bytes, size_t n)
{
	char *to = bytes;

	if (s->tail.n && at + n > s->n - s->tail.n)
		write_tail(s);
	while (n) {
		ssize_t got = pread(s->fd, to, n, (off_t)at);

		if (got == 0 || (got == -1 && errno != EINTR))
			die("temporary file: %s", got ? strerror(errno) : "is cut short");
		if (got > 0) {
			to += got;
			at += (uint64_t)got;
			n -= (size_t)got;
		}
	}
}

void
spill_replace(struct spill *s, uint64_t at, const void *bytes, size_t n)
{
	if (s->tail.n && at + n > s->n - s->tail.n)
		write_tail(s);
	write_all(s->fd, at, bytes, n);
}

void
spill_free(struct spill *s)
{
	if (s->fd != -1)
		close(s->fd);
	buffer_free(&s->tail);
	*s = (struct spill){ .fd = -1 };
}
