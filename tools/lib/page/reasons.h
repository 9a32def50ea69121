/* reasons.h - why each block of a page is in its body, or is not. */
#ifndef PAGE_REASONS_H
#define PAGE_REASONS_H

#include "data_body.h"
#include "kind_names.h"

/* A block with words of its own: a paragraph, an entry, a heading, a cell. */
struct block_reason {
	struct position at;
	struct str element; /* its name */
	bool kept;
	enum decider by;
	struct str why;            /* what that went by; absent: there is no more to say */
	struct str region;         /* id of the region it is in: "main", "n2", "p1" */
	struct str chance, needed; /* to be body, 0.00 to 1.00, as the model has it, and what it
	                            * kept here; absent: it was not asked */
	uint32_t words;
	struct str text; /* the first of them */
	struct block_reason *next;
};

/* The reasons in document order, for a page whose regions have their ids. */
struct block_reason *reasons_of(struct arena *a, const struct blocks *b,
    const struct regions *r, const struct rules *rules, const struct profile *profile,
    struct position_finder *where);

/* The same where the body is in the data of the page: no block of it is, but that is. */
struct block_reason *reasons_of_data(struct arena *a, const struct data_body *body,
    struct block_reason *reasons, struct position_finder *where);

extern const struct kind_names decider_names;

#endif
