/* link_near.c - what there is instead of a place or an anchor that is not. */
#include "link_near.h"

#include "../site/host.h"
#include "link_candidates.h"
#include "link_lookalikes.h"
#include "neighbours.h"

/* Names of more bytes than the first, and less than the second, have neighbours that may be
 * meant; so many are looked for in one run. */
enum { SHORTEST = 8, LONGEST = 128, MOST_SUGGESTED = 1000 };

/* The path that the site's own redirects know, from '/' on. */
static struct str
path_from_root(struct link_judge *j, uint32_t dest)
{
	struct str text = link_graph_text(j->graph, dest);

	switch ((enum dest_kind)j->graph->dests[dest].kind) {
	case DEST_ROOT: return text;
	case DEST_URL: return url_path(text);
	case DEST_SUBJECT: break;
	case DEST_SAVED:
		for (size_t i = 0; i < j->n_roots; i++)
			if (j->roots[i].n && str_starts(text, j->roots[i]))
				return str_part(text, j->roots[i].n - 1, text.n);
	}
	return (struct str){ 0 };
}

/* A path that is wanted, and the sum of the letters of its name. */
struct wanted_path {
	const struct lookalikes *lookalikes;
	uint64_t sum;
};

static bool
is_path(void *context, struct str path)
{
	const struct wanted_path *w = context;
	uint32_t number = lookalikes_find(w->lookalikes, path);

	return number != UINT32_MAX && !(number & LOOKALIKE_PAGE);
}

static bool
may_be_path(void *context, char less, char more)
{
	const struct wanted_path *w = context;

	return lookalikes_may_be(w->lookalikes, w->sum, less, more);
}

/* The path whose name differs from the wanted one by a slip of the pen, or an absent slice. */
static struct str
nearest_path(struct link_judge *j, uint32_t dest)
{
	struct link_candidates candidates = link_candidates_of(j, dest);
	struct str near = { 0 }, as;

	if (j->n_suggested++ >= MOST_SUGGESTED)
		return near;
	while (!near.p && (as = link_candidates_next(&candidates)).p) {
		struct wanted_path wanted = { &j->lookalikes, 0 };
		struct neighbourhood paths = { &wanted, is_path, may_be_path };
		struct buffer found = { 0 };
		size_t name = as.n;

		if (!lookalikes_sum(&j->lookalikes, as, &wanted.sum))
			paths.may_be = NULL;
		while (name > 0 && as.p[name - 1] != '/')
			name--;
		if (as.n - name > SHORTEST && as.n - name < LONGEST &&
		    neighbours_find(as, name, &paths, &found))
			near = link_lookalike_path(
			    j, lookalikes_find(&j->lookalikes, buffer_str(&found)), &as);
		buffer_free(&found);
	}
	return near;
}

struct anchor_context {
	const struct link_graph *graph;
	uint32_t page;
};

static bool
is_anchor(void *context, struct str name)
{
	const struct anchor_context *c = context;

	return link_graph_has_anchor(c->graph, c->page, name);
}

struct str
link_near_anchor(struct link_judge *j, uint32_t page, struct str fragment)
{
	struct anchor_context context = { j->graph, page };
	struct neighbourhood anchors = { &context, is_anchor, NULL };
	struct buffer found = { 0 };
	struct str near = { 0 };

	if (j->n_suggested++ < MOST_SUGGESTED && fragment.n > SHORTEST &&
	    fragment.n < LONGEST && neighbours_find(fragment, 0, &anchors, &found))
		near = arena_str(&j->arena, buffer_str(&found));
	buffer_free(&found);
	return near;
}

/* Whether the save has a path from its root. */
static bool
is_there(struct link_judge *j, struct str path)
{
	bool there = false;

	path = str_part(path, 1, str_find_char(path, '#', 0));
	path = str_part(path, 0, str_find_char(path, '?', 0));
	for (size_t i = 0; i < j->n_roots && !there; i++) {
		struct buffer form = { 0 };
		struct str as;

		buffer_add(&form, j->roots[i]);
		buffer_add(&form, path);
		as = buffer_str(&form);
		there = link_lookalike_find(j, &as) != UINT32_MAX;
		buffer_free(&form);
	}
	return there;
}

/* Go on from where a redirect leads. What is on another host is not looked up. */
static struct link_near
follow(struct link_judge *j, struct str to)
{
	struct link_near end = { NEAR_REDIRECT, to, 1 };

	while (str_starts(end.path, STR("/")) && !is_there(j, end.path)) {
		struct str next = redirects_find(&j->redirects, &j->arena, end.path);

		if (!next.p)
			end.how = NEAR_LOST;
		else if (++end.hops > MOST_HOPS)
			end.how = NEAR_CIRCLE;
		if (end.how != NEAR_REDIRECT)
			break;
		end.path = next;
	}
	return end;
}

struct link_near
link_near_place(struct link_judge *j, uint32_t dest)
{
	bool in_case, lacks_slash;
	struct str path = path_from_root(j, dest),
		   found = link_lookalike_of(j, dest, &in_case, &lacks_slash);

	if (found.p)
		return (struct link_near){ .how = NEAR_CASE, .path = found };
	found = path.p ? redirects_find(&j->redirects, &j->arena, path) : path;
	if (found.p)
		return follow(j, found);
	return (struct link_near){ .how = NEAR_NOTHING, .path = nearest_path(j, dest) };
}
