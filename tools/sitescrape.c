/* sitescrape - turn a saved web site into page lines. */
#include <stdio.h>

#include "lib/base/diagnostics.h"
#include "lib/site/input.h"
#include "lib/stream/pageline.h"

enum { OPTION_DOCUMENT = 1 };

static const struct option_row rows[] = {
	{ 'd', "document", NULL, "put the lines into one XML document", OPTION_DOCUMENT },
	{ 0, NULL, NULL, NULL, 0 },
};

static const struct options options = {
	.usage = "[OPTION...] [PATH...]",
	.purpose = "Turn saved web pages into page lines: XML, one page a line.",
	.rows = rows,
	.shared_rows = input_options,
};

static void
write_page(void *context, struct input_page *in)
{
	(void)context;
	page_write(&in->out, in->page);
}

int
main(int argc, char **argv)
{
	const struct filter filter = { .wants = WANT_ALL, .each = write_page };
	struct input *input = input_new();
	bool document = false;
	const char *arg;
	int id, first;

	program_start(argv[0]);
	while ((id = options_next(&options, argc, argv, &arg, &first)) != 0)
		if (!input_option(input, id, arg))
			document = true;
	if (document)
		fwrite(page_document_start.p, 1, page_document_start.n, stdout);
	input_run(input, argv + first, &filter);
	if (document)
		fwrite(page_document_end.p, 1, page_document_end.n, stdout);
	input_free(input);
	return program_end();
}
