/* stub_signs.h - the two halves of stub_evidence(), for stub.c alone. */
#ifndef PAGE_STUB_SIGNS_H
#define PAGE_STUB_SIGNS_H

#include "stub.h"

/* A page that is being judged. */
struct suspect {
	const struct phrases *phrases;
	struct arena *arena;
	const struct page *page;
	const struct prose *prose;
	struct evidence_list *list;
};

/* stub_words.c: what body and title say. True where they say that a script is needed. */
bool stub_words(const struct suspect *s);

/* stub_form.c: what the body is made of, and where the page sends its readers. */
void stub_form(const struct suspect *s, struct str now);

/* stub_form.c: true for a page of little text that a script draws: it says so, or has one and
 * next to no text. Not where the page sends its readers on. */
bool stub_is_scripted(const struct suspect *s, bool says);

#endif
