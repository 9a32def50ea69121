/* sitelinks.c - check that the references of a saved web site lead somewhere. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/diagnostics.h"
#include "lib/base/memory.h"
#include "lib/base/options.h"
#include "lib/links/link_base.h"
#include "lib/links/link_report.h"
#include "lib/links/link_saver.h"
#include "lib/links/link_settle.h"
#include "lib/links/link_sheets.h"
#include "lib/links/link_spares.h"
#include "lib/site/input.h"

enum {
	OPTION_TABLE = 1,
	OPTION_ALL,
	OPTION_ONLY,
	OPTION_LEVEL,
	OPTION_EXCEPT,
	OPTION_STRICT,
	OPTION_IGNORE,
	OPTION_EXTERNALS,
	OPTION_SAVER,
	OPTION_CONFIG,
};

static const struct option_row rows[] = {
	{ 'f', "format", "FORMAT", "print findings as text, csv, xml or json",
	    FINDINGS_FORMAT },
	{ 't', "table", "NAME", "print a table instead: links, externals or depth",
	    OPTION_TABLE },
	{ 'e', "externals", NULL, "the same as --table externals", OPTION_EXTERNALS },
	{ 'a', "all", NULL, "report each place, not each fault with its first places",
	    OPTION_ALL },
	{ 'o', "only", "main", "check the bodies of pages alone", OPTION_ONLY },
	{ 'l', "level", "RULE=LEVEL", "report a rule as error, warning, note or off",
	    OPTION_LEVEL },
	{ 'x', "except", "RULE", "leave this rule out; may be repeated", OPTION_EXCEPT },
	{ 'i', "ignore", "REGEX", "say nothing of targets that match; may be repeated",
	    OPTION_IGNORE },
	{ 's', "strict", NULL, "what was not saved is an error", OPTION_STRICT },
	{ 'S', "saver", "NAME", "who made the save: plain, mirror, httrack or pages (auto)",
	    OPTION_SAVER },
	FINDINGS_BASELINE_ROWS,
	{ 'c', "config", "FILE", "read options from this file, one a line", OPTION_CONFIG },
	FINDINGS_FAIL_ON_ROW,
	{ 0, NULL, NULL, NULL, 0 },
};

static const struct options options = {
	.usage = "[OPTION...] [PATH...]",
	.purpose = "Check that the references of a saved web site lead somewhere.",
	.rows = rows,
	.shared_rows = input_options,
};

enum { LARGEST_SHEET = 64 * 1024 * 1024 };

/* One run. */
struct check {
	struct input *input;
	struct arena settings; /* arguments that a file gave */
	struct link_wants wants;
	struct link_graph graph;
	struct link_spares spares;
	struct link_judge judge;
	struct link_report report;
	struct findings findings;
	enum link_table table;
	uint64_t n_sheets, n_unread_sheets;
};

static void
each_page(void *context, struct input_page *in)
{
	struct check *c = context;
	struct link_page *page = link_page_take(&c->spares);

	link_page_gather(
	    &c->wants, c->graph.strings.seed, in->names, in->arena, in->page, page);
	in->result = page;
}

static void
done_page(void *context, struct input_page *in)
{
	struct link_page *page = in->result;
	struct check *c = context;

	link_graph_add(&c->graph, in->names, page, in->line_number ? page->path : in->file);
	link_page_keep(&c->spares, page);
}

/* The topmost folders that were walked: roots of the save, each with a slash at its end. */
static void
find_roots(struct link_judge *j)
{
	const struct names *names = j->names;

	for (uint32_t i = 0; i < names->n; i++) {
		uint32_t parent = names->rows[i].parent;
		struct buffer path = { 0 };

		if (!names_is(names, i, NAME_WALKED) ||
		    (parent != NAME_NONE && names_is(names, parent, NAME_WALKED)))
			continue;
		names_path(names, i, &path);
		if (path.n && path.data[path.n - 1] != '/')
			buffer_char(&path, '/');
		j->roots = x_grow(j->roots, &j->cap_roots, j->n_roots + 1, sizeof(*j->roots));
		j->roots[j->n_roots++] = arena_str(&j->arena, buffer_str(&path));
		buffer_free(&path);
	}
}

/* What the names of the save tell of who made it, and the redirects that a build left. */
static void
read_names(struct link_judge *j, const struct save *save)
{
	const struct names *names = &save->names;
	struct loader loader = { .limit = LARGEST_SHEET };

	for (uint32_t i = 0; i < names->n; i++) {
		struct str name = names_text(names, i), text;
		struct buffer file = { 0 };

		if (j->saver == SAVER_UNKNOWN &&
		    (str_eq(name, STR("hts-cache")) || str_eq(name, STR("hts-log.txt"))))
			j->saver = SAVER_HTTRACK;
		if (!str_eq(name, STR("_redirects")) || names_is(names, i, NAME_FOLDER))
			continue;
		save_open_path(save, i, &file);
		if (load_file(&loader, file.data, false, &text) == 0)
			redirects_read(&j->redirects, text);
		buffer_free(&file);
	}
	loader_free(&loader);
}

