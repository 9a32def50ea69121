/* verdict.h - which units of a page are its body. */
#ifndef PAGE_VERDICT_H
#define PAGE_VERDICT_H

#include "clues.h"
#include "forest.h"

/* What decides, read once: schemas/body.lexicon and schemas/body.model. */
struct body_model {
	struct lexicon *lexicon;
	struct forest *forest;
};

struct body_model *body_model_new(void);
void body_model_free(struct body_model *m);

struct verdicts {
	struct clue_table table;
	float *chance; /* of each unit to be body, 0 to 1 */
	bool *body;
};

/* Decide on all units together: those are body that make the expected F1 of the words kept
 * largest. */
struct verdicts verdicts_of(
    struct arena *a, const struct clue_table *t, const struct body_model *m);

#endif
