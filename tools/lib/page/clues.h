/* clues.h - what speaks for and against each unit of a page being body, as numbers.
 *
 * The numbers are what the model of schemas/body.model was fitted on and what it decides by;
 * none of them alone decides anything. */
#ifndef PAGE_CLUES_H
#define PAGE_CLUES_H

#include "clue_list.h"
#include "regions.h"
#include "schema_org.h"
#include "units.h"

enum clue {
#define X(name, text) CLUE_##name,
	CLUE_LIST(X)
#undef X
	    CLUES
};

extern const char *const clue_names[CLUES];

/* A table: the numbers of one kind for all units stand together. */
struct clue_table {
	const struct units *units;
	float *at;
	uint32_t n; /* units */
};

static inline float *
clue_column(const struct clue_table *t, enum clue which)
{
	return t->at + (size_t)which * t->n;
}

/* What a page is looked at with. */
struct clue_context {
	struct arena *arena; /* for what is found */
	const struct html_document *doc;
	const struct blocks *blocks;
	const struct regions *regions; /* landmarks, as find_landmarks() leaves them */
	const struct lexicon *lexicon;
	const struct schema_org *data;
	struct str title;
	const struct block *dominant; /* the subtree that holds most of the text, or NULL */
};

/* Look at all units of a page. regions: landmarks only, spread over the blocks. */
struct clue_table clues_of(struct arena *a, const struct html_document *doc,
    const struct blocks *blocks, const struct regions *regions, const struct lexicon *lexicon);

/* An element by name and class, numbers in the class aside, as a hash. */
uint64_t look_of(const struct html_node *e);

/* clues_place.c, clues_order.c, clues_page.c: columns of their own. */
void clues_place(const struct clue_context *c, struct clue_table *t);
void clues_repeat(const struct clue_context *c, struct clue_table *t);
void clues_order(const struct clue_context *c, struct clue_table *t);
void clues_names(const struct clue_context *c, struct clue_table *t);
void clues_page(const struct clue_context *c, struct clue_table *t);

#endif
