/* link_sheets.c - the references of style sheets. */
#include "link_sheets.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "../site/style_sheet.h"

struct sheets {
	struct link_graph *graph;
	const struct link_wants *wants;
	const struct scraper *scraper;
	struct scraper_room room;
	uint32_t *names; /* of style sheets that nothing was known to lead to so far */
	size_t n, cap;
	uint64_t n_read;
};

static void
read_sheet(struct sheets *s, uint32_t number)
{
	const struct names *names = &s->scraper->resolver.save->names;
	struct link_page gathered = { 0 };
	struct page page;
	struct str file;

	if (style_sheet_read(s->scraper, &s->room, number, &file, &page) == -1)
		return;
	link_page_gather(
	    s->wants, s->graph->strings.seed, names, &s->room.arena, &page, &gathered);
	gathered.is_sheet = true;
	link_graph_add(s->graph, names, &gathered, file);
	arena_free(&gathered.arena);
	s->n_read++;
}

/* Read those that the graph knows of by now; false when there was none. */
static bool
read_known(struct sheets *s)
{
	const struct names *names = &s->scraper->resolver.save->names;
	uint64_t before = s->n_read;
	size_t left = 0;

	for (size_t i = 0; i < s->n; i++) {
		struct buffer path = { 0 };

		names_path(names, s->names[i], &path);
		if (link_graph_find(s->graph, DEST_SAVED, buffer_str(&path)) != LINK_NONE)
			read_sheet(s, s->names[i]);
		else
			s->names[left++] = s->names[i];
		buffer_free(&path);
	}
	s->n = left;
	return s->n_read > before;
}

static void
find_sheets(struct sheets *s)
{
	const struct names *names = &s->scraper->resolver.save->names;

	for (uint32_t i = 0; i < names->n; i++) {
		if (names_is(names, i, NAME_FOLDER | NAME_PAGE | NAME_OUTWARD) ||
		    !is_style_sheet(names_text(names, i)))
			continue;
		s->names = x_grow(s->names, &s->cap, s->n + 1, sizeof(*s->names));
		s->names[s->n++] = i;
	}
}

static uint64_t
count_unread(const struct link_graph *g)
{
	uint64_t n = 0;

	for (uint32_t i = 0; i < g->n_dests; i++)
		n += g->dests[i].flags & DEST_ANSWERED && is_style_sheet(link_graph_text(g, i));
	return n;
}

uint64_t
link_sheets_read(struct link_graph *g, const struct link_wants *wants,
    const struct scraper *scraper, uint64_t limit, uint64_t *n_unread)
{
	struct sheets s = { .graph = g, .wants = wants, .scraper = scraper };

	s.room.loader.limit = limit;
	find_sheets(&s);
	while (read_known(&s))
		;
	*n_unread = count_unread(g);
	*n_unread -= s.n_read < *n_unread ? s.n_read : *n_unread;
	scraper_room_free(&s.room);
	free(s.names);
	return s.n_read;
}
