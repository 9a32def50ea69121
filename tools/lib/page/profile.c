/* profile.c - what is known of a site. */
#include "profile.h"

#include "fingerprint.h"
#include "fold.h"
#include "metadata.h"
#include "xpath.h"

/* What is left of a text without the signs that part it from its neighbours. */
static struct str
words_in(struct str text)
{
	while (text.n && !is_word_byte(text.p[0]))
		text = str_part(text, 1, text.n);
	while (text.n && !is_word_byte(text.p[text.n - 1]))
		text.n--;
	return text;
}

void
profile_add_text(struct profile *p, struct str text, uint32_t pages)
{
	if (!seen_add(&p->arena, &p->fingerprints, text_fingerprint(text)))
		return;
	if (p->n_texts == p->texts_cap) {
		size_t old = p->texts_cap * sizeof(*p->texts);

		p->texts_cap = p->texts_cap ? 2 * p->texts_cap : 64;
		p->texts =
		    arena_grow(&p->arena, p->texts, old, p->texts_cap * sizeof(*p->texts));
	}
	text = arena_str(&p->arena, text);
	seen_add(&p->arena, &p->words, text_fingerprint(words_in(text)));
	p->texts[p->n_texts++] = (struct template_text){ fold(&p->arena, text), pages, false };
}

void
profile_add_name(struct profile *p, struct str name)
{
	size_t old = (p->n_names + 1) * sizeof(*p->names);

	name = fold(&p->arena, arena_str(&p->arena, name));
	if (p->names && title_is_one_of(name, p->names))
		return;
	p->names = arena_grow(&p->arena, p->names, p->names ? old : 0, old + sizeof(*p->names));
	p->names[p->n_names++] = name;
	p->names[p->n_names] = (struct str){ 0 };
}

void
profile_close(struct profile *p, uint64_t fingerprint)
{
	seen_add(&p->arena, &p->closing, fingerprint);
	for (uint32_t i = 0; i < p->n_texts; i++)
		if (text_fingerprint(p->texts[i].text) == fingerprint)
			p->texts[i].closes = true;
}

bool
profile_has_text(const struct profile *p, uint64_t fingerprint)
{
	return seen_has(&p->fingerprints, fingerprint);
}

bool
profile_has_words(const struct profile *p, struct str text)
{
	return seen_has(&p->words, text_fingerprint(words_in(text)));
}

struct known_body *
profile_add_body(struct profile *p)
{
	size_t old = p->n_bodies * sizeof(*p->bodies);

	p->bodies = arena_grow(&p->arena, p->bodies, old, old + sizeof(*p->bodies));
	p->bodies[p->n_bodies] = (struct known_body){ 0 };
	return &p->bodies[p->n_bodies++];
}

void
profile_add_region(struct profile *p, const struct known_region *region)
{
	if (p->n_regions == p->regions_cap) {
		size_t old = p->regions_cap * sizeof(*p->regions);

		p->regions_cap = p->regions_cap ? 2 * p->regions_cap : 8;
		p->regions = arena_grow(
		    &p->arena, p->regions, old, p->regions_cap * sizeof(*p->regions));
	}
	p->regions[p->n_regions++] = *region;
}

/* What each block's text comes to with that of the blocks in it. */
static void
sum_up(const struct blocks *b, uint32_t *bytes)
{
	for (uint32_t i = b->n; i-- > 1;)
		bytes[b->at[i].parent] += bytes[i];
}

/* By block: bytes of its text, of links or not, that are not the template's. */
static uint32_t *
own_text(struct arena *a, const struct profile *p, const struct blocks *b, bool with_links)
{
	uint32_t *own = arena_zalloc(a, b->n * sizeof(*own));
	const struct html_node *root = b->at[0].node;

	for (const struct html_node *n = root; n; n = html_next(n, root)) {
		const struct block *around;
		struct str text;

		if (n->kind != HTML_TEXT)
			continue;
		text = str_trim(n->text);
		around = block_around(b, n);
		if (!text_is_white(text) && around->counts &&
		    (with_links || !around->in_link) &&
		    !profile_has_text(p, text_fingerprint(text)))
			own[around - b->at] += (uint32_t)text.n;
	}
	sum_up(b, own);
	return own;
}

/* By block: bytes of its text. */
static uint32_t *
all_text(struct arena *a, const struct blocks *b)
{
	uint32_t *all = arena_zalloc(a, b->n * sizeof(*all));
	const struct html_node *root = b->at[0].node;

	for (const struct html_node *n = root; n; n = html_next(n, root))
		if (n->kind == HTML_TEXT && block_around(b, n)->counts)
			all[block_around(b, n) - b->at] += (uint32_t)str_trim(n->text).n;
	sum_up(b, all);
	return all;
}

