/* link_page.c - what a page contributes to the check of links. */
#include "link_page.h"

#include <stdlib.h>

#include "../base/hash.h"
#include "../base/url_percent.h"
#include "../page/references.h"
#include "link_body.h"
#include "wanted.h"

/* A reference of any kind, as the page model has them. */
struct reference {
	struct str element, attribute, rel;
	const struct link *link;
};

struct gatherer {
	const struct link_wants *wants;
	const struct page *page;
	struct link_page *out;
	struct arena *arena;
	uint64_t seed;
	struct wanted_base base;
	bool is_https;  /* by more than a guess */
	uint64_t *seen; /* hashes of references: open addressing, 0 where free */
	size_t n_seen;  /* slots, a power of two */
	struct link_body body;
};

uint64_t
link_anchor_hash(uint64_t seed, struct str name)
{
	return hash_mix(hash_str(seed, name), seed);
}

/* Elements of which the reference is a way for visitors, not a part of the page. */
static bool
travels(const struct reference *r)
{
	static const struct str ways[] = { { "a", 1 }, { "area", 4 }, { "item", 4 },
		{ "iframe", 6 }, { "frame", 5 }, { "alternate", 9 } };

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		if (str_eq(r->element, ways[i]))
			return !str_eq(r->attribute, STR("ping"));
	return str_eq(r->element, STR("meta")) && str_eq_nocase(r->rel, STR("refresh"));
}

static bool
is_loaded(const struct reference *r)
{
	return reference_is_loaded(r->element, r->attribute, r->rel);
}

static struct link_use *
add_use(struct gatherer *g, const struct link_use *use)
{
	struct link_page *out = g->out;

	if (out->n_uses == out->cap_uses) {
		size_t cap = out->cap_uses ? 2 * out->cap_uses : 64;

		out->uses = arena_grow(&out->arena, out->uses, out->n_uses * sizeof(*out->uses),
		    cap * sizeof(*out->uses));
		out->cap_uses = cap;
	}
	out->uses[out->n_uses] = *use;
	if (!use->name)
		out->uses[out->n_uses].dest_hash = link_anchor_hash(g->seed, use->dest);
	if (use->fragment.n)
		out->uses[out->n_uses].fragment_hash = link_anchor_hash(g->seed, use->fragment);
	return &out->uses[out->n_uses++];
}

/* A subject is for people: of an address that holds its own data, only what that is. */
static struct str
subject_of(struct str s)
{
	return str_starts_nocase(s, STR("data:")) ? str_part(s, 0, str_find_char(s, ',', 0))
	                                          : s;
}

static void
add_fault(struct gatherer *g, enum link_rule rule, struct str subject, struct position at)
{
	if (g->wants->levels.of[rule] != LEVEL_OFF)
		add_use(g, &(struct link_use){ .rule = rule,
			       .kind = DEST_SUBJECT,
			       .dest = arena_str(g->arena, subject_of(subject)),
			       .at = at });
}

/* True for one seen for the first time. */
static bool
is_new(struct gatherer *g, const struct reference *r)
{
	uint64_t h;

	if (g->wants->all)
		return true;
	h = hash_str(
	    hash_mix(g->seed, travels(r) | (uint64_t)is_loaded(r) << 1), r->link->href);
	h = h ? h : 1;
	for (size_t i = h;; i++) {
		uint64_t *slot = &g->seen[i & (g->n_seen - 1)];

		if (*slot == h)
			return false;
		if (!*slot) {
			*slot = h;
			return true;
		}
	}
}

/* The fragment of a reference, absent where that leads to the page as a whole. What follows
 * ":~:" picks out words of the page (URL Fragment Text Directives). */
static struct str
fragment_of(struct str href)
{
	size_t hash = str_find_char(href, '#', 0);
	struct str s = str_part(href, hash + 1, href.n);

	s = str_part(s, 0, str_find(s, STR(":~:"), 0));
	return s.n ? s : (struct str){ 0 };
}

static struct str
last_part(struct str path)
{
	size_t i = path.n;

	while (i > 0 && path.p[i - 1] != '/')
		i--;
	return str_part(path, i, path.n);
}

/* Whether a reference names a folder without the slash at its end, which costs a redirect. */
static bool
lacks_slash(struct str href, struct str target)
{
	struct str path = str_part(href, 0, str_find_char(href, '#', 0)), name, index, folder;

	path = str_part(path, 0, str_find_char(path, '?', 0));
	name = last_part(path);
	index = last_part(target);
	folder = str_part(target, 0, target.n - index.n);
	if (!name.n || str_eq(name, STR(".")) || str_eq(name, STR("..")) || !folder.n ||
	    !(str_starts(index, STR("index.")) || str_starts(index, STR("default."))))
		return false;
	return str_eq(last_part(str_part(folder, 0, folder.n - 1)), name);
}