static void
say_counts(const struct check *c)
{
	const struct link_judge *j = &c->judge;

	remark(NULL,
	    "%" PRIu64 " references, %" PRIu64 " checked, %" PRIu64 " outside, %" PRIu64
	    " of other schemes, %" PRIu64 " not looked up, %" PRIu64 " fragments not read",
	    c->graph.n_links, j->n_checked, j->n_external, c->graph.n_other,
	    c->graph.n_unanswered + j->n_unanswered, j->n_unread_fragments);
	remark(NULL,
	    "%" PRIu64 " style sheet%s, %" PRIu64
	    " not read; saver %s; findings ignored %" PRIu64,
	    c->n_sheets, c->n_sheets == 1 ? "" : "s", c->n_unread_sheets,
	    link_saver_name(j->saver), c->report.n_left_out);
	if (c->table == LINK_TABLE_NONE)
		findings_remark(&c->findings);
}

/* Links by whole URLs lead outside where nothing tells that the URLs are the save's own. */
static void
say_base(struct link_judge *j)
{
	struct link_base base = link_base_guess(j);

	if (base.url.p)
		remark(NULL,
		    "%" PRIu32 " of %" PRIu32 " addresses below %.*s are those of pages here: "
		    "--base %.*s tells that the save is of that site",
		    base.here, base.all, (int)base.url.n, base.url.p, (int)base.url.n,
		    base.url.p);
}

static void
report(struct check *c, const struct link_depth *depth)
{
	if (c->table != LINK_TABLE_NONE)
		link_report_table(&c->judge, depth, c->table);
	else
		link_report_findings(&c->report);
}

/* All pages are known. */
static void
end_pages(void *context, const struct scraper *scraper, bool partial)
{
	struct check *c = context;
	struct link_depth depth;

	c->judge.names =
	    scraper->resolver.save->names.n ? &scraper->resolver.save->names : NULL;
	if (c->judge.names) {
		find_roots(&c->judge);
		read_names(&c->judge, scraper->resolver.save);
	}
	c->n_sheets =
	    link_sheets_read(&c->graph, &c->wants, scraper, LARGEST_SHEET, &c->n_unread_sheets);
	link_settle(&c->judge);
	link_depth_measure(&c->judge, &depth);
	if (!partial && !c->wants.main_only)
		link_depth_report(&c->judge, &depth);
	link_judge_run(&c->judge);
	report(c, &depth);
	if (c->graph.n_pages && !c->judge.n_checked)
		trouble(NULL, "nothing checked: no reference leads to a place that is known");
	if (!input_is_quiet(c->input)) {
		say_counts(c);
		say_base(&c->judge);
	}
	link_depth_free(&depth);
}

static int
read_rule(const char *option, struct str id)
{
	int rule = link_rule_of(id);

	if (rule < 0)
		die("--%s knows no rule '%.*s'; see sitelinks(1)", option, (int)id.n, id.p);
	return rule;
}

/* RULE=LEVEL */
static void
read_level(struct check *c, const char *arg)
{
	struct str text = str_of(arg);
	size_t equals = str_find_char(text, '=', 0);
	int rule = read_rule("level", str_part(text, 0, equals)), level;

	level = equals < text.n ? level_of(arg + equals + 1) : -1;
	if (level < 0 && !(equals < text.n && strcmp(arg + equals + 1, "off") == 0))
		die("--level wants RULE=error, warning, note or off, not '%s'; see --help",
		    arg);
	c->wants.levels.of[rule] = (signed char)(level < 0 ? LEVEL_OFF : level);
}

static void
read_ignore(struct check *c, const char *arg)
{
	struct link_report *r = &c->report;
	struct buffer why = { 0 };
	struct pattern *p = pattern_new(str_of(arg), 0, &why);

	if (!p)
		die("--ignore: %.*s", (int)why.n, why.data);
	r->ignored = x_realloc(r->ignored, (r->n_ignored + 1) * sizeof(*r->ignored));
	r->ignored[r->n_ignored++] = p;
}

static enum link_table
read_table(const char *arg)
{
	if (strcmp(arg, "links") == 0)
		return LINK_TABLE_LINKS;
	if (strcmp(arg, "externals") == 0)
		return LINK_TABLE_EXTERNALS;
	if (strcmp(arg, "depth") == 0)
		return LINK_TABLE_DEPTH;
	die("--table wants links, externals or depth, not '%s'; see --help", arg);
}

static void read_config(struct check *c, const char *file);

