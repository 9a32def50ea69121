/* traits.c - the names of traits. */
#include "traits.h"

const char *const trait_names[TRAITS] = {
	[TRAIT_ANY] = "any",
	[TRAIT_CLASS] = "class",
	[TRAIT_OWN_CLASS] = "own-class",
	[TRAIT_HEADER] = "header",
	[TRAIT_IN_MAIN] = "in-main",
	[TRAIT_BEFORE] = "before",
	[TRAIT_LINKS] = "links",
	[TRAIT_LABELS] = "labels",
	[TRAIT_LONG] = "long",
	[TRAIT_WORDS] = "words",
	[TRAIT_HOME] = "home",
	[TRAIT_START] = "start",
	[TRAIT_LIST] = "list",
	[TRAIT_MAIN_CLASS] = "main-class",
	[TRAIT_SLUGS] = "slugs",
	[TRAIT_OPEN] = "open",
	[TRAIT_SOCIAL] = "social",
};
