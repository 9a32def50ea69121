/* sitebody - the bodies of saved web pages, clean. */
#include <stdio.h>

#include "lib/base/diagnostics.h"
#include "lib/page/body.h"
#include "lib/page/plain_text.h"
#include "lib/site/input.h"
#include "lib/stream/body_table.h"
#include "lib/stream/markdown.h"
#include "lib/stream/xhtml.h"

enum { OPTION_FORMAT = 1 };

static const struct option_row rows[] = {
	{ 'f', "format", "NAME", "xml (default), text or csv", OPTION_FORMAT },
	{ 0, NULL, NULL, NULL, 0 },
};

static const struct options options = {
	.usage = "[OPTION...] [PATH...]",
	.purpose = "Print the bodies of saved web pages, clean.",
	.rows = rows,
	.shared_rows = input_options,
};

/* A form of output: what stands before all pages (NULL: nothing) and for each. */
struct format {
	const char *name;
	void (*begin)(struct buffer *out);
	void (*page)(struct buffer *out, const struct page *page);
};

static void
write_xml(struct buffer *out, const struct page *page)
{
	const struct html_node *body = page_main(page);

	if (body) {
		xhtml_body(out, body);
		buffer_char(out, '\n');
	}
}

static void
write_text(struct buffer *out, const struct page *page)
{
	const struct html_node *body = page_main(page);

	if (body) {
		plain_text(out, body);
		buffer_char(out, '\n');
	}
}

static void
write_markdown(struct buffer *out, const struct page *page)
{
	struct html_node *body = page_main(page);

	if (body) {
		body_strip(body);
		markdown_write(out, body);
	}
}

static void
begin_csv(struct buffer *out)
{
	struct table_form form = table_form(&body_table);

	table_header(&form, out);
}

static void
write_csv(struct buffer *out, const struct page *page)
{
	struct table_form form = table_form(&body_table);

	table_rows(&form, page, out);
}

static const struct format formats[] = {
	{ "xml", NULL, write_xml },
	{ "text", NULL, write_text },
	{ "markdown", NULL, write_markdown },
	{ "csv", begin_csv, write_csv },
	{ NULL, NULL, NULL },
};

static const struct format *
find_format(const char *name)
{
	const struct format *f = formats;

	while (f->name && strcmp(name, f->name) != 0)
		f++;
	if (!f->name)
		die("no format '%s'; there are xml, text and csv", name);
	return f;
}

static void
write_page(void *context, struct input_page *in)
{
	const struct format *format = context;

	format->page(&in->out, in->page);
}

int
main(int argc, char **argv)
{
	struct input *input = input_new();
	const struct format *format = formats;
	struct buffer head = { 0 };
	const char *arg;
	int id, first;

	program_start(argv[0]);
	while ((id = options_next(&options, argc, argv, &arg, &first)) != 0) {
		switch (id) {
		case OPTION_FORMAT: format = find_format(arg); break;
		default: input_option(input, id, arg);
		}
	}
	if (format->begin)
		format->begin(&head);
	fwrite(buffer_str(&head).p, 1, head.n, stdout);
	buffer_free(&head);
	input_run(input, argv + first,
	    &(struct filter){ .wants = WANT_REGIONS | WANT_FACTS,
		.context = (void *)format,
		.each = write_page });
	input_free(input);
	return program_end();
}
