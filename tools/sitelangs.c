/* sitelangs - is every page really translated: translation completeness from the pages. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/base/diagnostics.h"
#include "lib/base/options.h"
#include "lib/base/output.h"
#include "lib/languages/claims.h"
#include "lib/languages/lang_tables.h"
#include "lib/languages/late_phrases.h"
#include "lib/languages/sitemaps.h"
#include "lib/site/findings.h"
#include "lib/site/input.h"

enum {
	OPTION_SOURCE = 1,
	OPTION_TABLE,
	OPTION_TODO,
	OPTION_FORMAT,
	OPTION_REQUIRE,
	OPTION_MIN,
	OPTION_EXCEPT,
};

static const struct option_row rows[] = {
	{ 's', "source", "LANG", "the language that others are translated from",
	    OPTION_SOURCE },
	{ 't', "table", "NAME", "print matrix, languages, groups, passages or evidence",
	    OPTION_TABLE },
	{ 'd', "todo", "LANG", "print what is to be done in this language", OPTION_TODO },
	{ 'f', "format", "FORMAT", "print as text, csv, xml or (findings) json",
	    OPTION_FORMAT },
	{ 'r', "require", "LIST", "languages that every page is needed in", OPTION_REQUIRE },
	{ 'm', "min", "PERCENT", "of each required language, complete pages (100)",
	    OPTION_MIN },
	FINDINGS_BASELINE_ROWS,
	FINDINGS_FAIL_ON_ROW,
	{ 0, "except", "RULE", "leave this rule out; may be repeated", OPTION_EXCEPT },
	{ 0, NULL, NULL, NULL, 0 },
};

static const struct options options = {
	.usage = "[OPTION...] [PATH...]",
	.purpose = "Check whether every page of a web site is really translated.",
	.rows = rows,
	.shared_rows = input_options,
};

/* One run. */
struct langs {
	const char *source, *todo, *format, *require; /* NULL: not asked for */
	const struct lang_table *table;
	double min; /* per cent; -1: not told */
	struct findings findings;
	bool except[LANG_RULES];
	struct late_phrases phrases;
	struct versions versions;
	struct lang_analysis analysis;
	struct buffer out; /* a table */
};

static void
each_page(void *context, struct input_page *in)
{
	struct langs *l = context;

	in->result = version_draft(&l->phrases, in);
}

static void
done_page(void *context, struct input_page *in)
{
	versions_add(&((struct langs *)context)->versions, in->result);
}

static void
end_pages(void *context, const struct scraper *scraper, bool partial)
{
	(void)partial;
	sitemaps_read(scraper, &((struct langs *)context)->versions);
}

/* True when a list "fr,de" has the tag. */
static bool
list_has(const char *list, struct str tag)
{
	struct str rest = str_of(list);

	for (size_t from = 0, end; from < rest.n; from = end + 1) {
		end = str_find_char(rest, ',', from);
		if (str_eq_nocase(str_part(rest, from, end), tag) ||
		    (str_find_char(str_part(rest, from, end), '-', 0) == end - from &&
			same_language(str_part(rest, from, end), tag)))
			return true;
	}
	return false;
}

/* lang_listener: say */
static void
say(void *context, enum lang_rule rule, uint32_t version, struct position at, struct str target,
    struct str text)
{
	struct langs *l = context;
	struct finding f = { .level = lang_rules[rule].level,
		.rule = lang_rules[rule].id,
		.file = STR("-"),
		.at = at,
		.text = text };

	if (l->except[rule])
		return;
	if (rule == LANG_MISSING && l->require && list_has(l->require, target))
		f.level = LEVEL_WARNING;
	if (version != NONE) {
		const struct version *v = &l->versions.rows[version];

		f.file = version_str(&l->versions, v->file);
		f.page = version_str(&l->versions, v->path);
		if (str_eq(f.page, f.file))
			f.page = (struct str){ 0 };
		if (v->line)
			f.at = (struct position){ v->line, 0 };
	}
	if (!findings_know(&l->findings, f.rule, f.page.p ? f.page : f.file, target))
		findings_print(&l->findings, &f);
}

/* The language (a string) of the save that a tag of the command line means: this, or the only
 * one with its primary language, as "fr-CA" for "fr"; dies without. */
static uint32_t
language_named(const struct langs *l, const char *option, struct str tag)
{
	const struct lang_analysis *a = &l->analysis;
	uint32_t found = 0;

	for (size_t i = 0; i < a->n_languages; i++)
		if (str_eq_nocase(version_str(a->all, a->languages[i]), tag))
			return a->languages[i];
	for (size_t i = 0; i < a->n_languages; i++) {
		struct str has = version_str(a->all, a->languages[i]);

		if (str_find_char(tag, '-', 0) < tag.n || !same_language(has, tag))
			continue;
		if (found)
			die("--%s: '%.*s' is several: '%.*s', '%.*s'", option, SHOWN(tag),
			    SHOWN(version_str(a->all, found)), SHOWN(has));
		found = a->languages[i];
	}
	if (!found)
		die("--%s: no page is in '%.*s'", option, SHOWN(tag));
	return found;
}

