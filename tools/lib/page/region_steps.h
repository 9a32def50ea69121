/* region_steps.h - what regions_find() does, one step after the other. */
#ifndef PAGE_REGION_STEPS_H
#define PAGE_REGION_STEPS_H

#include "regions.h"

/* landmarks.c: regions that markup declares: landmark elements, ARIA roles, class words with
 * the structure to match, headings such as "Breadcrumb". */
void find_landmarks(struct regions *r, struct arena *a, struct blocks *b,
    const struct rules *rules, const struct profile *profile, const struct block *body);

/* dominant.c: the subtree that most of the text stands in, as markup or weight have it, or
 * NULL. */
struct block *find_dominant(const struct regions *r, struct arena *a, const struct blocks *b);

/* body_root.c: the subtrees of main by structure alone. title: of the page; profile: of its
 * site, or NULL. */
void find_main(struct regions *r, struct arena *a, struct blocks *b, struct str title,
    const struct profile *profile);

/* body_root.c: make a subtree part of main. */
void claim_for_main(const struct blocks *b, struct block *root);

/* Is there a heading in main that says the same as one beside it? */
bool has_heading_like(
    struct arena *a, const struct html_node *main, const struct html_node *heading);

/* siblings.c: to a body that the profile knows, add what stands beside it and is mostly the
 * page's own words, as its signature above or its footnotes below. */
void add_siblings(struct arena *a, const struct blocks *b, const struct block *main,
    const struct profile *profile);

/* closing.c: cut off what stands at the end of a body that the profile knows, if all of it is
 * what the bodies of the site end with. */
void cut_closing(
    struct regions *r, struct arena *a, struct blocks *b, const struct profile *profile);

/* discussion.c: cut comments and reviews out of a body that the profile knows, where the page
 * is no discussion itself. */
void cut_discussions(struct regions *r, struct arena *a, const struct html_document *doc,
    struct blocks *b, const struct rules *rules);

/* claims.c: say of each list of links that the verdicts want for main, in whole or in part,
 * whether it is rather a region of its own. */
void settle_claims(struct regions *r, struct arena *a, const struct html_document *doc,
    struct blocks *b, const struct rules *rules, const struct verdicts *verdicts);

/* bars.c: of a body that the profile knows, cut off the bars of links that it begins and ends
 * with. */
void cut_bars(
    struct regions *r, struct arena *a, struct blocks *b, const struct profile *profile);

/* carving.c: the subtrees of main, and those cut out of it, by verdicts on each unit. */
void carve_main(
    struct regions *r, struct arena *a, struct blocks *b, const struct verdicts *verdicts);

/* link_lists.c: blocks that hold little but links; in main only before its first prose. */
void find_link_lists(struct regions *r, struct arena *a, struct blocks *b);

#endif
