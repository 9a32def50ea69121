/* clues_place.c - where a unit stands in the tree, and what its class words say. */
#include "clues.h"

#include "../base/hash.h"

enum { GROUPS = 4 };

/* Of an element, from its ancestors down to it. */
struct place {
	float own, sum, least, most; /* weights of class words */
	uint32_t wider;              /* the nearest ancestor that holds more units */
	uint32_t depth;
	bool in_main, in_article, in_table, in_form, hidden;
};

static float
weight_of(const struct lexicon *l, uint64_t hash)
{
	const float *weight = lexicon_find(l, hash);

	return weight ? *weight : 0;
}

/* The weights of the words of names and of neighbours within one name; `before` is the hash of
 * a word that stands before the first, 0: none. */
static float
names_weight(const struct lexicon *l, struct str names, uint64_t before)
{
	struct str word;
	float sum = 0;
	bool joined, first = true;

	while (class_word(&names, &word, &joined)) {
		uint64_t hash = lexicon_hash(word, LEXICON_CLASS);

		sum += weight_of(l, hash);
		if (before && (first || joined))
			sum += weight_of(l, lexicon_pair(before, hash));
		before = hash;
		first = false;
	}
	return sum;
}

/* What classes came to, so that those which a page repeats are read once. */
struct known_class {
	struct str names;
	float weight;
};

enum { KNOWN_CLASSES = 256 };

static float
class_weight(const struct lexicon *l, struct known_class *known, struct str names)
{
	known += hash_str(0, names) % KNOWN_CLASSES;
	if (!str_eq(known->names, names))
		*known = (struct known_class){ names, names_weight(l, names, 0) };
	return known->weight;
}

static float
element_weight(const struct lexicon *l, struct known_class *known, const struct block *b)
{
	static const uint16_t kinds[] = { ATTR_ITEMPROP, ATTR_ROLE };
	const struct html_node *e = b->node;
	float sum = 0;

	if (is_custom(e))
		sum += names_weight(l, e->text, 0);
	if (!(b->has & (HAS_CLASS | HAS_ID | HAS_ITEMPROP | HAS_ROLE)))
		return sum;
	sum += class_weight(l, known, html_value(e, ATTR_CLASS));
	sum += names_weight(l, html_value(e, ATTR_ID), 0);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (html_attr(e, kinds[i]))
			sum += names_weight(l, html_value(e, kinds[i]),
			    lexicon_hash(attr_name(kinds[i]), LEXICON_CLASS));
	return sum;
}

/* What a browser would not show at first. */
static bool
is_hidden(const struct html_node *e)
{
	struct str style = html_value(e, ATTR_STYLE);

	if (html_attr(e, ATTR_HIDDEN) ||
	    str_eq_nocase(html_value(e, ATTR_ARIA_HIDDEN), STR("true")))
		return true;
	return style.n && (str_find(style, STR("display:none"), 0) < style.n ||
			      str_find(style, STR("display: none"), 0) < style.n);
}

static void
fill_place(const struct clue_context *c, const struct units *u, struct known_class *known,
    struct place *places, uint32_t i)
{
	const struct block *b = &c->blocks->at[i];
	const struct html_node *e = b->node;
	struct place *p = &places[i], *up = &places[b->parent];

	*p = *up;
	p->own = element_weight(c->lexicon, known, b);
	p->sum += p->own;
	if (p->least > p->own)
		p->least = p->own;
	if (p->most < p->own)
		p->most = p->own;
	p->depth++;
	p->in_main |=
	    html_is(e, TAG_MAIN) || (b->has & HAS_ROLE && has_token(e, ATTR_ROLE, STR("main")));
	p->in_article |= html_is(e, TAG_ARTICLE);
	p->in_table |= html_is(e, TAG_TABLE);
	p->in_form |= html_is(e, TAG_FORM);
	p->hidden |= e->n_attrs && is_hidden(e);
	if (i && units_end(u, b->parent) - units_first(u, b->parent) >
		     units_end(u, i) - units_first(u, i))
		p->wider = b->parent;
}

