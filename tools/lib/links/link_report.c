/* link_report.c - findings about references, grouped as people mend them. */
#include "link_report.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "link_scope.h"

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
write_finding(struct link_report *r, const struct link_verdict *v, struct link_place place,
    struct str text)
{
	const struct link_graph *g = r->judge->graph;
	struct finding f = { .level = v->level,
		.rule = link_rule_id(v->rule),
		.file = file_of(g, place.page),
		.at = place.at,
		.text = text };

	if (!str_eq(f.file, page_path(g, place.page)))
		f.page = page_path(g, place.page);
	findings_print(r->findings, &f);
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

/* A verdict in the order of findings, which is that of their first places. */
struct ordered {
	const struct link_verdict *verdict;
	const struct link_group *group;
	struct link_scope scope;
	uint32_t next; /* the next one to be reported together with it, or LINK_NONE */
	bool follows;  /* it is such a one itself */
};

/* What is reported as one finding: of a host that is wrong all over, each of its addresses, and
 * the like. */
struct together {
	const struct ordered *first; /* with a place that is left */
	uint32_t n_addresses;        /* that have one */
	struct remaining left;
	struct link_place *places; /* of several addresses */
	size_t n_places, cap_places;
};

static int
compare_places(const void *left, const void *right)
{
	const struct link_place *p = left, *q = right;

	if (p->page != q->page)
		return p->page < q->page ? -1 : 1;
	if (p->at.line != q->at.line)
		return p->at.line < q->at.line ? -1 : 1;
	return (p->at.column > q->at.column) - (p->at.column < q->at.column);
}

/* Take the places of a verdict that are left in; several: more of its kind go with them. */
static void
take_places(
    struct link_report *r, const struct ordered *o, bool several, struct together *together)
{
	const struct link_graph *g = r->judge->graph;
	struct place_walk walk = { .graph = g, .group = o->group };
	struct buffer target = { 0 };
	struct link_place place;
	bool ignored, taken = false;

	add_target(g, o->group, &target);
	ignored = is_ignored(r, buffer_str(&target));
	r->n_left_out += ignored;
	while (!ignored && next_place(&walk, &place)) {
		if (findings_know(r->findings, link_rule_id(o->verdict->rule),
			page_path(g, place.page), buffer_str(&target)))
			continue;
		if (r->all) {
			write_finding(r, o->verdict, place, o->verdict->text);
		} else if (several) {
			together->places = x_grow(together->places, &together->cap_places,
			    together->n_places + 1, sizeof(*together->places));
			together->places[together->n_places++] = place;
			taken = true;
		} else {
			add_remaining(&together->left, place);
			taken = true;
		}
	}
	if (taken && !together->first)
		together->first = o;
	together->n_addresses += taken;
	buffer_free(&target);
}

/* Append where else it is found. */
static void
add_others(struct buffer *text, const struct link_graph *g, const struct remaining *left)
{
	for (uint32_t i = 1; i < left->n_shown; i++) {
		struct str file = file_of(g, left->shown[i].page);

		buffer_printf(text, "%s%.*s", i > 1 ? " and " : "", (int)file.n, file.p);
		if (left->shown[i].at.line)
			buffer_printf(text, ":%" PRIu32 ":%" PRIu32, left->shown[i].at.line,
			    left->shown[i].at.column);
	}
}

/* One finding for all places that are left. */
static void
report_together(struct link_report *r, const struct together *together)
{
	const struct link_graph *g = r->judge->graph;
	const struct remaining *left = &together->left;
	struct buffer text = { 0 };

	buffer_add(&text, together->first->verdict->text);
	if (together->n_addresses > 1)
		link_scope_count(&text, &together->first->scope, together->n_addresses - 1);
	if (left->pages > 1) {
		buffer_add(&text, STR(" ("));
		if (together->n_addresses == 1)
			buffer_printf(&text, "on %" PRIu32 " pages, ", left->pages);
		buffer_add(&text, STR("also "));
		add_others(&text, g, left);
		buffer_char(&text, ')');
	}
	write_finding(r, together->first->verdict, left->shown[0], buffer_str(&text));
	buffer_free(&text);
}

static void
report(struct link_report *r, const struct ordered *order, uint32_t number)
{
	struct together together = { .first = NULL };
	bool several = order[number].next != LINK_NONE;

	for (; number != LINK_NONE; number = order[number].next)
		take_places(r, &order[number], several, &together);
	if (together.n_places)
		qsort(together.places, together.n_places, sizeof(*together.places),
		    compare_places);
	for (size_t i = 0; i < together.n_places; i++)
		add_remaining(&together.left, together.places[i]);
	free(together.places);
	if (!together.first)
		return;
	if (together.n_addresses == 1 && !r->findings->file)
		together.left.pages = together.first->group->pages;
	report_together(r, &together);
}

static int
compare(const void *left, const void *right)
{
	const struct ordered *a = left, *b = right;
	int places = compare_places(&a->group->first, &b->group->first);

	if (places)
		return places;
	if (a->verdict->rule != b->verdict->rule)
		return a->verdict->rule < b->verdict->rule ? -1 : 1;
	return str_cmp(a->verdict->text, b->verdict->text);
}

/* Chain what has a scope in common, and its fault. */
static void
chain_scopes(struct ordered *order, size_t n)
{
	uint32_t *last = x_calloc(n + 1, sizeof(*last)); /* in the order, by number of a key */
	struct buffer key = { 0 };
	struct strings keys;

	strings_init(&keys);
	for (uint32_t i = 0; i < n; i++) {
		const struct ordered *o = &order[i];
		size_t known = keys.n;
		uint32_t number;

		if (o->scope.kind == SCOPE_ADDRESS)
			continue;
		key.n = 0;
		buffer_char(&key, (char)('0' + o->verdict->rule));
		buffer_char(&key, (char)('0' + o->scope.kind));
		buffer_char(&key, o->group->rule == LINK_RULES ? 'a' : 'o'); /* or its own */
		buffer_add(&key, o->scope.text);
		number =
		    strings_add(&keys, buffer_str(&key), strings_hash(&keys, buffer_str(&key)));
		if (keys.n == known) {
			order[last[number]].next = i;
			order[i].follows = true;
		}
		last[number] = i;
	}
	strings_free(&keys);
	buffer_free(&key);
	free(last);
}

void
link_report_findings(struct link_report *r)
{
	const struct link_judge *j = r->judge;
	struct ordered *order = x_calloc(j->n_verdicts + 1, sizeof(*order));
	struct link_scopes scopes;

	link_scopes_init(&scopes, j);
	for (size_t i = 0; i < j->n_verdicts; i++)
		order[i] = (struct ordered){ .verdict = &j->verdicts[i],
			.group = &j->graph->groups[j->verdicts[i].group],
			.scope = link_scope_of(&scopes, &j->verdicts[i]),
			.next = LINK_NONE };
	if (j->n_verdicts)
		qsort(order, j->n_verdicts, sizeof(*order), compare);
	if (!r->all)
		chain_scopes(order, j->n_verdicts);
	findings_begin(r->findings);
	for (uint32_t i = 0; i < j->n_verdicts; i++)
		if (!order[i].follows)
			report(r, order, i);
	findings_end(r->findings);
	link_scopes_free(&scopes);
	free(order);
}
