/* findings.c - what a check finds in one run. */
#include "findings.h"

#include <inttypes.h>
#include <stdio.h>

#include "../base/diagnostics.h"
#include "../base/output.h"

void
findings_init(struct findings *f)
{
	*f = (struct findings){
		.writer = finding_writer("text"), .fail_on = LEVEL_WARNING, .gone = LEVEL_NOTE
	};
}

void
findings_free(struct findings *f)
{
	baseline_free(&f->known);
	buffer_free(&f->out);
}

void
findings_format(struct findings *f, const char *name)
{
	f->writer = finding_writer(name);
	if (!f->writer)
		die("--format wants text, csv, xml or json, not '%s'; see --help", name);
}

/* A note never fails a run. */
static enum level
read_fail_on(const char *arg)
{
	int level = level_of(arg);

	if (level <= LEVEL_NOTE)
		die("--fail-on wants error or warning, not '%s'; see --help", arg);
	return (enum level)level;
}

bool
findings_option(struct findings *f, int id, const char *arg)
{
	switch ((enum findings_option)id) {
	case FINDINGS_FORMAT: findings_format(f, arg); return true;
	case FINDINGS_FAIL_ON: f->fail_on = read_fail_on(arg); return true;
	case FINDINGS_BASELINE: f->file = arg; return true;
	case FINDINGS_UPDATE: f->update = true; return true;
	case FINDINGS_GROW: f->update = f->grow = true; return true;
	}
	return false;
}

void
findings_ready(struct findings *f, bool table, bool partial)
{
	if (f->update && !f->file)
		die("--update-baseline and --grow-baseline go with --baseline; see --help");
	if (f->update && table)
		die("only a run that prints findings updates a baseline; see --help");
	if (f->update && !f->grow && partial)
		die("--update-baseline does not go with options that choose pages; see --help");
	f->partial = partial;
	if (table && f->writer != finding_writer("text") && f->writer != finding_writer("csv"))
		die("--format is for findings, and a table is CSV; see --help");
	if (f->file)
		baseline_read(&f->known, f->file, f->grow);
}

void
findings_begin(struct findings *f)
{
	if (f->writer->begin)
		f->writer->begin(&f->out);
	output(&f->out);
}

bool
findings_know(struct findings *f, const char *rule, struct str source, struct str target)
{
	bool known = f->file && baseline_knows(&f->known, str_of(rule), source, target);

	if (f->file && !known && f->grow) {
		baseline_add(&f->known, str_of(rule), source, target);
		known = true;
	}
	f->n_known += known;
	return known;
}

void
findings_print(struct findings *f, const struct finding *finding)
{
	f->n[finding->level]++;
	f->writer->write(&f->out, finding);
	output(&f->out);
}

static void
print_gone(struct findings *f)
{
	const struct baseline *b = &f->known;
	struct buffer text = { 0 };

	for (uint32_t i = 0; i < b->n_read; i++) {
		struct str entry = strings_text(&b->entries, i);

		if (b->met[i])
			continue;
		text.n = 0;
		buffer_printf(&text, "no longer occurs: '%.*s'", (int)entry.n, entry.p);
		findings_print(f, &(struct finding){ .level = (enum level)f->gone,
				      .rule = "baseline.gone",
				      .file = str_of(f->file),
				      .at = { b->lines[i], 1 },
				      .text = buffer_str(&text) });
	}
	buffer_free(&text);
}

void
findings_end(struct findings *f)
{
	bool whole = !f->partial && status_now() < STATUS_TROUBLE;

	if (f->gone != LEVEL_OFF && whole)
		print_gone(f);
	if (f->writer->end)
		f->writer->end(&f->out);
	output(&f->out);
	for (int level = LEVEL_ERROR; level >= (int)f->fail_on; level--)
		if (f->n[level])
			status_raise(STATUS_FINDING);
	if (f->update)
		baseline_write(&f->known, !whole);
}

void
findings_remark(const struct findings *f)
{
	struct buffer known = { 0 };

	if (f->file)
		buffer_printf(&known, "; known %" PRIu64, f->n_known);
	remark(NULL, "errors %" PRIu64 ", warnings %" PRIu64 ", notes %" PRIu64 "%.*s",
	    f->n[LEVEL_ERROR], f->n[LEVEL_WARNING], f->n[LEVEL_NOTE], (int)known.n, known.data);
	buffer_free(&known);
}
