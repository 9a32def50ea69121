/* part_roles.h - what parts of a page its markup or class words declare (HTML-AAM 3.4). */
#ifndef PAGE_PART_ROLES_H
#define PAGE_PART_ROLES_H

#include "blocks.h"
#include "kinds.h"
#include "rules.h"

/* The sets of class words that name a part. */
#define PART_CLASSES                                                                           \
	(RULE(CLASS_FOOTER) | RULE(CLASS_COMPLEMENTARY) | RULE(CLASS_FORM) |                   \
	    RULE(CLASS_TOOLS) | RULE(CLASS_BANNER) | RULE(CLASS_SEARCH))

/* The role of a part that a block declares, or -1; says: of PART_CLASSES, what its class and id
 * say. */
int declared_part(const struct blocks *all, const struct block *b, uint64_t says);

/* A dialog is a window of its own above the page (ARIA 1.2, dialog role; HTML 4.11.4), unless
 * it says that the page goes on beside it, or the page is nothing without it. */
bool is_dialog(const struct blocks *all, const struct block *b);

#endif
