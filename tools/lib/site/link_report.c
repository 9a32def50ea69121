/* link_report.c - findings about references, grouped as people mend them. */
#include "link_report.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/memory.h"

enum { PLACES_SHOWN = 3 };

/* Goes through the places of a group. */
struct place_walk {
	const struct link_graph *graph;
	const struct link_group *group;
	uint32_t next; /* in graph.more */
	bool started;
};

static bool
next_place(struct place_walk *w, struct link_place *place)
{
	if (!w->started) {
		w->started = true;
		w->next = w->group->more;
		*place = w->group->first;
		return true;
	}
	if (w->next == LINK_NONE)
		return false;
	*place = w->graph->more[w->next].place;
	w->next = w->graph->more[w->next].next;
	return true;
}

static struct str
page_path(const struct link_graph *g, uint32_t page)
{
	return link_graph_text(g, g->pages[page].dest);
}

/* What a user opens to see a place. */
static struct str
file_of(const struct link_graph *g, uint32_t page)
{
	uint32_t file = g->pages[page].file;

	return file == LINK_NONE ? page_path(g, page) : strings_text(&g->strings, file);
}

/* What a group leads to, as baselines and ignore patterns know it. */
static void
add_target(const struct link_graph *g, const struct link_group *group, struct buffer *out)
{
	buffer_add(out, link_graph_text(g, group->dest));
	if (group->fragment != LINK_NONE) {
		buffer_char(out, '#');
		buffer_add(out, strings_text(&g->strings, group->fragment));
	}
}

static void
print(struct buffer *out)
{
	fwrite(buffer_str(out).p, 1, out->n, stdout);
	out->n = 0;
}

static void
write_finding(struct link_report *r, const struct link_verdict *v, struct link_place place,
    struct str text)
{
	const struct link_graph *g = r->judge->graph;
	struct finding f = { .level = v->level,
		.rule = link_rule_id(v->rule),
		.file = file_of(g, place.page),
		.at = place.at,
		.text = text };
	struct buffer out = { 0 };

	if (!str_eq(f.file, page_path(g, place.page)))
		f.page = page_path(g, place.page);
	r->n_found[v->level]++;
	r->writer->write(&out, &f);
	print(&out);
	buffer_free(&out);
}

static bool
is_ignored(const struct link_report *r, struct str target)
{
	for (size_t i = 0; i < r->n_ignored; i++)
		if (pattern_match(r->ignored[i], target))
			return true;
	return false;
}

/* Places of a group that are to be reported: the first ones, and on how many pages they are. */
struct remaining {
	struct link_place shown[PLACES_SHOWN];
	uint32_t n_shown, pages, last_page;
};

static void
add_remaining(struct remaining *left, struct link_place place)
{
	bool new_page = left->pages == 0 || place.page != left->last_page;

	if (new_page && left->n_shown < PLACES_SHOWN)
		left->shown[left->n_shown++] = place;
	left->pages += new_page;
	left->last_page = place.page;
}

static bool
is_known(struct link_report *r, const struct link_verdict *v, struct link_place place,
    struct str target)
{
	struct str rule = str_of(link_rule_id(v->rule)),
		   source = page_path(r->judge->graph, place.page);

	if (!r->baseline->file)
		return false;
	if (baseline_knows(r->baseline, rule, source, target))
		return true;
	if (r->grow)
		baseline_add(r->baseline, rule, source, target);
	return r->grow;
}

/* One finding for all places that are left. */
static void
report_together(
    struct link_report *r, const struct link_verdict *v, const struct remaining *left)
{
	const struct link_graph *g = r->judge->graph;
	struct buffer text = { 0 };