/* Say of each required language that falls short how far. */
static void
check_coverage(struct langs *l, const struct lang_listener *listener)
{
	struct str list = str_of(l->require);

	for (size_t from = 0, end; from < list.n; from = end + 1) {
		struct lang_coverage c;
		struct str tag;
		double percent;

		end = str_find_char(list, ',', from);
		tag = str_part(list, from, end);
		c = lang_coverage(&l->analysis, language_named(l, "require", tag));
		percent = c.pages ? 100.0 * c.states[MATTER_OK] / c.pages : 100;
		if (percent < l->min)
			lang_say(listener, LANG_COVERAGE, NONE, (struct position){ 0 }, tag,
			    "%" PRIu32 " of %" PRIu32
			    " pages, %.1f %%, are complete in '%.*s'; %g %% are required",
			    c.states[MATTER_OK], c.pages, floor(10 * percent) / 10, SHOWN(tag),
			    l->min);
	}
}

static void
print_findings(struct langs *l, bool quiet)
{
	const struct lang_listener listener = { l, say };

	findings_begin(&l->findings);
	lang_audit(&l->analysis, &listener);
	if (l->require)
		check_coverage(l, &listener);
	findings_end(&l->findings);
	if (!quiet)
		findings_remark(&l->findings);
}

static void
print_result(struct langs *l, bool quiet)
{
	int form = l->format ? rows_form_of(l->format) : ROWS_TEXT;

	if (l->table)
		l->table->write(&l->analysis, (enum rows_form)form, &l->out);
	else if (l->todo)
		lang_todo(&l->analysis, language_named(l, "todo", str_of(l->todo)),
		    (enum rows_form)form, &l->out);
	else
		print_findings(l, quiet);
	output(&l->out);
}

static double
read_percent(const char *arg)
{
	char *end;
	double percent = strtod(arg, &end);

	if (end == arg || *end || !(percent >= 0 && percent <= 100))
		die("--min wants a number from 0 to 100, not '%s'", arg);
	return percent;
}

static void
read_option(struct langs *l, int id, const char *arg)
{
	int rule;

	switch (id) {
	case OPTION_SOURCE: l->source = arg; break;
	case OPTION_TODO: l->todo = arg; break;
	case OPTION_FORMAT: l->format = arg; break;
	case OPTION_REQUIRE: l->require = arg; break;
	case OPTION_MIN: l->min = read_percent(arg); break;
	case OPTION_TABLE:
		l->table = lang_table_of(arg);
		if (!l->table)
			die("--table wants matrix, languages, groups, passages or evidence, "
			    "not '%s'; see --help",
			    arg);
		break;
	case OPTION_EXCEPT:
		rule = finding_rule_of(lang_rules, LANG_RULES, arg);
		if (rule < 0)
			die("--except knows no rule '%s'; see sitelangs(1)", arg);
		l->except[rule] = true;
		break;
	}
}

/* What can only be told when all options are read. partial: they choose pages. */
static void
check_call(struct langs *l, bool partial)
{
	if (l->table && l->todo)
		die("--table does not go with --todo; see --help");
	if (l->min >= 0 && !l->require)
		die("--min goes with --require; see --help");
	if (l->require && !*l->require)
		die("--require wants languages with commas between, not ''; see --help");
	l->min = l->min < 0 ? 100 : l->min;
	findings_ready(&l->findings, l->table || l->todo, partial);
	if (l->table || l->todo) {
		if (l->format && rows_form_of(l->format) < 0)
			die("--format wants text, csv or xml here, not '%s'; see --help",
			    l->format);
		return;
	}
	if (l->format)
		findings_format(&l->findings, l->format);
}

int
main(int argc, char **argv)
{
	struct langs l = { .min = -1, .phrases = LATE_PHRASES_NONE };
	const struct filter filter = {
		.wants = WANT_ALL,
		.context = &l,
		.each = each_page,
		.done = done_page,
		.end = end_pages,
	};
	struct input *input = input_new();
	const char *arg;
	int id, first;

	program_start(argv[0]);
	findings_init(&l.findings);
	while ((id = options_next(&options, argc, argv, &arg, &first)) != 0) {
		if (!input_option(input, id, arg) && !findings_option(&l.findings, id, arg))
			read_option(&l, id, arg);
	}
	check_call(&l, input_selects(input));
	if (input_run(input, argv + first, &filter)) {
		lang_analyse(&l.analysis, &l.versions, str_of(l.source));
		if (l.source && !l.analysis.context.source)
			die("--source: no page is in '%s'", l.source);
		print_result(&l, input_is_quiet(input));
		lang_analysis_free(&l.analysis);
	}
	versions_free(&l.versions);
	late_phrases_free(&l.phrases);
	findings_free(&l.findings);
	buffer_free(&l.out);
	input_free(input);
	return program_end();
}
