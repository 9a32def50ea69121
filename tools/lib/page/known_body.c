/* known_body.c - where a page has the body that the profile of its site knows. */
#include "known_body.h"

#include "fold.h"
#include "xpath.h"

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
		if (!is_blank(n) && around->counts && (with_links || !around->in_link) &&
		    !profile_has(p, text))
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
known_body_find(struct arena *a, const struct profile *p, const struct blocks *b,
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
