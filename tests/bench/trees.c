/* trees.c - parse pages and nothing else, so that the time or the instructions it takes are the
 * parser's.
 *
 * usage: trees FILE... */
#include "pages.h"

#include "base/arena.h"
#include "base/diagnostics.h"
#include "html/html.h"

static void
parse(const char *bytes, size_t n, void *arena)
{
	struct html_document doc;

	html_parse(arena, (struct str){ bytes, n }, &(struct html_options){ 0 }, &doc);
	arena_reset(arena);
}

int
main(int argc, char **argv)
{
	struct arena arena = { 0 };

	program_start(argv[0]);
	for_each_page(argc, argv, parse, &arena);
	arena_free(&arena);
	return program_end();
}
