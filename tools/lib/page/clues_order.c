/* clues_order.c - where a unit stands in the page: after what heading, between what. */
#include "clues.h"

enum { NEAR = 5, FAR = 500 };

static void
fill_position(struct clue_table *t)
{
	struct unit_sums all = units_sum(t->units, 0, t->n);

	for (uint32_t i = 0; i < t->n; i++) {
		const struct unit_sums *before = &t->units->before[i];

		clue_column(t, CLUE_ORDER)[i] = (float)i / (float)t->n;
		clue_column(t, CLUE_OFFSET)[i] =
		    (float)before->characters / (float)all.characters;
		clue_column(t, CLUE_TO_END)[i] = (float)(all.characters - before->characters);
	}
}

/* The unit that is the heading of the page: the first h1, preferably one with words. */
static uint32_t
title_unit(const struct clue_context *c, const struct units *u)
{
	uint32_t found = u->n;

	for (uint32_t i = 0; i < u->n && found == u->n; i++)
		if (html_is(c->blocks->at[u->at[i].block].node, TAG_H1))
			found = i;
	return found;
}

static float
clip(float x)
{
	return x > FAR ? FAR : x < -FAR ? -FAR : x;
}

static void
fill_headings(const struct clue_context *c, struct clue_table *t)
{
	const struct units *u = t->units;
	uint32_t title = title_unit(c, u), heading = u->n;

	for (uint32_t i = 0; i < u->n; i++) {
		const struct html_node *e = c->blocks->at[u->at[i].block].node;

		clue_column(t, CLUE_SINCE_TITLE)[i] =
		    title < u->n ? clip((float)i - (float)title) : -2 * FAR;
		if (heading < u->n) {
			const struct html_node *h = c->blocks->at[u->at[heading].block].node;

			clue_column(t, CLUE_SINCE_HEADING)[i] = clip((float)(i - heading));
			clue_column(t, CLUE_HEADING_LEVEL)[i] = (float)(h->text.p[1] - '0');
			clue_column(t, CLUE_HEADING_TEXT)[i] =
			    clue_column(t, CLUE_TEXT)[heading];
			clue_column(t, CLUE_HEADING_CLASS)[i] =
			    clue_column(t, CLUE_CLASS)[heading];
		} else {
			clue_column(t, CLUE_SINCE_HEADING)[i] = FAR;
		}
		if (is_heading(e))
			heading = i;
	}
}

/* Copy a column's value from so many units away; what lies outside the page is -1. */
static void
copy_from(struct clue_table *t, enum clue to, enum clue from, int away)
{
	float *out = clue_column(t, to);
	const float *in = clue_column(t, from);

	for (int64_t i = 0; i < t->n; i++)
		out[i] = i + away < 0 || i + away >= t->n ? -1 : in[i + away];
}

static void
fill_neighbours(struct clue_table *t)
{
	for (int k = 1; k <= 3; k++) {
		copy_from(t, (enum clue)(CLUE_WORDS_BEFORE1 + k - 1), CLUE_WORDS, -k);
		copy_from(t, (enum clue)(CLUE_WORDS_AFTER1 + k - 1), CLUE_WORDS, k);
	}
	copy_from(t, CLUE_LINKS_BEFORE1, CLUE_LINK_SHARE, -1);
	copy_from(t, CLUE_LINKS_BEFORE2, CLUE_LINK_SHARE, -2);
	copy_from(t, CLUE_LINKS_AFTER1, CLUE_LINK_SHARE, 1);
	copy_from(t, CLUE_LINKS_AFTER2, CLUE_LINK_SHARE, 2);
	copy_from(t, CLUE_TAG_BEFORE, CLUE_TAG, -1);
	copy_from(t, CLUE_TAG_AFTER, CLUE_TAG, 1);
	copy_from(t, CLUE_TEXT_BEFORE, CLUE_TEXT, -1);
	copy_from(t, CLUE_TEXT_AFTER, CLUE_TEXT, 1);
	copy_from(t, CLUE_CLASS_BEFORE, CLUE_CLASS_SUM, -1);
	copy_from(t, CLUE_CLASS_AFTER, CLUE_CLASS_SUM, 1);
}

static void
fill_near(struct clue_table *t)
{
	for (uint32_t i = 0; i < t->n; i++) {
		uint32_t from = i > NEAR ? i - NEAR : 0;
		uint32_t to = t->n - i > NEAR ? i + NEAR + 1 : t->n;
		struct unit_sums s = units_sum(t->units, from, to);

		clue_column(t, CLUE_NEAR_WORDS)[i] = (float)s.words / (float)(to - from);
		clue_column(t, CLUE_NEAR_LINKS)[i] =
		    (float)s.link_characters / (float)s.characters;
	}
}

void
clues_order(const struct clue_context *c, struct clue_table *t)
{
	fill_position(t);
	fill_headings(c, t);
	fill_neighbours(t);
	fill_near(t);
}
