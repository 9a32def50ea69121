/* clues_names.c - what the parts that a unit stands in are called: by headings above it, and by
 * labels that are read aloud. */
#include "clues.h"

#include "headings.h"

/* The weights of the words of names, one name after another. */
struct names {
	float sum, least, most;
};

static void
names_add(struct names *n, float weight)
{
	n->sum += weight;
	if (n->least > weight)
		n->least = weight;
	if (n->most < weight)
		n->most = weight;
}

static float
name_weight(const struct lexicon *l, struct str name)
{
	struct str word;
	float sum = 0;

	while (name_word(&name, &word)) {
		const float *weight = lexicon_find(l, lexicon_hash(word, LEXICON_NAME));

		sum += weight ? *weight : 0;
	}
	return sum;
}

/* By block: its label and those of what it stands in. */
static struct names *
labels_of(const struct clue_context *c)
{
	struct names *labels = arena_zalloc(c->arena, c->blocks->n * sizeof(*labels));

	for (uint32_t i = 0; i < c->blocks->n; i++) {
		const struct block *b = &c->blocks->at[i];

		labels[i] = labels[b->parent];
		if (b->has & HAS_LABEL)
			names_add(&labels[i],
			    name_weight(c->lexicon, html_value(b->node, ATTR_ARIA_LABEL)));
	}
	return labels;
}

static float
heading_weight(const struct clue_context *c, const struct html_node *h)
{
	float sum = 0;

	for (const struct html_node *n = h; n; n = html_next(n, h))
		if (n->kind == HTML_TEXT)
			sum += name_weight(c->lexicon, n->text);
	return sum;
}

void
clues_names(const struct clue_context *c, struct clue_table *t)
{
	const struct units *u = t->units;
	const struct names *labels = labels_of(c);
	struct headings open = { 0 };
	float weights[HEADING_LEVELS] = { 0 }, least_so_far = 0;

	for (uint32_t i = 0; i < t->n; i++) {
		const struct names *label = &labels[u->at[i].block];
		const float *phrase = lexicon_find(c->lexicon, phrase_hash(&u->at[i].shape));
		struct names above = { 0 };
		int level = headings_meet(&open, c->blocks, u->at[i].block);

		if (level >= 0) {
			weights[level] = heading_weight(c, open.at[level]);
			if (least_so_far > weights[level])
				least_so_far = weights[level];
		}
		for (int k = 0; k < HEADING_LEVELS; k++)
			if (open.at[k]) {
				names_add(&above, weights[k]);
				clue_column(t, CLUE_NAME)[i] = weights[k];
			}
		clue_column(t, CLUE_NAMES)[i] = above.sum;
		clue_column(t, CLUE_NAMES_LEAST)[i] = above.least;
		clue_column(t, CLUE_NAMES_MOST)[i] = above.most;
		clue_column(t, CLUE_NAMES_BEFORE)[i] = least_so_far;
		clue_column(t, CLUE_LABELS)[i] = label->sum;
		clue_column(t, CLUE_LABELS_LEAST)[i] = label->least;
		clue_column(t, CLUE_PHRASE)[i] = phrase ? *phrase : 0;
	}
}
