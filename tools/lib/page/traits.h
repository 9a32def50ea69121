/* traits.h - what is asked of a tree of links to tell whether it is a menu. */
#ifndef PAGE_TRAITS_H
#define PAGE_TRAITS_H

enum trait {
	TRAIT_ANY,        /* 1: the bias */
	TRAIT_CLASS,      /* its class, or one close above it, says menu */
	TRAIT_OWN_CLASS,  /* its own class says so */
	TRAIT_HEADER,     /* in the page's header, by element, role or class */
	TRAIT_IN_MAIN,    /* in the body */
	TRAIT_BEFORE,     /* share of the page's words outside links that come before it */
	TRAIT_LINKS,      /* log2 of how many */
	TRAIT_LABELS,     /* mean length of labels, in units of 10 bytes */
	TRAIT_LONG,       /* share of labels longer than 30 bytes */
	TRAIT_WORDS,      /* share of words in no label */
	TRAIT_HOME,       /* its first item says home */
	TRAIT_START,      /* how far down the page it begins, 0 to 1 */
	TRAIT_LIST,       /* its links are those of one list, table or row */
	TRAIT_MAIN_CLASS, /* a class close above it says main menu */
	TRAIT_SLUGS,      /* share of addresses with the words of a title */
	TRAIT_OPEN,       /* a list whose entries open with links */
	TRAIT_SOCIAL,     /* share of links to social networks */
	TRAITS,
};

/* As schemas/menu.weights spells them. */
extern const char *const trait_names[TRAITS];

#endif
