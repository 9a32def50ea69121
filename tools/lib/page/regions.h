/* regions.h - which region each part of a page belongs to.
 *
 * A region is one or more subtrees; what no region claims is stray text, which becomes parts of
 * role region. Each block knows its region, so that each text node falls in exactly one: that
 * is how nothing gets lost. */
#ifndef PAGE_REGIONS_H
#define PAGE_REGIONS_H

#include "blocks.h"
#include "page.h"
#include "profile.h"
#include "rules.h"

/* What decided where a block belongs. */
enum decider {
	BY_NOTHING,
	BY_WRITTEN,   /* the page is a body that was written here */
	BY_PROFILE,   /* a selector of its site */
	BY_MODEL,     /* its own chance */
	BY_STRUCTURE, /* what it stands in, or holds, against its own chance */
	BY_MARKUP,    /* an element that says it is the body */
	BY_WEIGHT,    /* the element that most of the text stands in */
	BY_TITLE,     /* it is the heading of the page */
	BY_LANDMARK,  /* an element, class or heading that names another region */
	BY_LINKS,     /* it is a list of links */
	BY_COPY,      /* the body says the same elsewhere */
	BY_CLOSING,   /* the bodies of its site end with it */
	BY_DATA,      /* the body is in the data of the page, and not shown */
};

/* Number 0 is stray text, 1 is main, others follow in no order that matters. */
enum { STRAY = 0, MAIN = 1 };

struct verdicts;

struct root {
	struct html_node *node; /* NULL for STRAY; for MAIN the first of its subtrees */
	enum region_kind kind;
	enum part_role role; /* of parts */
	int nav_kind;        /* enum nav_kind where the markup says so, else -1 */
	enum decider by;     /* who made it a region; BY_NOTHING: it was left over */
	bool is_apart;       /* no verdict takes it into main */
	const struct known_region *known; /* BY_PROFILE: as the profile has it */
	struct region *region;            /* what became of it, NULL: nothing was in it */
};

struct regions {
	struct root *at;
	uint32_t n, cap;
	enum decider main_by;             /* who said where main is */
	const struct known_body *main_at; /* BY_PROFILE: as the profile has it */
	struct verdicts *verdicts;        /* of the model, NULL: it was not asked */
};

/* Find the regions and fill in the region of every block. profile: of the page's site, or NULL.
 */
struct regions regions_find(struct arena *a, const struct html_document *doc, struct blocks *b,
    const struct rules *rules, const struct profile *profile);

/* The landmarks alone: the region of every block that stands in one. body: what is known from
 * the profile to be the page's body, or NULL. */
struct regions regions_landmarks(struct arena *a, struct blocks *b, const struct rules *rules,
    const struct profile *profile, const struct block *body);

/* Make block b the root of a new region and return its number. */
uint32_t regions_root(struct regions *r, struct arena *a, struct block *b, struct root root);

/* Fill in the region of every block of a subtree, where regions began or ended in it: a block
 * without a root of its own is where its parent is. */
void regions_spread(const struct regions *r, struct blocks *b, const struct block *top);

#endif
