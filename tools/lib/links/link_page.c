/* link_page.c - what a page contributes to the check of links. */
#include "link_page.h"

#include "../base/hash.h"
#include "../base/seen.h"
#include "../base/sort.h"
#include "../base/url_percent.h"
#include "../page/references.h"
#include "../site/host.h"
#include "../site/wanted.h"
#include "../stream/saver.h"
#include "../stream/sniff.h"
#include "link_body.h"

/* A reference of any kind. */
struct reference {
	struct str attribute;
	const struct link *link;
	bool travels;   /* a way for visitors, not a part of the page */
	bool is_loaded; /* a browser loads it with the page, which https forbids for http */
	bool is_form;
	bool redirects;
	bool copies;
};

struct gatherer {
	const struct link_wants *wants;
	const struct names *names; /* of the save, or NULL */
	const struct page *page;
	struct link_page *out;
	struct arena *scratch;
	size_t cap_uses;
	uint64_t seed;
	struct wanted_base base; /* of the page, once it is known */
	bool knows_base;
	bool is_https;                  /* by more than a guess */
	bool is_distinct;               /* the page has its references once each, but few */
	struct seen seen;               /* references */
	struct seen ids, others, twice; /* anchors, and ids that stand twice */
	struct link_body body;
};

uint64_t
link_anchor_hash(uint64_t seed, struct str name)
{
	return hash_mix(hash_str(seed, name), seed);
}

/* What a reference is by its element and attribute. */
static struct reference
reference_of(const struct ref *ref)
{
	struct reference r = { .attribute = ref->attribute, .link = &ref->link };
	enum tag tag;

	if (str_eq(ref->element, STR("a")) && str_eq(ref->attribute, STR("href"))) {
		r.travels = true;
		return r;
	}
	tag = tag_of(ref->element);
	switch (tag) {
	case TAG_A:
	case TAG_AREA: r.travels = !str_eq(ref->attribute, STR("ping")); break;
	case TAG_IFRAME:
	case TAG_FRAME: r.travels = true; break;
	case TAG_META: r.redirects = r.travels = str_eq_nocase(ref->rel, STR("refresh")); break;
	case TAG_LINK: r.copies = str_eq_nocase(ref->rel, STR("canonical")); break;
	case TAG_FORM: r.is_form = true; break;
	default: break;
	}
	r.is_loaded = reference_is_loaded(tag, ref->attribute, ref->rel);
	return r;
}

static struct link_use *
add_use(struct gatherer *g, const struct link_use *use)
{
	struct link_page *out = g->out;
	struct link_use *added;

	if (out->n_uses == g->cap_uses) {
		size_t cap = g->cap_uses ? 2 * g->cap_uses : 64;

		out->uses = arena_grow(
		    &out->arena, out->uses, out->n_uses * sizeof(*added), cap * sizeof(*added));
		g->cap_uses = cap;
	}
	added = &out->uses[out->n_uses++];
	*added = *use;
	if (!use->name)
		added->dest_hash = link_anchor_hash(g->seed, use->dest);
	if (use->fragment.n)
		added->fragment_hash = link_anchor_hash(g->seed, use->fragment);
	return added;
}

/* A text that is to outlive the page. */
static struct str
keep_str(struct gatherer *g, struct str s)
{
	return arena_str(&g->out->arena, s);
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
			       .dest = keep_str(g, subject_of(subject)),
			       .at = at });
}

/* True for one seen for the first time. Of empty ones, attributes are to be told apart. */
static bool
is_new(struct gatherer *g, const struct reference *r)
{
	uint64_t h;

	if (g->wants->all || !r->link->href.n)
		return true;
	h = hash_mix(
	    g->seed, r->travels | (uint64_t)r->is_loaded << 1 | (uint64_t)r->copies << 2);
	return seen_add(g->scratch, &g->seen, hash_str(h, r->link->href));
}

/* The fragment of a reference, absent where that leads to the page as a whole. What follows
 * ":~:" picks out words of the page (URL Fragment Text Directives). */
static struct str
fragment_of(struct str href)
{
	size_t hash = str_find_char(href, '#', 0);
	struct str s = str_part(href, hash + 1, href.n);

	if (str_find_char(s, '~', 0) < s.n)
		s = str_part(s, 0, str_find(s, STR(":~:"), 0));
	return s.n ? s : (struct str){ 0 };
}

