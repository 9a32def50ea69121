/* stub_places.h - where in its body a page may say that it has none; for stub_sayings.c alone.
 */
#ifndef PAGE_STUB_PLACES_H
#define PAGE_STUB_PLACES_H

#include "stub.h"

struct stub_places {
	const struct prose *prose;
	struct str title; /* of the page, made plain as the body is */
	size_t from, to;  /* passages of a brief first section; both 0: there is none */
};

/* The title is in the suspect's arena. */
struct stub_places stub_places_of(const struct suspect *s);

enum { STUB_BRIEF = 40 }; /* words of a brief passage or section */

/* True for a passage that is brief; and for such a one right under a heading that is the page's
 * title, but for lines such as a date, unless what follows it goes on. */
bool stub_is_brief(const struct passage *p);
bool stub_is_titled(const struct stub_places *places, const struct passage *p);

/* Words of a body, of those in links half: they offer what else there is. */
uint32_t stub_own_words(const struct prose *prose);

/* True for a body of which only what is right under the title may say that there is none. */
bool stub_is_long(const struct prose *prose);

/* True for a passage that may say so, `words` words into the body. */
bool stub_may_say(const struct stub_places *places, const struct passage *p, uint32_t words);

#endif