	buffer_add(&text, v->text);
	if (left->pages > 1) {
		buffer_printf(&text, " (on %" PRIu32 " pages, also ", left->pages);
		for (uint32_t i = 1; i < left->n_shown; i++) {
			struct str file = file_of(g, left->shown[i].page);

			buffer_printf(
			    &text, "%s%.*s", i > 1 ? " and " : "", (int)file.n, file.p);
			if (left->shown[i].at.line)
				buffer_printf(&text, ":%" PRIu32 ":%" PRIu32,
				    left->shown[i].at.line, left->shown[i].at.column);
		}
		buffer_char(&text, ')');
	}
	write_finding(r, v, left->shown[0], buffer_str(&text));
	buffer_free(&text);
}

static void
report(struct link_report *r, const struct link_verdict *v)
{
	const struct link_graph *g = r->judge->graph;
	const struct link_group *group = &g->groups[v->group];
	struct place_walk walk = { .graph = g, .group = group };
	struct remaining left = { .n_shown = 0 };
	struct buffer target = { 0 };
	struct link_place place;
	bool ignored;

	add_target(g, group, &target);
	ignored = is_ignored(r, buffer_str(&target));
	r->n_left_out += ignored;
	while (!ignored && next_place(&walk, &place)) {
		if (is_known(r, v, place, buffer_str(&target)))
			r->n_known++;
		else if (r->all)
			write_finding(r, v, place, v->text);
		else
			add_remaining(&left, place);
	}
	if (left.pages && !r->baseline->file)
		left.pages = group->pages;
	if (left.pages)
		report_together(r, v, &left);
	buffer_free(&target);
}

/* The order of findings: of their first places, then of rules and targets. */
struct order {
	const struct link_verdict *verdict;
	const struct link_group *group;
};

static int
compare(const void *left, const void *right)
{
	const struct order *a = left, *b = right;
	const struct link_place *p = &a->group->first, *q = &b->group->first;

	if (p->page != q->page)
		return p->page < q->page ? -1 : 1;
	if (p->at.line != q->at.line)
		return p->at.line < q->at.line ? -1 : 1;
	if (p->at.column != q->at.column)
		return p->at.column < q->at.column ? -1 : 1;
	if (a->verdict->rule != b->verdict->rule)
		return a->verdict->rule < b->verdict->rule ? -1 : 1;
	return str_cmp(a->verdict->text, b->verdict->text);
}

static void
report_gone(struct link_report *r)
{
	const struct baseline *b = r->baseline;
	int level = r->judge->levels.of[BASELINE_GONE];

	for (uint32_t i = 0; level != LEVEL_OFF && i < b->n_read; i++) {
		struct str entry = strings_text(&b->entries, i);
		struct finding f = { .level = (enum level)level,
			.rule = link_rule_id(BASELINE_GONE),
			.file = str_of(b->file),
			.at = { b->lines[i], 1 } };
		struct buffer text = { 0 }, out = { 0 };

		if (!b->met[i]) {
			buffer_printf(&text, "no longer occurs: '%.*s'", (int)entry.n, entry.p);
			f.text = buffer_str(&text);
			r->n_found[level]++;
			r->writer->write(&out, &f);
			print(&out);
		}
		buffer_free(&text);
		buffer_free(&out);
	}
}

static void
print_around(void (*write)(struct buffer *out))
{
	struct buffer out = { 0 };

	if (write)
		write(&out);
	print(&out);
	buffer_free(&out);
}

void
link_report_findings(struct link_report *r)
{
	const struct link_judge *j = r->judge;
	struct order *order = x_calloc(j->n_verdicts + 1, sizeof(*order));

	for (size_t i = 0; i < j->n_verdicts; i++)
		order[i] =
		    (struct order){ &j->verdicts[i], &j->graph->groups[j->verdicts[i].group] };
	if (j->n_verdicts)
		qsort(order, j->n_verdicts, sizeof(*order), compare);
	print_around(r->writer->begin);
	for (size_t i = 0; i < j->n_verdicts; i++)
		report(r, order[i].verdict);
	if (r->baseline->file)
		report_gone(r);
	print_around(r->writer->end);
	free(order);
}
