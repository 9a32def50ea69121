/* sitenav - the menus of a saved web site as trees, and what is wrong with them. */
#include <inttypes.h>
#include <stdio.h>

#include "lib/base/diagnostics.h"
#include "lib/base/output.h"
#include "lib/menus/nav_check.h"
#include "lib/site/findings.h"
#include "lib/site/input.h"
#include "lib/stream/navform.h"

enum { OPTION_PAGES = 1, OPTION_CHECK, OPTION_FORMAT, OPTION_EXCEPT };

static const struct option_row rows[] = {
	{ 'p', "pages", NULL, "print the trees of each page as they are", OPTION_PAGES },
	{ 'c', "check", NULL, "print what is wrong with the menus instead", OPTION_CHECK },
	{ 'f', "format", "FORMAT", "xml (default), csv, tree or json; with -c, also text",
	    OPTION_FORMAT },
	{ 0, "fail-on", "LEVEL", "with -c: exit 1 on a warning (default) or only on an error",
	    FINDINGS_FAIL_ON },
	{ 0, "except", "RULE", "with -c: leave this rule out; may be repeated", OPTION_EXCEPT },
	{ 0, NULL, NULL, NULL, 0 },
};

static const struct options options = {
	.usage = "[OPTION...] [PATH...]",
	.purpose = "Print the menus of a saved web site as trees, or check them.",
	.rows = rows,
	.shared_rows = input_options,
};

/* What the command line says. */
struct call {
	bool pages, check, quiet;
	const char *format; /* NULL: the default of what is printed */
	bool except[NAV_RULES];
	bool for_check; /* an option makes sense with --check only */
};

struct run {
	struct call call;
	const struct nav_form *form; /* of the product; NULL: findings are printed */
	struct findings findings;
	struct trees trees;
	struct nav_check check;
	uint32_t menus, left_out;
};

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
	in->result = page_trees_new(in->page, in->line_number ? in->page->path : in->file);
}

static void
add_page(void *context, struct input_page *in)
{
	struct run *run = context;
	const struct tree_site *site = trees_add(&run->trees, in->result);

	if (!run->form)
		nav_check_page(&run->check, in->result, site);
	page_trees_free(in->result);
}

static void
say(void *context, enum nav_rule rule, const struct finding *f)
{
	struct run *run = context;

	if (!run->call.except[rule])
		findings_print(&run->findings, f);
}

static void
print_site(struct run *run, const struct tree_site *site, const struct menus *menus)
{
	struct buffer out = { 0 };

	run->form->write(
	    &out, &(struct nav_group){ .host = trees_text(&run->trees, site->host),
		      .lang = trees_text(&run->trees, site->lang),
		      .pages = site->pages,
		      .regions = menus->first ? &menus->first->nav.region : NULL });
	output_last(&out);
}

static void
check_site(struct run *run, const struct tree_site *site, const struct menus *menus)
{
	nav_check_items(&run->check, site);
	nav_check_differences(&run->check, menus);
	nav_check_lacking(&run->check, site, menus);
}

static void
finish_sites(struct run *run)
{
	trees_adopt(&run->trees);
	for (struct tree_site *site = run->trees.sites; site; site = site->next) {
		struct menus menus = { .first = NULL };

		menus_find(&menus, &run->trees, site, &run->menus);
		run->left_out += menus.left_out;
		if (!run->form)
			check_site(run, site, &menus);
		else
			print_site(run, site, &menus);
		menus_free(&menus);
	}
	if (!run->form)
		nav_check_pages(&run->check);
}

static void
say_counts(const struct run *run)
{
	if (run->call.quiet || run->call.pages)
		return;
	remark(NULL, "menus %" PRIu32 ", trees %" PRIu32 ", on one page alone %" PRIu32,
	    run->menus, run->trees.n, run->left_out);
	if (!run->form)
		findings_remark(&run->findings);
}

/* Set the form of what is printed. */
static void
read_format(struct run *run)
{
	const char *name = run->call.format;

	if (run->call.check) {
		findings_format(&run->findings, name ? name : "text");
		return;
	}
	run->form = nav_form(name ? name : "xml");
	if (!run->form)
		die("--format wants xml, csv, tree or json, not '%s'; see --help", name);
}

static int
read_rule(const char *arg)
{
	int rule = finding_rule_of(nav_rules, NAV_RULES, arg);

	if (rule < 0)
		die("--except knows no rule '%s'; see sitenav(1)", arg);
	return rule;
}

/* Read the options; returns the index of the first operand. */
static int
read_call(struct run *run, struct input *input, int argc, char **argv)
{
	struct call *call = &run->call;
	const char *arg;
	int id, first;

	while ((id = options_next(&options, argc, argv, &arg, &first)) != 0) {
		call->for_check |= id == FINDINGS_FAIL_ON || id == OPTION_EXCEPT;
		if (input_option(input, id, arg) || findings_option(&run->findings, id, arg))
			continue;
		switch (id) {
		case OPTION_PAGES: call->pages = true; break;
		case OPTION_CHECK: call->check = true; break;
		case OPTION_FORMAT: call->format = arg; break;
		case OPTION_EXCEPT: call->except[read_rule(arg)] = true; break;
		}
	}
	call->quiet = input_is_quiet(input);
	if (call->for_check && !call->check)
		die("--fail-on and --except go with --check; see --help");
	if (call->pages && call->check)
		die("--pages does not go with --check; see --help");
	return first;
}

int
main(int argc, char **argv)
{
	struct run run = { .form = NULL };
	struct filter by_page = { .wants = WANT_REGIONS, .context = &run, .each = write_page };
	struct filter by_site = {
		.wants = WANT_REGIONS, .context = &run, .each = take_page, .done = add_page
	};
	struct input *input = input_new();
	struct rules *rules = NULL;
	int first;

	program_start(argv[0]);
	trees_init(&run.trees);
	findings_init(&run.findings);
	first = read_call(&run, input, argc, argv);
	read_format(&run);
	if (!run.form)
		rules = rules_new();
	run.check = (struct nav_check){
		.trees = &run.trees, .rules = rules, .say = say, .context = &run
	};
	if (run.form)
		output_of(run.form->begin);
	else
		findings_begin(&run.findings);
	if (input_run(input, argv + first, run.call.pages ? &by_page : &by_site))
		finish_sites(&run);
	if (run.form)
		output_of(run.form->end);
	else
		findings_end(&run.findings);
	say_counts(&run);
	findings_free(&run.findings);
	nav_check_free(&run.check);
	trees_free(&run.trees);
	rules_free(rules);
	input_free(input);
	return program_end();
}
