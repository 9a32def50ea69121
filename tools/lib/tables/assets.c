/* assets.c - which files pages use. */
#include "assets.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "../page/references.h"
#include "../site/wanted.h"
#include "../stream/sniff.h"

struct asset_use {
	struct str key, alt; /* alt absent: none */
	enum ref_state state;
	bool is_url;
};

struct asset_uses {
	struct arena arena;
	struct str path; /* of the page */
	struct asset_use *rows;
	size_t n, cap;
};

/* A reference of any kind. */
struct reference {
	struct str element, attribute, rel, alt;
	const struct link *link;
};

static void
add_use(struct asset_uses *u, struct asset_use use)
{
	u->rows = x_grow(u->rows, &u->cap, u->n + 1, sizeof(*u->rows));
	use.key = arena_str(&u->arena, use.key);
	if (use.alt.p)
		use.alt = arena_str(&u->arena, use.alt);
	u->rows[u->n++] = use;
}

/* The name that a reference ends with, without query and fragment. */
static struct str
name_of(struct str href)
{
	href = str_part(href, 0, str_find_char(href, '#', 0));
	return path_name(str_part(href, 0, str_find_char(href, '?', 0)));
}

/* True for what a browser makes a part of the page, but for pages in it. */
static bool
is_part(const struct reference *r)
{
	return reference_is_loaded(tag_of(r->element), r->attribute, r->rel) &&
	       !str_eq(r->element, STR("iframe")) && !str_eq(r->element, STR("frame")) &&
	       !str_eq(r->element, STR("form")) && !str_eq(r->attribute, STR("usemap"));
}

/* A reference that the save does not answer: is it one to a file, and to which. */
static void
take_unanswered(struct asset_uses *u, const struct wanted_base *base, const struct reference *r)
{
	struct str href = r->link->href;
	struct asset_use use = { .alt = r->alt, .state = r->link->state };
	bool is_absent = r->link->state == STATE_ABSENT;

	if (!is_part(r) && !(is_absent && name_kind(name_of(href)) == NAME_KIND_OTHER))
		return;
	switch (wanted(&u->arena, base, href, &use.key)) {
	case WANTED_SAVED:
	case WANTED_ROOT: break;
	case WANTED_URL: use.is_url = true; break;
	case WANTED_NOTHING:
	case WANTED_ABOVE: return;
	}
	if (!use.is_url || str_starts(use.key, STR("http:")) ||
	    str_starts(use.key, STR("https:")))
		add_use(u, use);
}

static void
take(struct asset_uses *u, const struct wanted_base *base, const struct reference *r)
{
	switch (r->link->state) {
	case STATE_FILE:
		add_use(u, (struct asset_use){
			       .key = r->link->target, .alt = r->alt, .state = STATE_FILE });
		break;
	case STATE_ABSENT:
	case STATE_OUTSIDE: take_unanswered(u, base, r); break;
	case STATE_NONE:
	case STATE_PAGE: break;
	}
}

struct asset_uses *
asset_uses_new(const struct page *page)
{
	struct asset_uses *u = x_calloc(1, sizeof(*u));
	struct wanted_base base = wanted_base(&u->arena, page, page->base);
	struct reference item = { .element = STR("item"), .attribute = STR("href") };

	u->path = arena_str(&u->arena, page->path);
	for (const struct ref *r = page->refs; r; r = r->next)
		take(u, &base,
		    &(struct reference){ r->element, r->attribute, r->rel, r->alt, &r->link });
	for (const struct region *r = page->regions; r; r = r->next) {
		if (r->kind != REGION_NAV)
			continue;
		for (const struct item *i = r->nav.first; i; i = item_next(i)) {
			item.link = &i->link;
			take(u, &base, &item);
		}
	}
	return u;
}

void
asset_uses_free(struct asset_uses *u)
{
	arena_free(&u->arena);
	free(u->rows);
	free(u);
}

void
assets_init(struct assets *as)
{
	strings_init(&as->keys);
	strings_init(&as->users);
	strings_init(&as->alts);
}

void
assets_free(struct assets *as)
{
	for (size_t i = 0; i < as->keys.n; i++)
		buffer_free(&as->rows[i].alts);
	free(as->rows);
	strings_free(&as->keys);
	strings_free(&as->users);
	strings_free(&as->alts);
}

struct asset *
assets_at(struct assets *as, struct str key)
{
	size_t before = as->keys.n;
	uint32_t number = strings_add(&as->keys, key, strings_hash(&as->keys, key));

	as->rows = x_grow(as->rows, &as->cap, as->keys.n, sizeof(*as->rows));
	if (as->keys.n > before)
		as->rows[number] = (struct asset){ .first = STRING_NONE, .last = STRING_NONE };
	return &as->rows[number];
}

/* Keep an alternative text that the asset does not have yet. */
static void
add_alt(struct assets *as, struct asset *asset, struct str alt)
{
	struct buffer key = { 0 };
	size_t before = as->alts.n;

	buffer_printf(&key, "%td ", asset - as->rows);
	buffer_add(&key, alt);
	strings_add(&as->alts, buffer_str(&key), strings_hash(&as->alts, buffer_str(&key)));
	buffer_free(&key);
	if (as->alts.n == before)
		return;
	if (asset->alts.n)
		buffer_add(&asset->alts, STR(" | "));
	buffer_add(&asset->alts, alt);
}

void
assets_add(struct assets *as, const struct asset_uses *u, bool is_sheet)
{
	uint32_t user = strings_add(&as->users, u->path, strings_hash(&as->users, u->path));

	for (size_t i = 0; i < u->n; i++) {
		const struct asset_use *use = &u->rows[i];
		struct asset *asset = assets_at(as, use->key);

		asset->state = use->state;
		asset->is_url = use->is_url;
		if (use->alt.n)
			add_alt(as, asset, use->alt);
		if (asset->last == user)
			continue;
		asset->last = user;
		if (asset->first == STRING_NONE)
			asset->first = user;
		if (is_sheet)
			asset->sheets++;
		else
			asset->pages++;
	}
}
