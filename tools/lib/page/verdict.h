/* verdict.h - which units of a page are its body. */
#ifndef PAGE_VERDICT_H
#define PAGE_VERDICT_H

#include "clues.h"
#include "forest.h"

/* What decides, read once: schemas/body.lexicon and schemas/body.model. */
struct body_model {
	const struct lexicon *lexicon;
	const struct forest *forest;
};

struct body_model *body_model_new(void);
void body_model_free(struct body_model *m);

struct verdicts {
	struct clue_table table;
	float *chance; /* of each unit to be body, 0 to 1 */
	bool *body;
	uint32_t *copied; /* by unit: the one before that it copies, or itself */
};

/* Decide on all units together: those are body that make the expected F1 of the words kept
 * largest. */
struct verdicts verdicts_of(
    struct arena *a, const struct clue_table *t, const struct body_model *m);

/* copies.c: leave out of the body what it has said before at another place of the page, in runs
 * of some words; what stands in tables, code and quotations stays. */
void drop_copies(struct arena *a, const struct blocks *b, struct verdicts *v);

/* discussion.c: make parts of comments and reviews that stand beside a body. */
void part_discussions(struct regions *r, struct arena *a, struct blocks *b,
    const struct rules *rules, const struct verdicts *v);

#endif
