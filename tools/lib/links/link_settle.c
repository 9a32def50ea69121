/* link_settle.c - places that the names of the save alone did not find. */
#include "link_settle.h"

#include "../base/memory.h"
#include "../site/host.h"
#include "../stream/sniff.h"
#include "link_saver.h"
#include "neighbours.h"

/* Numbers of lookalikes that stand for a page by its URL have this bit, others for a path. */
#define OF_PAGE 0x80000000u

/* Names of more bytes than the first, and less than the second, have neighbours that may be
 * meant; so many are looked for in one run. */
enum { SHORTEST = 8, LONGEST = 128, MOST_SUGGESTED = 1000 };

static void
add_host(struct strings *hosts, struct str authority)
{
	if (authority.p)
		strings_add(hosts, authority, strings_hash(hosts, authority));
}

static bool
has_host(const struct strings *hosts, struct str authority)
{
	return strings_find(hosts, authority, strings_hash(hosts, authority)) != STRING_NONE;
}

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

/* A host, with its scheme, and what is known of it. */
struct known_host {
	struct str start; /* of URLs: "https://host" */
	uint8_t flags;
};

/* Note of whom a URL is. Many in a row are of the same host. */
static void
note_host(struct link_judge *j, uint32_t dest, struct known_host *last)
{
	struct str url = strings_text(&j->graph->strings, dest), host = url_authority(url),
		   start = str_part(url, 0, (size_t)(host.p - url.p) + host.n);

	if (!last->start.p || !str_eq(start, last->start)) {
		*last =
		    (struct known_host){ start, has_host(&j->hosts, host) ? 0 : DEST_FOREIGN };
		last->flags |= host_is_private(host) ? DEST_PRIVATE : 0;
		if (str_starts(url, STR("https:")))
			add_host(&j->https_hosts, host);
	}
	j->graph->dests[dest].flags |= last->flags;
}

/* The hosts of the pages, and those that something links to by https. */
static void
find_hosts(struct link_judge *j)
{
	struct link_graph *g = j->graph;
	struct known_host last = { 0 };

	strings_init(&j->hosts);
	strings_init(&j->https_hosts);
	for (uint32_t i = 0; i < g->n_pages; i++) {
		j->has_base = j->has_base || g->pages[i].url_from == URL_BASE;
		if (g->pages[i].url != LINK_NONE)
			add_host(&j->hosts,
			    url_authority(strings_text(&g->strings, g->pages[i].url)));
	}
	for (uint32_t i = 0; i < g->n_dests; i++)
		if (g->dests[i].kind == DEST_URL)
			note_host(j, i, &last);
}

/* Note how a page's URL and path begin before they go on alike: where else URLs lie then. Of a
 * folder's index the URL may be the folder's. */
static void
add_mapping(struct link_judge *j, struct str url, struct str path)
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

/* Where a place may lie in the save: number n from 0 on; absent after the last. A URL may also
 * be that of a page. */
static struct str
candidate(struct link_judge *j, uint32_t dest, size_t n)
{
	const struct link_dest *d = &j->graph->dests[dest];
	struct str text = encoded(j, dest), rest = url_rest(text), made;
	struct buffer path = { 0 };

	if (d->kind == DEST_ROOT && n < j->n_roots) {
		buffer_add(&path, j->roots[n]);
		buffer_add(&path, str_part(text, 1, text.n));
	} else if (n == 0 && d->kind != DEST_ROOT) {
		return text;
	} else if (d->kind == DEST_URL && n <= j->n_mappings) {
		const struct link_mapping *m = &j->mappings[n - 1];

		if (!str_starts(rest, m->url))
			return candidate(j, dest, n + 1);
		buffer_add(&path, m->path);
		buffer_add(&path, str_part(rest, m->url.n, rest.n));
	} else {
		return (struct str){ 0 };
	}
	made = arena_str(&j->arena, buffer_str(&path));
	buffer_free(&path);
	return made;
}

/* Number of the path that looks like another, or like it with what a server or saver adds to
 * it, which *as then has too. */
static uint32_t
find_form(struct link_judge *j, struct str *as)
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