/* Whether a reference names a folder without the slash at its end, which costs a redirect. */
static bool
lacks_slash(const struct gatherer *g, const struct link *link)
{
	struct str path, name,
	    folder = link->target,
	    index = link->name ? names_text(g->names, link->name - 1) : path_name(link->target);

	if (!str_starts(index, STR("index.")) && !str_starts(index, STR("default.")))
		return false;
	if (link->name)
		folder = names_text(g->names, g->names->rows[link->name - 1].parent);
	else
		folder.n -= folder.n > index.n ? index.n + 1 : folder.n;
	path = str_part(link->href, 0, str_find_char(link->href, '#', 0));
	path = str_part(path, 0, str_find_char(path, '?', 0));
	name = path_name(path);
	return name.n && !str_eq(name, STR(".")) && !str_eq(name, STR("..")) &&
	       str_eq(path_name(folder), name);
}

static bool
is_web(struct str url)
{
	return str_starts(url, STR("http:")) || str_starts(url, STR("https:")) ||
	       str_starts(url, STR("ftp:")) || str_starts(url, STR("file:"));
}

/* Written without a host, by whoever saved the page: an archive writes its own addresses so. */
static bool
is_relative(const struct gatherer *g, struct str href)
{
	size_t n = 0;

	if (g->page->url_from == URL_SAVER && unwrap_archive_url(href).n < href.n)
		return false;
	while (n < href.n && (is_alpha(href.p[n]) || is_digit(href.p[n])))
		n++;
	return !(n && n < href.n && href.p[n] == ':') && !str_starts(href, STR("//"));
}

/* Where a reference that the save does not answer leads. */
static void
add_unanswered(struct gatherer *g, const struct reference *r, struct link_use *use)
{
	struct str href = r->link->href;
	enum wanted_kind kind;

	use->relative = is_relative(g, href);
	if (g->page->url_from != URL_SAVER && wanted_plain(href, &use->dest)) {
		kind = WANTED_URL;
	} else if (!g->page->base.p && wanted_beside(g->scratch, g->page, href, &use->dest)) {
		kind = WANTED_SAVED;
	} else {
		if (!g->knows_base)
			g->base = wanted_base(g->scratch, g->page, g->page->base);
		g->knows_base = true;
		kind = wanted(g->scratch, &g->base, href, &use->dest);
	}
	use->dest = keep_str(g, use->dest);
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
	case WANTED_ABOVE: /* the reference as written, its fragment too */
		use->kind = DEST_SUBJECT;
		use->rule = LINK_ESCAPE;
		use->fragment = (struct str){ 0 };
		add_use(g, use);
		return;
	case WANTED_SAVED: use->kind = DEST_SAVED; break;
	case WANTED_ROOT: use->kind = DEST_ROOT; break;
	case WANTED_URL:
		use->kind = DEST_URL;
		if (!is_web(use->dest)) {
			if (url_is_drive(use->dest))
				add_fault(g, LINK_STAGING, href, use->at);
			else
				g->out->n_other++;
			return;
		}
		if (g->is_https && r->is_loaded && str_starts(use->dest, STR("http:")))
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

	if ((href.n && to_lower(*href.p) == 'j' &&
		str_starts_nocase(href, STR("javascript:"))) ||
	    (r->travels && str_eq(href, STR("#")))) {
		if (r->travels)
			add_fault(g, LINK_DEAD, href, r->link->at);
		return true;
	}
	if (href.n == 0 && !r->is_form)
		add_fault(g, LINK_EMPTY, r->attribute, r->link->at);
	return href.n == 0;
}

/* True for a fragment of the page itself that is there. */
static bool
is_own_anchor(const struct gatherer *g, struct str fragment)
{
	uint64_t h = link_anchor_hash(g->seed, fragment);

	return seen_has(&g->ids, h) || seen_has(&g->others, h);
}

static void
add_answered(struct gatherer *g, const struct reference *r, struct link_use *use)
{
	use->kind = DEST_SAVED;
	use->name = r->link->name;
	if (use->fragment.n && !g->wants->all && str_eq(r->link->target, g->page->path) &&
	    is_own_anchor(g, use->fragment))
		return;
	if (!use->name)
		use->dest = keep_str(g, r->link->target);
	add_use(g, use);
	if (g->is_https && str_starts_nocase(r->link->href, STR("http:")))
		add_fault(g, r->is_loaded ? LINK_MIXED : LINK_INSECURE, r->link->href, use->at);
	if (lacks_slash(g, r->link))
		add_fault(g, LINK_SLASH, r->link->href, use->at);
}

