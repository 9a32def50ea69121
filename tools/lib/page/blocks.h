/* blocks.h - the elements of a page in document order, with what stands in each.
 *
 * Every decision about regions is taken on this flat table: a subtree is the run of blocks from
 * b to b->end, so that none needs recursion, and a node finds its block by its mark. */
#ifndef PAGE_BLOCKS_H
#define PAGE_BLOCKS_H

#include "../base/arena.h"
#include "elements.h"

/* What lists (ul, ol) of links stand in a block. */
enum { LISTS_NONE, LISTS_MIXED };

enum { BLOCK_COUNTS = 7 };

struct block {
	struct html_node *node;
	uint32_t parent; /* index; block 0 is its own */
	uint32_t end;    /* index after its last descendant */
	/* Of the whole subtree, itself included: */
	uint32_t characters;      /* that count, white space aside */
	uint32_t link_characters; /* of these, inside a[href] */
	uint32_t prose;           /* of paragraphs and their like, links aside */
	union {
		struct {
			uint32_t links;     /* a[href] elements */
			uint32_t toggles;   /* of these, to "#" alone */
			uint32_t fragments; /* of these, to fragments of the page itself */
			uint32_t controls;  /* form controls that take input */
			uint32_t images;
			uint32_t headings; /* h1 to h6 */
			uint32_t navs;     /* navigation landmarks */
		};
		uint32_t counts_of[BLOCK_COUNTS]; /* the same */
	};
	uint16_t tag;    /* enum tag of an HTML element, N_TAGS for others */
	uint16_t is;     /* IS_… bits of its element, see elements.h */
	uint16_t has;    /* HAS_… bits */
	bool in_footer;  /* in the page's footer; set by regions.c */
	bool has_counts; /* any of counts_of may not be zero */
	union {
		struct {
			bool in_link;    /* inside, or is, an a[href] */
			bool in_section; /* in article, aside, main, nav or section: no landmark
			                  * header */
			bool in_prose;   /* inside, or is, a paragraph or its like */
			bool counts;     /* its text counts */
		};
		uint32_t inherited; /* the same: mostly what its parent has */
	};
	bool has_block;   /* holds an element that is no phrasing content */
	bool above_main;  /* a root of main lies below it */
	bool is_item;     /* a link that became a navigation item's own */
	uint32_t before;  /* characters outside links that come before it */
	uint32_t depth;   /* elements it stands in, itself included */
	uint32_t entries; /* li and dd elements it stands in */
	uint32_t told; /* the mark of the next that may tell of the page as a whole, 0: none */
	uint32_t region; /* number of the region its own text falls in; set by regions.c */
	uint32_t lists;  /* LISTS_NONE, LISTS_MIXED or the likeness of its outermost lists */
	uint16_t pagers; /* links to the page before or after; see link_lists.h */
	uint16_t beside_pagers; /* links that are marked as what stands beside those */
	uint32_t listed;        /* links in these, and in headings */
	uint32_t rooted;        /* the region whose root it is, 0: none */
	uint32_t class;         /* index of its class attribute, 0: none */
};

/* A class attribute. Elements side by side share theirs, so what the rules say of it is asked
 * once; see rules_say_of_block(). */
struct block_class {
	struct str text;
	uint64_t says; /* once asked: sets of rules */
	bool asked;
	bool is_brief; /* of an element that shows at most BRIEF characters, and some */
};

enum { BRIEF = 80 }; /* the name of a person, a date */

struct blocks {
	struct block *at; /* at[0] is the html element */
	uint32_t n;
	struct block_class *classes; /* classes[0] is none; one may be there more than once */
	uint32_t n_classes, cap_classes;
	uint32_t
	    told; /* mark of the first in a chain: IS_TOLD, or with rel or itemprop; 0: none */
	bool has_math;     /* there is MathML */
	bool has_hreflang; /* links say the language of what they lead to */
	bool has_buttons;  /* there are button elements */
	bool has_code;     /* there are pre or code elements */
};

/* Make the table; marks every element with its index plus one, and every text with the number
 * of its characters, white space aside (where text does not count, with 1 for any number), and
 * notes what else count.h measures. */
struct blocks blocks_of(struct arena *a, const struct html_document *doc);

/* html_is() of its element, without a look at that. */
static inline bool
block_is(const struct block *b, enum tag tag)
{
	return b->tag == tag;
}

static inline bool
is_cell(const struct block *b)
{
	return block_is(b, TAG_TD) || block_is(b, TAG_TH);
}

static inline struct block *
block_of(const struct blocks *b, const struct html_node *element)
{
	return &b->at[element->mark - 1];
}

/* The block of the element that a node stands in. */
static inline struct block *
block_around(const struct blocks *b, const struct html_node *n)
{
	return block_of(b, n->parent);
}

/* The next block of the chain after one of it, NULL at its end; NULL begins it. */
static inline const struct block *
next_told(const struct blocks *b, const struct block *after)
{
	uint32_t mark = after ? after->told : b->told;

	return mark ? &b->at[mark - 1] : NULL;
}

/* True where a text of the page has nothing but Unicode white space: text_is_white() of it,
 * known from its mark. */
static inline bool
is_blank(const struct html_node *text)
{
	return !text->mark;
}

/* True when inner lies in outer's subtree, outer itself included. */
static inline bool
block_within(const struct blocks *b, const struct block *inner, const struct block *outer)
{
	return inner >= outer && inner < b->at + outer->end;
}

/* Share of the subtree's characters that stand in links, 0 to 100; 0 where there are none. */
static inline unsigned
link_percent(const struct block *b)
{
	return b->characters ? (unsigned)((uint64_t)b->link_characters * 100 / b->characters)
	                     : 0;
}

/* nav, or ARIA's navigation, menubar, menu and doc-toc. */
bool is_nav_landmark(const struct html_node *element);

/* True where the value of the attribute has the given space-separated token, letter case aside.
 */
bool has_token(const struct html_node *element, enum attr name, struct str token);

/* The index of the first of n tokens that it has, or -1. */
int first_token(
    const struct html_node *element, enum attr name, const struct str *tokens, int n);

#endif
