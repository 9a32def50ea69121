/* clues_repeat.c - what repeats in a page: items with siblings alike, units on like paths.
 */
#include "clues.h"

/* Things counted by hash, in open addressing. */
struct tally {
	uint64_t hash;
	uint32_t n, words, characters, link_characters;
};

struct tallies {
	struct tally *at;
	size_t mask;
};

static struct tallies
tallies_new(struct arena *a, size_t most)
{
	size_t cap = 16;

	while (cap < 2 * most)
		cap *= 2;
	return (struct tallies){ arena_zalloc(a, cap * sizeof(struct tally)), cap - 1 };
}

static struct tally *
tally_of(const struct tallies *t, uint64_t hash)
{
	size_t i = (hash ^ hash >> 29) & t->mask;

	hash |= 1;
	while (t->at[i].hash && t->at[i].hash != hash)
		i = (i + 1) & t->mask;
	t->at[i].hash = hash;
	return &t->at[i];
}

static void
tally_add(struct tally *t, struct unit_sums s)
{
	t->n++;
	t->words += s.words;
	t->characters += s.characters;
	t->link_characters += s.link_characters;
}

static uint64_t
mix(uint64_t a, uint64_t b)
{
	a = (a ^ b) * UINT64_C(0x9E3779B97F4A7C15);
	return a ^ a >> 32;
}

uint64_t
look_of(const struct html_node *e)
{
	struct str class = html_value(e, ATTR_CLASS);
	uint64_t h = e->tag;

	for (size_t i = 0; i < class.n; i++)
		if (!is_digit(class.p[i]))
			h = (h ^ (unsigned char)class.p[i]) * UINT64_C(0x100000001B3);
	return mix(h, class.n > 0);
}

struct repeat {
	uint64_t path, sibling; /* hashes: of the way from the root; of the parent and itself */
	uint32_t item;          /* the nearest element with siblings alike, itself included */
};

enum { LEAST_TWINS = 3 };

static void
fill_item(struct clue_table *t, uint32_t i, const struct tally *group, uint32_t item)
{
	const struct units *u = t->units;
	uint32_t from = units_first(u, item), to = units_end(u, item);
	struct unit_sums s = units_sum(u, from, to), all = units_sum(u, 0, u->n);

	clue_column(t, CLUE_TWINS)[i] = (float)group->n;
	clue_column(t, CLUE_ITEM_WORDS)[i] = (float)s.words;
	clue_column(t, CLUE_ITEM_LINKS)[i] = (float)s.link_characters / (float)s.characters;
	clue_column(t, CLUE_ITEM_UNITS)[i] = (float)(to - from);
	clue_column(t, CLUE_ITEMS_SHARE)[i] = (float)group->characters / (float)all.characters;
}

static void
fill_path(struct clue_table *t, uint32_t i, const struct tally *group)
{
	struct unit_sums all = units_sum(t->units, 0, t->n);

	clue_column(t, CLUE_PATH_UNITS)[i] = (float)group->n;
	clue_column(t, CLUE_PATH_WORDS)[i] = (float)group->words / (float)group->n;
	clue_column(t, CLUE_PATH_LINKS)[i] =
	    (float)group->link_characters / (float)group->characters;
	clue_column(t, CLUE_PATH_SHARE)[i] = (float)group->characters / (float)all.characters;
}

/* Items with siblings alike: count them, then find each element's. */
static void
find_items(const struct clue_context *c, const struct units *u, struct repeat *r,
    const struct tallies *siblings)
{
	const struct blocks *b = c->blocks;

	for (uint32_t i = 0; i < b->n; i++) {
		uint64_t shape = look_of(b->at[i].node);
		uint32_t from = units_first(u, i), to = units_end(u, i);

		r[i].path = mix(i ? r[b->at[i].parent].path : 0, shape);
		r[i].sibling = mix(mix(b->at[i].parent, 1), shape);
		if (from < to)
			tally_add(tally_of(siblings, r[i].sibling), units_sum(u, from, to));
	}
	for (uint32_t i = 0; i < b->n; i++) {
		r[i].item = i ? r[b->at[i].parent].item : 0;
		if (units_first(u, i) < units_end(u, i) &&
		    tally_of(siblings, r[i].sibling)->n >= LEAST_TWINS)
			r[i].item = i;
	}
}

void
clues_repeat(const struct clue_context *c, struct clue_table *t)
{
	const struct units *u = t->units;
	struct repeat *r = arena_alloc(c->arena, c->blocks->n * sizeof(*r));
	struct tallies siblings = tallies_new(c->arena, c->blocks->n);
	struct tallies paths = tallies_new(c->arena, u->n), texts = tallies_new(c->arena, u->n);

	find_items(c, u, r, &siblings);
	for (uint32_t i = 0; i < u->n; i++) {
		tally_add(tally_of(&paths, r[u->at[i].block].path), units_sum(u, i, i + 1));
		tally_of(&texts, u->at[i].shape.hash)->n++;
	}
	for (uint32_t i = 0; i < u->n; i++) {
		uint32_t item = r[u->at[i].block].item;
		struct tally *text = tally_of(&texts, u->at[i].shape.hash);

		if (item)
			fill_item(t, i, tally_of(&siblings, r[item].sibling), item);
		fill_path(t, i, tally_of(&paths, r[u->at[i].block].path));
		clue_column(t, CLUE_COPIES)[i] = (float)text->n;
		clue_column(t, CLUE_COPY)[i] = (float)text->words++; /* met so far */
	}
}
