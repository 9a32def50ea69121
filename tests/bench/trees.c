/* trees.c - parse pages and count what is in their trees; nothing else, so that the time or the
 * instructions it takes are the parser's.
 *
 * usage: trees FILE... */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/memory.h"
#include "html/html.h"

static struct str
read_page(const char *path)
{
	int fd = open(path, O_RDONLY);
	struct stat status;
	char *p;

	if (fd < 0 || fstat(fd, &status) != 0)
		die("cannot open %s", path);
	p = x_malloc((size_t)status.st_size + 1);
	if (read(fd, p, (size_t)status.st_size) != status.st_size)
		die("cannot read %s", path);
	close(fd);
	return (struct str){ p, (size_t)status.st_size };
}

static size_t
count_nodes(const struct html_node *root)
{
	size_t n = 0;

	for (const struct html_node *node = root; node; node = html_next(node, root))
		n++;
	return n;
}

int
main(int argc, char **argv)
{
	struct arena arena = { 0 };
	size_t nodes = 0, bytes = 0;

	program_start(argv[0]);
	for (int i = 1; i < argc; i++) {
		struct str page = read_page(argv[i]);
		struct html_document doc;

		html_parse(&arena, page, &(struct html_options){ 0 }, &doc);
		nodes += count_nodes(doc.root);
		bytes += page.n;
		arena_reset(&arena);
		free((void *)page.p);
	}
	arena_free(&arena);
	printf("%zu nodes of %zu bytes\n", nodes, bytes);
	return program_end();
}
