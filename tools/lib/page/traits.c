/* traits.c - the names of traits. */
#include "traits.h"

const char *const trait_names[TRAITS] = {
	[TRAIT_ANY] = "any",
	[TRAIT_DECLARED] = "declared",
	[TRAIT_CLASS] = "class",
	[TRAIT_OWN_CLASS] = "own-class",
	[TRAIT_ID] = "id",
	[TRAIT_BEFORE] = "before",
	[TRAIT_START] = "start",
	[TRAIT_LINKS] = "links",
	[TRAIT_LABELS] = "labels",
	[TRAIT_LONG] = "long",
	[TRAIT_WORDS] = "words",
	[TRAIT_SIGNS] = "signs",
	[TRAIT_PROSE] = "prose",
	[TRAIT_HOME] = "home",
	[TRAIT_LIST] = "list",
	[TRAIT_OPEN] = "open",
	[TRAIT_SLUGS] = "slugs",
	[TRAIT_FRAGMENTS] = "fragments",
	[TRAIT_SOCIAL] = "social",
	[TRAIT_REPEATED] = "repeated",
	[TRAIT_TWICE] = "twice",
};
