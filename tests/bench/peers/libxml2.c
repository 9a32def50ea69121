/* libxml2.c - parse pages with libxml2's parser of HTML.
 *
 * usage: libxml2 FILE... */
#include "pages.h"

#include <libxml/HTMLparser.h>

static void
parse(const char *bytes, size_t n, void *unused)
{
	int options =
	    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;

	(void)unused;
	xmlFreeDoc(htmlReadMemory(bytes, (int)n, NULL, NULL, options));
}

int
main(int argc, char **argv)
{
	for_each_page(argc, argv, parse, NULL);
	xmlCleanupParser();
	return 0;
}
