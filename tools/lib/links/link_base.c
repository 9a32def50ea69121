/* link_base.c - which URL the root of a save seems to have, where no page says. */
#include "link_base.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "../site/host.h"

enum { FEWEST = 3, DEEPEST = 2 }; /* URLs, and folders of the web above the root of the save */

struct count {
	uint32_t here, all;
};

struct folders {
	struct strings urls; /* of folders, with the slash at the end */
	struct count *counts;
	size_t cap;
};

/* Is there a page of that path below a root of the save? */
static bool
has_page(const struct link_judge *j, struct str path)
{
	struct buffer sought = { 0 };
	size_t i = 0;
	bool found = false;

	do {
		uint32_t dest;

		sought.n = 0;
		if (j->n_roots)
			buffer_add(&sought, j->roots[i]);
		buffer_add(&sought, path);
		if (!path.n || str_ends(path, STR("/")))
			buffer_add(&sought, STR("index.html"));
		dest = link_graph_find(j->graph, DEST_SAVED, buffer_str(&sought));
		found = dest != LINK_NONE && j->graph->dests[dest].page != LINK_NONE;
	} while (!found && ++i < j->n_roots);
	buffer_free(&sought);
	return found;
}

static void
count_folder(struct folders *f, struct str folder, bool here)
{
	uint32_t number = strings_add(&f->urls, folder, strings_hash(&f->urls, folder));
	size_t before = f->cap;

	f->counts = x_grow(f->counts, &f->cap, number + 1, sizeof(*f->counts));
	memset(f->counts + before, 0, (f->cap - before) * sizeof(*f->counts));
	f->counts[number].all++;
	f->counts[number].here += here;
}

/* Count a URL for its host and for the first folders of its path: each may be the root. */
static void
count_url(const struct link_judge *j, struct folders *f, struct str url)
{
	size_t end = str_find_char(url, '?', 0);
	size_t root = url.n - url_path(url).n;

	for (int depth = 0; depth <= DEEPEST && root < end; depth++) {
		root = str_find_char(url, '/', root) + 1;
		if (root > end)
			break;
		count_folder(f, str_part(url, 0, root), has_page(j, str_part(url, root, end)));
	}
}

struct link_base
link_base_guess(struct link_judge *j)
{
	const struct link_graph *g = j->graph;
	struct link_base best = { 0 };
	struct folders f = { 0 };

	if (j->hosts.n)
		return best;
	strings_init(&f.urls);
	for (uint32_t i = 0; i < g->n_dests; i++)
		if (g->dests[i].kind == DEST_URL)
			count_url(j, &f, strings_text(&g->strings, i));
	for (uint32_t i = 0; i < f.urls.n; i++)
		if (f.counts[i].here >= FEWEST && f.counts[i].here * 2 >= f.counts[i].all &&
		    f.counts[i].here > best.here)
			best = (struct link_base){ strings_text(&f.urls, i), f.counts[i].here,
				f.counts[i].all };
	if (best.url.p)
		best.url = arena_str(&j->arena, best.url);
	strings_free(&f.urls);
	free(f.counts);
	return best;
}
