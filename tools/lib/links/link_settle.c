/* link_settle.c - places that the names of the save alone did not find. */
#include "link_settle.h"

#include "../base/memory.h"
#include "link_candidates.h"
#include "link_hosts.h"
#include "link_lookalikes.h"
#include "link_saver.h"

/* The folder that holds all pages, where no save told the roots. */
static void
guess_root(struct link_judge *j)
{
	struct str common = { 0 };

	if (j->n_roots || j->graph->n_pages < 2)
		return;
	for (size_t i = 0; i < j->graph->n_pages; i++) {
		struct str path = link_graph_text(j->graph, j->graph->pages[i].dest);
		size_t n = 0;

		if (i == 0)
			common = path;
		while (n < common.n && n < path.n && common.p[n] == path.p[n])
			n++;
		common.n = n;
	}
	while (common.n && common.p[common.n - 1] != '/')
		common.n--;
	j->roots = x_grow(j->roots, &j->cap_roots, 1, sizeof(*j->roots));
	j->roots[j->n_roots++] = arena_str(&j->arena, common);
	j->roots_guessed = true;
}

/* Let the place of that address know the page, unless another is there. */
static void
claim(struct link_graph *g, struct str url, uint32_t page)
{
	uint32_t dest = link_graph_find(g, DEST_URL, url);

	if (dest != LINK_NONE && g->dests[dest].page == LINK_NONE)
		g->dests[dest].page = page;
}

/* The address of a page, and the same with the other of http and https, and with or without the
 * name of a folder's index. */
static void
claim_forms(struct link_judge *j, struct str url, uint32_t page)
{
	static const struct str ends[] = { { "index.html", 10 }, { "index.htm", 9 },
		{ "index.php", 9 } };
	bool https = str_starts(url, STR("https:"));
	struct str rest = str_part(url, https ? 5 : 4, url.n);

	if (!str_starts(url, STR("http")))
		return;
	for (int i = 0; i < 2; i++) {
		struct buffer form = { 0 };
		size_t bare;

		buffer_add(&form, (i == 0) == https ? STR("https") : STR("http"));
		buffer_add(&form, rest);
		claim(j->graph, buffer_str(&form), page);
		bare = form.n;
		for (size_t k = 0; k < sizeof(ends) / sizeof(ends[0]); k++) {
			if (str_ends(rest, STR("/"))) {
				buffer_add(&form, ends[k]);
				claim(j->graph, buffer_str(&form), page);
				form.n = bare;
			} else if (str_ends(rest, ends[k])) {
				claim(j->graph,
				    str_part(buffer_str(&form), 0, bare - ends[k].n), page);
			}
		}
		buffer_free(&form);
	}
}

static bool
is_unanswered(const struct link_judge *j, uint32_t dest)
{
	const struct link_dest *d = &j->graph->dests[dest];

	return d->page == LINK_NONE && !(d->flags & DEST_ANSWERED) && d->kind != DEST_SUBJECT &&
	       (d->flags & DEST_ABSENT || (d->kind == DEST_URL && !link_is_external(j, dest)));
}

/* Answer places that are there, written in another way than letter case. */
static void
answer_lookalikes(struct link_judge *j)
{
	struct link_graph *g = j->graph;

	for (uint32_t i = 0; i < g->n_dests; i++) {
		struct str path = { 0 };
		bool in_case, lacks_slash;
		uint32_t found;

		if (is_unanswered(j, i))
			path = link_lookalike_of(j, i, &in_case, &lacks_slash);
		if (!path.p || in_case)
			continue;
		found = link_graph_find(g, DEST_SAVED, path);
		if (found != LINK_NONE)
			g->dests[i].page = g->dests[found].page;
		g->dests[i].flags |= DEST_ANSWERED | (lacks_slash ? DEST_LACKS_SLASH : 0);
	}
}

void
link_settle(struct link_judge *j)
{
	struct link_graph *g = j->graph;

	link_saver_find(j);
	guess_root(j);
	link_hosts_find(j);
	for (uint32_t i = 0; i < g->n_pages; i++) {
		struct str url;

		if (g->pages[i].url == LINK_NONE)
			continue;
		url = strings_text(&g->strings, g->pages[i].url);
		claim_forms(j, url, i);
		link_add_mapping(j, url, link_graph_text(g, g->pages[i].dest));
	}
	for (uint32_t i = 0; i < g->n_dests && !j->lookalikes.n_slots; i++)
		if (is_unanswered(j, i))
			link_lookalikes_index(j);
	answer_lookalikes(j);
}
