/* hreflang.c - do the versions that pages offer add up. */
#include "hreflang.h"

#include <inttypes.h>

#include "../base/language.h"
#include "../base/language_hint.h"
#include "claims.h"

struct audit {
	const struct versions *all;
	const struct lang_listener *listener;
	uint32_t version;
};

static struct str
path_of(const struct audit *a, uint32_t version)
{
	return version_str(a->all, a->all->rows[version].path);
}

static bool
is_default(const struct audit *a, const struct offer *o)
{
	return is_x_default(version_str(a->all, o->lang));
}

/* A declared tag that is none, or only after folding. */
static void
check_code(const struct audit *a, const char *where, uint32_t string, struct position at)
{
	struct str tag = version_str(a->all, string);
	struct arena arena = { 0 };
	struct str hint = { 0 };

	if (!tag.p || (language_is_valid(str_trim(tag)) && !is_x_default(tag)))
		return;
	if (!is_x_default(tag))
		hint = language_hint(&arena, tag);
	if (hint.p)
		lang_say(a->listener, LANG_CODE, a->version, at, tag,
		    "%s '%.*s' is no language tag; '%.*s' would be", where, SHOWN(tag),
		    SHOWN(hint));
	else
		lang_say(a->listener, LANG_CODE, a->version, at, tag,
		    "%s '%.*s' is no language tag", where, SHOWN(tag));
	arena_free(&arena);
}

/* The offer of a version, by hreflang, that leads to another, or NULL: one in a language before
 * the default, which is offered enough where it is the page that lets visitors choose. */
static const struct offer *
offer_to(const struct audit *a, uint32_t from, uint32_t to)
{
	const struct version *v = &a->all->rows[from];
	const struct offer *by_default = NULL;

	for (uint32_t i = 0; i < v->n_offers; i++) {
		const struct offer *o = &a->all->offers[v->first_offer + i];

		if (o->from != OFFER_HREFLANG || version_at(a->all, o->target) != to)
			continue;
		if (!is_default(a, o))
			return o;
		by_default = o;
	}
	return by_default;
}

static void
check_return(const struct audit *a, const struct offer *o, uint32_t to)
{
	const struct offer *back = offer_to(a, to, a->version);
	struct str path = path_of(a, to);
	struct str own, given;

	if (!back) {
		lang_say(a->listener, LANG_RETURN, a->version, o->at, path,
		    "hreflang '%.*s' leads to '%.*s', which does not offer this page",
		    SHOWN(version_str(a->all, o->lang)), SHOWN(path));
		return;
	}
	own = version_str(a->all, a->all->rows[a->version].expected);
	given = version_str(a->all, back->tag);
	if (own.n && given.n && !same_language(own, given))
		lang_say(a->listener, LANG_RETURN, a->version, o->at, path,
		    "'%.*s' offers this page as '%.*s', but it is in '%.*s'", SHOWN(path),
		    SHOWN(given), SHOWN(own));
}

/* What hreflang says of a page, against what that says of itself. */
static void
check_target(const struct audit *a, const struct offer *o, uint32_t to)
{
	const struct version *t = &a->all->rows[to];
	struct str path = path_of(a, to), lang = version_str(a->all, o->lang);
	struct str tag = version_str(a->all, o->tag);
	struct str html = version_str(a->all, t->claims[CLAIM_HTML]);

	if (tag.n && html.n && !same_language(tag, html))
		lang_say(a->listener, LANG_DECLARED, a->version, o->at, path,
		    "hreflang '%.*s' leads to '%.*s', which declares '%.*s'", SHOWN(lang),
		    SHOWN(path), SHOWN(html));
	if (t->canonical && t->canonical != t->path && version_at(a->all, t->canonical) != to)
		lang_say(a->listener, LANG_CANONICAL, a->version, o->at, path,
		    "hreflang '%.*s' leads to '%.*s', whose canonical page is '%.*s'",
		    SHOWN(lang), SHOWN(path), SHOWN(version_str(a->all, t->canonical)));
	if (t->noindex)
		lang_say(a->listener, LANG_NOINDEX, a->version, o->at, path,
		    "hreflang '%.*s' leads to '%.*s', which is not to be indexed", SHOWN(lang),
		    SHOWN(path));
}

static bool
is_relative(struct str href)
{
	size_t n = 0;

	while (n < href.n && (is_alpha(href.p[n]) || (n && is_digit(href.p[n]))))
		n++;
	return !(n && n < href.n && href.p[n] == ':');
}

/* The earlier offer of a version for the same language, elsewhere. */
static const struct offer *
earlier(const struct audit *a, const struct version *v, uint32_t n)
{
	const struct offer *o = &a->all->offers[v->first_offer + n];

	for (uint32_t i = 0; i < n; i++) {
		const struct offer *e = &a->all->offers[v->first_offer + i];

		if (e->from == OFFER_HREFLANG && e->lang == o->lang && e->href != o->href)
			return e;
	}
	return NULL;
}

