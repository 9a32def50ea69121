/* link_page.h - what a page contributes to the check of links: its references, each different
 * one once, the names fragments can point at, and faults that the page alone shows. */
#ifndef LINKS_LINK_PAGE_H
#define LINKS_LINK_PAGE_H

#include "../base/arena.h"
#include "../page/page.h"
#include "../stream/names.h"
#include "link_rules.h"
#include "missing_titles.h"

/* How the string that a reference leads to is to be read. */
enum dest_kind {
	DEST_SAVED,   /* a path in the save */
	DEST_ROOT,    /* a path from the root of the save, '/' first */
	DEST_URL,     /* an absolute URL */
	DEST_SUBJECT, /* no place at all: what a fault of the page is about */
};

struct link_use {
	struct str dest;     /* absent where name tells it */
	struct str fragment; /* as written, without '#'; absent: none */
	uint64_t dest_hash;  /* as strings_hash() makes it; of dest where name is 0 */
	uint64_t fragment_hash;
	struct position at;
	uint32_t name;      /* of the place among the names of the save, plus one, or 0 */
	uint8_t rule;       /* enum link_rule: a fault told already, or LINK_RULES */
	uint8_t kind;       /* enum dest_kind */
	uint8_t state;      /* enum ref_state */
	bool travels : 1;   /* a visitor can follow it, which makes it a way through the site */
	bool relative : 1;  /* written without a scheme and host; of those without answer */
	bool redirects : 1; /* the page itself sends its visitors there */
	bool copies : 1;    /* the page calls itself a copy of what is there (RFC 6596) */
};

/* What to make of pages. */
struct link_wants {
	bool all;       /* every reference, the equal ones of a page too */
	bool main_only; /* only what stands in the body */
	struct missing_titles missing_titles;
	struct link_levels levels;
};

/* Everything is in the arena. */
struct link_page {
	struct link_page *next; /* in link_spares.h */
	struct arena arena;
	struct str path, url;
	enum url_from url_from;
	struct link_use *uses;
	size_t n_uses;
	uint64_t *anchors; /* hashes, sorted, each once */
	size_t n_anchors;
	bool is_sheet;         /* a style sheet, no page */
	bool is_error;         /* its title says that there is no such page */
	uint64_t n_links;      /* references of all kinds */
	uint64_t n_unanswered; /* of these, those that nothing could be looked up for */
	uint64_t n_other;      /* those of schemes that lead to no page: mailto:, data: … */
};

/* Gather what a page contributes into an empty one. seed makes all hashes; names are those of
 * the save, or NULL; scratch is for what need not outlive the call. Safe from any thread. */
void link_page_gather(const struct link_wants *wants, uint64_t seed, const struct names *names,
    struct arena *scratch, const struct page *page, struct link_page *out);

/* The hash that stands for an anchor's name. */
uint64_t link_anchor_hash(uint64_t seed, struct str name);

#endif
