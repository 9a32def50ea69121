/* link_lists.h - blocks that hold links: lists of them, and those to the page before and after.
 */
#ifndef PAGE_LINK_LISTS_H
#define PAGE_LINK_LISTS_H

#include "blocks.h"
#include "rules.h"

/* The links of a page are seen from the last to the first. Start with blocks and rules. */
struct pager_search {
	const struct blocks *blocks;
	const struct rules *rules;
	struct recent texts;       /* what was said of these */
	const struct block *group; /* that the last link stood in, or NULL */
	unsigned others;           /* its links so far that are none of those below */
};

/* pagers.c: say of a link whether it leads to the page before or after, or is marked as what
 * stands beside such links: where a block around it may hold no other links. */
void note_pager(struct pager_search *s, struct block *link);

/* Is a block little more than these? */
bool holds_pagers(const struct block *b);

/* Is there a page in a block, be it a title or a sentence? No pager has one. */
bool holds_page(const struct block *b);

/* Note in each block what lists of links stand in it, and how many of its links are those: of
 * blocks that holds_pagers() may be asked of, which are groups and those that declare what they
 * are. */
void note_links(struct blocks *b, const struct rules *rules);

/* The list of links that a block is, or holds and nothing else, or NULL. */
struct block *link_list_of(const struct blocks *b, struct block *block);

/* Is what a block holds of links one tree: no lists, or lists of one kind and nothing beside
 * them, or groups that each open with a link? */
bool is_one_list(const struct blocks *b, const struct block *block);

/* Are all links of the block those of one list, table or row of links in it? */
bool holds_list(const struct blocks *b, const struct block *block);

/* Does a list, or one that is all there is in a block, open nearly each entry with a link? */
bool opens_with_links(const struct blocks *b, const struct block *block);

#endif
