/* link_rows.h - what the graph of links is made of: groups of references and the places where
 * they stand, what they lead to, pages. */
#ifndef LINKS_LINK_ROWS_H
#define LINKS_LINK_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "../html/position.h"

enum { LINK_NONE = UINT32_MAX };

struct link_place {
	uint32_t page;
	struct position at;
};

struct more_place {
	struct link_place place;
	uint32_t next; /* in graph.more, or LINK_NONE */
};

/* References that say the same of the same: one finding, if any. */
struct link_group {
	uint64_t key;      /* hash of the next three */
	uint32_t dest;     /* number of the place, or of a fault's subject */
	uint32_t fragment; /* number of a string, or LINK_NONE */
	uint8_t rule;      /* enum link_rule; LINK_RULES: not judged yet, or no fault */
	bool travels;
	uint32_t pages, last_page; /* how many have it, and the last of them */
	struct link_place first;
	uint32_t more, last_more; /* further places, in order */
};

enum dest_flag {
	DEST_ANSWERED = 1, /* a reference was found to lead to a page or file */
	DEST_IS_PAGE = 2,
	DEST_ABSENT = 4,       /* a reference was looked up in vain */
	DEST_RELATIVE = 8,     /* one that was written relative to its page or site */
	DEST_LACKS_SLASH = 16, /* it is a folder, and its index is what is there */
	DEST_FOREIGN = 32,     /* a URL of a host that no page has */
	DEST_PRIVATE = 64,     /* a URL of a host that no visitor can reach */
};

/* A place that something leads to. Its text is the string of the same number. */
struct link_dest {
	uint8_t kind; /* enum dest_kind */
	uint8_t flags;
	uint32_t page; /* the page read there, or LINK_NONE */
	uint32_t last; /* the last page that leads there, or LINK_NONE */
};

struct page_row {
	uint32_t dest, url;    /* its path and its URL: numbers of strings; url LINK_NONE */
	uint32_t file;         /* what to open, where that is not its path, or LINK_NONE */
	uint32_t first_anchor; /* in graph.anchors, up to that of the next page */
	size_t first_way;      /* in graph.ways, likewise */
	uint32_t redirect;     /* the place it sends its visitors to, or LINK_NONE */
	uint8_t url_from;
	bool is_copy; /* by its own word, of another page of the save */
	bool is_page; /* not a style sheet */
	bool is_error;
};

/* Which places of a group are kept. */
enum link_keep {
	KEEP_SHOWN, /* on the first three pages */
	KEEP_PAGES, /* the first on each page */
	KEEP_ALL,
};

#endif
