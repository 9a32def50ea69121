/* sitebody - the bodies of saved web pages, clean. */
#include <inttypes.h>
#include <stdlib.h>

#include "lib/base/diagnostics.h"
#include "lib/base/memory.h"
#include "lib/base/output.h"
#include "lib/page/body.h"
#include "lib/page/body_addresses.h"
#include "lib/page/data_body.h"
#include "lib/page/plain_text.h"
#include "lib/site/destinations.h"
#include "lib/site/input.h"
#include "lib/stream/body_table.h"
#include "lib/stream/front_matter.h"
#include "lib/stream/markdown.h"
#include "lib/stream/mirror.h"
#include "lib/stream/reason_table.h"
#include "lib/stream/xhtml.h"
#include "lib/stream/xml.h"

enum {
	OPTION_FORMAT = 1,
	OPTION_COLUMNS,
	OPTION_METADATA,
	OPTION_OUTPUT,
	OPTION_KEEP_LINKS,
	OPTION_ABSOLUTE,
	OPTION_EXPLAIN,
};

static const struct option_row rows[] = {
	{ 'f', "format", "FORMAT", "xml (default), markdown, text, csv or json",
	    OPTION_FORMAT },
	{ 'C', "columns", "LIST", "of csv and json: only these, in this order",
	    OPTION_COLUMNS },
	{ 'm', "metadata", NULL, "of markdown: begin with front matter in YAML",
	    OPTION_METADATA },
	{ 'o', "output", "DIR", "write a file for each page below DIR", OPTION_OUTPUT },
	{ 'k', "keep-links", NULL, "of files: leave the links among pages as they are",
	    OPTION_KEEP_LINKS },
	{ 'a', "absolute", NULL, "write whole URLs where that of the page is known",
	    OPTION_ABSOLUTE },
	{ 'e', "explain", NULL, "print instead why each block is in the body, or is not",
	    OPTION_EXPLAIN },
	{ 0, NULL, NULL, NULL, 0 },
};

static const struct options options = {
	.usage = "[OPTION...] [PATH...]",
	.purpose = "Print the bodies of saved web pages, clean.",
	.rows = rows,
	.shared_rows = input_options,
};

/* What is printed, and where to. */
struct run {
	const struct format *format;
	struct table_form form;
	bool metadata, keep_links, absolute, explain;
	struct mirror *mirror;    /* NULL: standard output */
	bool links_files;         /* links among pages are to lead to their files */
	uint64_t written;         /* pages so far */
	uint64_t unexplained;     /* pages of which is not known what decided */
	_Atomic uint64_t nowhere; /* pages whose URL is wanted, but not known */
};

/* Of a page's file. */
struct place {
	struct str path; /* of the page */
	unsigned choice; /* as in mirror_write() */
	char bytes[];    /* of the path */
};

/* A form of output. */
struct format {
	const char *name, *extension; /* of a page's file; NULL: it has no files */
	bool has_links;               /* that lead from file to file */
	bool is_table;                /* has columns */
	bool is_apart;                /* pages have a blank line between them */
	unsigned wants;               /* of a page: enum page_wants */
	void (*page)(const struct run *run, const struct page *page, struct buffer *out);
};

static void
write_xml(const struct run *run, const struct page *page, struct buffer *out)
{
	(void)run;
	if (page_main(page))
		body_strip(page_main(page));
	xhtml_page(out, page);
	buffer_char(out, '\n');
}

/* A form of the body with the characters that XML has: terminals obey some others. */
static void
write_plain(struct buffer *out, const struct html_node *body,
    void (*form)(struct buffer *out, const struct html_node *body))
{
	struct buffer made = { 0 };

	form(&made, body);
	xml_plain(out, buffer_str(&made), false);
	buffer_free(&made);
}

static void
write_markdown(const struct run *run, const struct page *page, struct buffer *out)
{
	struct html_node *body = page_main(page);

	if (run->metadata)
		front_matter(out, page);
	if (!body)
		return;
	body_strip(body);
	write_plain(out, body, markdown_write);
}

static void
write_text(const struct run *run, const struct page *page, struct buffer *out)
{
	size_t start = out->n;

	(void)run;
	if (page_main(page))
		write_plain(out, page_main(page), plain_text);
	if (out->n > start)
		buffer_char(out, '\n');
}

static void
write_csv(const struct run *run, const struct page *page, struct buffer *out)
{
	table_rows(&run->form, page, out);
}

static void
write_json(const struct run *run, const struct page *page, struct buffer *out)
{
	table_json(&run->form, page, out);
}

static void
write_reasons(const struct run *run, const struct page *page, struct buffer *out)
{
	(void)run;
	reason_lines(page, out);
}

enum { BODY = WANT_REGIONS | WANT_MAIN_ALONE, BODY_AND_FACTS = BODY | WANT_FACTS };

static const struct format formats[] = {
	{ "xml", ".xhtml", true, false, false, BODY_AND_FACTS, write_xml },
	{ "markdown", ".md", true, false, true, BODY_AND_FACTS, write_markdown },
	{ "text", ".txt", false, false, true, BODY, write_text },
	{ "csv", NULL, false, true, false, BODY_AND_FACTS, write_csv },
	{ "json", ".json", false, true, false, BODY_AND_FACTS, write_json },
	{ NULL, NULL, false, false, false, 0, NULL },
};

enum { REASONS = WANT_REGIONS | WANT_REASONS };

/* What --explain prints. */
static const struct format reason_formats[] = {
	{ "text", NULL, false, false, false, REASONS, write_reasons },
	{ "csv", NULL, false, true, false, REASONS, write_csv },
	{ "json", NULL, false, true, false, REASONS, write_json },
	{ NULL, NULL, false, false, false, 0, NULL },
};