/* A switch over all options. */
static void
read_option(struct check *c, int id, const char *arg)
{
	int saver;

	switch (id) {
	case OPTION_TABLE: c->table = read_table(arg); break;
	case OPTION_EXTERNALS: c->table = LINK_TABLE_EXTERNALS; break;
	case OPTION_ALL: c->wants.all = true; break;
	case OPTION_ONLY:
		if (strcmp(arg, "main") != 0)
			die("--only wants main, not '%s'; see --help", arg);
		c->wants.main_only = true;
		break;
	case OPTION_LEVEL: read_level(c, arg); break;
	case OPTION_EXCEPT:
		c->wants.levels.of[read_rule("except", str_of(arg))] = LEVEL_OFF;
		break;
	case OPTION_IGNORE: read_ignore(c, arg); break;
	case OPTION_STRICT: c->judge.strict = true; break;
	case OPTION_SAVER:
		saver = link_saver_of(str_of(arg));
		if (saver < 0)
			die("--saver wants plain, mirror, httrack, pages or auto, not '%s'; "
			    "see "
			    "--help",
			    arg);
		c->judge.saver = (enum link_saver)saver;
		break;
	case OPTION_CONFIG: read_config(c, arg); break;
	default:
		if (!findings_option(&c->findings, id, arg))
			input_option(c->input, id, arg);
	}
}

static const struct option_row *
option_of(const struct option_row *table, struct str name)
{
	for (; table->name; table++)
		if (str_eq(name, str_of(table->name)))
			return table;
	return NULL;
}

/* A line is the long name of an option and, behind white space, its argument, which lives on.
 */
static void
read_setting(struct check *c, const char *file, unsigned number, struct str line)
{
	const struct option_row *row;
	struct str name;

	if (!str_token(&line, &name) || name.p[0] == '#')
		return;
	row = option_of(rows, name);
	if (!row)
		row = option_of(input_options, name);
	if (!row || row->id == OPTION_CONFIG)
		die("%s:%u: no option '%.*s'", file, number, (int)name.n, name.p);
	line = str_trim(line);
	if (!row->arg != !line.n)
		die("%s:%u: %s %s", file, number, row->name,
		    row->arg ? "wants an argument" : "takes no argument");
	read_option(c, row->id, row->arg ? arena_str(&c->settings, line).p : NULL);
}

static void
read_config(struct check *c, const char *file)
{
	FILE *f = fopen(file, "r");
	unsigned number = 0;
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	if (!f)
		die("%s: %s", file, strerror(errno));
	while ((n = getline(&line, &cap, f)) > 0)
		read_setting(c, file, ++number, (struct str){ line, (size_t)n });
	if (ferror(f))
		die("%s: %s", file, strerror(errno));
	free(line);
	fclose(f);
}

static void
read_call(struct check *c, int argc, char **argv, int *first)
{
	const char *arg;
	int id;

	while ((id = options_next(&options, argc, argv, &arg, first)) != 0)
		read_option(c, id, arg);
	findings_ready(&c->findings, c->table != LINK_TABLE_NONE,
	    input_selects(c->input) || c->wants.main_only);
}

static enum link_keep
keep(const struct check *c)
{
	if (c->wants.all || c->table == LINK_TABLE_LINKS)
		return KEEP_ALL;
	return c->findings.file ? KEEP_PAGES : KEEP_SHOWN;
}

static void
end(struct check *c)
{
	for (size_t i = 0; i < c->report.n_ignored; i++)
		pattern_free(c->report.ignored[i]);
	free(c->report.ignored);
	link_judge_free(&c->judge);
	link_graph_free(&c->graph);
	link_spares_free(&c->spares);
	findings_free(&c->findings);
	missing_titles_free(&c->wants.missing_titles);
	arena_free(&c->settings);
	input_free(c->input);
}

int
main(int argc, char **argv)
{
	struct check c = { .input = input_new(), .spares = LINK_SPARES_NONE };
	struct filter filter = {
		.context = &c,
		.each = each_page,
		.done = done_page,
		.end = end_pages,
	};
	int first;

	program_start(argv[0]);
	findings_init(&c.findings);
	c.wants.levels = link_levels_default();
	read_call(&c, argc, argv, &first);
	link_graph_init(&c.graph, keep(&c));
	missing_titles_init(&c.wants.missing_titles);
	c.wants.all = c.wants.all || c.table == LINK_TABLE_LINKS;
	c.judge.graph = &c.graph;
	c.judge.levels = c.wants.levels;
	c.report.judge = &c.judge;
	c.report.findings = &c.findings;
	c.findings.gone = c.wants.levels.of[BASELINE_GONE];
	c.report.all = c.wants.all;
	filter.wants = WANT_ALL;
	if (!c.wants.main_only)
		filter.wants = WANT_REFS | WANT_NUMBERS | (c.wants.all ? 0 : WANT_DISTINCT);
	input_run(c.input, argv + first, &filter);
	end(&c);
	return program_end();
}
