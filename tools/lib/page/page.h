/* page.h - the page model: what every filter sees of a page, however it came in.
 *
 * A page is a partition: each character of its text that counts stands in exactly one region (a
 * navigation tree, the one main, or a part), in document order within it. schemas/page.xsd is
 * the same model as XML. All strings are UTF-8 slices in the page's arena; an absent slice (p
 * NULL) means that the page has no such thing. */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "../html/html.h"
#include "item.h"

struct part {
	enum part_role role;
	struct str text; /* blocks on lines of their own */
	struct position at;
};

enum region_kind { REGION_NAV, REGION_MAIN, REGION_PART };

/* Regions stand in the order of their first characters. id is "n1", "n2" … for navigation, "p1"
 * … for parts, absent for main; items are named by position below it: "n1.3.2". */
struct region {
	enum region_kind kind;
	struct str id;
	union {
		struct nav nav;
		struct part part;
		struct html_node *main; /* NULL, or a HTML_DOCUMENT node whose children are the
		                         * normalised body: XHTML elements, MathML, text, and
		                         * HTML_NS_OTHER "cut" elements with a ref attribute */
	};
	struct region *next;
};

struct page {
	struct str path; /* in the save, the root stripped */
	struct str url;
	enum url_from url_from;
	struct str base;          /* href of its first base element that has one, or absent */
	struct str main_xhtml;    /* of main, where it was written and has no tree */
	struct str title;         /* of the title element, folded */
	struct str lang;          /* canonical BCP 47, or absent */
	struct str lang_declared; /* as written */
	struct str charset;       /* the standard's name of the encoding; absent in captures */
	uint64_t bytes;           /* of the file, unzipped */
	uint32_t words;           /* of all regions; see page_words() */
	uint32_t characters;      /* that count in the source, white space aside */
	int status;               /* HTTP status where the save knows it, else 0 */
	struct fact *facts;       /* by kind; several of one are alike in rank: authors, tags */
	struct meta *metas;
	struct alternate *alternates;
	struct anchor *anchors;
	struct ref *refs; /* every reference but those of items and alternates */
	uint32_t repeats; /* references that are not among these, being equal to one */
	struct region *regions;
	struct block_reason *reasons; /* of each block where they were wanted; see reasons.h */
	struct region_place *places;  /* of regions where they were wanted; see places.h */
	const struct prose *prose;    /* of main, where it was read as it was built; or NULL */
};

/* The main region's tree, or NULL. */
struct html_node *page_main(const struct page *page);

/* The first fact of a kind, or NULL. */
const struct fact *page_fact(const struct page *page, enum fact_kind kind);

#endif
