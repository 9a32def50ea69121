/* link_sheets.c - the references of style sheets. */
#include "link_sheets.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "../page/style.h"
#include "../stream/sniff.h"
#include "address.h"

struct sheets {
	struct link_graph *graph;
	const struct link_wants *wants;
	const struct scraper *scraper;
	struct loader loader;
	struct arena arena;
	struct resolver_memory memory;
	bool *done; /* by number of the name */
	uint64_t n_read;
};

/* True for ".css", and for that behind which a saver keeps a query. */
static bool
is_sheet(struct str path)
{
	size_t query = str_find(path, STR(".css?"), 0), at = str_find(path, STR(".css@"), 0);

	return str_eq_nocase(name_extension(name_without_gz(path)), STR(".css")) ||
	       query < path.n || at < path.n;
}

/* A sheet as a page that has nothing but references. */
static struct page
make_page(struct arena *a, struct str path, struct str css)
{
	struct style_reader reader = { .css = css };
	struct position_finder where = { .text = css, .arena = a };
	struct page page = { .path = path };
	struct ref **end = &page.refs;
	struct str url;

	while (style_next(&reader, a, &url)) {
		struct ref *ref = *end = arena_zalloc(a, sizeof(*ref));

		ref->element = STR("style");
		ref->attribute = STR("text");
		ref->link.href = str_trim(url);
		ref->link.at = position_of(&where, (uint32_t)reader.url_from);
		end = &ref->next;
	}
	return page;
}

static void
read_sheet(struct sheets *s, uint32_t number, struct str path)
{
	const struct save *save = s->scraper->resolver.save;
	struct saver none = { .url = { 0 } };
	struct buffer file = { 0 };
	struct link_page gathered;
	struct page page;
	struct str css;

	arena_reset(&s->arena);
	save_open_path(save, number, &file);
	if (load_file(&s->loader, file.data, names_is(&save->names, number, NAME_LINK), &css) ==
	    0) {
		page = make_page(&s->arena, path, css);
		address_page(&s->arena, save, number, s->scraper->base, &none, &page);
		resolve_page(&s->scraper->resolver, &s->memory, &s->arena, number,
		    (struct str){ 0 }, &page);
		link_page_gather(
		    s->wants, s->graph->strings.seed, &save->names, &page, &gathered);
		gathered.is_sheet = true;
		link_graph_add(s->graph, &save->names, &gathered, buffer_str(&file));
		arena_free(&gathered.arena);
		s->n_read++;
	}
	buffer_free(&file);
}

/* Read those that the graph knows of by now; false when there was none. */
static bool
read_known(struct sheets *s)
{
	const struct names *names = &s->scraper->resolver.save->names;
	uint64_t before = s->n_read;

	for (uint32_t i = 0; i < names->n; i++) {
		struct buffer path = { 0 };

		if (s->done[i] || names_is(names, i, NAME_FOLDER | NAME_PAGE) ||
		    !is_sheet(names_text(names, i)))
			continue;
		names_path(names, i, &path);
		if (link_graph_find(s->graph, DEST_SAVED, buffer_str(&path)) != LINK_NONE) {
			s->done[i] = true;
			read_sheet(s, i, buffer_str(&path));
		}
		buffer_free(&path);
	}
	return s->n_read > before;
}

static uint64_t
count_unread(const struct link_graph *g)
{
	uint64_t n = 0;

	for (uint32_t i = 0; i < g->n_dests; i++)
		n += g->dests[i].flags & DEST_ANSWERED && is_sheet(link_graph_text(g, i));
	return n;
}

uint64_t
link_sheets_read(struct link_graph *g, const struct link_wants *wants,
    const struct scraper *scraper, uint64_t limit, uint64_t *n_unread)
{
	struct sheets s = { .graph = g, .wants = wants, .scraper = scraper };

	s.loader.limit = limit;
	s.done = x_calloc(scraper->resolver.save->names.n + 1, sizeof(*s.done));
	while (read_known(&s))
		;
	*n_unread = count_unread(g);
	*n_unread -= s.n_read < *n_unread ? s.n_read : *n_unread;
	loader_free(&s.loader);
	arena_free(&s.arena);
	resolver_memory_free(&s.memory);
	free(s.done);
	return s.n_read;
}