/* The paths that are there: the names of the save, or what page lines told. */
static void
index_lookalikes(struct link_judge *j)
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
			    strings_text(&g->strings, g->pages[i].url), i | OF_PAGE);
	for (uint32_t i = 0; !j->names && i < g->n_dests; i++)
		if (g->dests[i].kind == DEST_SAVED &&
		    (g->dests[i].flags & DEST_ANSWERED || g->dests[i].page != LINK_NONE))
			lookalikes_add(&j->lookalikes, link_graph_text(g, i), i);
	buffer_free(&printer.path);
}

/* The path of a number that the lookalikes gave, and in *as_written what looked alike. */
static struct str
path_of(struct link_judge *j, uint32_t number, struct str *as_written)
{
	const struct link_graph *g = j->graph;
	struct buffer path = { 0 };
	struct str text;

	if (number & OF_PAGE) {
		*as_written = strings_text(&g->strings, g->pages[number & ~OF_PAGE].url);
		return link_graph_text(g, g->pages[number & ~OF_PAGE].dest);
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

static bool
is_unanswered(const struct link_judge *j, uint32_t dest)
{
	const struct link_dest *d = &j->graph->dests[dest];

	return d->page == LINK_NONE && !(d->flags & DEST_ANSWERED) && d->kind != DEST_SUBJECT &&
	       (d->flags & DEST_ABSENT || (d->kind == DEST_URL && !link_is_external(j, dest)));
}

/* The path of what looks like an unanswered place; absent where nothing does. *in_case: it
 * differs in letter case. */
static struct str
lookalike_of(struct link_judge *j, uint32_t dest, bool *in_case, bool *lacks_slash)
{
	struct str as, text = link_graph_text(j->graph, dest), path, as_written;

	for (size_t n = 0;; n++) {
		uint32_t found;

		as = candidate(j, dest, n);
		if (!as.p)
			return as;
		found = find_form(j, &as);
		if (found == UINT32_MAX)
			continue;
		path = path_of(j, found, &as_written);
		*in_case = differs_in_case(as, as_written);
		*lacks_slash = str_ends(as, STR("/index.html")) && !str_ends(text, STR("/")) &&
		               !str_ends(text, STR("/index.html"));
		return path;
	}
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
			path = lookalike_of(j, i, &in_case, &lacks_slash);
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
	find_hosts(j);
	for (uint32_t i = 0; i < g->n_pages; i++) {
		struct str url;

		if (g->pages[i].url == LINK_NONE)
			continue;
		url = strings_text(&g->strings, g->pages[i].url);
		claim_forms(j, url, i);
		add_mapping(j, url, link_graph_text(g, g->pages[i].dest));
	}
	for (uint32_t i = 0; i < g->n_dests && !j->lookalikes.n_slots; i++)
		if (is_unanswered(j, i))
			index_lookalikes(j);
	answer_lookalikes(j);
}

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

	return number != UINT32_MAX && !(number & OF_PAGE);
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
	struct str near = { 0 }, as;

	if (j->n_suggested++ >= MOST_SUGGESTED)
		return near;
	for (size_t n = 0; !near.p && (as = candidate(j, dest, n)).p; n++) {
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
			near = path_of(
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
link_settle_fragment(struct link_judge *j, uint32_t page, struct str fragment)
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
		there = find_form(j, &as) != UINT32_MAX;
		buffer_free(&form);
	}
	return there;
}

/* Go on from where a redirect leads. What is on another host is not looked up. */
static struct settled
follow(struct link_judge *j, struct str to)
{
	struct settled end = { SETTLED_REDIRECT, to, 1 };

	while (str_starts(end.path, STR("/")) && !is_there(j, end.path)) {
		struct str next = redirects_find(&j->redirects, &j->arena, end.path);

		if (!next.p)
			end.how = SETTLED_LOST;
		else if (++end.hops > MOST_HOPS)
			end.how = SETTLED_CIRCLE;
		if (end.how != SETTLED_REDIRECT)
			break;
		end.path = next;
	}
	return end;
}

struct settled
link_settle_near(struct link_judge *j, uint32_t dest)
{
	bool in_case, lacks_slash;
	struct str path = path_from_root(j, dest),
		   found = lookalike_of(j, dest, &in_case, &lacks_slash);

	if (found.p)
		return (struct settled){ .how = SETTLED_CASE, .path = found };
	found = path.p ? redirects_find(&j->redirects, &j->arena, path) : path;
	if (found.p)
		return follow(j, found);
	return (struct settled){ .how = SETTLED_NOWHERE, .path = nearest_path(j, dest) };
}
