/* landmark_search.h - the search for regions that a page declares (landmarks.c). */
#ifndef PAGE_LANDMARK_SEARCH_H
#define PAGE_LANDMARK_SEARCH_H

#include "known.h"
#include "profile.h"
#include "regions.h"
#include "rules.h"

struct landmark_search {
	struct regions *regions;
	struct arena *arena;
	struct blocks *blocks;
	const struct rules *rules;
	const struct profile *profile;     /* of the site, or NULL */
	bool knows_body;                   /* it, and body_hint is what it knows */
	const struct known_region **known; /* by block, or NULL */
	const struct block *body_hint;     /* the block that says it is main, or NULL */
	struct recent lines;               /* what was said of these */
	/* The region of links in headings and the like, and that of what is beside code, 0:
	 * none yet. */
	uint32_t controls, margin;
};

/* Sets of class words that name navigation. */
#define NAV_CLASSES                                                                            \
	(RULE(CLASS_BREADCRUMB) | RULE(CLASS_SKIP) | RULE(CLASS_LANGUAGE) |                    \
	    RULE(CLASS_CONTENTS) | RULE(CLASS_PAGINATION) | RULE(CLASS_SOCIAL) |               \
	    RULE(CLASS_TAGS) | RULE(CLASS_FOOTER) | RULE(CLASS_MENU))

static inline bool
is_in_known_body(const struct landmark_search *s, const struct block *b)
{
	return s->knows_body && block_within(s->blocks, b, s->body_hint);
}

/* landmark_nav.c: the kind of navigation a block is by all there is to go by, says being the
 * sets that its class words are of: -1 none, NAV_MENU where only a landmark speaks. *declared
 * is whether markup says that it is navigation. */
int nav_kind_at(
    struct landmark_search *s, const struct block *b, uint64_t says, bool *declared);

/* A list of links to the page itself, one of them perhaps to its top, and of little else. */
bool is_contents(const struct landmark_search *s, const struct block *b);

#endif
