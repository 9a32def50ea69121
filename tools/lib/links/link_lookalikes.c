/* link_lookalikes.c - what is there that looks like a place. */
#include "link_lookalikes.h"

#include "link_candidates.h"

uint32_t
link_lookalike_find(struct link_judge *j, struct str *as)
{
	static const struct str ends[] = { { "", 0 }, { ".html", 5 }, { "/index.html", 11 },
		{ "index.html", 10 } };
	struct str path = *as;

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		struct buffer form = { 0 };
		uint32_t found;

		if (i == 3 && path.n && !str_ends(path, STR("/")))
			break;
		buffer_add(&form, path);
		buffer_add(&form, ends[i]);
		found = lookalikes_find(&j->lookalikes, buffer_str(&form));
		if (found != UINT32_MAX)
			*as = arena_str(&j->arena, buffer_str(&form));
		buffer_free(&form);
		if (found != UINT32_MAX)
			return found;
	}
	return UINT32_MAX;
}

void
link_lookalikes_index(struct link_judge *j)
{
	const struct link_graph *g = j->graph;
	struct path_printer printer = { 0 };

	lookalikes_init(&j->lookalikes, (j->names ? j->names->n : g->n_dests) + g->n_pages);
	for (uint32_t i = 0; j->names && i < j->names->n; i++) {
		if (names_is(j->names, i, NAME_FOLDER))
			continue;
		lookalikes_add(&j->lookalikes, path_print(&printer, j->names, i), i);
	}
	for (uint32_t i = 0; i < g->n_pages; i++)
		if (g->pages[i].url != LINK_NONE)
			lookalikes_add(&j->lookalikes,
			    strings_text(&g->strings, g->pages[i].url), i | LOOKALIKE_PAGE);
	for (uint32_t i = 0; !j->names && i < g->n_dests; i++)
		if (g->dests[i].kind == DEST_SAVED &&
		    (g->dests[i].flags & DEST_ANSWERED || g->dests[i].page != LINK_NONE))
			lookalikes_add(&j->lookalikes, link_graph_text(g, i), i);
	buffer_free(&printer.path);
}

struct str
link_lookalike_path(struct link_judge *j, uint32_t number, struct str *as_written)
{
	const struct link_graph *g = j->graph;
	struct buffer path = { 0 };
	struct str text;

	if (number & LOOKALIKE_PAGE) {
		*as_written = strings_text(&g->strings, g->pages[number & ~LOOKALIKE_PAGE].url);
		return link_graph_text(g, g->pages[number & ~LOOKALIKE_PAGE].dest);
	}
	if (j->names) {
		names_path(j->names, number, &path);
		text = arena_str(&j->arena, buffer_str(&path));
		buffer_free(&path);
	} else {
		text = link_graph_text(g, number);
	}
	*as_written = text;
	return text;
}

struct str
link_lookalike_of(struct link_judge *j, uint32_t dest, bool *in_case, bool *lacks_slash)
{
	struct link_candidates candidates = link_candidates_of(j, dest);
	struct str as, text = link_graph_text(j->graph, dest), path, as_written;

	while ((as = link_candidates_next(&candidates)).p) {
		uint32_t found = link_lookalike_find(j, &as);

		if (found == UINT32_MAX)
			continue;
		path = link_lookalike_path(j, found, &as_written);
		*in_case = differs_in_case(as, as_written);
		*lacks_slash = str_ends(as, STR("/index.html")) && !str_ends(text, STR("/")) &&
		               !str_ends(text, STR("/index.html"));
		return path;
	}
	return as;
}