static void
gather(struct gatherer *g, const struct reference *r)
{
	struct link_use use = { .rule = LINK_RULES,
		.state = r->link->state,
		.fragment = fragment_of(r->link->href),
		.at = r->link->at,
		.travels = r->travels,
		.redirects = r->redirects,
		.copies = r->copies };

	if (!r->link->href.p)
		return;
	g->out->n_links++;
	if ((!g->is_distinct && !is_new(g, r)) || is_faulty(g, r))
		return;
	use.fragment = use.fragment.p ? keep_str(g, use.fragment) : use.fragment;
	if (r->link->state == STATE_PAGE || r->link->state == STATE_FILE)
		add_answered(g, r, &use);
	else if (!g->is_distinct || is_new(g, r)) /* these are counted one by one */
		add_unanswered(g, r, &use);
}

/* Make room for as many uses as there are references: faults of pages are few. */
static void
expect_uses(struct gatherer *g)
{
	for (const struct ref *ref = g->page->refs; ref; ref = ref->next)
		g->cap_uses++;
	g->out->uses = arena_alloc(&g->out->arena, g->cap_uses * sizeof(*g->out->uses));
	if (!g->is_distinct)
		seen_expect(g->scratch, &g->seen, g->cap_uses);
}

static void
gather_refs(struct gatherer *g)
{
	for (const struct ref *ref = g->page->refs; ref; ref = ref->next) {
		struct reference r = reference_of(ref);

		if (str_eq(ref->element, STR("base")) || !link_body_has(&g->body, ref))
			continue;
		gather(g, &r);
		if (!ref->alt.p && str_eq(ref->attribute, STR("src")) &&
		    str_eq(ref->element, STR("img")))
			add_fault(g, IMAGE_ALT, ref->link.href, ref->link.at);
	}
}

/* The links that stand in no ref: of alternates and of items. */
static void
gather_others(struct gatherer *g)
{
	const struct page *page = g->page;

	for (const struct alternate *alt = page->alternates; alt; alt = alt->next)
		gather(g, &(struct reference){ STR("href"), &alt->link, .travels = true });
	for (const struct region *region = page->regions; region; region = region->next) {
		if (region->kind != REGION_NAV)
			continue;
		for (const struct item *i = region->nav.first; i; i = item_next(i))
			gather(
			    g, &(struct reference){ STR("href"), &i->link, .travels = true });
	}
}

/* Note a name that fragments can point at. An id that stands more than once is a fault at its
 * second place. Returns true for one that is new. */
static bool
add_anchor(struct gatherer *g, const struct anchor *a, uint64_t hash)
{
	if (a->from != ANCHOR_ID)
		return !seen_has(&g->ids, hash) && seen_add(g->scratch, &g->others, hash);
	if (seen_add(g->scratch, &g->ids, hash))
		return !seen_has(&g->others, hash);
	if (!g->wants->main_only && seen_add(g->scratch, &g->twice, hash))
		add_fault(g, ID_DUPLICATE, a->name, a->at);
	return false;
}

static void
gather_anchors(struct gatherer *g)
{
	struct link_page *out = g->out;
	uint64_t *hashes;
	size_t n = 0;

	for (const struct anchor *a = g->page->anchors; a; a = a->next)
		n++;
	if (!n)
		return;
	hashes = arena_alloc(g->scratch, 2 * n * sizeof(*hashes));
	seen_expect(g->scratch, &g->ids, n);
	for (const struct anchor *a = g->page->anchors; a; a = a->next) {
		uint64_t hash = link_anchor_hash(g->seed, a->name);

		if (add_anchor(g, a, hash))
			hashes[out->n_anchors++] = hash;
	}
	sort_numbers(hashes, out->n_anchors, hashes + n);
	n = out->n_anchors * sizeof(*hashes);
	out->anchors = memcpy(arena_alloc(&out->arena, n), hashes, n);
}

void
link_page_gather(const struct link_wants *wants, uint64_t seed, const struct names *names,
    struct arena *scratch, const struct page *page, struct link_page *out)
{
	struct gatherer g = { .wants = wants,
		.names = names,
		.page = page,
		.out = out,
		.scratch = scratch,
		.seed = seed };

	out->url_from = page->url_from;
	out->n_links = page->repeats;
	out->path = keep_str(&g, page->path);
	out->url = page->url.p ? keep_str(&g, page->url) : page->url;
	out->is_error = page->status >= 400 ||
	                (!page->status && is_missing_title(&wants->missing_titles, page));
	g.is_distinct = names && !wants->main_only;
	g.is_https = page->url_from != URL_LAYOUT && str_starts(page->url, STR("https:"));
	if (wants->main_only)
		link_body_find(scratch, page, &g.body);
	expect_uses(&g);
	gather_anchors(&g);
	gather_refs(&g);
	if (!wants->main_only)
		gather_others(&g);
}