static struct place *
places_of(const struct clue_context *c, const struct units *u)
{
	struct place *places = arena_zalloc(c->arena, c->blocks->n * sizeof(*places));
	struct known_class *known = arena_zalloc(c->arena, KNOWN_CLASSES * sizeof(*known));

	for (uint32_t i = 0; i < c->blocks->n; i++)
		fill_place(c, u, known, places, i);
	return places;
}

/* The landmark a unit stands in: 0 none, else a rank that keeps like ones together. */
static float
landmark_rank(const struct root *root)
{
	static const float parts[] = {
		[PART_BANNER] = 3,
		[PART_COMPLEMENTARY] = 5,
		[PART_CONTENTINFO] = 2,
		[PART_FORM] = 4,
		[PART_NAVIGATION] = 1,
		[PART_REGION] = 6,
		[PART_SEARCH] = 1,
	};

	if (!root->node)
		return 10;
	if (root->kind == REGION_PART)
		return parts[root->role];
	switch (root->nav_kind) {
	case NAV_CONTENTS: return 7;
	case NAV_RELATED: return 8;
	case NAV_TAGS: return 7;
	default: return 1;
	}
}

static void
fill_group(const struct clue_context *c, struct clue_table *t, uint32_t i, int k, uint32_t at)
{
	const struct units *u = t->units;
	uint32_t from = units_first(u, at), to = units_end(u, at);
	struct unit_sums s = units_sum(u, from, to), all = units_sum(u, 0, u->n);
	enum clue first = (enum clue)(CLUE_GROUP1_SHARE + 5 * k);

	(void)c;
	clue_column(t, first)[i] = (float)s.characters / (float)all.characters;
	clue_column(t, first + 1)[i] = (float)s.link_characters / (float)s.characters;
	clue_column(t, first + 2)[i] = (float)s.words / (float)(to - from);
	clue_column(t, first + 3)[i] = (float)(to - from);
	clue_column(t, first + 4)[i] = s.known ? (float)(s.weight / s.known) : 0;
}

static void
fill_unit(
    const struct clue_context *c, struct clue_table *t, const struct place *places, uint32_t i)
{
	uint32_t at = t->units->at[i].block;
	const struct block *b = &c->blocks->at[at];
	const struct place *p = &places[at];

	clue_column(t, CLUE_DEPTH)[i] = (float)p->depth;
	clue_column(t, CLUE_ENTRIES)[i] = (float)b->entries;
	clue_column(t, CLUE_LANDMARK)[i] = landmark_rank(&c->regions->at[b->region]);
	clue_column(t, CLUE_IN_MAIN)[i] = p->in_main;
	clue_column(t, CLUE_IN_ARTICLE)[i] = p->in_article;
	clue_column(t, CLUE_IN_TABLE)[i] = p->in_table;
	clue_column(t, CLUE_IN_FORM)[i] = p->in_form;
	clue_column(t, CLUE_IN_LINK)[i] = b->in_link;
	clue_column(t, CLUE_HIDDEN)[i] = p->hidden;
	clue_column(t, CLUE_CLASS)[i] = p->own;
	clue_column(t, CLUE_CLASS_PARENT)[i] = places[b->parent].own;
	clue_column(t, CLUE_CLASS_SUM)[i] = p->sum;
	clue_column(t, CLUE_CLASS_LEAST)[i] = p->least;
	clue_column(t, CLUE_CLASS_MOST)[i] = p->most;
	clue_column(t, CLUE_IN_DOMINANT)[i] =
	    c->dominant && block_within(c->blocks, b, c->dominant);
	for (int k = 0; k < GROUPS; k++) {
		at = places[at].wider;
		fill_group(c, t, i, k, at);
	}
}

void
clues_place(const struct clue_context *c, struct clue_table *t)
{
	const struct place *places = places_of(c, t->units);

	for (uint32_t i = 0; i < t->n; i++)
		fill_unit(c, t, places, i);
}
