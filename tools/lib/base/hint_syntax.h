/* hint_syntax.h - the bytes of patterns; for hint_lists.c and hint_scripts.c alone. */
#ifndef BASE_HINT_SYNTAX_H
#define BASE_HINT_SYNTAX_H

/* What a byte may be. Of bytes beyond ASCII those count that begin a character. */
enum hint_look {
	HINT_PARTING = 1, /* parts a pattern: an escape, a class, a group, an alternative */
	HINT_MARKS = 2,   /* has another meaning of its own */
	HINT_CASED = 4,   /* of a character that may have another case */
	HINT_FOREIGN = 8, /* of one of another script than Latin */
	HINT_KINDRED = 16 /* perhaps of one that is the other case of such a character */
};
extern const unsigned char hint_looks[256];

/* What follows the class that begins at p, which is its '['. The pattern compiles. */
const char *hint_class_end(const char *p);

#endif
