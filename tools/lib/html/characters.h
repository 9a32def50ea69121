/* characters.h - characters of the page as the tree holds them: CR and CR LF become LF, U+0000
 * becomes U+FFFD, character references are replaced (WHATWG HTML, sections 13.2.3.5, 13.2.5).
 */
#ifndef HTML_CHARACTERS_H
#define HTML_CHARACTERS_H

#include "../base/arena.h"
#include "../base/str.h"

enum characters_in {
	IN_RAW,       /* where references are not recognised */
	IN_TEXT,      /* data and RCDATA */
	IN_ATTRIBUTE, /* where "&copy=" is no reference */
};

/* raw itself where nothing is to be replaced, or a copy in the arena. */
struct str characters(struct arena *a, struct str raw, enum characters_in in);

/* The same for the name of a tag, an attribute or a doctype: ASCII capitals become lower case,
 * references are not recognised. */
struct str characters_name(struct arena *a, struct str raw);

#endif
