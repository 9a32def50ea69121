/* claims.c - which language each page is meant to be in. */
#include "claims.h"

#include <stdlib.h>

#include "../base/disjoint.h"
#include "../base/identify.h"
#include "../base/language.h"
#include "../base/language_hint.h"
#include "../base/language_name.h"
#include "../base/memory.h"
#include "path_claims.h"

enum {
	DECLARED = CLAIM_CONTENT, /* claims below this are of the page */
	BODY_WEIGHT = 2,          /* of the text, for something that is declared */
	LEAST_EDITION = 5,        /* pages that link to one another */
};

static const struct {
	const char *name;
	unsigned weight;
} claims[CLAIMS] = {
	[CLAIM_PATH] = { "path", 4 },
	[CLAIM_OTHERS] = { "hreflang of others", 3 },
	[CLAIM_SELF] = { "its hreflang", 3 },
	[CLAIM_HTML] = { "html lang", 3 },
	[CLAIM_SWITCHER] = { "language switcher", 2 },
	[CLAIM_META] = { "content-language", 1 },
	[CLAIM_LOCALE] = { "og:locale", 1 },
	[CLAIM_CONTENT] = { "lang in body", 1 },
	[CLAIM_MENU] = { "menu", 1 },
	[CLAIM_BODY] = { "text", 1 },
};

const char *
claim_name(enum claim claim)
{
	return claims[claim].name;
}

/* The language of a tag: for one that has another subtag now, that (the registry's
 * Preferred-Value); and most that is called Norwegian is Bokmål. */
static struct str
primary(struct str tag)
{
	static const char *const now[][2] = { { "in", "id" }, { "iw", "he" }, { "ji", "yi" },
		{ "jw", "jv" }, { "mo", "ro" }, { "no", "nb" } };
	struct str language = str_part(tag, 0, str_find_char(tag, '-', 0));

	for (size_t i = 0; language.n == 2 && i < sizeof(now) / sizeof(*now); i++)
		if (str_eq_nocase(language, str_of(now[i][0])))
			return str_of(now[i][1]);
	return language;
}

bool
is_x_default(struct str tag)
{
	return str_eq_nocase(str_trim(tag), STR("x-default"));
}

bool
same_language(struct str a, struct str b)
{
	return a.n && b.n && str_eq_nocase(primary(a), primary(b));
}

/* What hreflang, and the labels of switchers, as written (strings) have been found to mean. */
struct meanings {
	uint32_t *tags; /* of each string, strings; NONE: not asked yet */
	size_t cap;
};

/* The tag that a hreflang or label stands for: an invalid one what it seems to mean. 0: none,
 * or x-default. */
static uint32_t
find_tag(struct versions *all, uint32_t lang, bool switcher)
{
	struct str written = str_trim(version_str(all, lang));
	struct arena a = { 0 };
	struct str tag = { 0 };
	uint32_t string;

	if (!written.n || is_x_default(written))
		return 0;
	written = arena_str(&a, written);
	if (switcher)
		tag = language_named(&a, written);
	else if (language_is_valid(written))
		tag = language_canonical(&a, written);
	else
		tag = language_hint(&a, written);
	string = version_string(all, tag);
	arena_free(&a);
	return string;
}

/* The same, asked once for each text. A text that is both is what it is first. */
static uint32_t
tag_meant(struct versions *all, struct meanings *m, const struct offer *o)
{
	size_t had = m->cap;

	m->tags = x_grow(m->tags, &m->cap, (size_t)o->lang + 1, sizeof(*m->tags));
	for (size_t i = had; i < m->cap; i++)
		m->tags[i] = NONE;
	if (m->tags[o->lang] == NONE)
		m->tags[o->lang] = find_tag(all, o->lang, o->from == OFFER_SWITCHER);
	return m->tags[o->lang];
}

/* Count what one page, or a sitemap for it, says of another or of itself (Boyer and Moore's
 * vote: what is left at the end is what most say). */
static void
read_offer(
    struct versions *all, uint32_t from, struct offer *o, struct meanings *m, uint32_t *votes)
{
	uint32_t to = version_at(all, o->target), tag;
	struct version *t;

	tag = o->tag = tag_meant(all, m, o);
	if (to == NONE || !tag)
		return;
	t = &all->rows[to];
	if (o->from == OFFER_SWITCHER) {
		t->claims[CLAIM_SWITCHER] = tag;
	} else if (to == from) {
		t->claims[CLAIM_SELF] = tag;
	} else if (!votes[to]) {
		t->claims[CLAIM_OTHERS] = tag;
		votes[to] = 1;
	} else {
		votes[to] += tag == t->claims[CLAIM_OTHERS] ? 1 : -1u;
	}
}

static void
read_offers(struct versions *all)
{
	uint32_t *votes = x_calloc(all->n, sizeof(*votes));
	struct meanings m = { 0 };

	for (uint32_t i = 0; i < all->n; i++)
		for (uint32_t k = 0; k < all->rows[i].n_offers; k++)
			read_offer(
			    all, i, &all->offers[all->rows[i].first_offer + k], &m, votes);
	for (size_t i = 0; i < all->n_sitemap; i++)
		read_offer(all, NONE, &all->sitemap[i].offer, &m, votes);
	free(votes);
	free(m.tags);
}

