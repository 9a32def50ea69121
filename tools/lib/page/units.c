/* units.c - the units of text that a body is chosen from. */
#include "units.h"

#include "count.h"

bool
is_unit(const struct block *b)
{
	const struct html_node *e = b->node;

	if (html_is(e, TAG_BR))
		return false;
	return !is_phrasing(e) || b->has_block || html_is(e, TAG_BUTTON) ||
	       html_is(e, TAG_SELECT) || html_is(e, TAG_TEXTAREA) || html_is(e, TAG_NOSCRIPT);
}

/* By block: the index of the block whose unit its text falls in. */
static uint32_t *
holders(struct arena *a, const struct blocks *b)
{
	uint32_t *holder = arena_alloc(a, b->n * sizeof(*holder));

	for (uint32_t i = 0; i < b->n; i++)
		holder[i] = is_unit(&b->at[i]) ? i : holder[b->at[i].parent];
	return holder;
}

static void
meet(struct unit *own, const struct blocks *b, const uint32_t *holder,
    const struct lexicon *lexicon, const struct html_node *n)
{
	if (n->kind == HTML_TEXT) {
		const struct block *around = block_around(b, n);
		struct unit *unit = &own[holder[n->parent->mark - 1]];
		uint32_t had = unit->shape.characters;

		if (!around->counts)
			return;
		shape_add(&unit->shape, lexicon, n->text);
		if (around->in_link)
			unit->link_characters += unit->shape.characters - had;
	} else if (n->kind == HTML_ELEMENT) {
		struct unit *unit = &own[holder[n->mark - 1]];

		unit->lines += html_is(n, TAG_BR);
		unit->links += html_is(n, TAG_A) && html_attr(n, ATTR_HREF);
	}
}

/* Keep those with text, and sum up. */
static void
settle(struct arena *a, struct units *u, const struct unit *own)
{
	uint32_t n = u->blocks->n;
	struct unit_sums sum = { 0 };

	u->at = arena_alloc(a, n * sizeof(*u->at));
	u->before = arena_alloc(a, (n + 1) * sizeof(*u->before));
	u->first = arena_alloc(a, (n + 1) * sizeof(*u->first));
	for (uint32_t i = 0; i < n; i++) {
		u->first[i] = u->n;
		if (!own[i].shape.characters)
			continue;
		u->before[u->n] = sum;
		u->at[u->n] = own[i];
		u->at[u->n++].block = i;
		sum.words += shape_words(&own[i].shape);
		sum.characters += own[i].shape.characters;
		sum.link_characters += own[i].link_characters;
		sum.stops += own[i].shape.stops;
		sum.weight += (double)own[i].shape.weight;
		sum.known += own[i].shape.known;
	}
	u->first[n] = u->n;
	u->before[u->n] = sum;
}

struct units
units_of(struct arena *a, const struct blocks *b, const struct lexicon *lexicon)
{
	struct units u = { .blocks = b };
	uint32_t *holder = holders(a, b);
	struct unit *own = arena_zalloc(a, b->n * sizeof(*own));
	const struct html_node *root = b->n ? b->at[0].node : NULL;

	for (const struct html_node *n = root; n; n = html_next(n, root))
		meet(own, b, holder, lexicon, n);
	settle(a, &u, own);
	return u;
}

struct unit_sums
units_sum(const struct units *u, uint32_t from, uint32_t to)
{
	struct unit_sums s = u->before[to];
	const struct unit_sums *before = &u->before[from];

	s.words -= before->words;
	s.characters -= before->characters;
	s.link_characters -= before->link_characters;
	s.stops -= before->stops;
	s.weight -= before->weight;
	s.known -= before->known;
	return s;
}
