/* evidence.h - what speaks for a page being a stub, weighed.
 *
 * A weight is how sure a piece of evidence alone would make one, from 0 to 1. Pieces that speak
 * for the same verdict add up as if they were independent: what they leave in doubt is the
 * product of what each leaves in doubt. */
#ifndef PAGE_EVIDENCE_H
#define PAGE_EVIDENCE_H

#include "../base/arena.h"
#include "../html/position.h"

enum stub_verdict {
	STUB_NONE,
	STUB_PLACEHOLDER, /* says that its content is to come */
	STUB_SOFT404,     /* an error message served as a page */
	STUB_LOREM,       /* filler text */
	STUB_DEFAULT,     /* what software puts there before anyone has written */
	STUB_TOKEN,       /* a template that nobody filled in */
	STUB_EMPTY,       /* no body, or none of its own */
	STUB_DUPLICATE,   /* the body of another page */
	STUB_THIN,        /* little body */
	STUB_VERDICTS
};

/* "placeholder" and so on; the rule of its findings is "stub." and this. */
const char *stub_verdict_name(enum stub_verdict verdict);

struct evidence {
	enum stub_verdict verdict; /* that it speaks for */
	double weight;
	struct position at; /* line 0 where it is about the page as a whole */
	struct str text;    /* as in a finding */
	struct evidence *next;
};

/* What there is for one page, in the order found. Zero-initialise. */
struct evidence_list {
	struct evidence *first, *last;
};

/* Add a piece with a printf-like text; nothing where its weight is not above 0. */
void evidence_add(struct arena *a, struct evidence_list *list, enum stub_verdict verdict,
    double weight, struct position at, const char *text, ...)
    __attribute__((format(printf, 6, 7)));

/* How sure all that speaks for a verdict makes, 0 to 1. */
double evidence_confidence(const struct evidence_list *list, enum stub_verdict verdict);

/* The strongest piece for a verdict, or NULL. */
const struct evidence *evidence_strongest(
    const struct evidence_list *list, enum stub_verdict verdict);

/* The verdict that the evidence comes to, STUB_NONE where it makes less sure than least: of
 * those before STUB_DUPLICATE the surest, else duplicate, else thin. */
enum stub_verdict evidence_verdict(
    const struct evidence_list *list, double least, double *confidence);

#endif