bool
profile_repeats(const struct profile *p, const struct blocks *b, const struct block *block)
{
	size_t all = 0, repeated = 0;

	for (const struct html_node *n = block->node; n; n = html_next(n, block->node)) {
		struct str text;

		if (n->kind != HTML_TEXT || !block_around(b, n)->counts)
			continue;
		text = str_trim(n->text);
		all += text.n;
		if (text.n && profile_has_text(p, text_fingerprint(text)))
			repeated += text.n;
	}
	return repeated * 2 > all;
}

bool
profile_repeats_all(const struct profile *p, const struct blocks *b, const struct block *block)
{
	for (const struct html_node *n = block->node; n; n = html_next(n, block->node)) {
		const struct block *around = n->kind == HTML_TEXT ? block_around(b, n) : NULL;
		struct str text;

		if (!around || !around->counts || around->in_link)
			continue;
		text = str_trim(n->text);
		if (!text_is_white(text) && !profile_has_text(p, text_fingerprint(text)))
			return false;
	}
	return true;
}

/* Most bodies hold so much of their page that the template need not be looked at. */
static bool
is_most_of_page(const struct blocks *b, const struct block *body)
{
	const struct block *all = &b->at[0];

	return (body->characters - body->link_characters) * 2 >=
	       all->characters - all->link_characters;
}

/* What the same way down comes to where elements were put in beside it: of the children with
 * the tag of the step, the one that holds nearly all. Where only the last of several steps
 * cannot be taken, what it starts from: lists may stand where others have a section. NULL: no
 * other. */
static struct block *
way_down(const struct selector *s, const struct blocks *b, const uint32_t *own)
{
	struct block *at = selector_find(&(struct selector){ .n = 0 }, b);

	for (uint32_t i = 0; at && i < s->n; i++) {
		uint64_t all = own[at - b->at];
		struct block *child = NULL;

		for (const struct html_node *n = at->node->first; n && !child; n = n->next)
			if (html_is(n, s->steps[i].tag) &&
			    own[n->mark - 1] * 100ull >= all * NEARLY_ALL_PERCENT)
				child = block_of(b, n);
		if (!child && i && i + 1 == s->n)
			return at;
		at = child;
	}
	return at;
}

/* By where most pages have it. */
static struct block *
body_on_way(struct arena *a, const struct profile *p, const struct selector *way,
    const struct blocks *b)
{
	struct block *body = selector_find(way, b), *other;
	uint32_t *own;

	if (!way->n)
		return body && !profile_repeats(p, b, body) ? body : NULL;
	if (body && body->counts && is_most_of_page(b, body))
		return body;
	own = own_text(a, p, b, false);
	if (body && body->counts && own[body - b->at] * 2 >= own[0])
		return body;
	other = own[0] ? way_down(way, b, own) : NULL;
	if (other || !body || !body->counts)
		return other;
	own = own_text(a, p, b, true); /* it may be of links, as a table of contents is */
	return own[body - b->at] * 2 >= own[0] ? body : NULL;
}

/* Of the ways that lead to at least half of the page's own text, the one to most of it and
 * least of the template; NULL: none does. What says little outside links is told by these, too.
 */
static const struct known_body *
best_way(struct arena *a, const struct profile *p, const struct blocks *b)
{
	const struct known_body *best = NULL;
	uint32_t *own = own_text(a, p, b, false), *all = all_text(a, b);
	int64_t most = INT64_MIN;

	if (own[0] < LEAST_OWN)
		own = own_text(a, p, b, true);
	for (uint32_t i = 0; i < p->n_bodies; i++) {
		const struct locator *l = &p->bodies[i].locator;
		const struct block *body =
		    l->xpath || !l->way.n ? NULL : selector_find(&l->way, b);
		int64_t score;

		if (!body || !body->counts || own[body - b->at] * 2 < own[0])
			continue;
		score = 2 * (int64_t)own[body - b->at] - all[body - b->at];
		if (score > most) {
			most = score;
			best = &p->bodies[i];
		}
	}
	return best;
}

struct block *
profile_body(struct arena *a, const struct profile *p, const struct blocks *b,
    const struct known_body **by)
{
	struct block *body = NULL;

	if (p->n_bodies > 1 && (*by = best_way(a, p, b)) != NULL)
		return selector_find(&(*by)->locator.way, b);
	for (uint32_t i = 0; i < p->n_bodies && !body; i++) {
		const struct locator *l = &p->bodies[i].locator;

		*by = &p->bodies[i];
		body = l->xpath ? xpath_first(l->xpath, b) : body_on_way(a, p, &l->way, b);
	}
	return body;
}

void
profile_free(struct profile *p)
{
	arena_free(&p->arena);
}
