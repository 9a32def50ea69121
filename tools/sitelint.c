/* sitelint.c - check page lines against their schema and against themselves, or any XML
 * document against any schema. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/data.h"
#include "lib/base/diagnostics.h"
#include "lib/base/memory.h"
#include "lib/base/options.h"
#include "lib/base/pool.h"
#include "lib/lint/documents.h"
#include "lib/lint/lint.h"
#include "lib/site/findings.h"
#include "lib/site/input.h"
#include "lib/site/paths.h"
#include "lib/stream/grammar_print.h"

enum { OPTION_SCHEMA = 1, OPTION_LINES, OPTION_EXCEPT };

static const struct option_row rows[] = {
	{ 's', "schema", "FILE", "check XML documents against this XSD or RELAX NG schema",
	    OPTION_SCHEMA },
	{ 'l', "lines", NULL, "with -s: each line is a document", OPTION_LINES },
	{ 'f', "format", "FORMAT", "print findings as text, csv, xml or json",
	    FINDINGS_FORMAT },
	FINDINGS_FAIL_ON_ROW,
	{ 0, "except", "RULE", "leave this rule out; may be repeated", OPTION_EXCEPT },
	{ 0, NULL, NULL, NULL, 0 },
};

static const struct options options = {
	.usage = "[OPTION...] [PATH...]",
	.purpose = "Check page lines, or any XML, against a schema.",
	.rows = rows,
	.shared_rows = input_options,
};

/* What the command line says. */
struct call {
	const char *schema; /* NULL: pages are checked */
	bool lines, quiet;
	bool for_pages; /* an option makes sense for pages only */
	int jobs;
	struct input *input;
	char *const *operands;
};

/* Made of page.xsd by make. */
extern const struct grammar page_grammar;

/* One run. */
struct lint {
	struct lint_schema schema;
	struct grammar *grammar; /* the schema's, where it is not page_grammar */
	struct findings findings;
	bool except[LINT_RULES];
	struct paths paths;
	uint64_t n_documents; /* these only with --schema */
};

static void
say(struct lint *l, enum lint_rule rule, const struct mention *where, struct str text)
{
	struct finding f = { .level = lint_rules[rule].level,
		.rule = lint_rules[rule].id,
		.file = where->file,
		.at = where->at,
		.xpath = where->xpath,
		.text = text };

	if (l->except[rule])
		return;
	if (!str_eq(where->page, where->file))
		f.page = where->page;
	findings_print(&l->findings, &f);
}

/* What is at this place of the page; in a file of page lines that is a column of its line. */
static struct mention
mention(const struct input_page *in, const struct lint_page *page, struct position at,
    struct str xpath)
{
	if (in->line_number && at.line)
		at.line += in->line_number - 1;
	else if (in->line_number)
		at.line = in->line_number;
	return (struct mention){ in->file, page->path, xpath, at };
}

static void
each_page(void *context, struct input_page *in)
{
	struct lint_page *page = x_calloc(1, sizeof(*page));
	struct lint *l = context;

	lint_check(&l->schema, in->line, in->line_number == 0, page);
	in->result = page;
}

/* A path stands once in a stream. */
static void
note_path(struct lint *l, const struct mention *where, struct str path)
{
	struct buffer text = { 0 };
	struct mention before;

	if (paths_page(&l->paths, path, where, &before))
		return;
	buffer_printf(&text, "path '%.*s' stands before, in %.*s", (int)path.n, path.p,
	    (int)before.file.n, before.file.p);
	if (before.at.line)
		buffer_printf(&text, " line %" PRIu32, before.at.line);
	say(l, LINT_PATH, where, buffer_str(&text));
	buffer_free(&text);
}

static void
done_page(void *context, struct input_page *in)
{
	struct lint_page *page = in->result;
	struct lint *l = context;
	struct mention whole = mention(in, page, (struct position){ 0 }, (struct str){ 0 });

	for (struct lint_finding *f = page->findings; f; f = f->next) {
		struct mention where = mention(in, page, f->at, f->xpath);

		say(l, f->rule, &where, f->text);
	}
	if (page->path.p)
		note_path(l, &whole, page->path);
	for (struct lint_target *t = page->targets; t; t = t->next) {
		struct mention where = mention(in, page, t->at, t->xpath);

		paths_target(&l->paths, t->path, &where);
	}
	arena_free(&page->arena);
	free(page);
}

