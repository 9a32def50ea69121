/* gumbo.c - parse pages with gumbo.
 *
 * usage: gumbo FILE... */
#include "pages.h"

#include <gumbo.h>

static void
parse(const char *bytes, size_t n, void *options)
{
	gumbo_destroy_output(options, gumbo_parse_with_options(options, bytes, n));
}

int
main(int argc, char **argv)
{
	GumboOptions options = kGumboDefaultOptions;

	for_each_page(argc, argv, parse, &options);
	return 0;
}
