/* stub.h - is this page a stub: what it says of itself, without looking at other pages.
 *
 * Phrases count by what else the body holds: the fewer other words, the more a phrase is what
 * the page has to say. So an article that contains "page not found" is no stub. */
#ifndef PAGE_STUB_H
#define PAGE_STUB_H

#include "evidence.h"
#include "page.h"
#include "phrases.h"
#include "prose.h"

/* What a page's evidence comes to by itself. */
struct stub {
	enum stub_verdict verdict; /* STUB_NONE: it is a page like others */
	double confidence;         /* 0 to 1 */
	struct position at;        /* of the strongest evidence; line 0: the page as a whole */
	struct str text;           /* of the strongest evidence */
};

enum { STUB_LEAST = 50 }; /* percent: the confidence from which a page is called a stub */

/* True where the page, wanted with all (WANT_ALL), is a placeholder, an error message, filler,
 * a default, an unfilled template or empty. Strings are in the arena. Safe from any thread. */
bool stub_page(
    const struct phrases *phrases, struct arena *a, const struct page *page, struct stub *stub);

/* A page that is judged piece by piece, for verdicts that weigh other pages too. Evidence is
 * added to the list, in the arena. */
struct suspect {
	const struct phrases *phrases;
	struct arena *arena;
	const struct page *page;
	const struct prose *prose;
	struct evidence_list *list;
};

/* stub_words.c: what body and title say. True where they say that a script is needed. */
bool stub_words(const struct suspect *s);

/* True for a page whose surroundings count, that is, all its regions (see WANT_MAIN_ALONE), in
 * what follows: its body has no words of its own, or says that a script is needed. */
bool stub_needs_surroundings(const struct prose *prose, bool says);

/* stub_form.c: what the body is made of, and where the page sends its readers. now:
 * "YYYY-MM-DD", dates after it lie in the future; absent: none does. */
void stub_form(const struct suspect *s, struct str now);

/* True for a page of little text that a script draws: it says so, or has one and next to no
 * text. Not where the page sends its readers on. */
bool stub_is_scripted(const struct suspect *s, bool says);

#endif
