/* link_candidates.c - where in the save a place may lie. */
#include "link_candidates.h"

#include "../site/host.h"
#include "../stream/sniff.h"

/* Of a folder's index the URL may be the folder's. */
void
link_add_mapping(struct link_judge *j, struct str url, struct str path)
{
	size_t alike = 0, slash = 0;
	struct str name = path_name(path);
	bool is_folder = str_ends(url, STR("/")) && str_starts(name, STR("index."));

	url = url_rest(url);
	path.n -= is_folder ? name.n : 0;
	while (alike < url.n && alike < path.n &&
	       url.p[url.n - 1 - alike] == path.p[path.n - 1 - alike])
		if (url.p[url.n - 1 - alike++] == '/')
			slash = alike - 1;
	if (alike == path.n && alike < url.n && url.p[url.n - 1 - alike] == '/') /* all of it */
		slash = alike;
	url.n -= slash;
	path.n -= slash;
	if (!slash && !is_folder)
		return;
	for (size_t i = 0; i < j->n_mappings; i++)
		if (str_eq(j->mappings[i].url, url) && str_eq(j->mappings[i].path, path))
			return;
	if (j->n_mappings < MAPPINGS)
		j->mappings[j->n_mappings++] = (struct link_mapping){ arena_str(&j->arena, url),
			arena_str(&j->arena, path) };
}

/* A place as a URL would have it, whose '%' are to be decoded: of a path of the save, which was
 * decoded when it was looked up, only the query still is. */
static struct str
encoded(struct link_judge *j, uint32_t dest)
{
	struct str text = link_graph_text(j->graph, dest);
	size_t query = str_find_char(text, '?', 0);
	struct buffer path = { 0 };

	if (j->graph->dests[dest].kind == DEST_URL || str_find_char(text, '%', 0) >= query)
		return text;
	for (size_t i = 0; i < text.n; i++)
		buffer_add(&path,
		    text.p[i] == '%' && i < query ? STR("%25") : str_part(text, i, i + 1));
	text = arena_str(&j->arena, buffer_str(&path));
	buffer_free(&path);
	return text;
}

struct link_candidates
link_candidates_of(struct link_judge *j, uint32_t dest)
{
	return (struct link_candidates){
		.judge = j,
		.kind = j->graph->dests[dest].kind,
		.text = encoded(j, dest),
	};
}

static struct str
join(struct link_judge *j, struct str start, struct str rest)
{
	char *path = arena_alloc(&j->arena, start.n + rest.n);

	memcpy(path, start.p, start.n);
	memcpy(path + start.n, rest.p, rest.n);
	return (struct str){ path, start.n + rest.n };
}

struct str
link_candidates_next(struct link_candidates *c)
{
	struct link_judge *j = c->judge;
	struct str rest = url_rest(c->text);
	size_t n = c->n++;

	if (c->kind == DEST_ROOT && n < j->n_roots)
		return join(j, j->roots[n], str_part(c->text, 1, c->text.n));
	if (c->kind == DEST_ROOT)
		return (struct str){ 0 };
	if (n == 0)
		return c->text;
	for (; c->kind == DEST_URL && n <= j->n_mappings; n = c->n++) {
		const struct link_mapping *m = &j->mappings[n - 1];

		if (str_starts(rest, m->url))
			return join(j, m->path, str_part(rest, m->url.n, rest.n));
	}
	return (struct str){ 0 };
}
