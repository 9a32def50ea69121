/* lexbor.c - parse pages with lexbor, in one document that is used again.
 *
 * usage: lexbor FILE... */
#include "pages.h"

#include <lexbor/html/html.h>

static void
parse(const char *bytes, size_t n, void *document)
{
	if (lxb_html_document_parse(document, (const lxb_char_t *)bytes, n) != LXB_STATUS_OK)
		exit(2);
	lxb_html_document_clean(document);
}

int
main(int argc, char **argv)
{
	lxb_html_document_t *document = lxb_html_document_create();

	for_each_page(argc, argv, parse, document);
	lxb_html_document_destroy(document);
	return 0;
}