static bool
is_web(struct str url)
{
	return str_starts(url, STR("http:")) || str_starts(url, STR("https:")) ||
	       str_starts(url, STR("ftp:")) || str_starts(url, STR("file:"));
}

/* Where a reference that the save does not answer leads. */
static void
add_unanswered(struct gatherer *g, const struct reference *r, struct link_use *use)
{
	enum wanted_kind kind = wanted(g->arena, &g->base, r->link->href, &use->dest);

	use->dest = arena_str(g->arena, use->dest); /* it may be the page's */
	switch (kind) {
	case WANTED_NOTHING:
		if (r->link->state == STATE_ABSENT) {
			use->kind = DEST_SUBJECT;
			use->rule = LINK_MISSING;
			add_use(g, use);
			return;
		}
		g->out->n_unanswered++;
		return;
	case WANTED_ABOVE:
		use->kind = DEST_SUBJECT;
		use->rule = LINK_ESCAPE;
		add_use(g, use);
		return;
	case WANTED_SAVED: use->kind = DEST_SAVED; break;
	case WANTED_ROOT: use->kind = DEST_ROOT; break;
	case WANTED_URL:
		use->kind = DEST_URL;
		if (!is_web(use->dest)) {
			g->out->n_other++;
			return;
		}
		if (g->is_https && is_loaded(r) && str_starts(use->dest, STR("http:")))
			add_fault(g, LINK_MIXED, use->dest, use->at);
		break;
	}
	add_use(g, use);
}

/* Faults that the reference as written shows; true when nothing else is to be said of it. */
static bool
is_faulty(struct gatherer *g, const struct reference *r)
{
	struct str href = r->link->href;
	bool link = travels(r);

	if (str_starts_nocase(href, STR("javascript:")) || (link && str_eq(href, STR("#")))) {
		if (link)
			add_fault(g, LINK_DEAD, href, r->link->at);
		return true;
	}
	if (href.n == 0 && !str_eq(r->element, STR("form")))
		add_fault(g, LINK_EMPTY, r->attribute, r->link->at);
	return href.n == 0;
}

/* True for a fragment of the page itself that is there. */
static bool
is_own_anchor(const struct gatherer *g, struct str fragment)
{
	uint64_t h = link_anchor_hash(g->seed, fragment);
	size_t low = 0, high = g->out->n_anchors;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (g->out->anchors[middle] < h)
			low = middle + 1;
		else
			high = middle;
	}
	return low < g->out->n_anchors && g->out->anchors[low] == h;
}

static void
add_answered(struct gatherer *g, const struct reference *r, struct link_use *use)
{
	use->kind = DEST_SAVED;
	use->dest = r->link->target;
	use->name = r->link->name;
	if (use->fragment.n && !g->wants->all && str_eq(use->dest, g->page->path) &&
	    is_own_anchor(g, use->fragment))
		return;
	use->dest = arena_str(g->arena, use->dest);
	add_use(g, use);
	if (g->is_https && str_starts_nocase(r->link->href, STR("http:")))
		add_fault(g, is_loaded(r) ? LINK_MIXED : LINK_INSECURE, r->link->href, use->at);
	if (lacks_slash(r->link->href, r->link->target))
		add_fault(g, LINK_SLASH, r->link->href, use->at);
}

/* Written without a host. */
static bool
is_relative(struct str href)
{
	size_t n = 0;

	while (n < href.n && (is_alpha(href.p[n]) || is_digit(href.p[n])))
		n++;
	return !(n && n < href.n && href.p[n] == ':') && !str_starts(href, STR("//"));
}

static void
gather(struct gatherer *g, const struct reference *r)
{
	struct link_use use = { .rule = LINK_RULES,
		.state = r->link->state,
		.fragment = fragment_of(r->link->href),
		.at = r->link->at,
		.travels = travels(r),
		.relative = is_relative(r->link->href),
		.redirects =
		    str_eq(r->element, STR("meta")) && str_eq_nocase(r->rel, STR("refresh")) };

	if (!r->link->href.p || str_eq(r->element, STR("base")))
		return;
	g->out->n_links++;
	if (!is_new(g, r) || is_faulty(g, r))
		return;
	use.fragment = use.fragment.p ? arena_str(g->arena, use.fragment) : use.fragment;
	if (r->link->state == STATE_PAGE || r->link->state == STATE_FILE)
		add_answered(g, r, &use);
	else
		add_unanswered(g, r, &use);
}