/* The format of that name, the first where none is named. */
static const struct format *
find_format(const struct format *f, const char *name, const char *names)
{
	while (name && f->name && strcmp(name, f->name) != 0)
		f++;
	if (!f->name)
		die("no format '%s'; there are %s", name, names);
	return f;
}

/* See to it that the options go together, and prepare what they want. */
static void
prepare(struct run *run, const char *columns, const char *folder)
{
	const struct table *table = run->explain ? &reason_table : &body_table;
	struct str unknown;

	if (columns && !run->format->is_table)
		die("--columns is of csv and json, not of %s", run->format->name);
	if (run->metadata && run->format->page != write_markdown)
		die("--metadata is of markdown, not of %s", run->format->name);
	if (run->absolute && (run->explain || run->format->page == write_text))
		die("--absolute is of formats with addresses");
	if (folder && !run->format->extension)
		die("--output wants a format with a file for each page, not %s",
		    run->format->name);
	if (run->keep_links && !(folder && run->format->has_links))
		die("--keep-links is of --output, and of formats with links");
	run->links_files =
	    folder && run->format->has_links && !run->keep_links && !run->absolute;
	run->form = columns || run->explain ? table_form(table) : body_table_form();
	if (columns && table_choose(&run->form, str_of(columns), &unknown))
		die("no column '%.*s', or more than %d; see sitebody(1)", (int)unknown.n,
		    unknown.p, TABLE_COLUMNS);
	if (folder)
		run->mirror = mirror_new(folder, run->format->extension);
}

static void
write_header(const struct run *run)
{
	struct buffer out = { 0 };

	table_header(&run->form, &out);
	output_last(&out);
}

static void
settle_addresses(const struct run *run, const struct input_page *in)
{
	struct address_map map = { destination_find, NULL };

	if (run->links_files && page_main(in->page))
		map.context = destinations_new(
		    in->arena, in->page, in->names, str_of(run->format->extension));
	body_resolve(in->arena, in->page, run->absolute, map.context ? &map : NULL);
}

/* Where a page's file is to be; allocated. */
static struct place *
place_of(const struct input_page *in)
{
	struct str path = in->page->path;
	struct place *place = x_malloc(sizeof(*place) + path.n);

	memcpy(place->bytes, path.p, path.n);
	place->path = (struct str){ place->bytes, path.n };
	place->choice = destination_choice(in->names, in->number);
	return place;
}

/* The body of a page that has it in its data alone takes the place of what it shows. */
static void
take_data_body(struct input_page *in)
{
	struct html_node *body = data_body_tree(in->arena, in->page);
	struct region *main;
	struct page *page;

	if (!body)
		return;
	main = arena_zalloc(in->arena, sizeof(*main));
	main->kind = REGION_MAIN;
	main->main = body;
	main->next = in->page->regions;
	page = arena_alloc(in->arena, sizeof(*page));
	*page = *in->page;
	page->regions = main;
	in->page = page;
}

/* filter: each */
static void
write_page(void *context, struct input_page *in)
{
	struct run *run = context;

	if (!run->explain) {
		take_data_body(in);
		settle_addresses(run, in);
	}
	run->format->page(run, in->page, &in->out);
	run->nowhere += run->absolute && !in->page->url.n && page_main(in->page);
	if (run->explain && in->page->regions && !in->page->reasons)
		in->result = in; /* nothing but a sign */
	if (run->mirror)
		in->result = place_of(in);
}

/* filter: done */
static void
put_page(void *context, struct input_page *in)
{
	struct run *run = context;

	if (run->explain)
		run->unexplained += in->result != NULL;
	else if (run->mirror) {
		const struct place *place = in->result;

		mirror_write(run->mirror, place->path, place->choice, buffer_str(&in->out));
		free(in->result);
		in->out.n = 0;
	} else if (run->format->is_apart && in->out.n && run->written++) {
		output_text(STR("\n"));
	}
}

int
main(int argc, char **argv)
{
	const char *arg, *format = NULL, *columns = NULL, *folder = NULL;
	struct input *input = input_new();
	struct run run = { 0 };
	int id, first;

	program_start(argv[0]);
	while ((id = options_next(&options, argc, argv, &arg, &first)) != 0) {
		switch (id) {
		case OPTION_FORMAT: format = arg; break;
		case OPTION_COLUMNS: columns = arg; break;
		case OPTION_METADATA: run.metadata = true; break;
		case OPTION_KEEP_LINKS: run.keep_links = true; break;
		case OPTION_ABSOLUTE: run.absolute = true; break;
		case OPTION_EXPLAIN: run.explain = true; break;
		case OPTION_OUTPUT: folder = arg; break;
		default: input_option(input, id, arg);
		}
	}
	run.format = run.explain
	                 ? find_format(reason_formats, format, "text, csv and json to explain")
	                 : find_format(formats, format, "xml, markdown, text, csv and json");
	prepare(&run, columns, folder);
	if (run.format->page == write_csv)
		write_header(&run);
	input_run(input, argv + first,
	    &(struct filter){ .wants = run.format->wants | (run.links_files ? WANT_REFS : 0),
		.context = &run,
		.each = write_page,
		.done = put_page });
	if (run.unexplained)
		trouble(NULL,
		    "--explain wants pages of HTML; %" PRIu64 " came as lines or text",
		    run.unexplained);
	if (run.nowhere)
		trouble(NULL,
		    "--absolute wants the URLs of pages; %" PRIu64 " have none, see --base",
		    (uint64_t)run.nowhere);
	mirror_free(run.mirror);
	input_free(input);
	return program_end();
}
