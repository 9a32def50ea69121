/* table_back.c - a table of CSV on its way back to XML. */
#include "table_back.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "../base/output.h"
#include "../stream/load.h"
#include "../stream/navform.h"
#include "../stream/pageline.h"
#include "merge.h"
#include "redirect_map.h"

/* A table on its way. */
struct back {
	const struct table_back *call;
	struct sheet sheet;
	struct merge merge; /* of pages and nav */
	struct redirect_map redirects;
	struct arena arena; /* of the findings */
	struct sheet_finding **findings;
	size_t n, cap, n_of[LEVEL_ERROR + 1];
};

static void
keep_findings(struct back *b, const struct sheet_finding *f)
{
	for (; f; f = f->next) {
		struct sheet_finding *copy = arena_alloc(&b->arena, sizeof(*copy));

		*copy = *f;
		copy->text = arena_str(&b->arena, f->text);
		b->findings = x_grow(b->findings, &b->cap, b->n + 1, sizeof(*b->findings));
		b->findings[b->n++] = copy;
		b->n_of[f->level]++;
	}
}

static int
by_line(const void *a, const void *b)
{
	const struct sheet_finding *x = *(struct sheet_finding *const *)a;
	const struct sheet_finding *y = *(struct sheet_finding *const *)b;

	return (x->line > y->line) - (x->line < y->line);
}

/* Print a finding; beside a product it is trouble, or a remark. */
static void
say_finding(const struct back *b, const struct sheet_finding *f, struct buffer *out)
{
	struct finding finding = { .level = f->level,
		.rule = f->rule,
		.file = str_of(b->sheet.file),
		.at = { f->line, 0 },
		.text = f->text };
	struct buffer place = { 0 };

	if (b->call->writer) {
		b->call->writer->write(out, &finding);
		status_raise(STATUS_FINDING);
		return;
	}
	buffer_printf(&place, "%s:%u", b->sheet.file, f->line);
	(f->level == LEVEL_ERROR ? trouble : remark)(
	    place.data, "%.*s [%s]", (int)f->text.n, f->text.p, f->rule);
	buffer_free(&place);
}

static void
say_findings(struct back *b)
{
	struct buffer out = { 0 };

	if (b->n)
		qsort(b->findings, b->n, sizeof(*b->findings), by_line);
	for (size_t i = 0; i < b->n; i++)
		say_finding(b, b->findings[i], &out);
	output_last(&out);
	if (!input_is_quiet(b->call->input))
		remark(NULL, "errors %zu, warnings %zu", b->n_of[LEVEL_ERROR],
		    b->n_of[LEVEL_WARNING]);
}

static void
merge_each(void *context, struct input_page *in)
{
	const struct back *b = context;
	struct merged *merged = merge_page(&b->merge, in->page);

	if (!b->call->writer && !merged->deleted)
		page_write(&in->out, merged->findings ? in->page : &merged->page);
	in->result = merged;
}

static void
merge_done(void *context, struct input_page *in)
{
	struct merged *merged = in->result;
	struct back *b = context;

	if (merged->path)
		merged->path->seen = true;
	keep_findings(b, merged->findings);
	merged_free(merged);
}

static void
write_page(struct buffer *out, const struct page *page)
{
	page_write(out, page);
}

/* Trees without a page's path are a site's. */
static void
write_trees(struct buffer *out, const struct page *page)
{
	nav_form("xml")->write(out, &(struct nav_group){ .page = page->path.n ? page : NULL,
					.regions = page->regions });
}

/* Print what rows say that no page has. */
static void
print_rest(struct back *b, void (*write)(struct buffer *out, const struct page *page))
{
	for (size_t i = 0; i < b->merge.names.n; i++) {
		struct buffer out = { 0 };
		struct merged *merged;

		if (b->merge.paths[i].seen)
			continue;
		merged = merge_new_page(&b->merge, &b->merge.paths[i]);
		keep_findings(b, merged->findings);
		if (!merged->findings && !b->call->writer)
			write(&out, &merged->page);
		output_last(&out);
		merged_free(merged);
	}
}

/* Where not all pages could be read, nobody knows which rows are of none. */
static void
merge_into(struct back *b, const char *pages)
{
	char *const operands[] = { (char *)pages, NULL };

	input_run(b->call->input, operands,
	    &(struct filter){
		.wants = WANT_ALL, .context = b, .each = merge_each, .done = merge_done });
	if (status_now() < STATUS_TROUBLE)
		print_rest(b, write_page);
}

static void
print_navigation(struct back *b)
{
	const struct nav_form *form = nav_form("xml");

	output_of(b->call->writer ? NULL : form->begin);
	print_rest(b, write_trees);
	output_of(b->call->writer ? NULL : form->end);
}

static void
merge_back(struct back *b)
{
	merge_start(&b->merge, &b->sheet, b->call->delete, !b->call->into);
	if (b->call->into)
		merge_into(b, b->call->into);
	else
		print_navigation(b);
	merge_free(&b->merge);
}

static void
take_place(void *context, struct input_page *in)
{
	(void)context;
	in->result = redirect_place_new(in->page);
}

static void
add_place(void *context, struct input_page *in)
{
	struct back *b = context;

	redirect_map_add(&b->redirects, in->result);
}

static void
redirects_back(struct back *b)
{
	char *const operands[] = { (char *)b->call->into, NULL };
	struct buffer out = { 0 };

	redirect_map_start(&b->redirects, &b->sheet);
	if (b->call->into)
		input_run(b->call->input, operands,
		    &(struct filter){ .context = b, .each = take_place, .done = add_place });
	redirect_map_finish(&b->redirects);
	if (!b->call->writer)
		redirect_map_write(&b->redirects, &out);
	output_last(&out);
	keep_findings(b, b->redirects.findings);
	redirect_map_free(&b->redirects);
}

static const struct way {
	const char *name;
	void (*run)(struct back *b);
} ways[] = {
	{ "pages", merge_back },
	{ "nav", merge_back },
	{ "redirects", redirects_back },
};

static const struct way *
way_of(const char *table)
{
	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
		if (strcmp(ways[i].name, table) == 0)
			return &ways[i];
	return NULL;
}

bool
table_back_knows(const char *table)
{
	return way_of(table) != NULL;
}

/* Load and read the table. Returns -1 after a line of trouble. */
static int
load_sheet(
    const struct table_back *call, const char *file, struct loader *loader, struct sheet *sheet)
{
	const struct table *table = strcmp(call->table, redirect_table.name) == 0
	                                ? &redirect_table
	                                : table_of(str_of(call->table));
	struct str bytes;

	loader->limit = INT32_MAX;
	if (load_operand(loader, file, &bytes))
		return -1;
	return sheet_read(table, file, bytes, call->form, sheet);
}

void
table_back_run(const struct table_back *call, const char *file)
{
	struct back b = { .call = call };
	struct loader loader = { .limit = 0 };

	if (load_sheet(call, file, &loader, &b.sheet) == 0) {
		output_of(call->writer ? call->writer->begin : NULL);
		way_of(call->table)->run(&b);
		say_findings(&b);
		output_of(call->writer ? call->writer->end : NULL);
	}
	sheet_free(&b.sheet);
	loader_free(&loader);
	arena_free(&b.arena);
	free(b.findings);
}