static void
gather_refs(struct gatherer *g)
{
	for (const struct ref *ref = g->page->refs; ref; ref = ref->next) {
		struct reference r = { ref->element, ref->attribute, ref->rel, &ref->link };

		if (!link_body_has(&g->body, ref))
			continue;
		gather(g, &r);
		if (str_eq(ref->element, STR("img")) && str_eq(ref->attribute, STR("src")) &&
		    !ref->alt.p)
			add_fault(g, IMAGE_ALT, ref->link.href, ref->link.at);
	}
}

/* The links that stand in no ref: of alternates and of items. */
static void
gather_others(struct gatherer *g)
{
	const struct page *page = g->page;

	for (const struct alternate *alt = page->alternates; alt; alt = alt->next)
		gather(g, &(struct reference){
			      STR("alternate"), STR("href"), STR("alternate"), &alt->link });
	for (const struct region *region = page->regions; region; region = region->next) {
		if (region->kind != REGION_NAV)
			continue;
		for (const struct item *i = region->nav.first; i; i = item_next(i))
			gather(g,
			    &(struct reference){ STR("item"), STR("href"), STR(""), &i->link });
	}
}

static int
compare_hashes(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;

	return (a > b) - (a < b);
}

/* An anchor by its hash, for finding ids that stand twice. */
struct id {
	uint64_t hash;
	const struct anchor *anchor;
	size_t place; /* in the page: the first one is right */
};

static int
compare_ids(const void *left, const void *right)
{
	const struct id *a = left, *b = right;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return a->place < b->place ? -1 : 1;
}

/* Faults of ids that stand more than once, each at its second place. */
static void
find_duplicates(struct gatherer *g, const uint64_t *hashes, size_t n)
{
	struct id *ids = arena_alloc(g->arena, n * sizeof(*ids));
	size_t n_ids = 0, place = 0;

	for (const struct anchor *a = g->page->anchors; a; a = a->next, place++)
		if (a->from == ANCHOR_ID)
			ids[n_ids++] = (struct id){ hashes[place], a, place };
	if (n_ids)
		qsort(ids, n_ids, sizeof(*ids), compare_ids);
	for (size_t i = 1; i < n_ids; i++)
		if (ids[i].hash == ids[i - 1].hash &&
		    (i == 1 || ids[i].hash != ids[i - 2].hash))
			add_fault(g, ID_DUPLICATE, ids[i].anchor->name, ids[i].anchor->at);
}

static void
gather_anchors(struct gatherer *g)
{
	struct link_page *out = g->out;
	size_t n = 0, kept = 0;

	for (const struct anchor *a = g->page->anchors; a; a = a->next)
		n++;
	if (!n)
		return;
	out->anchors = arena_alloc(g->arena, n * sizeof(*out->anchors));
	n = 0;
	for (const struct anchor *a = g->page->anchors; a; a = a->next)
		out->anchors[n++] = link_anchor_hash(g->seed, a->name);
	if (!g->wants->main_only)
		find_duplicates(g, out->anchors, n);
	qsort(out->anchors, n, sizeof(*out->anchors), compare_hashes);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || out->anchors[i] != out->anchors[i - 1])
			out->anchors[kept++] = out->anchors[i];
	out->n_anchors = kept;
}

/* Room for each reference in a table half empty. */
static void
make_seen(struct gatherer *g)
{
	size_t n = 0;

	for (const struct ref *ref = g->page->refs; ref; ref = ref->next)
		n++;
	for (const struct alternate *alt = g->page->alternates; alt; alt = alt->next)
		n++;
	for (const struct region *region = g->page->regions; region; region = region->next)
		if (region->kind == REGION_NAV)
			for (struct item *i = region->nav.first; i; i = item_next(i))
				n++;
	for (g->n_seen = 16; g->n_seen < 2 * n;)
		g->n_seen *= 2;
	g->seen = arena_zalloc(g->arena, g->n_seen * sizeof(*g->seen));
}

void
link_page_gather(const struct link_wants *wants, uint64_t seed, const struct page *page,
    struct link_page *out)
{
	struct gatherer g = {
		.wants = wants, .page = page, .out = out, .arena = &out->arena, .seed = seed
	};

	*out = (struct link_page){ .url_from = page->url_from };
	out->path = arena_str(&out->arena, page->path);
	out->url = page->url.p ? arena_str(&out->arena, page->url) : page->url;
	out->is_error =
	    page->status >= 400 || (!page->status && page->title.n &&
				       pattern_match(wants->missing_title, page->title));
	g.base = wanted_base(&out->arena, page, page_base(page));
	g.is_https = page->url_from != URL_LAYOUT && str_starts(page->url, STR("https:"));
	if (wants->main_only)
		link_body_find(&out->arena, page, &g.body);
	make_seen(&g);
	gather_anchors(&g);
	gather_refs(&g);
	if (!wants->main_only)
		gather_others(&g);
}