/* What the claims of a version for the language of one of them weigh together. */
static unsigned
weight_of(const struct versions *all, const struct version *v, enum claim claim)
{
	struct str tag = version_str(all, v->claims[claim]);
	unsigned weight = v->body && identified_may_be(v->body, tag) ? BODY_WEIGHT : 0;

	for (unsigned c = 0; c < DECLARED; c++)
		if (same_language(version_str(all, v->claims[c]), tag))
			weight += claims[c].weight;
	return weight;
}

static void
weigh(const struct versions *all, struct version *v)
{
	unsigned best = 0;

	for (unsigned c = 0; c < DECLARED; c++) {
		unsigned weight = v->claims[c] ? weight_of(all, v, c) : 0;

		if (weight > best) {
			best = weight;
			v->expected = v->claims[c];
		}
	}
}

/* Pages that declare nothing, in sets that link to one another. */
static uint32_t *
find_components(const struct versions *all)
{
	uint32_t *sets = disjoint_new((uint32_t)all->n);

	for (uint32_t i = 0; i < all->n; i++) {
		const struct version *v = &all->rows[i];

		for (uint32_t k = 0; !v->expected && k < v->n_links; k++) {
			uint32_t to = version_at(all, all->links[v->first_link + k]);

			if (to != NONE && !all->rows[to].expected)
				disjoint_join(sets, i, to);
		}
	}
	return sets;
}

/* A language that pages of an edition declare for their bodies, or show. */
struct share {
	uint32_t edition, tag, pages;
	bool is_declared;
};

static int
by_edition(const void *a, const void *b)
{
	const struct share *x = a, *y = b;

	if (x->edition != y->edition)
		return x->edition < y->edition ? -1 : 1;
	if (x->is_declared != y->is_declared)
		return x->is_declared ? -1 : 1;
	return (x->tag > y->tag) - (x->tag < y->tag);
}

/* The shares of all undeclared editions in rising order, equal ones added up. */
static struct share *
count_shares(const struct versions *all, uint32_t *sets, size_t *n)
{
	struct share *shares = x_malloc((all->n + 1) * sizeof(*shares));
	size_t count = 0, kept = 0;

	for (uint32_t i = 0; i < all->n; i++) {
		const struct version *v = &all->rows[i];
		bool is_declared = v->claims[CLAIM_CONTENT] > 0;
		uint32_t tag = v->claims[is_declared ? CLAIM_CONTENT : CLAIM_BODY];

		if (!v->expected && tag)
			shares[count++] =
			    (struct share){ disjoint_find(sets, i), tag, 1, is_declared };
	}
	qsort(shares, count, sizeof(*shares), by_edition);
	for (size_t i = 0; i < count; i++) {
		if (kept && by_edition(&shares[kept - 1], &shares[i]) == 0)
			shares[kept - 1].pages++;
		else
			shares[kept++] = shares[i];
	}
	*n = kept;
	return shares;
}

/* The language of a page by itself that declares none. */
static uint32_t
own_language(const struct version *v)
{
	for (unsigned c = CLAIM_CONTENT; c < CLAIM_BODY; c++)
		if (v->claims[c])
			return v->claims[c];
	return v->claims[CLAIM_BODY];
}

/* Give each set of undeclared pages that is large enough the language most of them declare for
 * their bodies, or else show, and each other page what its body declares, or else that of its
 * menus, or else its own. */
static void
name_editions(struct versions *all)
{
	struct edition {
		uint32_t size, pages, tag; /* pages that show the tag */
		bool is_declared;
	} *editions = x_calloc(all->n, sizeof(*editions));
	uint32_t *sets = find_components(all);
	size_t n;
	struct share *shares = count_shares(all, sets, &n);

	for (uint32_t i = 0; i < all->n; i++)
		editions[disjoint_find(sets, i)].size++;
	for (size_t i = 0; i < n; i++) {
		struct edition *e = &editions[shares[i].edition];

		if (e->size < LEAST_EDITION || (e->is_declared && !shares[i].is_declared) ||
		    shares[i].pages <= e->pages)
			continue;
		e->pages = shares[i].pages;
		e->tag = shares[i].tag;
		e->is_declared = shares[i].is_declared;
	}
	for (uint32_t i = 0; i < all->n; i++) {
		struct version *v = &all->rows[i];
		uint32_t set = disjoint_find(sets, i);

		v->edition = v->expected;
		if (v->expected)
			continue;
		v->expected = editions[set].tag;
		if (v->expected)
			v->edition = (uint32_t)all->strings.n + 1 + set;
		else
			v->edition = v->expected = own_language(v);
	}
	free(shares);
	free(sets);
	free(editions);
}

void
claims_weigh(struct versions *all)
{
	path_claims(all);
	read_offers(all);
	for (uint32_t i = 0; i < all->n; i++)
		weigh(all, &all->rows[i]);
	name_editions(all);
}
