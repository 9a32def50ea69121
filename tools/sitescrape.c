/* sitescrape - turn a saved web site into page lines. */
#include "lib/base/diagnostics.h"
#include "lib/base/output.h"
#include "lib/site/input.h"
#include "lib/stream/pageline.h"
#include "lib/tables/extraction.h"

enum { OPTION_DOCUMENT = 1, OPTION_EXTRACT, OPTION_LEARN };

static const struct option_row rows[] = {
	{ 'd', "document", NULL, "put the lines into one XML document", OPTION_DOCUMENT },
	{ 'e', "extract", "DIR", "put what data: addresses hold into files there",
	    OPTION_EXTRACT },
	{ 'L', "learn", NULL, "print a profile of the sites instead", OPTION_LEARN },
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
	struct extraction *extraction = context;

	if (extraction)
		in->result = extract_data(
		    extraction, in->page, in->line_number ? (struct str){ 0 } : in->file);
	page_write(&in->out, in->page);
}

static void
write_files(void *context, struct input_page *in)
{
	if (context)
		extracted_write(context, in->result);
}

/* Print what the sites of a save tell of themselves. */
static void
learn(struct input *input, char *const *operands)
{
	struct buffer out = { 0 };

	input_learn(input, operands, &out);
	output_last(&out);
}

int
main(int argc, char **argv)
{
	struct filter filter = { .wants = WANT_ALL, .each = write_page, .done = write_files };
	struct input *input = input_new();
	const char *arg, *folder = NULL;
	bool document = false, learning = false;
	int id, first;

	program_start(argv[0]);
	while ((id = options_next(&options, argc, argv, &arg, &first)) != 0) {
		switch (id) {
		case OPTION_DOCUMENT: document = true; break;
		case OPTION_EXTRACT: folder = arg; break;
		case OPTION_LEARN: learning = true; break;
		default: input_option(input, id, arg);
		}
	}
	if (learning && (document || folder))
		die("--learn prints no pages: leave out --document and --extract");
	if (learning) {
		learn(input, argv + first);
		input_free(input);
		return program_end();
	}
	if (folder)
		filter.context = extraction_new(folder, input_root(input));
	else
		filter.wants |= WANT_XHTML;
	if (document)
		output_text(page_document_start);
	input_run(input, argv + first, &filter);
	if (document)
		output_text(page_document_end);
	if (folder && !input_is_quiet(input))
		remark(NULL, "files extracted %zu", extraction_count(filter.context));
	extraction_free(filter.context);
	input_free(input);
	return program_end();
}
