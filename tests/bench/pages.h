/* pages.h - read pages one after the other in one buffer, the same for every parser that is
 * measured. */
#ifndef BENCH_PAGES_H
#define BENCH_PAGES_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CACHE_LINE = 64 };

/* Hand each file named on the command line to parse(), whole. A file that cannot be read ends
 * the program. The buffer starts at a cache line: the kernel copies into one that does not up
 * to three times as slowly, which is no parser's doing. */
static void
for_each_page(
    int argc, char **argv, void (*parse)(const char *bytes, size_t n, void *with), void *with)
{
	char *page = NULL;
	size_t room = 0;

	for (int i = 1; i < argc; i++) {
		int fd = open(argv[i], O_RDONLY);
		struct stat status;
		size_t n;

		if (fd < 0 || fstat(fd, &status) != 0) {
			perror(argv[i]);
			exit(2);
		}
		n = (size_t)status.st_size;
		if (n >= room) {
			room = (2 * n / CACHE_LINE + 1) * CACHE_LINE;
			free(page);
			page = aligned_alloc(CACHE_LINE, room);
		}
		if (!page || read(fd, page, n) != (ssize_t)n) {
			perror(argv[i]);
			exit(2);
		}
		close(fd);
		parse(page, n, with);
	}
	free(page);
}

#endif
