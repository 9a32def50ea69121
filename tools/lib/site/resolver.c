/* resolver.c - what the references of a page lead to in the save. */
#include "resolver.h"

#include <stdlib.h>

#include "../base/hash.h"
#include "../base/memory.h"
#include "../base/url_percent.h"
#include "../base/url_plain.h"
#include "../stream/layout.h"
#include "address.h"
#include "lookup.h"

/* A page's place in the save as a URL to resolve against. Its path starts with folders that do
 * not exist, so that "../" past the top of the save can be told from "/": what still has them
 * all is in the tree of names, what has none is seen from the root of the save, and anything
 * between has left both. */
#define PLACE_HOST  "save.invalid"
#define PLACE_ABOVE "/~/~/~/~/~/~/~/~"

enum {
	FOREIGN = 4
}; /* hosts that are remembered while the references of a page are resolved */

struct place {
	const struct resolver *resolver;
	struct resolver_memory *memory;
	uint64_t key; /* of what is remembered of the page's folder; 0: nothing may be */
	const struct names *names;
	struct arena *arena;
	struct page *page;
	uint32_t number; /* of the page, NAME_NONE: it is no file of the save */
	uint32_t root;   /* of the save around it, or NAME_NONE */
	uint32_t start;  /* topmost name above it, or NAME_NONE */
	bool has_file, has_url, has_base;
	bool knows_file;             /* the next, which is made when it is first wanted */
	struct url file, url;        /* what references stand against: its place, its URL */
	struct str foreign[FOREIGN]; /* "https://host/" of hosts that the save has nothing of */
	unsigned n_foreign;          /* met so far */
};

/* What a look in the save came to: a state, and for STATE_PAGE and STATE_FILE a number. */
struct answer {
	enum ref_state state;
	uint32_t number;
};

static bool
is_settled(struct answer a)
{
	return a.state == STATE_PAGE || a.state == STATE_FILE;
}

static struct answer
look_below(const struct place *p, uint32_t folder, struct str path, struct str query)
{
	struct answer answer = { .state = STATE_NONE };
	bool known;

	if (folder == NAME_NONE)
		return answer;
	answer.number = lookup_path(p->arena, p->names, folder, path, query, &known);
	if (answer.number == NAME_NONE)
		answer.state = known ? STATE_ABSENT : STATE_NONE;
	else
		answer.state =
		    names_is(p->names, answer.number, NAME_PAGE) ? STATE_PAGE : STATE_FILE;
	return answer;
}

/* Look for a URL that came of the page's place. What it says of "/" is only a guess where the
 * page's URL is known. */
static struct answer
look_by_place(const struct place *p, const struct url *url)
{
	struct str above = STR(PLACE_ABOVE);

	if (str_starts(url->path, above))
		return look_below(
		    p, p->start, str_part(url->path, above.n, url->path.n), url->query);
	if (str_starts(url->path, STR("/~/")) || str_eq(url->path, STR("/~")) || p->has_url)
		return (struct answer){ .state = STATE_NONE };
	return look_below(p, p->root, url->path, url->query);
}

/* Same host and port: savers and links mix http and https. */
static bool
same_authority(const struct url *left, const struct url *right)
{
	return address_is_web(left) && address_is_web(right) && left->port == right->port &&
	       str_eq(left->host, right->host);
}

/* Look for a URL that the base given for the save covers: the root stands for the folder that
 * its path names. */
static struct answer
look_by_base(const struct place *p, const struct url *url)
{
	const struct url *base = &p->resolver->base;
	struct str folder = base->path, rest;

	if (str_ends(folder, STR("/")))
		folder.n--;
	rest = str_part(url->path, folder.n, url->path.n);
	if (!same_authority(url, base) || !str_starts(url->path, folder) ||
	    (rest.n && rest.p[0] != '/'))
		return (struct answer){ .state = STATE_OUTSIDE };
	return look_below(p, p->root != NAME_NONE ? p->root : p->start, rest, url->query);
}

/* Look for a web URL: under the base, in its host's folder, or in the whole save where that is
 * of the page's own host. */
static struct answer
look_by_url(const struct place *p, const struct url *url)
{
	uint32_t folder = NAME_NONE;

	if (!address_is_web(url))
		return (struct answer){ .state = STATE_OUTSIDE };
	if (p->resolver->base.scheme.n)
		return look_by_base(p, url);
	if (p->root != NAME_NONE)
		folder = layout_find_host(
		    p->resolver->save, p->root, address_authority(p->arena, url));
	if (folder != NAME_NONE)
		return look_below(p, folder, url->path, url->query);
	if (p->has_url && same_authority(url, &p->url))
		return look_below(p, p->root, url->path, url->query);
	return (struct answer){ .state = STATE_OUTSIDE };
}

/* The URL that a replay URL of a web archive wraps; false for any other. */
static bool
unwrap(struct arena *a, const struct url *url, struct url *inner)
{
	struct str text, wrapped;

	if (!str_starts(url->path, STR("/web/")))
		return false;
	text = url_href(a, url);
	wrapped = unwrap_archive_url(text);
	return wrapped.n < text.n && url_parse(a, wrapped, NULL, inner) == 0;
}

