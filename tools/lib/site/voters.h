/* voters.h - pages that have a say on where their site has its bodies. */
#ifndef SITE_VOTERS_H
#define SITE_VOTERS_H

#include "../page/profile.h"
#include "../page/skeleton.h"

enum { NO_BONE = UINT32_MAX };

/* A page on the way down. What is counted is malloc'ed, by bone. */
struct voter {
	const struct skeleton *page;
	uint32_t *all;      /* bytes of its text */
	uint32_t *own;      /* of these, its own outside links */
	uint32_t *headings; /* its own below level 1: parts of the body */
	uint32_t *headed;   /* all headings, the template's too */
	uint32_t at;        /* the bone it has come to, or NO_BONE */
	uint32_t weight;    /* of its vote */
};

/* What is the page's own is what the profile has not as the template's. */
struct voter voter_new(const struct skeleton *page, const struct profile *p);
void voter_free(struct voter *v);

/* Count the headings that a body may not be without; titles: that of the page too. */
void voter_count_headings(struct voter *v, const struct profile *p, bool titles);

bool same_step(struct step a, struct step b);

/* The child of where a page stands that holds nearly all, headings not left out, or that a step
 * leads to; NO_BONE: none. The first may be asked of a page that stands nowhere. */
uint32_t voter_heavy_child(const struct voter *v);
uint32_t voter_child(const struct voter *v, struct step step);

/* Go where a selector leads, and return it: a bone or NO_BONE. */
uint32_t voter_go(struct voter *v, const struct selector *s);

void voters_swap(struct voter *a, struct voter *b);

#endif
