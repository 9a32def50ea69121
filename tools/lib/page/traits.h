/* traits.h - what is asked of a tree of links to tell whether it is a menu. */
#ifndef PAGE_TRAITS_H
#define PAGE_TRAITS_H

enum trait {
	TRAIT_ANY,       /* 1: the bias */
	TRAIT_DECLARED,  /* by a landmark, outside the page's footer */
	TRAIT_CLASS,     /* its class, or one close above it, says menu */
	TRAIT_OWN_CLASS, /* its own class says so */
	TRAIT_ID,        /* it or its parent has an id, as what a page has but once */
	TRAIT_BEFORE,    /* root of the share of the page's words outside links before it */
	TRAIT_START,     /* how far down the page it begins, 0 to 1 */
	TRAIT_LINKS,     /* log2 of how many */
	TRAIT_LABELS,    /* mean length of labels, in units of 10 bytes */
	TRAIT_LONG,      /* share of labels longer than 30 bytes */
	TRAIT_WORDS,     /* share of words in no label */
	TRAIT_SIGNS,     /* bars or bullets part its links, and it does not begin the page */
	TRAIT_PROSE,     /* characters of paragraphs and their like, in hundreds, at most 5 */
	TRAIT_HOME,      /* its first item says home */
	TRAIT_LIST,      /* its links are those of one list, table or row */
	TRAIT_OPEN,      /* a list whose entries open with links */
	TRAIT_SLUGS,     /* share of addresses with the words of a title */
	TRAIT_FRAGMENTS, /* share of addresses with a fragment */
	TRAIT_SOCIAL,    /* share of links to social networks */
	TRAIT_REPEATED,  /* share of links that the page's trees hold more than once */
	TRAIT_TWICE,     /* share of links whose address came before in the same tree */
	TRAITS,
};

/* As schemas/menu.weights spells them. */
extern const char *const trait_names[TRAITS];

#endif
