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

static bool
are_page_lines(struct str first)
{
	char head[SNIFF_BYTES];

	return looks_like_page_lines(
	    (struct str){ head, load_plain_head(first, sizeof(head), head) });
}

/* Read enough of a descriptor to tell a page from page lines. */
static void
sniff(int fd, const char *name, struct buffer *first)
{
	ssize_t got = 1;

	while (got != 0 && first->n < SNIFF_BYTES) {
		got = read(fd, buffer_room(first, SNIFF_BYTES), SNIFF_BYTES);
		if (got > 0)
			first->n += (size_t)got;
		if (got == -1 && errno != EINTR) {
			trouble(name, "%s", strerror(errno));
			return;
		}
	}
}

static void
add_file(struct sources *s, const char *name, int fd, struct buffer first)
{
	s->files = x_grow(s->files, &s->files_cap, s->n_files + 1, sizeof(*s->files));
	s->files[s->n_files++] = (struct line_source){ name, fd, first };
}

static void
add_stdin(struct sources *s)
{
	if (s->has_stdin)
		return;
	s->has_stdin = true;
	sniff(STDIN_FILENO, "standard input", &s->first);
	if (are_page_lines(buffer_str(&s->first))) {
		add_file(s, "-", STDIN_FILENO, s->first);
		s->first = (struct buffer){ 0 };
	}
	s->has_stream = s->first.n > 0;
}

/* A FIFO cannot be looked into and then opened again. */
static void
add_fifo(struct sources *s, const char *name)
{
	struct buffer first = { 0 };
	int fd = open(name, O_RDONLY | O_CLOEXEC);

	if (fd == -1) {
		trouble(name, "%s", strerror(errno));
		return;
	}
	sniff(fd, name, &first);
	if (are_page_lines(buffer_str(&first))) {
		add_file(s, name, fd, first);
		return;
	}
	trouble(name, "no page lines, and not a regular file");
	buffer_free(&first);
	close(fd);
}

static bool
is_fifo(const char *name)
{
	struct stat st;

	return stat(name, &st) == 0 && S_ISFIFO(st.st_mode);
}

/* Whether a file, which is not called like a page, holds page lines. */
static bool
has_page_lines(const char *path)
{
	const char *slash = strrchr(path, '/');
	enum name_kind kind = name_kind(str_of(slash ? slash + 1 : path));
	char head[SNIFF_BYTES];
	size_t n = sizeof(head);

	if (kind == NAME_KIND_PAGE)
		return false;
	if (load_head(path, true, head, &n) == -1) {
		if (errno == EACCES && kind == NAME_KIND_OTHER) /* the save would not read it */
			trouble(path, "%s", strerror(errno));
		return false;
	}
	return looks_like_page_lines((struct str){ head, n });
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
		else if (is_fifo(operands[i]))
			add_fifo(s, operands[i]);
		else if (has_page_lines(operands[i]))
			add_file(s, operands[i], -1, (struct buffer){ 0 });
		else
			saved[n_saved++] = operands[i];
	}
	save_open(&s->save, root, saved, n_saved);
	free(saved);
}

/* How large a file seems to be: what is read will show. */
static size_t
size_of(struct sources *s, const char *path)
{
	struct stat st;
	int folder;
	const char *name = folder_enter(&s->folder, path, &folder);

	return fstatat(folder, name, &st, 0) == 0 && st.st_size > 0 ? (size_t)st.st_size : 0;
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
	if (s->save.root)
		buffer_printf(&piece->text, "%s/", s->save.root);
	buffer_add(&piece->text, path_print(&s->printer, names, piece->number));
	*buffer_room(&piece->text, 1) = '\0';
	if (s->given++ + s->sized >= s->save.pages)
		piece->bytes = size_of(s, piece->text.data);
	return true;
}

/* Open the next file of page lines; what cannot be opened is said. */
static bool
open_next(struct sources *s)
{
	while (s->next_file < s->n_files) {
		struct line_source *file = &s->files[s->next_file++];

		if (file->fd == -1)
			file->fd = open(file->name, O_RDONLY | O_CLOEXEC);
		if (file->fd != -1) {
			s->open = pagefile_new(file->fd, file->name, buffer_str(&file->first),
			    s->limit * XML_GROWTH);
			return true;
		}
		trouble(file->name, "%s", strerror(errno));
	}
	return false;
}

static void
close_file(struct sources *s)
{
	struct line_source *file = &s->files[s->next_file - 1];

	if (file->fd != STDIN_FILENO)
		close(file->fd);
	buffer_free(&file->first);
	pagefile_free(s->open);
	s->open = NULL;
}

static bool
next_line(struct sources *s, struct piece *piece)
{
	while (s->open || open_next(s)) {
		if (pagefile_next(s->open, &piece->text, &piece->line)) {
			piece->kind = PIECE_LINE;
			piece->name = s->files[s->next_file - 1].name;
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
	if (s->open)
		close_file(s);
	for (; s->next_file < s->n_files; s->next_file++)
		buffer_free(&s->files[s->next_file].first);
	folder_leave(&s->folder);
	buffer_free(&s->printer.path);
	save_close(&s->save);
	buffer_free(&s->first);
	free(s->files);
}
