/* trees.c - parse pages and nothing else, so that the time or the instructions it takes are the
 * parser's.
 *
 * usage: trees FILE... */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diagnostics.h"
#include "html/html.h"

/* Read a page in place of what is in the buffer. */
static void
read_page(const char *path, struct buffer *page)
{
	int fd = open(path, O_RDONLY);
	struct stat status;

	if (fd < 0 || fstat(fd, &status) != 0)
		die("cannot open %s", path);
	page->n = 0;
	page->n = (size_t)read(
	    fd, buffer_room(page, (size_t)status.st_size + 1), (size_t)status.st_size);
	if (page->n != (size_t)status.st_size)
		die("cannot read %s", path);
	close(fd);
}

int
main(int argc, char **argv)
{
	struct arena arena = { 0 };
	struct buffer page = { 0 };
	size_t bytes = 0;

	program_start(argv[0]);
	for (int i = 1; i < argc; i++) {
		struct html_document doc;

		read_page(argv[i], &page);
		html_parse(&arena, buffer_str(&page), &(struct html_options){ 0 }, &doc);
		bytes += page.n;
		arena_reset(&arena);
	}
	arena_free(&arena);
	buffer_free(&page);
	printf("%zu bytes\n", bytes);
	return program_end();
}