/* True for a URL that is the page's own but for the fragment. */
static bool
is_own_url(const struct place *p, struct url url)
{
	if (!p->has_url || !same_authority(&url, &p->url))
		return false;
	url.fragment = (struct str){ 0 };
	return str_eq(url_href(p->arena, &url), p->page->url);
}

/* Look for a plain path right from the page's folder, which spares making a URL of it. False
 * where the reference is none or leads nowhere: then look() has the answer. */
static bool
look_near(const struct place *p, struct str href, struct answer *answer)
{
	uint32_t folder = p->has_file ? p->names->rows[p->number].parent : NAME_NONE;

	if (p->has_base || !url_is_plain_path(href))
		return false;
	for (;;) {
		if (str_starts(href, STR("./")))
			href = str_part(href, 2, href.n);
		else if (!str_starts(href, STR("../")))
			break;
		else if (folder == NAME_NONE || folder == p->start)
			return false;
		else {
			folder = p->names->rows[folder].parent;
			href = str_part(href, 3, href.n);
		}
	}
	*answer = look_below(p, folder, href, (struct str){ 0 });
	return is_settled(*answer);
}

/* The URL of the page's place. */
static const struct url *
place_url(struct place *p)
{
	struct buffer path = { 0 }, text = { 0 };

	if (p->knows_file)
		return &p->file;
	names_path(p->names, p->number, &path);
	buffer_add(&text, STR("http://" PLACE_HOST PLACE_ABOVE "/"));
	url_percent_add(&text,
	    str_part(buffer_str(&path), names_text(p->names, p->start).n, path.n),
	    URL_SET_NAME);
	if (url_parse(p->arena, arena_str(p->arena, buffer_str(&text)), NULL, &p->file) == -1)
		p->file = (struct url){ .port = -1 };
	p->knows_file = true;
	buffer_free(&path);
	buffer_free(&text);
	return &p->file;
}

/* True for a host that the save has nothing of, neither in a folder nor as its own. */
static bool
is_foreign(const struct place *p, const struct url *url)
{
	const struct url *base = &p->resolver->base;

	if (str_eq(url->host, STR(PLACE_HOST)) || (p->has_url && same_authority(url, &p->url)))
		return false;
	if (base->scheme.n)
		return !same_authority(url, base);
	return p->root == NAME_NONE ||
	       layout_find_host(p->resolver->save, p->root, url->host) == NAME_NONE;
}

/* What a URL of a foreign host begins with, up to its path; empty for any other reference. */
static struct str
foreign_start(struct place *p, struct str href)
{
	struct str start;
	struct url url;
	size_t n;

	for (unsigned i = 0; i < FOREIGN && i < p->n_foreign; i++)
		if (str_starts(href, p->foreign[i]))
			return p->foreign[i];
	n = url_plain_origin(href);
	start = str_part(href, 0, n ? n + 1 : 0);
	if (!url_parse_plain(start, &url) || !is_foreign(p, &url))
		return STR("");
	p->foreign[p->n_foreign++ % FOREIGN] = start;
	return start;
}

/* True for a URL that leads out of the save by its host alone, as most do. The path of a web
 * archive may name another host, and has a colon then. */
static bool
leads_out(struct place *p, struct str href)
{
	struct str start = foreign_start(p, href);

	return start.n && str_find_char(href, ':', start.n) == href.n;
}

static struct answer
look(struct place *p, struct str href)
{
	struct answer answer = { .state = STATE_ABSENT }; /* what no URL is leads nowhere */
	struct url url, inner;
	bool parsed;

	if (leads_out(p, href))
		return (struct answer){ .state = STATE_OUTSIDE };
	parsed = p->has_file && url_parse(p->arena, href, place_url(p), &url) == 0;
	if (parsed && str_eq(url.host, STR(PLACE_HOST))) {
		answer = look_by_place(p, &url);
		if (is_settled(answer) || !p->has_url)
			return answer;
	}
	if (p->has_url || !p->has_file)
		parsed = url_parse(p->arena, href, p->has_url ? &p->url : NULL, &url) == 0;
	if (!parsed && !p->has_url && !p->has_file)
		answer.state = STATE_NONE; /* a path, and nothing to resolve it against */
	if (!parsed)
		return answer;
	if (unwrap(p->arena, &url, &inner) &&
	    (p->page->url_from == URL_SAVER || is_settled(look_by_url(p, &inner))))
		url = inner; /* others do link to archives */
	answer = look_by_url(p, &url);
	if (!is_settled(answer) && is_own_url(p, url))
		answer = (struct answer){ STATE_PAGE, p->number };
	return answer;
}

/* What was found of a reference of a folder. */
struct answer_row {
	uint64_t key;   /* a hash of the folder and the reference; 0: free */
	uint32_t name;  /* as in struct link */
	uint32_t state; /* enum ref_state */
};

enum { ROW_BITS = 13, MOST_BYTES = 4 << 20 }; /* of a memory, and of the targets in it */