static void
check_offer(const struct audit *a, uint32_t n)
{
	const struct version *v = &a->all->rows[a->version];
	const struct offer *o = &a->all->offers[v->first_offer + n], *before;
	uint32_t to = version_at(a->all, o->target);
	struct str lang = version_str(a->all, o->lang), href = version_str(a->all, o->href);

	if (!is_default(a, o))
		check_code(a, "hreflang", o->lang, o->at);
	if (o->outside_head)
		lang_say(a->listener, LANG_HEAD, a->version, o->at, href,
		    "hreflang '%.*s' is outside of head, where it does not count", SHOWN(lang));
	if (!v->rewritten && is_relative(href))
		lang_say(a->listener, LANG_RELATIVE, a->version, o->at, href,
		    "hreflang '%.*s' has the relative URL '%.*s'", SHOWN(lang), SHOWN(href));
	if (o->state == STATE_ABSENT)
		lang_say(a->listener, LANG_TARGET, a->version, o->at, href,
		    "hreflang '%.*s' leads to '%.*s', which is not there", SHOWN(lang),
		    SHOWN(href));
	before = earlier(a, v, n);
	if (before)
		lang_say(a->listener, LANG_DUPLICATE, a->version, o->at, href,
		    "hreflang '%.*s' leads to '%.*s' and to '%.*s'", SHOWN(lang),
		    SHOWN(version_str(a->all, before->href)), SHOWN(href));
	if (to == NONE || is_default(a, o))
		return;
	check_target(a, o, to);
	if (to != a->version)
		check_return(a, o, to);
}

/* The entry of hreflang that leads to another version in the language of this one, or NULL. */
static const struct offer *
rival(const struct audit *a, uint32_t to)
{
	const struct version *v = &a->all->rows[a->version];

	for (uint32_t i = 0; i < v->n_offers; i++) {
		const struct offer *h = &a->all->offers[v->first_offer + i];
		uint32_t other = version_at(a->all, h->target);

		if (h->from == OFFER_HREFLANG && !is_default(a, h) && other != NONE &&
		    other != to && a->all->rows[other].expected == a->all->rows[to].expected)
			return h;
	}
	return NULL;
}

/* What a switcher or sitemap offers, against hreflang. */
static void
check_rival(const struct audit *a, const struct offer *o)
{
	uint32_t to = version_at(a->all, o->target);
	bool switcher = o->from == OFFER_SWITCHER;
	const struct offer *h = to == NONE || is_default(a, o) ? NULL : rival(a, to);

	if (h)
		lang_say(a->listener, switcher ? LANG_SWITCHER : LANG_SITEMAP, a->version,
		    switcher ? o->at : h->at, path_of(a, to),
		    "the %s leads to '%.*s', hreflang '%.*s' to '%.*s'",
		    switcher ? "language switcher" : "sitemap", SHOWN(path_of(a, to)),
		    SHOWN(version_str(a->all, h->lang)), SHOWN(version_str(a->all, h->target)));
}

void
hreflang_sitemap(const struct versions *all, const struct lang_listener *listener)
{
	for (size_t i = 0; i < all->n_sitemap; i++) {
		const struct audit a = { all, listener, version_at(all, all->sitemap[i].path) };

		if (a.version != NONE)
			check_rival(&a, &all->sitemap[i].offer);
	}
}

static void
check_self(const struct audit *a, const struct version *v, uint32_t n)
{
	const struct position top = { 0 };
	bool self = false;

	for (uint32_t i = 0; i < v->n_offers; i++) {
		const struct offer *o = &a->all->offers[v->first_offer + i];

		self |=
		    o->from == OFFER_HREFLANG && (version_at(a->all, o->target) == a->version ||
						     (v->url && o->href == v->url));
	}
	if (!self && (v->url || v->first_offer))
		lang_say(a->listener, LANG_SELF, a->version, top, (struct str){ 0 },
		    "none of the %" PRIu32 " hreflang entries is for the page itself", n);
	if (v->canonical && v->canonical != v->path &&
	    version_at(a->all, v->canonical) != a->version)
		lang_say(a->listener, LANG_CANONICAL, a->version, top, (struct str){ 0 },
		    "the page has hreflang entries, but its canonical page is '%.*s'",
		    SHOWN(version_str(a->all, v->canonical)));
	if (v->noindex)
		lang_say(a->listener, LANG_NOINDEX, a->version, top, (struct str){ 0 },
		    "the page has hreflang entries, but is not to be indexed");
}

void
hreflang_audit(
    const struct versions *all, uint32_t version, const struct lang_listener *listener)
{
	const struct audit a = { all, listener, version };
	const struct version *v = &all->rows[version];
	uint32_t n = 0;

	check_code(&a, "html lang", v->lang_declared, (struct position){ 0 });
	for (uint32_t i = 0; i < v->n_offers; i++) {
		const struct offer *o = &all->offers[v->first_offer + i];

		if (o->from == OFFER_HREFLANG) {
			check_offer(&a, i);
			n++;
		} else if (o->from == OFFER_SWITCHER) {
			check_rival(&a, o);
		}
	}
	if (n)
		check_self(&a, v, n);
}

void
hreflang_defaults(const struct versions *all, const struct lang_listener *listener)
{
	uint32_t first = NONE, count = 0;

	for (uint32_t i = 0; i < all->n; i++) {
		const struct audit a = { all, listener, i };
		const struct version *v = &all->rows[i];
		bool offers = false, has = false;

		for (uint32_t k = 0; k < v->n_offers; k++) {
			const struct offer *o = &all->offers[v->first_offer + k];

			offers |= o->from == OFFER_HREFLANG;
			has |= o->from == OFFER_HREFLANG && is_default(&a, o);
		}
		if (!offers || has)
			continue;
		first = first == NONE ? i : first;
		count++;
	}
	if (count)
		lang_say(listener, LANG_DEFAULT, first, (struct position){ 0 },
		    (struct str){ 0 },
		    "hreflang without x-default; %" PRIu32 " page%s, the first is this", count,
		    count == 1 ? "" : "s");
}
