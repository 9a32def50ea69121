/* sitenav - the menus of a saved web site as trees, and where pages differ in them. */
#include <stdio.h>

#include "lib/base/diagnostics.h"
#include "lib/site/input.h"
#include "lib/site/menus.h"
#include "lib/stream/navform.h"

enum { OPTION_PAGES = 1, OPTION_FORMAT };

static const struct option_row rows[] = {
	{ 'p', "pages", NULL, "print the trees of each page as they are", OPTION_PAGES },
	{ 'f', "format", "FORMAT", "print xml (default), csv, tree or json", OPTION_FORMAT },
	{ 0, NULL, NULL, NULL, 0 },
};

static const struct options options = {
	.usage = "[OPTION...] [PATH...]",
	.purpose = "Print the menus of a saved web site as trees.",
	.rows = rows,
	.shared_rows = input_options,
};

struct run {
	const struct nav_form *form;
	struct trees trees;
};

static void
print(struct buffer *out)
{
	fwrite(buffer_str(out).p, 1, out->n, stdout);
	buffer_free(out);
}

static void
print_around(void (*write)(struct buffer *out))
{
	struct buffer out = { 0 };

	if (write)
		write(&out);
	print(&out);
}

static void
write_page(void *context, struct input_page *in)
{
	struct run *run = context;

	run->form->write(
	    &in->out, &(struct nav_group){ .page = in->page, .regions = in->page->regions });
}

static void
take_page(void *context, struct input_page *in)
{
	(void)context;
	in->result = page_trees_new(in->page, in->file);
}

static void
add_page(void *context, struct input_page *in)
{
	struct run *run = context;

	trees_add(&run->trees, in->result);
	page_trees_free(in->result);
}

static void
print_site(struct run *run, struct tree_site *site, uint32_t *number)
{
	struct menus menus = { .first = NULL };
	struct nav_group group = { .host = strings_get(&run->trees.strings, site->host),
		.lang = strings_get(&run->trees.strings, site->lang),
		.pages = site->pages };
	struct buffer out = { 0 };

	menus_find(&menus, &run->trees, site, number);
	group.regions = &menus.first->nav.region;
	run->form->write(&out, &group);
	print(&out);
	menus_free(&menus);
}

static void
print_sites(struct run *run)
{
	uint32_t number = 0;

	for (struct tree_site *site = run->trees.sites; site; site = site->next)
		print_site(run, site, &number);
}

static const struct nav_form *
read_form(const char *name)
{
	const struct nav_form *form = nav_form(name);

	if (!form)
		die("--format wants xml, csv, tree or json, not '%s'; see --help", name);
	return form;
}

int
main(int argc, char **argv)
{
	struct input *input = input_new();
	struct run run = { .form = nav_form("xml") };
	const char *arg;
	bool pages = false;
	int id, first;

	program_start(argv[0]);
	while ((id = options_next(&options, argc, argv, &arg, &first)) != 0) {
		switch (id) {
		case OPTION_PAGES: pages = true; break;
		case OPTION_FORMAT: run.form = read_form(arg); break;
		default: input_option(input, id, arg);
		}
	}
	print_around(run.form->begin);
	if (pages) {
		input_run(input, argv + first,
		    &(struct filter){
			.wants = WANT_REGIONS, .context = &run, .each = write_page });
	} else {
		input_run(input, argv + first,
		    &(struct filter){ .wants = WANT_REGIONS,
			.context = &run,
			.each = take_page,
			.done = add_page });
		print_sites(&run);
	}
	print_around(run.form->end);
	trees_free(&run.trees);
	input_free(input);
	return program_end();
}