/* Forget everything before it grows too large; not while a page points into it. */
static void
limit_memory(struct resolver_memory *m, bool by_number)
{
	if (m->rows && m->n_bytes < MOST_BYTES)
		return;
	resolver_memory_free(m);
	m->rows = x_calloc((size_t)1 << ROW_BITS, sizeof(*m->rows));
	if (!by_number)
		m->targets = x_calloc((size_t)1 << ROW_BITS, sizeof(*m->targets));
}

void
resolver_memory_free(struct resolver_memory *m)
{
	arena_free(&m->arena);
	free(m->rows);
	free(m->targets);
	*m = (struct resolver_memory){ 0 };
}

static struct str
target_of(const struct place *p, struct arena *a, struct answer answer)
{
	struct buffer path = { 0 };
	struct str target;

	if (!is_settled(answer))
		return (struct str){ 0 };
	if (answer.number == p->number)
		return p->page->path;
	if (p->resolver->by_number)
		return (struct str){ 0 };
	names_path(p->names, answer.number, &path);
	target = arena_str(a, buffer_str(&path));
	buffer_free(&path);
	return target;
}

/* Look a reference without its fragment up, or remember what it came to. */
static void
resolve_part(struct place *p, struct str href, struct link *link)
{
	struct resolver_memory *m = p->memory;
	uint64_t key = hash_mix(hash_str(p->key, href), p->key) | 1;
	size_t at = key >> (64 - ROW_BITS);
	struct answer_row *row = p->key ? &m->rows[at] : NULL;
	struct answer answer;

	if (row && row->key == key) {
		link->state = (enum ref_state)row->state;
		link->name = row->name;
		if (row->name == p->number + 1)
			link->target = p->page->path;
		else if (m->targets)
			link->target = m->targets[at];
		return;
	}
	if (!look_near(p, href, &answer))
		answer = look(p, href);
	link->state = answer.state;
	link->name = is_settled(answer) ? answer.number + 1 : 0; /* NAME_NONE becomes 0 */
	if (!row || answer.number == p->number || (href.n && href.p[0] == '?')) {
		link->target = target_of(p, p->arena, answer);
		return;
	}
	link->target = target_of(p, &m->arena, answer);
	m->n_bytes += link->target.n;
	if (m->targets)
		m->targets[at] = link->target;
	*row = (struct answer_row){ key, link->name, link->state };
}

static void
resolve(struct place *p, struct link *link)
{
	struct str href = link->href;

	if (!href.p)
		return;
	href = str_part(href, 0, str_find_char(href, '#', 0));
	if (!href.n && !p->has_base) {
		link->state = STATE_PAGE;
		link->target = p->page->path;
	} else {
		resolve_part(p, href, link);
	}
}

/* Where the page stands in the tree of names, and as a URL. */
static void
set_place(struct place *p)
{
	const struct save *save = p->resolver->save;

	if (p->number == NAME_NONE) {
		if (save->root)
			p->root = p->start = 0;
		return;
	}
	p->has_file = true;
	p->root = layout_root(save, p->number);
	for (p->start = p->number; p->names->rows[p->start].parent != NAME_NONE;)
		p->start = p->names->rows[p->start].parent;
}

/* Let the document's base element move what references stand against. */
static void
set_base(struct place *p)
{
	struct str base = p->page->base;
	struct url moved;

	if (!base.p)
		return;
	p->has_base = true;
	if (p->has_file && url_parse(p->arena, base, place_url(p), &moved) == 0)
		p->file = moved;
	if (url_parse(p->arena, base, p->has_url ? &p->url : NULL, &moved) == 0) {
		p->url = moved;
		p->has_url = true;
	}
}

/* Pages of a folder see the same, unless they have a base element, or a URL that is not made of
 * their place. Links that depend on the page's own name or query are never remembered. */
static uint64_t
memory_key(const struct place *p)
{
	if (!p->memory || p->has_base || p->number == NAME_NONE ||
	    p->page->url_from == URL_SAVER || p->page->url_from == URL_CANONICAL)
		return 0;
	return hash_mix(p->names->seed, (uint64_t)p->names->rows[p->number].parent + 1);
}

void
resolve_page(const struct resolver *r, struct resolver_memory *memory, struct arena *a,
    uint32_t number, struct page *page)
{
	struct place p = {
		.resolver = r,
		.memory = memory,
		.names = &r->save->names,
		.arena = a,
		.page = page,
		.number = number,
		.root = NAME_NONE,
		.start = NAME_NONE,
	};

	p.has_url = page->url.p && url_parse(a, page->url, NULL, &p.url) == 0;
	set_place(&p);
	set_base(&p);
	p.key = memory_key(&p);
	if (memory)
		limit_memory(memory, r->by_number);
	for (struct ref *ref = page->refs; ref; ref = ref->next)
		if (!str_eq(ref->element, STR("base")))
			resolve(&p, &ref->link);
	for (struct alternate *alt = page->alternates; alt; alt = alt->next)
		resolve(&p, &alt->link);
	for (struct region *region = page->regions; region; region = region->next)
		if (region->kind == REGION_NAV)
			for (struct item *i = region->nav.first; i; i = item_next(i))
				resolve(&p, &i->link);
}
