/* traits.h - what is asked of a tree of links to tell whether it is a menu. */
#ifndef PAGE_TRAITS_H
#define PAGE_TRAITS_H

enum trait {
	TRAIT_ANY,        /* 1: the bias */
	TRAIT_LANDMARK,   /* nav element, ARIA role */
	TRAIT_CLASS,      /* its class, or one close above it, says menu */
	TRAIT_OWN_CLASS,  /* its own class says so */
	TRAIT_HEADER,     /* in the page's header, by element, role or class */
	TRAIT_FOOTER,     /* in its footer */
	TRAIT_ASIDE,      /* in a sidebar */
	TRAIT_OTHER,      /* a class close above says related, tags, social, tools, form */
	TRAIT_IN_MAIN,    /* in the body */
	TRAIT_AFTER_MAIN, /* after the body's end */
	TRAIT_BEFORE,     /* share of the page's words outside links that come before it */
	TRAIT_HEADED,     /* has a visible heading */
	TRAIT_LINKS,      /* log2 of how many */
	TRAIT_FEW,        /* fewer than four */
	TRAIT_LABELS,     /* mean length of labels, in units of 10 bytes */
	TRAIT_LONG,       /* share of labels longer than 30 bytes */
	TRAIT_WORDS,      /* share of words in no label */
	TRAIT_IMAGES,     /* share of links without label of text */
	TRAIT_NESTED,     /* items below items */
	TRAIT_HOME,       /* its first item says home */
	TRAIT_ACCOUNT,    /* share of labels such as "log in" */
	TRAIT_LEGAL,      /* share of labels such as "privacy policy" */
	TRAIT_TWICE,      /* share of links to where another item leads */
	TRAIT_OUTSIDE,    /* share of links to hosts other than the page's most frequent */
	TRAIT_START,      /* how far down the page it begins, 0 to 1 */
	TRAIT_EARLIER,    /* log2 of how many trees come before it */
	TRAIT_LIST,       /* it is a list */
	TRAIT_NUMBERS,    /* share of labels or addresses with long numbers */
	TRAIT_MAIN_CLASS, /* a class close above it says main menu */
	TRAIT_DEPTH,      /* mean number of an address's path segments */
	TRAIT_SLUGS,      /* share of addresses with the words of a title */
	TRAIT_OPEN,       /* a list whose entries open with links */
	TRAIT_SIZE,       /* 4 to 15 links */
	TRAIT_SOCIAL,     /* share of links to social networks */
	TRAIT_LANGUAGES,  /* share of labels that name a language */
	TRAITS,
};

/* As schemas/menu.weights spells them. */
extern const char *const trait_names[TRAITS];

#endif