/* What the references led to, now that all pages are known. */
static void
print_missing(struct lint *l)
{
	struct missing_path t;

	while (paths_missing(&l->paths, &t)) {
		struct buffer text = { 0 };

		buffer_printf(
		    &text, "target '%.*s' is no page of these", (int)t.path.n, t.path.p);
		if (t.n_references > 1)
			buffer_printf(&text, "; %" PRIu32 " references, the first is here",
			    t.n_references);
		say(l, LINT_TARGET, &t.first, buffer_str(&text));
		buffer_free(&text);
	}
}

static void
each_document(void *context, struct document *d)
{
	struct lint_page *page = x_calloc(1, sizeof(*page));
	struct lint *l = context;

	lint_check_document(&l->schema, d->xml, page);
	d->result = page;
}

static void
done_document(void *context, struct document *d)
{
	struct lint_page *page = d->result;
	struct lint *l = context;

	l->n_documents++;
	for (struct lint_finding *f = page->findings; f; f = f->next) {
		struct mention where = { .file = d->file, .xpath = f->xpath, .at = f->at };

		if (d->line_number)
			where.at.line = d->line_number;
		say(l, f->rule, &where, f->text);
	}
	arena_free(&page->arena);
	free(page);
}

static void
leave_out(struct lint *l, const char *arg)
{
	int rule = finding_rule_of(lint_rules, LINT_RULES, arg);

	if (rule < 0)
		die("--except knows no rule '%s'; see sitelint(1)", arg);
	l->except[rule] = true;
}

static void
say_counts(const struct lint *l, const struct call *call)
{
	if (call->quiet)
		return;
	if (call->schema)
		remark(NULL, "documents %" PRIu64, l->n_documents);
	findings_remark(&l->findings);
}

/* The letter of an option of the input module, 0: it has none. */
static char
shared_letter(int id)
{
	for (const struct option_row *row = input_options; row->name; row++)
		if (row->id == id)
			return row->letter;
	return 0;
}

/* Take an option of the input module; of those, documents know -j and -q only. */
static void
read_shared(struct call *call, int id, const char *arg)
{
	switch (shared_letter(id)) {
	case 'j': call->jobs = option_jobs(arg); break;
	case 'q': call->quiet = true; break;
	default: call->for_pages = true; break;
	}
}

static void
read_call(struct call *call, struct lint *l, int argc, char **argv)
{
	const char *arg;
	int id, first;

	while ((id = options_next(&options, argc, argv, &arg, &first)) != 0) {
		if (input_option(call->input, id, arg))
			read_shared(call, id, arg);
		else if (id == OPTION_SCHEMA)
			call->schema = arg;
		else if (id == OPTION_LINES)
			call->lines = true;
		else if (id == OPTION_EXCEPT)
			leave_out(l, arg);
		else
			findings_option(&l->findings, id, arg);
	}
	call->operands = argv + first;
	if (call->lines && !call->schema)
		die("--lines goes with --schema; see --help");
	if (call->for_pages && call->schema)
		die("options that choose and read pages do not go with --schema; see --help");
}

static void
lint_documents(struct lint *l, const struct call *call)
{
	const struct documents documents = { .lines = call->lines,
		.jobs = call->jobs,
		.context = l,
		.each = each_document,
		.done = done_document };

	documents_run(&documents, call->operands);
}

static void
lint_pages(struct lint *l, const struct call *call)
{
	const struct filter filter = { .wants = WANT_ALL,
		.wants_lines = true,
		.context = l,
		.each = each_page,
		.done = done_page };

	input_run(call->input, call->operands, &filter);
	print_missing(l);
}

/* Open the schema at path, or else that of pages, which is known to be right: libxml2 need not
 * compile it before a line needs libxml2. */
static bool
open_schema(struct lint *l, const char *path)
{
	char *name = path ? x_strdup(path) : schema_path("page.xsd");

	if (!path && grammar_is_of(&page_grammar, name))
		l->schema.grammar = &page_grammar;
	else
		l->schema.grammar = l->grammar = grammar_new(name);
	l->schema.schema = schema_new(name, !path && l->schema.grammar);
	free(name);
	return l->schema.schema != NULL;
}

int
main(int argc, char **argv)
{
	struct lint l = { .n_documents = 0 };
	struct call call = { .jobs = pool_processors() };

	program_start(argv[0]);
	paths_init(&l.paths);
	findings_init(&l.findings);
	call.input = input_new();
	read_call(&call, &l, argc, argv);
	if (open_schema(&l, call.schema)) {
		findings_begin(&l.findings);
		if (call.schema)
			lint_documents(&l, &call);
		else
			lint_pages(&l, &call);
		findings_end(&l.findings);
		say_counts(&l, &call);
	}
	schema_free(l.schema.schema);
	grammar_free(l.grammar);
	findings_free(&l.findings);
	paths_free(&l.paths);
	input_free(call.input);
	return program_end();
}
