/* link_depth.c - how pages hang together. */
#include "link_depth.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "../site/host.h"
#include "../stream/sniff.h"

enum { SMALLEST_MENU = 2, FEWEST_PAGES = 5 };

static bool
is_index(struct str path)
{
	struct str name = path_name(path);

	return str_starts(name, STR("index.")) || str_starts(name, STR("default."));
}

/* The pages of hosts' roots are homes; without any, the indexes with the fewest folders above.
 */
static void
find_homes(const struct link_graph *g, struct link_depth *d)
{
	size_t least = SIZE_MAX;

	for (uint32_t i = 0; i < g->n_pages; i++) {
		struct str path = link_graph_text(g, g->pages[i].dest);
		size_t n = str_count_char(path, '/');

		if (g->pages[i].url != LINK_NONE &&
		    str_eq(url_path(strings_text(&g->strings, g->pages[i].url)), STR("/")))
			d->pages[i].is_home = d->has_home = true;
		if (g->pages[i].is_page && is_index(path) && n < least)
			least = n;
	}
	for (uint32_t i = 0; i < g->n_pages && !d->has_home && least < SIZE_MAX; i++) {
		struct str path = link_graph_text(g, g->pages[i].dest);

		d->pages[i].is_home =
		    g->pages[i].is_page && is_index(path) && str_count_char(path, '/') == least;
	}
	d->has_home = d->has_home || least < SIZE_MAX;
}

/* Go through the pages that a page leads to; true with the next one in *to. */
static bool
next_page(const struct link_graph *g, uint32_t from, size_t *at, uint32_t *dest, uint32_t *to)
{
	while (link_graph_way(g, from, at, dest)) {
		*to = g->dests[*dest].page;
		if (*to != LINK_NONE && *to != from)
			return true;
	}
	return false;
}

static void
count_ways(const struct link_graph *g, struct link_depth *d)
{
	for (uint32_t i = 0; i < g->n_pages; i++) {
		size_t at = g->pages[i].first_way;
		uint32_t dest = 0, to;

		while (next_page(g, i, &at, &dest, &to)) {
			d->pages[i].out++;
			d->pages[to].in++;
		}
	}
}

/* Walk from the pages in the queue, breadth first. With clicks, note how far each one is. */
static void
walk(const struct link_graph *g, struct link_depth *d, uint32_t *queue, size_t n, bool clicks)
{
	for (size_t first = 0; first < n; first++) {
		uint32_t from = queue[first], dest = 0, to;
		size_t at = g->pages[from].first_way;

		while (next_page(g, from, &at, &dest, &to)) {
			struct page_depth *page = &d->pages[to];

			if (clicks ? page->clicks != DEPTH_NONE : page->reached)
				continue;
			if (clicks)
				page->clicks = d->pages[from].clicks + 1;
			page->reached = true;
			queue[n++] = to;
		}
	}
}

/* Pages that at least half of all others lead to are the site's menu. */
static bool
is_in_menu(const struct link_graph *g, const struct page_depth *page)
{
	return g->n_pages >= FEWEST_PAGES && page->in * 2 >= g->n_pages;
}

void
link_depth_measure(const struct link_judge *j, struct link_depth *d)
{
	const struct link_graph *g = j->graph;
	uint32_t *queue = x_calloc(g->n_pages + 1, sizeof(*queue));
	size_t n = 0, in_menu = 0;

	*d = (struct link_depth){ .pages = x_calloc(g->n_pages + 1, sizeof(*d->pages)) };
	find_homes(g, d);
	count_ways(g, d);
	for (uint32_t i = 0; i < g->n_pages; i++) {
		d->pages[i].clicks = d->pages[i].is_home ? 0 : DEPTH_NONE;
		d->pages[i].reached = d->pages[i].is_home;
		if (d->pages[i].is_home)
			queue[n++] = i;
	}
	walk(g, d, queue, n, true);
	n = 0;
	for (uint32_t i = 0; i < g->n_pages; i++) {
		in_menu += is_in_menu(g, &d->pages[i]);
		if (!is_in_menu(g, &d->pages[i]) || d->pages[i].reached)
			continue;
		d->pages[i].reached = true;
		queue[n++] = i;
	}
	d->has_menu = in_menu >= SMALLEST_MENU;
	walk(g, d, queue, n, false);
	free(queue);
}

void
link_depth_free(struct link_depth *d)
{
	free(d->pages);
	*d = (struct link_depth){ 0 };
}

/* Pages that a server shows by itself, that send visitors on, or are copies by their own word.
 */
static bool
stands_alone(const struct link_graph *g, uint32_t page, const struct page_depth *d)
{
	struct str name = path_name(link_graph_text(g, g->pages[page].dest));

	return d->is_home || g->pages[page].is_error || g->pages[page].is_copy ||
	       g->pages[page].redirect != LINK_NONE || str_starts(name, STR("404."));
}

/* Note a fault of a page as such. Its path is asked for each time: to note one may move it. */
static void
note(struct link_graph *g, enum link_rule rule, uint32_t page)
{
	link_graph_fault(g, rule, link_graph_text(g, g->pages[page].dest),
	    (struct link_place){ page, { 0 } });
}

void
link_depth_report(const struct link_judge *j, const struct link_depth *d)
{
	struct link_graph *g = j->graph;

	if (j->saver == SAVER_PAGES || g->n_pages < 2)
		return;
	for (uint32_t i = 0; i < g->n_pages; i++) {
		const struct page_depth *page = &d->pages[i];

		if (!g->pages[i].is_page || g->dests[g->pages[i].dest].page != i)
			continue;
		if (!stands_alone(g, i, page) && page->in == 0)
			note(g, PAGE_ORPHAN, i);
		else if (!stands_alone(g, i, page) && d->has_home && d->has_menu &&
			 !page->reached)
			note(g, PAGE_UNREACHABLE, i);
		if (page->out == 0 && !g->pages[i].is_error &&
		    g->pages[i].redirect == LINK_NONE)
			note(g, PAGE_DEADEND, i);
	}
}
