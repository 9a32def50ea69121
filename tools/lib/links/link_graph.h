/* link_graph.h - the pages of a stream and what they refer to, each different thing once.
 *
 * Memory: a different pair of place and fragment costs about 70 bytes and a different place 30
 * and its own bytes; an anchor 8; a way from page to page 1 to 4. It grows with these, not with
 * the number of references. */
#ifndef LINKS_LINK_GRAPH_H
#define LINKS_LINK_GRAPH_H

#include "../base/strings.h"
#include "../stream/path_printer.h"
#include "link_page.h"
#include "link_rows.h"

struct link_graph {
	struct strings strings;
	struct link_dest *dests; /* by the number of a string */
	struct link_group *groups;
	struct more_place *more;
	struct page_row *pages;
	uint64_t *anchors;
	struct buffer ways; /* of each page, rising places it leads to: their differences, as
	                     * numbers of 7 bits a byte, the last with the high bit */
	uint32_t *slots;    /* of groups: open addressing, number + 1 */
	size_t n_slots, n_dests, n_groups, n_more, n_pages, n_anchors;
	size_t cap_dests, cap_groups, cap_more, cap_pages, cap_anchors;
	enum link_keep keep;
	uint32_t *dest_of_name;      /* places by the numbers of the save's names, plus one */
	struct path_printer printer; /* of names */
	struct pending *pending;     /* room for the references of a page */
	uint64_t *page_ways;         /* and for the places they lead to, twice */
	size_t cap_names, cap_pending, cap_page_ways;
	uint64_t n_links, n_unanswered, n_other;
};

void link_graph_init(struct link_graph *g, enum link_keep keep);
void link_graph_free(struct link_graph *g);

/* Add a page; names are those of the save, or NULL; file is what to open, where that is not its
 * path. */
void link_graph_add(struct link_graph *g, const struct names *names,
    const struct link_page *page, struct str file);

/* Add a fault about a page or file that has a row. */
void link_graph_fault(
    struct link_graph *g, enum link_rule rule, struct str subject, struct link_place place);

/* Add a row without references, for a style sheet say, and return its number. */
uint32_t link_graph_row(struct link_graph *g, struct str path, struct str file);

/* The number of a place, or LINK_NONE. */
uint32_t link_graph_find(const struct link_graph *g, enum dest_kind kind, struct str text);

/* The text of a place, without the mark that keeps kinds apart. */
struct str link_graph_text(const struct link_graph *g, uint32_t dest);

/* Go through the places that a page leads to: start with *at = its first_way and *dest = 0. */
bool link_graph_way(const struct link_graph *g, uint32_t page, size_t *at, uint32_t *dest);

/* True when a page has an anchor of that name. */
bool link_graph_has_anchor(const struct link_graph *g, uint32_t page, struct str name);

#endif
