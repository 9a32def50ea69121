/* parse.c - how fast pages become trees: this parser beside libxml2 and gumbo.
 *
 * usage: parse ROUNDS DIR
 *
 * Reads every HTML file under DIR into memory, then parses all of them with each parser in
 * turn, ROUNDS times, and prints for each the median rate in MB (10^6 bytes) a second, how many
 * times as long as the first it takes, and the memory a pass takes above that of the pages. One
 * thread; a tree is freed before the next page. */
#include <fts.h>
#include <gumbo.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diagnostics.h"
#include "base/memory.h"
#include "html/html.h"

struct corpus {
	struct str *pages;
	size_t n, cap;
	size_t bytes;
};

static void
add_page(struct corpus *c, const char *path, size_t size)
{
	FILE *f = fopen(path, "rb");
	char *p = x_malloc(size + 1);
	size_t n = f ? fread(p, 1, size, f) : 0;

	if (!f || ferror(f))
		die("cannot read %s", path);
	fclose(f);
	c->pages = x_grow(c->pages, &c->cap, c->n + 1, sizeof(*c->pages));
	c->pages[c->n++] = (struct str){ p, n };
	c->bytes += n;
}

static void
read_corpus(struct corpus *c, char *directory)
{
	FTS *fts = fts_open((char *[]){ directory, NULL }, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
	FTSENT *e;

	while (fts && (e = fts_read(fts))) {
		struct str path = { e->fts_path, e->fts_pathlen };

		if (e->fts_info != FTS_F)
			continue;
		if (str_ends(path, STR(".html")) || str_ends(path, STR(".htm")))
			add_page(c, e->fts_path, (size_t)e->fts_statp->st_size);
	}
	if (fts)
		fts_close(fts);
	if (!c->n)
		die("no HTML file under %s", directory);
}

static void
pass_siteglean(const struct corpus *c)
{
	struct arena arena = { 0 };

	for (size_t i = 0; i < c->n; i++) {
		struct html_document doc;

		html_parse(&arena, c->pages[i], &(struct html_options){ 0 }, &doc);
		arena_reset(&arena);
	}
	arena_free(&arena);
}

static void
pass_libxml2(const struct corpus *c)
{
	int options = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;

	for (size_t i = 0; i < c->n; i++)
		xmlFreeDoc(
		    htmlReadMemory(c->pages[i].p, (int)c->pages[i].n, NULL, NULL, options));
}

static void
pass_gumbo(const struct corpus *c)
{
	for (size_t i = 0; i < c->n; i++) {
		GumboOutput *out = gumbo_parse_with_options(
		    &kGumboDefaultOptions, c->pages[i].p, c->pages[i].n);

		gumbo_destroy_output(&kGumboDefaultOptions, out);
	}
}

static const struct parser {
	const char *name;
	void (*pass)(const struct corpus *c);
} parsers[] = {
	{ "siteglean", pass_siteglean },
	{ "libxml2", pass_libxml2 },
	{ "gumbo", pass_gumbo },
};

enum { N_PARSERS = sizeof(parsers) / sizeof(parsers[0]) };

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* A line of /proc/self/status such as "VmHWM:", in bytes. */
static long
status_bytes(const char *name)
{
	FILE *f = fopen("/proc/self/status", "r");
	char line[256];
	long kb = 0;

	while (f && fgets(line, sizeof(line), f)) {
		if (strncmp(line, name, strlen(name)) == 0)
			kb = strtol(line + strlen(name), NULL, 10);
	}
	if (f)
		fclose(f);
	return kb * 1024;
}

/* Bytes of memory that a pass takes at its peak, measured in a process of its own. */
static long
peak(const struct parser *p, const struct corpus *c)
{
	int fd[2];
	long before, n = 0;

	if (pipe(fd) != 0)
		die("cannot make a pipe");
	if (fork() == 0) {
		FILE *f = fopen("/proc/self/clear_refs", "w");

		if (f && fputs("5", f) >= 0)
			fclose(f);
		before = status_bytes("VmHWM:");
		p->pass(c);
		n = status_bytes("VmHWM:") - before;
		_exit(write(fd[1], &n, sizeof(n)) == sizeof(n) ? 0 : 1);
	}
	wait(NULL);
	if (read(fd[0], &n, sizeof(n)) != sizeof(n))
		die("%s: no measure of memory", p->name);
	close(fd[0]);
	close(fd[1]);
	return n;
}

static int
compare_seconds(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Rounds alternate between the parsers, so that a change of the machine's speed meets all. */
static void
measure(const struct corpus *c, size_t rounds, double *medians)
{
	double *seconds = x_malloc(N_PARSERS * rounds * sizeof(*seconds));

	for (size_t r = 0; r < rounds; r++) {
		for (size_t i = 0; i < N_PARSERS; i++) {
			double start = now();

			parsers[i].pass(c);
			seconds[i * rounds + r] = now() - start;
		}
	}
	for (size_t i = 0; i < N_PARSERS; i++) {
		qsort(seconds + i * rounds, rounds, sizeof(*seconds), compare_seconds);
		medians[i] = seconds[i * rounds + rounds / 2];
	}
	free(seconds);
}

int
main(int argc, char **argv)
{
	struct corpus c = { 0 };
	double medians[N_PARSERS];
	long peaks[N_PARSERS];
	long rounds = argc == 3 ? strtol(argv[1], NULL, 10) : 0;

	program_start(argv[0]);
	if (rounds < 1)
		die("usage: parse ROUNDS DIR");
	read_corpus(&c, argv[2]);
	printf("%zu pages, %.1f MB, %ld rounds\n", c.n, (double)c.bytes / 1e6, rounds);
	for (size_t i = 0; i < N_PARSERS; i++)
		peaks[i] = peak(&parsers[i], &c);
	measure(&c, (size_t)rounds, medians);
	for (size_t i = 0; i < N_PARSERS; i++)
		printf("%-10s %8.1f MB/s %6.2f times the time %8.1f MB of memory\n",
		    parsers[i].name, (double)c.bytes / 1e6 / medians[i],
		    medians[i] / medians[0], (double)peaks[i] / 1e6);
	return program_end();
}
