/* sources.c - the pages that operands stand for. */
#include "sources.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "../stream/load.h"
#include "../stream/sniff.h"

enum { XML_GROWTH = 8 }; /* XML is larger than its page, with references for characters */

static bool
is_stdin(const char *name)
{
	return strcmp(name, "-") == 0;
}

/* Read enough of standard input to tell a page from page lines. */
static void
sniff_stdin(struct sources *s)
{
	ssize_t got = 1;

	while (got > 0 && s->first.n < SNIFF_BYTES) {
		got = read(STDIN_FILENO, buffer_room(&s->first, SNIFF_BYTES), SNIFF_BYTES);
		if (got > 0)
			s->first.n += (size_t)got;
		else if (got == -1 && errno == EINTR)
			got = 1;
	}
	if (got == -1)
		trouble("standard input", "%s", strerror(errno));
}

static void
add_file(struct sources *s, const char *name)
{
	s->files = x_grow(s->files, &s->files_cap, s->n_files + 1, sizeof(*s->files));
	s->files[s->n_files++] = name;
}

static void
add_stdin(struct sources *s)
{
	if (s->first.cap) /* "-" given twice */
		return;
	sniff_stdin(s);
	if (looks_like_page_lines(buffer_str(&s->first)))
		add_file(s, "-");
	else
		s->has_stream = s->first.n > 0;
}

static bool
has_page_lines(const char *path)
{
	const char *slash = strrchr(path, '/');
	char head[SNIFF_BYTES];
	size_t n = sizeof(head);

	return name_kind(str_of(slash ? slash + 1 : path)) != NAME_KIND_PAGE &&
	       load_head(path, true, head, &n) == 0 &&
	       looks_like_page_lines((struct str){ head, n });
}

void
sources_open(struct sources *s, const char *root, char *const *operands, size_t n)
{
	char **saved = x_calloc(n + 1, sizeof(*saved));
	size_t n_saved = 0;

	if (n == 0)
		add_stdin(s);
	for (size_t i = 0; i < n; i++) {
		if (is_stdin(operands[i]))
			add_stdin(s);
		else if (has_page_lines(operands[i]))
			add_file(s, operands[i]);
		else
			saved[n_saved++] = operands[i];
	}
	save_open(&s->save, root, saved, n_saved);
	free(saved);
}

static bool
next_saved(struct sources *s, struct piece *piece)
{
	const struct names *names = &s->save.names;

	while (s->next < names->n && !names_is(names, s->next, NAME_CHOSEN))
		s->next++;
	if (s->next >= names->n)
		return false;
	piece->kind = PIECE_FILE;
	piece->number = s->next++;
	save_open_path(&s->save, piece->number, &piece->text);
	return true;
}

/* Open the next file of page lines; what cannot be opened is said. */
static bool
open_next(struct sources *s)
{
	struct str first = { 0 };

	while (s->next_file < s->n_files) {
		s->open_name = s->files[s->next_file++];
		if (is_stdin(s->open_name)) {
			s->fd = STDIN_FILENO;
			first = buffer_str(&s->first);
		} else {
			s->fd = open(s->open_name, O_RDONLY | O_CLOEXEC);
		}
		if (s->fd != -1) {
			s->open =
			    pagefile_new(s->fd, s->open_name, first, s->limit * XML_GROWTH);
			return true;
		}
		trouble(s->open_name, "%s", strerror(errno));
	}
	return false;
}

static void
close_file(struct sources *s)
{
	if (s->open && s->fd != STDIN_FILENO)
		close(s->fd);
	pagefile_free(s->open);
	s->open = NULL;
}

static bool
next_line(struct sources *s, struct piece *piece)
{
	while (s->open || open_next(s)) {
		if (pagefile_next(s->open, &piece->text, &piece->line)) {
			piece->kind = PIECE_LINE;
			piece->name = s->open_name;
			return true;
		}
		close_file(s);
	}
	return false;
}

bool
sources_next(struct sources *s, struct piece *piece)
{
	if (next_saved(s, piece))
		return true;
	if (s->has_stream) {
		s->has_stream = false;
		piece->kind = PIECE_STREAM;
		piece->name = "-";
		return true;
	}
	return next_line(s, piece);
}

void
sources_close(struct sources *s)
{
	close_file(s);
	save_close(&s->save);
	buffer_free(&s->first);
	free(s->files);
}
